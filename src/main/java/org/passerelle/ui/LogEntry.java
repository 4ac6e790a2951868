package org.passerelle.ui;

import java.time.Instant;

/// One thing that happened.
///
/// @param tone `ok`, `info`, `warn`, `bad`, `brand` or `mute`
/// @param who did it; may be empty
/// @param detail more about it; may be empty
public record LogEntry(String tone, String what, Instant at, String who, String detail) {}
