package org.passerelle.catalogue;

/// How many codes of a pool are free, held for an order, given, and free but past their expiry.
public record CodePoolLevel(String pool, long free, long held, long given, long expired) {}
