package org.passerelle.pack.model;

import java.util.Set;
import org.joda.money.Money;

/// How much of a programme an organisation may have in a window (ORD-03).
public record Allotment(Count count, Scope scope, Limit limit, Window window) {

    /// What is counted; `docs/packs.md` defines each.
    public enum Count {
        PRODUCTS,
        TITLES,
        LICENCES,
        DEVICES,
        FEES,
        ORDERS,
        RENEWALS,
        INITIAL
    }

    public sealed interface Scope {
        /// All offers of the programme together.
        record WholeProgramme() implements Scope {}

        /// These offers together.
        record Offers(Set<OfferId> offers) implements Scope {}

        /// Each offer, with those it succeeds, on its own.
        record EachOffer() implements Scope {}
    }

    /// Whether a request for this offer uses it up.
    public boolean concerns(OfferId offer) {
        return switch (scope) {
            case Scope.WholeProgramme() -> true;
            case Scope.EachOffer() -> true;
            case Scope.Offers(var named) -> named.contains(offer);
        };
    }

    public sealed interface Limit {
        record Units(long atMost) implements Limit {}

        record Amount(Money atMost) implements Limit {}
    }

    public sealed interface Window {
        /// The programme's fiscal year, half-open, in its zone.
        record FiscalYear() implements Window {}

        /// January to December in the office's zone.
        record CalendarYear() implements Window {}

        /// Opens at the first counted order, ends `length` later; the next order opens a new one.
        record FromFirstOrder(Duration length) implements Window {}

        /// The last `length` before now.
        record Rolling(Duration length) implements Window {}

        record Lifetime() implements Window {}
    }
}
