package org.passerelle.returns.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.ordering.OrderState;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.RefundPolicy;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.RefundDecision;
import org.passerelle.returns.RefundDecision.Ground;
import org.passerelle.returns.RefundDecision.Outcome;
import org.passerelle.returns.RefundDecision.Terms;
import org.passerelle.returns.RefundDecision.WayOut;

/// Decides by the refund policies of an offer (ORD-09). Of several windows the one counts that
/// fits; where none does, the one that comes nearest says why.
public final class RefundRules {
    /// Days for a parcel where the policy names none.
    private static final long PARCEL_DAYS = 14;

    private RefundRules() {}

    /// What is known of a line on the day on which it is asked for.
    ///
    /// @param days on which `order`, `validation`, `payment`, `delivery` happened, if they did
    /// @param left units that nobody has asked to give back yet
    /// @param supported whether the partner's support runs for it
    public record Facts(
            LocalDate asked,
            OrderState.Code order,
            boolean transmitted,
            Map<String, LocalDate> days,
            long left,
            boolean supported) {}

    /// @param reason empty while nobody has said one: then the window for the most is looked at
    public static RefundDecision decide(
            Offer offer,
            Facts facts,
            long units,
            Optional<Reason> reason,
            BusinessCalendar calendar) {
        var windows = offer.refunds().stream().filter(policy -> !policy.never()).toList();
        if (windows.isEmpty()) {
            var grounds = common(facts, units);
            grounds.add(1, new Ground.Refundable(false));
            return decision(offer, RefundPolicy.none(), grounds, Optional.empty(), facts);
        }
        return windows.stream()
                .map(policy -> by(offer, policy, facts, units, reason, calendar))
                .min(
                        Comparator.comparing((RefundDecision one) -> one.unmet().size())
                                .thenComparing(RefundDecision::outcome))
                .orElseThrow();
    }

    private static RefundDecision by(
            Offer offer,
            RefundPolicy policy,
            Facts facts,
            long units,
            Optional<Reason> reason,
            BusinessCalendar calendar) {
        var grounds = common(facts, units);
        grounds.add(1, new Ground.Refundable(true));
        var base = policy.base().orElse("order");
        var from = Optional.ofNullable(facts.days().get(base));
        var until =
                from.flatMap(day -> policy.within().map(length -> after(length, day, calendar)));
        if (policy.within().isPresent()) {
            // Goods that did not come cannot go back.
            var mayPrecede = !(base.equals("delivery") && offer.comesInParcels());
            grounds.add(
                    new Ground.InTime(
                            until.map(last -> !facts.asked().isAfter(last)).orElse(mayPrecede),
                            facts.asked(),
                            base,
                            from,
                            until,
                            policy.endsWithParcel()));
        }
        reason.ifPresent(given ->
                grounds.add(new Ground.Fits(policy.isOpenFor(given), given, policy.reasons())));
        return decision(offer, policy, grounds, until, facts);
    }

    private static List<Ground> common(Facts facts, long units) {
        var passed =
                switch (facts.order()) {
                    case DELIVERED -> true;
                    case IN_FULFILMENT, AWAITING_APPROVAL -> facts.transmitted();
                    case AWAITING_PAYMENT, CANCELLED, REFUSED, EXPIRED -> false;
                };
        var grounds = new ArrayList<Ground>();
        grounds.add(new Ground.Passed(passed, facts.order(), facts.transmitted()));
        grounds.add(new Ground.Left(units >= 1 && units <= facts.left(), units, facts.left()));
        return grounds;
    }

    private static RefundDecision decision(
            Offer offer,
            RefundPolicy policy,
            List<Ground> grounds,
            Optional<LocalDate> until,
            Facts facts) {
        var refused = grounds.stream().anyMatch(ground -> !ground.met());
        var outcome =
                refused
                        ? Outcome.REFUSED
                        : policy.staffDecides() ? Outcome.STAFF : Outcome.ACCEPTED;
        return new RefundDecision(
                outcome,
                grounds,
                until,
                policy.endsWithParcel(),
                new Terms(
                        offer.comesInParcels(),
                        policy.returnCostWithCustomer(),
                        policy.mayReplace(),
                        policy.parcelWithin().map(RefundRules::days).orElse(PARCEL_DAYS),
                        policy.condition()),
                refused ? Optional.of(wayOut(facts)) : Optional.empty());
    }

    private static WayOut wayOut(Facts facts) {
        return switch (facts.order()) {
            case AWAITING_PAYMENT -> WayOut.CANCEL;
            case AWAITING_APPROVAL, IN_FULFILMENT ->
                    facts.transmitted() ? WayOut.ASK : WayOut.CANCEL;
            case DELIVERED -> facts.supported() ? WayOut.SUPPORT : WayOut.ASK;
            case CANCELLED, REFUSED, EXPIRED -> WayOut.ASK;
        };
    }

    private static LocalDate after(Duration length, LocalDate day, BusinessCalendar calendar) {
        return length.unit() == Duration.Unit.BUSINESS_DAYS
                ? calendar.plusBusinessDays(day, length.amount())
                : day.plus(length.period());
    }

    private static long days(Duration length) {
        return switch (length.unit()) {
            case DAYS, BUSINESS_DAYS -> length.amount();
            case WEEKS -> 7L * length.amount();
            case MONTHS -> 30L * length.amount();
            case YEARS -> 365L * length.amount();
        };
    }
}
