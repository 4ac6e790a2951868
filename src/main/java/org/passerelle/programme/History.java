package org.passerelle.programme;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;

/// What an organisation ordered through this office, whatever became of it.
///
/// @param formerUsers who had a unit of a programme and has it no more, by e-mail address
public record History(List<Line> lines, Map<ProgrammeId, Set<String>> formerUsers) {
    public static final History NONE = new History(List.of());

    public History {
        lines = List.copyOf(lines);
        formerUsers = Map.copyOf(formerUsers);
    }

    /// One in which nobody gave a unit back.
    public History(List<Line> lines) {
        this(lines, Map.of());
    }

    /// One line of one order, with the figures of the time it was placed: a later version of the
    /// pack does not change what was counted.
    ///
    /// @param order what the lines of one order share, such as its number
    /// @param holds licences and devices in one unit
    /// @param fee of the whole line, excluding VAT; empty for what had no fee
    /// @param paid when it was paid, for programmes that count at payment
    public record Line(
            String order,
            OfferId offer,
            ProgrammeId programme,
            long quantity,
            Offer.Holds holds,
            Optional<Money> fee,
            Instant placed,
            Optional<Instant> paid,
            State state,
            List<Person> persons) {

        /// A line of an offer of the pack, at the fee in force in the office when it is placed.
        public static Line of(
                Pack pack,
                Offer offer,
                long quantity,
                String order,
                Instant placed,
                State state,
                List<Person> persons) {
            var day = placed.atZone(pack.office().zone()).toLocalDate();
            return new Line(
                    order,
                    offer.id(),
                    offer.programme(),
                    quantity,
                    offer.holds(),
                    offer.feeOn(day).map(fee -> fee.multipliedBy(quantity)),
                    placed,
                    Optional.empty(),
                    state,
                    persons);
        }

        /// What is left of the line once units of it came back; with all of them it counts as
        /// cancelled (ORD-09).
        public Line without(long units) {
            if (units == 0) {
                return this;
            }
            var left = quantity - units;
            return left <= 0
                    ? new Line(
                            order,
                            offer,
                            programme,
                            quantity,
                            holds,
                            fee,
                            placed,
                            paid,
                            State.CANCELLED,
                            persons)
                    : new Line(
                            order,
                            offer,
                            programme,
                            left,
                            holds,
                            fee.map(all ->
                                    all.multipliedBy(left)
                                            .dividedBy(quantity, RoundingMode.HALF_UP)),
                            placed,
                            paid,
                            state,
                            persons);
        }

        /// The line with other persons, as units pass from hand to hand.
        public Line heldBy(List<Person> holders) {
            return new Line(
                    order, offer, programme, quantity, holds, fee, placed, paid, state, holders);
        }

        public Line paidAt(Optional<Instant> time) {
            return new Line(
                    order, offer, programme, quantity, holds, fee, placed, time, state, persons);
        }

        public boolean counts() {
            return state.counts();
        }
    }

    /// Where a line stands. What was cancelled, refused or has expired counts nothing (ORD-04).
    public enum State {
        PLACED,
        AWAITING_PAYMENT,
        PAID,
        AWAITING_APPROVAL,
        APPROVED,
        IN_DELIVERY,
        DELIVERED,
        CANCELLED,
        REFUSED,
        EXPIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<State> of(String code) {
            for (var state : values()) {
                if (state.code().equals(code)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }

        public boolean counts() {
            return switch (this) {
                case PLACED,
                        AWAITING_PAYMENT,
                        PAID,
                        AWAITING_APPROVAL,
                        APPROVED,
                        IN_DELIVERY,
                        DELIVERED ->
                        true;
                case CANCELLED, REFUSED, EXPIRED -> false;
            };
        }
    }

    /// Who uses a unit: known by e-mail address, in any case of letters. `newUser` is what the
    /// organisation said, where it was asked.
    public record Person(String email, Optional<String> name, Optional<Boolean> newUser) {
        public Person {
            email = email.strip().toLowerCase(Locale.ROOT);
        }
    }

    /// The lines that count.
    public List<Line> counted() {
        return lines.stream().filter(Line::counts).toList();
    }

    /// The counted lines of offers of a partner.
    public List<Line> countedOf(Pack pack, PartnerId partner) {
        return counted().stream()
                .filter(line -> partnerOf(pack, line).equals(Optional.of(partner)))
                .toList();
    }

    private static Optional<PartnerId> partnerOf(Pack pack, Line line) {
        return pack.offer(line.offer())
                .map(Offer::partner)
                .or(() -> pack.programme(line.programme()).map(programme -> programme.partner()));
    }
}
