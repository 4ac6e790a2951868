package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.SWITCH;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.ActOutcome.AlreadyTransmitted;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.ActOutcome.NotNow;
import org.passerelle.ordering.ActOutcome.ReasonMissing;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.payment.Payable;
import org.passerelle.payment.RecordOutcome;
import org.passerelle.programme.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class FulfilmentTest {
    private final OrderingFixture house;
    private final Fulfilment fulfilment;
    private final TransactionTemplate transaction;
    private final Notification notification;
    private final DSLContext db;
    private final Clock clock;

    FulfilmentTest(
            @Autowired OrderingFixture house,
            @Autowired Fulfilment fulfilment,
            @Autowired TransactionTemplate transaction,
            @Autowired Notification notification,
            @Autowired DSLContext db,
            @Autowired Clock clock) {
        this.house = house;
        this.fulfilment = fulfilment;
        this.transaction = transaction;
        this.notification = notification;
        this.db = db;
        this.clock = clock;
    }

    private Order now(Order order) {
        return house.ordering.order(order.number()).orElseThrow();
    }

    private List<SentLetter> letters(OrganisationId organisation, String template) {
        return notification.ofOrganisation(organisation).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    private History.Line ledgerLine(Order order) {
        return house.programmes.historyOf(order.organisation()).lines().stream()
                .filter(line -> line.order().equals(order.number().key()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement({"ORD-06", "PAY-01"})
    void the_whole_payment_moves_the_order_on_and_promises_a_day_in_business_days() {
        var order = house.paid(house.qualified(), WINDOWS, "2");

        assertThat(order.state()).isInstanceOf(OrderState.InFulfilment.class);
        var calendar = BusinessCalendars.of(house.pack().office());
        var within = house.offer(WINDOWS).delivery().orElseThrow().within();
        assertThat(order.line(1).expectedOn())
                .contains(
                        calendar.plusBusinessDays(
                                calendar.dayOf(clock.instant()), within.amount()));
        assertThat(letters(order.organisation(), "ordering.paid")).hasSize(1);
    }

    @Test
    @Requirement("PAY-01")
    void money_short_is_told_and_the_order_waits_on_and_one_receipt_counts_once() {
        var order = house.placed(house.qualified(), WINDOWS, "2");
        var part = Money.parse("EUR 1.00");
        var day = LocalDate.of(2026, 11, 2);
        var reference = "bank " + UUID.randomUUID();

        assertThat(house.ordering.recordPayment(STAFF, order.number(), part, day, reference))
                .isInstanceOf(RecordOutcome.Short.class);
        assertThat(house.ordering.recordPayment(STAFF, order.number(), part, day, reference))
                .isInstanceOf(RecordOutcome.AlreadyRecorded.class);

        assertThat(now(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(house.payments.get(order.number().payable()).received()).isEqualTo(part);
        house.ordering.recordPayment(
                STAFF,
                order.number(),
                order.total().gross().minus(part),
                day,
                "bank " + UUID.randomUUID());
        assertThat(now(order).state()).isInstanceOf(OrderState.InFulfilment.class);
    }

    @Test
    @Requirement("PAY-01")
    void word_of_a_part_that_is_heard_after_the_rest_came_asks_for_nothing() {
        var order = house.paid(house.qualified(), WINDOWS, "1");
        var part = Money.parse("EUR 1.00");

        transaction.executeWithoutResult(_ ->
                fulfilment.paidShort(
                        order.number(), part, order.total().gross().minus(part), STAFF));

        assertThat(letters(order.organisation(), "ordering.short")).isEmpty();
    }

    @Test
    @Requirement({"ORD-04", "ORD-11"})
    void keys_are_sealed_shown_on_the_order_and_never_in_a_letter() {
        var order = house.paid(house.qualified(), WINDOWS, "2");
        var secret = "KEY-" + UUID.randomUUID();

        assertThat(house.handsKey(order, secret, false)).isInstanceOf(Done.class);
        assertThat(ledgerLine(order).state()).isNotEqualTo(History.State.DELIVERED);
        house.ordering.deliver(
                STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.Download("https://download.example.org/setup"),
                true);

        var done = now(order);
        assertThat(done.state()).isInstanceOf(OrderState.Delivered.class);
        assertThat(house.ordering.secrets(done, done.handedOver().getFirst()))
                .containsExactly(secret);
        assertThat(ledgerLine(order).state()).isEqualTo(History.State.DELIVERED);
        assertThat(letters(order.organisation(), "ordering.delivery"))
                .hasSize(2)
                .allSatisfy(letter -> {
                    assertThat(letter.to()).isEqualTo("bureau@mainsvertes.example");
                    assertThat(letter.text()).doesNotContain(secret);
                })
                .anySatisfy(letter ->
                        assertThat(letter.text()).contains("https://download.example.org/setup"));
        assertThat(db.fetch("select sealed from ordering.hand_over where sealed is not null"))
                .allSatisfy(row ->
                        assertThat(new String(row.get(0, byte[].class))).doesNotContain(secret));
    }

    @Test
    @Requirement("ORD-11")
    void a_letter_of_a_hand_over_is_written_again_on_request() {
        var order = house.paid(house.qualified(), WINDOWS, "1");
        house.handsKey(order, "K", true);

        house.ordering.resend(STAFF, order.number(), now(order).handedOver().getFirst().id());

        assertThat(letters(order.organisation(), "ordering.delivery")).hasSize(2);
    }

    @Test
    @Requirement({"ORD-11", "VOU-05"})
    void codes_come_from_the_pool_and_no_order_gets_anothers() {
        var offer =
                house.pack().offers().values().stream()
                        .filter(o -> o.id().value().equals("zoom-meetings-1y"))
                        .findFirst()
                        .orElseThrow();
        var pool = ((Offer.Stock.CodePool) offer.stock()).pool();
        house.stockroom.importCodes(
                STAFF, OFFICE, pool, "Z-" + UUID.randomUUID() + "\nZ-" + UUID.randomUUID());
        var first = house.paid(house.qualified(), offer.id(), "1");
        var second = house.paid(house.qualified(), offer.id(), "1");

        for (var order : List.of(first, second)) {
            house.ordering.deliver(
                    STAFF,
                    order.number(),
                    1,
                    UUID.randomUUID(),
                    new HandedOver.CodesFromPool(),
                    true);
        }

        var codes = new java.util.ArrayList<String>();
        for (var order : List.of(now(first), now(second))) {
            codes.addAll(house.ordering.secrets(order, order.handedOver().getFirst()));
        }
        assertThat(codes).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @Requirement({"ORD-06", "ORD-07", "ORD-11"})
    void a_partner_that_approves_gets_answers_then_parcels_come_and_the_contract_follows() {
        var order = house.paid(disadvantaged(), SWITCH, "1");
        assertThat(order.state()).isInstanceOf(OrderState.AwaitingApproval.class);
        assertThat(order.line(1).answers()).hasSize(3);
        assertThat(
                        house.ordering.deliver(
                                STAFF,
                                order.number(),
                                1,
                                UUID.randomUUID(),
                                new HandedOver.Token(),
                                false))
                .isEqualTo(new NotNow(OrderState.Code.AWAITING_APPROVAL));

        house.ordering.approve(STAFF, order.number());
        for (var parcel : List.of("P1", "P2")) {
            house.ordering.deliver(
                    STAFF,
                    order.number(),
                    1,
                    UUID.randomUUID(),
                    new HandedOver.Parcel(
                            "Post", parcel, Optional.of("One half"), Optional.empty()),
                    parcel.equals("P2"));
        }
        assertThat(now(order).state()).isInstanceOf(OrderState.InFulfilment.class);
        house.arrives(now(order));
        var contract =
                house.ordering.deliver(
                        STAFF,
                        order.number(),
                        1,
                        UUID.randomUUID(),
                        new HandedOver.SupportContract(
                                Optional.of("SC-1"), LocalDate.of(2027, 1, 4)),
                        true);

        assertThat(contract).isInstanceOf(Done.class);
        assertThat(now(order).state()).isInstanceOf(OrderState.Delivered.class);
        assertThat(now(order).handedOver())
                .extracting(HandOver::reference)
                .containsExactly(Optional.of("P1"), Optional.of("P2"), Optional.of("SC-1"));
    }

    private OrderingFixture.Buyer disadvantaged() {
        var buyer = house.qualified();
        house.programmes.judge(
                STAFF, buyer.organisation(), "serves-disadvantaged", true, "Ils aident.");
        return buyer;
    }

    @Test
    @Requirement("ORD-07")
    void a_refusal_is_mailed_with_its_reason_and_everything_comes_back() {
        var order = house.paid(disadvantaged(), SWITCH, "1");
        assertThat(house.ordering.refuse(STAFF, order.number(), " "))
                .isInstanceOf(ReasonMissing.class);

        house.ordering.refuse(STAFF, order.number(), "Déjà servi cette année");

        assertThat(now(order).state()).isInstanceOf(OrderState.Refused.class);
        assertThat(ledgerLine(order).counts()).isFalse();
        var payable = house.payments.get(order.number().payable());
        assertThat(payable.state()).isEqualTo(Payable.State.WITHDRAWN);
        assertThat(payable.returned()).isEqualTo(order.total().gross());
        assertThat(letters(order.organisation(), "ordering.refused"))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text())
                                .contains("Déjà servi cette année", "vous avez payé repart"));
    }

    @Test
    @Requirement("ORD-08")
    void the_organisation_cancels_until_transmission_with_a_reason_and_everything_comes_back() {
        var buyer = house.qualified();
        house.stockroom.count(STAFF, OFFICE, LAPTOP, laptops().held() + 5, "test");
        var order = house.paid(buyer, LAPTOP, "1");
        assertThat(laptops().available()).isEqualTo(4);
        assertThat(house.ordering.cancel(buyer.actor(), order.number(), ""))
                .isInstanceOf(ReasonMissing.class);

        house.ordering.cancel(buyer.actor(), order.number(), "Erreur de saisie");
        house.ordering.cancel(buyer.actor(), order.number(), "Erreur de saisie");

        assertThat(laptops().available()).isEqualTo(5);
        assertThat(ledgerCounts(order)).isFalse();
        assertThat(house.payments.get(order.number().payable()).returned())
                .isEqualTo(order.total().gross());
        var transmitted = house.paid(buyer, LAPTOP, "1");
        house.ordering.transmit(STAFF, transmitted.number());
        assertThat(house.ordering.cancel(buyer.actor(), transmitted.number(), "Trop tard"))
                .isInstanceOf(AlreadyTransmitted.class);
    }

    private boolean ledgerCounts(Order order) {
        return ledgerLine(order).counts();
    }

    private StockLevel laptops() {
        return house.stockroom.levels(OFFICE).stream()
                .filter(level -> level.offer().equals(LAPTOP))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement({"ORD-11", "TOK-02"})
    void a_validation_offer_leads_to_the_tokens() {
        var order = house.paid(house.qualified(), OfferId.of("google-workspace"), "1");

        house.ordering.deliver(
                STAFF, order.number(), 1, UUID.randomUUID(), new HandedOver.Token(), true);

        assertThat(letters(order.organisation(), "ordering.delivery"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("/tokens"));
    }
}
