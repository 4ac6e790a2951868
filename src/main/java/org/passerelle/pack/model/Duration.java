package org.passerelle.pack.model;

/// A length as packs write it: `2 business days`, `90 days`, `26 weeks`, `3 years`.
public record Duration(int amount, Unit unit) {

    /// `BUSINESS_DAYS` are days of the office's calendar.
    public enum Unit {
        BUSINESS_DAYS,
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    /// The same length as a calendar period.
    ///
    /// @throws IllegalStateException for business days, which need an office's calendar
    public java.time.Period period() {
        return switch (unit) {
            case DAYS -> java.time.Period.ofDays(amount);
            case WEEKS -> java.time.Period.ofWeeks(amount);
            case MONTHS -> java.time.Period.ofMonths(amount);
            case YEARS -> java.time.Period.ofYears(amount);
            case BUSINESS_DAYS ->
                    throw new IllegalStateException("Business days need an office's calendar");
        };
    }
}
