package org.passerelle.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.ReturnState.Remedy;

/// What an organisation gives back of one order, and what became of it (ORD-09).
///
/// @param inParcel whether the goods come back; else it was declared that nothing was installed
/// @param wish what the organisation would rather have
/// @param explanation in its own words
public record Return(
        ReturnNumber number,
        OrganisationId organisation,
        Signature announcedBy,
        Instant announcedAt,
        boolean inParcel,
        Remedy wish,
        String explanation,
        ReturnState state,
        List<Line> lines,
        List<DocumentId> documents,
        List<Event> events) {

    public Return {
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
        events = List.copyOf(events);
    }

    /// Units of one line of the order.
    ///
    /// @param until the last day by the policy, empty where it had none yet
    /// @param inspected empty until somebody of the office saw them, or decided without
    public record Line(
            int position,
            long units,
            Reason reason,
            Optional<LocalDate> until,
            Optional<Inspected> inspected) {

        /// Units for which money or another piece came back; none before that was decided.
        public long accepted() {
            return inspected.map(Inspected::accepted).orElse(0L);
        }
    }

    /// What was found of a line.
    ///
    /// @param accepted units that count as given back
    /// @param restocked of these, pieces that can be handed over again
    /// @param net and `taxes`: what came back for the accepted units
    public record Inspected(long accepted, long restocked, Money net, Money taxes) {}

    /// One thing that happened, oldest first.
    public record Event(Kind kind, String detail, Instant at, Signature by) {
        public enum Kind {
            ANNOUNCED,
            ACCEPTED,
            REFUSED,
            RECEIVED,
            SETTLED,
            REJECTED,
            LAPSED,
            WITHDRAWN
        }
    }

    public long units() {
        return lines.stream().mapToLong(Line::units).sum();
    }
}
