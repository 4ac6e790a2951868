package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.ordering.domain.DeliveryDates;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.HandOver.What;

/// From when to when a support contract holds, both days included (ORD-11).
public record SupportTerm(LocalDate from, Optional<LocalDate> until) {

    /// The support that an offer promises, if it does.
    public static Optional<Offer.HandOver> promised(Offer offer) {
        return offer.handOver().stream()
                .filter(handOver -> handOver.what() == What.SUPPORT_CONTRACT)
                .findFirst();
    }

    /// The term of a contract that begins by itself once everything was there on `arrived`; empty
    /// where the pack names no time for it: staff then say when it begins.
    public static Optional<SupportTerm> after(
            Offer.HandOver promise, LocalDate arrived, BusinessCalendar calendar) {
        return promise.after()
                .map(after ->
                        new SupportTerm(
                                DeliveryDates.after(after, arrived, calendar),
                                until(promise, arrived)));
    }

    /// The last day: the length counts from the delivery, whenever the contract begins.
    public static Optional<LocalDate> until(Offer.HandOver promise, LocalDate arrived) {
        return promise.lasts()
                .map(Duration::period)
                .map(arrived::plus)
                .map(day -> day.minusDays(1));
    }
}
