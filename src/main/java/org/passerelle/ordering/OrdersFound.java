package org.passerelle.ordering;

import java.util.List;

/// Some of the orders found, newest first, and how many there are in all.
public record OrdersFound(List<Order> orders, int total) {}
