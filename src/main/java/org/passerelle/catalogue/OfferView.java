package org.passerelle.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Partner;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.Figure;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;

/// One offer as a reader sees it on a day: what it costs, what is there, and, for an organisation,
/// whether it may have it and how many (CAT-02).
///
/// @param price of one unit; empty when it is not sold that day
/// @param isTaxOpen whether the tax in the price may be another one in the reader's region, which
///   is not known
public record OfferView(
        Office office,
        Offer offer,
        Partner partner,
        Programme programme,
        LocalDate day,
        Optional<Programme.Version> rules,
        Optional<LinePrice> price,
        boolean isTaxOpen,
        Availability availability,
        Optional<Verdict> verdict) {

    /// How an offer stands with an organisation, as the filter says it.
    public enum Standing {
        OPEN,
        UNDECIDED,
        /// All that is in the way is that the office has not qualified the organisation.
        ONCE_QUALIFIED,
        NOT_ELIGIBLE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// The programme's decision, what the offer demands beyond it, and the allotments that limit
    /// it.
    public record Verdict(
            EligibilityDecision decision,
            Optional<Finding> ofOffer,
            List<AllotmentState> allotments) {

        public Standing standing() {
            var outcomes =
                    ofOffer.map(own -> List.of(decision.reasons().outcome(), own.outcome()))
                            .orElseGet(() -> List.of(decision.reasons().outcome()));
            return switch (Outcome.all(outcomes)) {
                case MET -> Standing.OPEN;
                case UNMET ->
                        lacksOnlyQualification() ? Standing.ONCE_QUALIFIED : Standing.NOT_ELIGIBLE;
                case UNKNOWN -> Standing.UNDECIDED;
            };
        }

        private boolean lacksOnlyQualification() {
            return inTheWay().allMatch(leaf -> leaf.remedy() instanceof Remedy.Qualify);
        }

        private Stream<Finding.Leaf> inTheWay() {
            return Stream.concat(Stream.of(decision.reasons()), ofOffer.stream())
                    .flatMap(found -> found.inTheWay().stream())
                    .flatMap(java.util.Collection::stream);
        }

        /// The one to name where there is room for one: the lack of qualification, which is the
        /// same for all offers, only where there is no other.
        public Optional<Finding.Leaf> mainObstacle() {
            return Stream.concat(obstacles().stream(), inTheWay())
                    .filter(leaf -> !(leaf.remedy() instanceof Remedy.Qualify))
                    .findFirst()
                    .or(() -> obstacles().stream().findFirst());
        }

        /// Every leaf of both, the programme's first.
        public List<Finding.Leaf> findings() {
            var leaves = new java.util.ArrayList<>(decision.telling());
            ofOffer.ifPresent(own -> leaves.addAll(own.telling()));
            return List.copyOf(leaves);
        }

        /// The leaves that keep it from being open.
        public List<Finding.Leaf> obstacles() {
            if (standing() == Standing.OPEN) {
                return List.of();
            }
            var leaves = new java.util.ArrayList<Finding.Leaf>();
            if (decision.reasons().outcome() != Outcome.MET) {
                leaves.addAll(decision.reasons().decisive());
            }
            ofOffer.filter(own -> own.outcome() != Outcome.MET)
                    .ifPresent(own -> leaves.addAll(own.decisive()));
            return List.copyOf(leaves);
        }

        /// The allotment with the least left, as a share of its limit.
        public Optional<AllotmentState> tightest() {
            return allotments.stream().min(java.util.Comparator.comparing(Verdict::shareLeft));
        }

        /// How many units of the offer each allotment leaves. Counts of renewals, first orders and
        /// titles depend on what was had before, and say nothing here.
        private LongStream unitsLeft(Offer offer) {
            return allotments.stream().flatMapToLong(state -> unitsLeft(offer, state));
        }

        private static LongStream unitsLeft(Offer offer, AllotmentState state) {
            return switch (state.left()) {
                case Figure.Amount(var money) ->
                        money.isZero() ? LongStream.of(0) : LongStream.empty();
                case Figure.Units(var left) ->
                        switch (state.allotment().count()) {
                            case PRODUCTS -> LongStream.of(left);
                            case LICENCES -> whole(left, offer.holds().licences());
                            case DEVICES -> whole(left, offer.holds().devices());
                            case ORDERS -> left == 0 ? LongStream.of(0) : LongStream.empty();
                            case TITLES, FEES, RENEWALS, INITIAL -> LongStream.empty();
                        };
            };
        }

        private static LongStream whole(long left, long each) {
            return each == 0 ? LongStream.empty() : LongStream.of(left / each);
        }

        private static BigDecimal shareLeft(AllotmentState state) {
            var limit = size(state.limit());
            return limit.signum() == 0
                    ? BigDecimal.ZERO
                    : size(state.left()).divide(limit, 6, RoundingMode.HALF_UP);
        }

        private static BigDecimal size(Figure figure) {
            return switch (figure) {
                case Figure.Units(var count) -> BigDecimal.valueOf(count);
                case Figure.Amount(var money) -> money.getAmount();
            };
        }
    }

    public boolean isOnSale() {
        return price.isPresent() && offer.isOnSale(day);
    }

    public boolean needsApproval() {
        return rules.flatMap(Programme.Version::approval).isPresent();
    }

    /// How many units may be ordered in one order now: what the offer allows, what is left of the
    /// allotments and what is in stock. Zero where that is less than the least of an order; empty
    /// where nothing limits it.
    public OptionalLong possibleNow() {
        var most =
                LongStream.concat(
                                LongStream.concat(
                                        offer.quantity().atMost().stream()
                                                .mapToLong(Number::longValue),
                                        verdict.stream().flatMapToLong(v -> v.unitsLeft(offer))),
                                availability instanceof Availability.Counted(var left)
                                        ? LongStream.of(left)
                                        : LongStream.empty())
                        .min();
        return most.isPresent() && most.getAsLong() < offer.quantity().atLeast()
                ? OptionalLong.of(0)
                : most;
    }

    /// What is still paid to the partner for one unit of a discount, beside the fee (CAT-01); empty
    /// where it is nothing or the partner gives no number.
    public Optional<Money> toPartner() {
        return offer.marketValue()
                .flatMap(value ->
                        offer.partnerDiscount()
                                .map(off -> value.minus(taken(value, off)))
                                .filter(Money::isPositive));
    }

    /// Market value less all that is paid: the fee, and with a discount what the partner still
    /// takes. Empty where one of them is unknown, in another currency, or nothing is saved.
    public Optional<Money> saving() {
        return price.flatMap(unit ->
                offer.marketValue()
                        .filter(value -> value.isSameCurrency(unit.fee()))
                        .flatMap(this::given)
                        .map(given -> given.minus(unit.fee()))
                        .filter(Money::isPositive));
    }

    /// What the partner gives of the market value: all of it, but with a discount.
    private Optional<Money> given(Money value) {
        return offer.kind() == Offer.Kind.DISCOUNT
                ? offer.partnerDiscount().map(off -> taken(value, off))
                : Optional.of(value);
    }

    private static Money taken(Money value, int percent) {
        return value.multipliedBy(percent).dividedBy(100, RoundingMode.DOWN);
    }

    /// The saving in whole per cent of the market value, rounded down: nothing is promised that is
    /// not there.
    public Optional<Integer> savingPercent() {
        return saving().flatMap(saved ->
                offer.marketValue()
                        .map(value ->
                                saved.getAmount()
                                        .movePointRight(2)
                                        .divide(value.getAmount(), 0, RoundingMode.DOWN)
                                        .intValueExact()));
    }
}
