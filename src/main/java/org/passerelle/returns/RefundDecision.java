package org.passerelle.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.kernel.Localised;
import org.passerelle.ordering.OrderState;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;

/// The answer to "may units of this line be given back, and what follows?", with every ground: what
/// was found, what the offer's policy demands (ORD-09).
///
/// @param outcome by the policy, if all grounds are met
/// @param until the last day, inclusive, on which it may be asked or, with `byParcel`, the parcel
///   may be back; empty while the window has not begun or where there is none
/// @param terms what follows when it is accepted
/// @param wayOut what may be done instead
public record RefundDecision(
        Outcome outcome,
        List<Ground> grounds,
        Optional<LocalDate> until,
        boolean byParcel,
        Terms terms,
        Optional<WayOut> wayOut) {

    public RefundDecision {
        grounds = List.copyOf(grounds);
    }

    /// Who decides, and how. `STAFF` where a person of the office has the last word.
    public enum Outcome {
        ACCEPTED,
        STAFF,
        REFUSED
    }

    /// What may be done in place of a return.
    public enum WayOut {
        /// The order can still be cancelled as a whole (ORD-08).
        CANCEL,
        /// The partner's support runs for the line (ORD-11).
        SUPPORT,
        ASK
    }

    /// What follows when it is accepted.
    ///
    /// @param inParcel whether the goods go back; else it is declared that nothing was installed
    /// @param parcelDays how many days the parcel may take once it was accepted
    /// @param condition of the policy, in the pack's words
    public record Terms(
            boolean inParcel,
            boolean costWithCustomer,
            boolean mayReplace,
            long parcelDays,
            Optional<Localised> condition) {}

    /// One thing that was looked at.
    public sealed interface Ground {
        boolean met();

        /// The order went to the partner, and did not end.
        record Passed(boolean met, OrderState.Code found, boolean transmitted) implements Ground {}

        /// The offer is refunded at all.
        record Refundable(boolean met) implements Ground {}

        /// Asked in time.
        ///
        /// @param base what the window runs from: `order`, `validation`, `payment`, `delivery`
        /// @param from empty while that has not happened
        record InTime(
                boolean met,
                LocalDate asked,
                String base,
                Optional<LocalDate> from,
                Optional<LocalDate> until,
                boolean byParcel)
                implements Ground {}

        /// For a reason for which the window is open.
        record Fits(boolean met, Reason given, List<Reason> demanded) implements Ground {}

        /// No more than there still is of the line.
        record Left(boolean met, long wanted, long left) implements Ground {}
    }

    public boolean isRefused() {
        return outcome == Outcome.REFUSED;
    }

    /// The grounds that are not met.
    public List<Ground> unmet() {
        return grounds.stream().filter(ground -> !ground.met()).toList();
    }

    /// As the audit trail keeps it for some units of a line.
    String told(int line, long units, Reason reason) {
        return "line %d: %d %s %s"
                .formatted(line, units, reason.word(), outcome.name().toLowerCase(Locale.ROOT));
    }
}
