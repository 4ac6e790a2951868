package org.passerelle.banking;

/// A bank's file as it was given, byte for byte.
@SuppressWarnings("ArrayRecordComponent")
public record OriginalFile(String name, byte[] content) {}
