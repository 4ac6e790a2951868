package org.passerelle.ordering.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.Delivery.After;

/// By when an offer promises to be delivered (ORD-06).
public final class DeliveryDates {
    private DeliveryDates() {}

    /// The last promised day once `base` has happened on `day`; empty when the promise counts from
    /// something else, or there is none.
    public static Optional<LocalDate> promised(
            Offer offer, After base, LocalDate day, BusinessCalendar calendar) {
        return offer.delivery()
                .filter(delivery -> delivery.after() == base)
                .map(delivery -> after(delivery.within(), day, calendar));
    }

    /// The day a length after `day`. Business days skip what the office's calendar skips; other
    /// lengths count every day.
    public static LocalDate after(Duration length, LocalDate day, BusinessCalendar calendar) {
        return length.unit() == Duration.Unit.BUSINESS_DAYS
                ? calendar.plusBusinessDays(day, length.amount())
                : day.plus(length.period());
    }
}
