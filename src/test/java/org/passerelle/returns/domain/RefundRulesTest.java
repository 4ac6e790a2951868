package org.passerelle.returns.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.ordering.OrderState.Code;
import org.passerelle.pack.RefundsOf;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.RefundPolicy;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.packs.CommittedPack;
import org.passerelle.returns.RefundDecision;
import org.passerelle.returns.RefundDecision.Ground;
import org.passerelle.returns.RefundDecision.Outcome;
import org.passerelle.returns.RefundDecision.WayOut;
import org.passerelle.returns.Share;

/// What may be given back, as the offices' texts say it (ORD-09).
@Requirement("ORD-09")
class RefundRulesTest {
    private static final Pack LU = CommittedPack.of("socialware-lu");
    private static final Pack BE = CommittedPack.of("socialware-be");
    private static final Pack CA = CommittedPack.of("techsoup-ca");
    private static final LocalDate ORDERED = LocalDate.of(2026, 3, 2);
    private static final LocalDate PAID = LocalDate.of(2026, 3, 5);
    private static final LocalDate DELIVERED = LocalDate.of(2026, 4, 10);
    private static final BusinessCalendar CALENDAR =
            new BusinessCalendar(ZoneOffset.UTC, _ -> Set.of(), List.of());
    private static final Map<String, LocalDate> DAYS =
            Map.of("order", ORDERED, "validation", PAID, "payment", PAID, "delivery", DELIVERED);

    private static Offer offer(Pack pack, String id) {
        return pack.offer(OfferId.of(id)).orElseThrow();
    }

    private static RefundRules.Facts on(LocalDate day) {
        return new RefundRules.Facts(day, Code.DELIVERED, true, DAYS, 3, false);
    }

    private static RefundDecision decide(Offer offer, LocalDate day, Reason reason) {
        return RefundRules.decide(offer, on(day), 1, Optional.of(reason), CALENDAR);
    }

    static Stream<Arguments> texts() {
        var laptop = offer(LU, "refurbished-laptop");
        var hardware = offer(BE, "switch-24");
        var router = offer(LU, "cisco-router");
        var office = offer(CA, "office-standard-2019");
        var genuine = offer(CA, "windows-get-genuine");
        var zoom = offer(LU, "zoom-pro");
        var desktop = offer(CA, "refurbished-desktop");
        return Stream.of(
                // 000: 14 days from the order's validation, for any reason, and not a day more
                arguments(laptop, PAID.plusDays(14), Reason.UNWANTED, Outcome.ACCEPTED),
                arguments(laptop, PAID.plusDays(15), Reason.UNWANTED, Outcome.REFUSED),
                arguments(hardware, PAID.plusDays(14), Reason.UNWANTED, Outcome.ACCEPTED),
                arguments(hardware, PAID.plusDays(15), Reason.DAMAGED, Outcome.REFUSED),
                // 000: damaged Cisco within 60 days of the delivery
                arguments(router, DELIVERED.plusDays(60), Reason.DAMAGED, Outcome.STAFF),
                arguments(router, DELIVERED.plusDays(61), Reason.DAMAGED, Outcome.REFUSED),
                arguments(router, DELIVERED, Reason.UNWANTED, Outcome.REFUSED),
                // 000: the fee of Zoom is not refunded, nor is any software
                arguments(zoom, ORDERED, Reason.UNWANTED, Outcome.REFUSED),
                // 001 5.5: Microsoft donations of which nothing was installed, never Get Genuine
                arguments(office, ORDERED.plusDays(60), Reason.NOT_INSTALLED, Outcome.STAFF),
                arguments(office, ORDERED.plusDays(61), Reason.NOT_INSTALLED, Outcome.REFUSED),
                arguments(office, ORDERED.plusDays(1), Reason.UNWANTED, Outcome.REFUSED),
                arguments(genuine, ORDERED, Reason.NOT_INSTALLED, Outcome.REFUSED),
                arguments(desktop, DELIVERED.plusDays(2), Reason.DAMAGED, Outcome.STAFF));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void as_the_texts_say(Offer offer, LocalDate day, Reason reason, Outcome expected) {
        assertThat(decide(offer, day, reason).outcome()).isEqualTo(expected);
    }

    @Test
    void software_and_only_software_goes_back_without_a_parcel() {
        for (var pack : List.of(LU, BE, CA)) {
            for (var offer : pack.offers().values()) {
                var never = offer.refunds().stream().allMatch(RefundPolicy::never);
                var decision = decide(offer, ORDERED, Reason.NOT_INSTALLED);
                assertThat(decision.terms().inParcel())
                        .as(offer.id().value())
                        .isEqualTo(offer.kind() == Offer.Kind.HARDWARE);
                assertThat(offer.refunds()).as(offer.id().value()).isNotEmpty();
                if (never) {
                    assertThat(decision.unmet()).contains(new Ground.Refundable(false));
                } else if (!decision.terms().inParcel()) {
                    assertThat(offer.programme().value()).isEqualTo("microsoft-donation");
                    assertThat(decision.outcome()).isEqualTo(Outcome.STAFF);
                }
            }
        }
    }

    @Test
    void all_grounds_are_told_at_once_and_the_way_out() {
        var late = DELIVERED.plusDays(99);
        var facts = new RefundRules.Facts(late, Code.DELIVERED, true, DAYS, 1, true);

        var decision =
                RefundRules.decide(
                        offer(LU, "cisco-router"),
                        facts,
                        2,
                        Optional.of(Reason.UNWANTED),
                        CALENDAR);

        assertThat(decision.unmet())
                .containsExactly(
                        new Ground.Left(false, 2, 1),
                        new Ground.InTime(
                                false,
                                DELIVERED.plusDays(99),
                                "delivery",
                                Optional.of(DELIVERED),
                                Optional.of(DELIVERED.plusDays(60)),
                                true),
                        new Ground.Fits(false, Reason.UNWANTED, List.of(Reason.DAMAGED)));
        assertThat(decision.wayOut()).contains(WayOut.SUPPORT);
    }

    @Test
    void what_can_be_cancelled_is_not_returned() {
        var facts = new RefundRules.Facts(PAID, Code.IN_FULFILMENT, false, DAYS, 1, false);

        var decision =
                RefundRules.decide(
                        offer(LU, "refurbished-laptop"), facts, 1, Optional.empty(), CALENDAR);

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.wayOut()).contains(WayOut.CANCEL);
    }

    @Test
    void goods_that_did_not_come_cannot_go_back() {
        var facts =
                new RefundRules.Facts(
                        PAID, Code.IN_FULFILMENT, true, Map.of("order", ORDERED), 1, false);

        var decision =
                RefundRules.decide(
                        offer(LU, "cisco-router"), facts, 1, Optional.of(Reason.DAMAGED), CALENDAR);

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.unmet()).hasOnlyElementsOfType(RefundDecision.Ground.InTime.class);
        assertThat(decision.wayOut()).contains(WayOut.ASK);
    }

    @Test
    void of_several_windows_the_one_that_fits_counts() {
        var any = offer(LU, "refurbished-laptop").refunds().getFirst();
        var damaged = offer(LU, "cisco-router").refunds().getFirst();
        var both = new RefundsOf(offer(LU, "cisco-router")).with(List.of(any, damaged));

        assertThat(decide(both, PAID.plusDays(3), Reason.UNWANTED).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(decide(both, DELIVERED, Reason.DAMAGED).outcome()).isEqualTo(Outcome.STAFF);
        assertThat(decide(both, DELIVERED, Reason.UNWANTED).unmet()).hasSize(1);
    }

    @Test
    void shares_add_up_to_the_whole() {
        qt().forAll(longs().between(0, 1_000_000), longs().between(1, 50), longs().between(0, 49))
                .check((minor, quantity, cut) -> {
                    var whole = Money.ofMinor(CurrencyUnit.EUR, minor);
                    var first = Math.min(cut, quantity);
                    return Share.of(whole, quantity, 0, first)
                            .plus(Share.of(whole, quantity, first, quantity - first))
                            .equals(whole);
                });
    }
}
