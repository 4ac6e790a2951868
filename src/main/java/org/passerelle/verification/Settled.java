package org.passerelle.verification;

import java.time.LocalDate;

/// One decision, for statistics.
///
/// @param on the office's day of the decision
/// @param businessDays that the office used; days on which it waited for an answer do not count
/// @param inTime whether the promise was kept (VER-02)
public record Settled(LocalDate on, int businessDays, boolean inTime, boolean qualified) {}
