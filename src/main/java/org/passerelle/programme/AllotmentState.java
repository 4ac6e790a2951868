package org.passerelle.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.ProgrammeId;

/// How much of an allotment is used and left at one moment: the answer to "what may I still
/// order?", read from the same lines that an order is checked against (ORD-04).
///
/// @param of the offers it is for, the newest of its title for an allotment of each; empty for the
///   whole programme
/// @param used what counts in the window, delivered or only reserved
/// @param reserved the part of `used` that is not delivered yet
/// @param left never below zero
/// @param since when the window opened; empty for ever, and where no window is open
/// @param until its end, exclusive
/// @param resets the day on which it starts again, or the earliest of it leaves a sliding window
/// @param lines those counted, which explain `used`
/// @param renewals of an allotment of renewals: what they could be of
public record AllotmentState(
        ProgrammeId programme,
        Allotment allotment,
        List<OfferId> of,
        Figure limit,
        Figure used,
        Figure reserved,
        Figure left,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<LocalDate> resets,
        List<History.Line> lines,
        Optional<Renewals> renewals) {

    /// What may be renewed.
    ///
    /// @param now had in the window before this one
    /// @param next had in this window, and to be renewed in the next
    public record Renewals(List<History.Line> now, List<History.Line> next) {}

    public boolean isForLife() {
        return allotment.window() instanceof Allotment.Window.Lifetime;
    }

    /// Whether nothing is left of what could be had once.
    public boolean isUsedForLife() {
        return isForLife() && left.isZero();
    }

    /// What is counted, as packs write it: `products`.
    public String count() {
        return allotment.count().name().toLowerCase(Locale.ROOT);
    }

    /// In which window, as packs write it: `fiscal-year`.
    public String window() {
        return switch (allotment.window()) {
            case Allotment.Window.FiscalYear _ -> "fiscal-year";
            case Allotment.Window.CalendarYear _ -> "calendar-year";
            case Allotment.Window.FromFirstOrder _ -> "from-first-order";
            case Allotment.Window.Rolling _ -> "rolling";
            case Allotment.Window.Lifetime _ -> "lifetime";
        };
    }
}
