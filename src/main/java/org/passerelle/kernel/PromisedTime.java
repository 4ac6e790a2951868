package org.passerelle.kernel;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.BusinessCalendar.Due;

/// A time promised in business days, whose clock runs while the promise lies with the office and
/// stands still while it waits for somebody else (VER-02).
///
/// A business day counts when the clock ran all through it: the day on which it starts or starts
/// again does not, and neither does a day on which it stopped. So a question asked on the last day
/// never leaves the office late at the moment of the answer.
///
/// `counted` are the business days used up in stretches that have ended.
public record PromisedTime(int businessDays, int counted, Optional<Instant> runningSince) {

    public PromisedTime {
        if (businessDays < 0 || counted < 0) {
            throw new IllegalArgumentException("Business days are not negative");
        }
    }

    /// A promise whose clock has not started.
    public static PromisedTime of(int businessDays) {
        return new PromisedTime(businessDays, 0, Optional.empty());
    }

    /// The clock runs from now on; changes nothing when it already does.
    public PromisedTime started(Instant now) {
        return runningSince.isPresent()
                ? this
                : new PromisedTime(businessDays, counted, Optional.of(now));
    }

    /// The clock stands still from now on; changes nothing when it already does.
    public PromisedTime stopped(Instant now, BusinessCalendar calendar) {
        return runningSince
                .map(since -> counted + calendar.wholeBusinessDaysBetween(since, now))
                .map(used -> new PromisedTime(businessDays, used, Optional.empty()))
                .orElse(this);
    }

    /// When the promise falls due if the clock goes on running; empty while it stands still.
    public Optional<Due> due(BusinessCalendar calendar) {
        return runningSince.map(
                since -> calendar.dueAfter(since, Math.max(0, businessDays - counted)));
    }
}
