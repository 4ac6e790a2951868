package org.passerelle.payment;

import java.util.List;

/// Some of the payables found, newest first, and how many there are in all.
public record PayablesFound(List<Payable> payables, int total) {}
