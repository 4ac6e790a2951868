package org.passerelle.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;

/// One order with all that was agreed when it was placed and all that happened since (ORD-05).
///
/// `deliverTo` is the registered address of that day. Titles are in the language of that day.
public record Order(
        OrderNumber number,
        OrganisationId organisation,
        Signature placedBy,
        Instant placedAt,
        Language language,
        String deliverTo,
        boolean needsApproval,
        OrderState state,
        LinePrice.Total total,
        List<Line> lines,
        List<HandOver> handedOver,
        List<Event> events) {

    /// What one line is about, and its price as agreed. Allotment, stock and delivery go by line.
    ///
    /// @param givenBack units of it that came back after they were handed over (ORD-09)
    public record Line(
            int position,
            OfferId offer,
            String sku,
            String title,
            Offer.Kind kind,
            PartnerId partner,
            ProgrammeId programme,
            LinePrice price,
            Optional<Money> marketValue,
            List<Accepted> accepted,
            List<Answer> answers,
            List<Person> persons,
            Optional<LocalDate> expectedOn,
            Optional<Instant> allHandedAt,
            Optional<Instant> deliveredAt,
            Optional<SupportContract> contract,
            long givenBack) {

        /// Whether each unit is for one named person (ORD-12).
        public boolean hasSeats() {
            return !persons.isEmpty();
        }

        /// Who has a unit now.
        public List<Person> holders() {
            return persons.stream().filter(Person::holds).toList();
        }

        /// Whether the day by which it was promised is over, and it is not there.
        public boolean isLate(LocalDate today) {
            return deliveredAt.isEmpty() && expectedOn.filter(today::isAfter).isPresent();
        }

        /// Units that did not come back.
        public long kept() {
            return price.quantity() - givenBack;
        }

        /// Units that nobody has now; none of a line without seats.
        public long freeSeats() {
            return hasSeats() ? Math.max(0, kept() - holders().size()) : 0;
        }
    }

    /// A condition as it was accepted: the text by its path and the hash of its words (ORD-01).
    public record Accepted(
            String text, String version, Language language, Instant at, Signature by) {}

    /// The partner's question in the words it was asked, and the answer (ORD-07).
    public record Answer(String question, String asked, String answer) {}

    /// Who has a unit, or had it until it was freed (ORD-12).
    ///
    /// @param place among all who ever had one of the line, from one
    public record Person(
            int place,
            String name,
            String email,
            Optional<Boolean> newUser,
            Instant since,
            Optional<Instant> until) {

        public boolean holds() {
            return until.isEmpty();
        }
    }

    /// The partner's support for a line: it runs from its first day to its last, both included, and
    /// without an end where the partner names none (ORD-11).
    ///
    /// @param activeSince empty while its first day is ahead
    /// @param endedOn the day on which the last unit came back that it is for
    public record SupportContract(
            Optional<String> number,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<Instant> activeSince,
            Optional<LocalDate> endedOn) {

        /// Whether it is in force on a day.
        public boolean isActive(LocalDate on) {
            return activeSince.isPresent()
                    && endedOn.isEmpty()
                    && until.filter(on::isAfter).isEmpty();
        }

        SupportContract ended(LocalDate on) {
            return new SupportContract(number, from, until, activeSince, Optional.of(on));
        }
    }

    /// One thing that happened, oldest first.
    public record Event(Kind kind, String detail, Instant at, Signature by) {
        public enum Kind {
            PLACED,
            PAID,
            PAYMENT_SHORT,
            PAYMENT_EXCEEDED,
            PAYMENT_TAKEN_BACK,
            MORE_TIME,
            STOCK_HELD,
            STOCK_LEFT,
            REMINDED,
            TRANSMITTED,
            APPROVED,
            REFUSED,
            HANDED_OVER,
            ARRIVED,
            COUNTED_AS_ARRIVED,
            EXPECTED,
            LINE_DELIVERED,
            DELIVERED,
            RESENT,
            CANCELLED,
            EXPIRED,
            MONEY_RETURNED,
            SEAT_GIVEN,
            SEAT_FREED,
            CONTRACT_PLANNED,
            CONTRACT_ENDED,
            CONTRACT_ACTIVE
        }
    }

    public Line line(int position) {
        return lines.stream().filter(l -> l.position() == position).findFirst().orElseThrow();
    }

    /// What was handed over for a line, oldest first.
    public List<HandOver> handedOver(int position) {
        return handedOver.stream().filter(h -> h.position() == position).toList();
    }

    /// Parcels of a line that are still on their way, oldest first.
    public List<HandOver> underWay(int position) {
        return handedOver(position).stream().filter(HandOver::isUnderWay).toList();
    }

    /// Names a line to stock and allotments.
    public String cause(int position) {
        return causePrefix() + position;
    }

    /// What the causes of all its lines begin with.
    public String causePrefix() {
        return "order " + number.key() + "/";
    }

    /// The day on which a line was there: that of its last part, which may be told later; empty
    /// until then.
    public Optional<LocalDate> deliveredOn(int position, ZoneId zone) {
        return line(position)
                .deliveredAt()
                .map(at ->
                        handedOver(position).stream()
                                .filter(it -> it.what() != Offer.HandOver.What.SUPPORT_CONTRACT)
                                .map(it -> it.there(zone))
                                .max(Comparator.naturalOrder())
                                .orElseGet(() -> at.atZone(zone).toLocalDate()));
    }

    /// Whether a parcel is there only because nobody said a word about it.
    public boolean isCounted(HandOver parcel) {
        return events.stream()
                .filter(event -> event.kind() == Event.Kind.COUNTED_AS_ARRIVED)
                .anyMatch(event -> event.detail().equals(parcel.told()));
    }

    /// The earliest promised day that is over without its line being there; empty while nothing is
    /// late, and once the order has ended (ORD-06).
    public Optional<LocalDate> lateSince(LocalDate today) {
        return state instanceof OrderState.Open
                ? lines.stream()
                        .filter(line -> line.isLate(today))
                        .flatMap(line -> line.expectedOn().stream())
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    public boolean isFullyDelivered() {
        return lines.stream().allMatch(line -> line.deliveredAt().isPresent());
    }
}
