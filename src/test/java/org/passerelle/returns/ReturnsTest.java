package org.passerelle.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.catalogue.Availability;
import org.passerelle.faults.AtOnce;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.AnnounceOutcome.Announced;
import org.passerelle.returns.ReturnOutcome.Done;
import org.passerelle.returns.ReturnState.Code;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.ReturnState.SendBack;
import org.passerelle.returns.Returns.Inspection;
import org.passerelle.returns.Returns.Wanted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/// A return from the announcement to the money (ORD-09).
@ProductTest
@RecordApplicationEvents
@Requirement("ORD-09")
class ReturnsTest {
    @Autowired OrderingFixture house;
    @Autowired GivenBack goods;
    @Autowired Returns returns;
    @Autowired Notification notification;
    @Autowired Agenda agenda;
    @Autowired List<DueHandler> handlers;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    /// Others sell out.
    @BeforeEach
    void there_are_laptops() {
        house.stockroom.add(STAFF, OFFICE, LAPTOP, 20, "test");
    }

    @Autowired ApplicationEvents heard;

    /// What others hear of a return.
    private List<LineReturned> heard(Order order) {
        return heard.stream(LineReturned.class)
                .filter(one -> one.order().equals(order.number()))
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(house.pack().office().zone()).toLocalDate();
    }

    private AnnounceOutcome announce(Buyer buyer, Order order, long units) {
        return returns.announce(
                buyer.actor(),
                order.number(),
                List.of(new Wanted(1, units, Reason.UNWANTED)),
                Remedy.MONEY,
                "Trop lourd.",
                List.of());
    }

    private Return announced(Buyer buyer, Order order, long units) {
        return ((Announced) announce(buyer, order, units)).returns().getFirst();
    }

    private Return now(Return asked) {
        return returns.find(asked.number()).orElseThrow();
    }

    private long free() {
        return ((Availability.Counted) house.stockroom.available(OFFICE, house.offer(LAPTOP)))
                .units();
    }

    private Money returned(Order order) {
        return house.payments.get(order.number().payable()).returned();
    }

    private List<String> letters(Order order) {
        return notification.ofOrganisation(order.organisation()).stream()
                .map(letter -> letter.template())
                .filter(template -> template.startsWith("returns."))
                .toList()
                .reversed();
    }

    @Test
    void a_laptop_comes_back_and_so_do_the_money_the_allotment_and_the_stock() {
        var buyer = house.qualified();
        var order = goods.laptops(buyer, "3");
        var stock = free();

        var asked = announced(buyer, order, 2);

        assertThat(asked.state()).isInstanceOf(ReturnState.Accepted.class);
        assertThat(asked.number()).hasToString(order.number() + "-1");
        var by = ((ReturnState.Accepted) asked.state()).sendBack().by();
        assertThat(by).isEqualTo(today().plusDays(14));
        returns.received(STAFF, asked.number(), today());
        var found = List.of(new Inspection(1, 2, 1));
        assertThat(returns.inspect(STAFF, asked.number(), found, Remedy.MONEY, ""))
                .isInstanceOf(Done.class);

        var worth = Share.gross(order.line(1).price(), 0, 2);
        assertThat(returned(order)).isEqualTo(worth);
        assertThat(free()).isEqualTo(stock + 1);
        assertThat(house.programmes.historyOf(order.organisation()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(1));
        assertThat(heard(order))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.net().plus(event.taxes())).isEqualTo(worth);
                    assertThat(event.quantity()).isEqualTo(2);
                });
        assertThat(letters(order))
                .containsExactly("returns.accepted", "returns.received", "returns.settled");
        assertThat(house.letterTo(buyer, "returns.accepted"))
                .contains(asked.number().toString(), "Vous payez l’envoi");
        assertThat(agenda.due(Returns.PARCEL_DEADLINE, asked.number().key())).isEmpty();
    }

    @Test
    @Requirement("ORD-11")
    void support_ends_on_the_day_the_last_unit_comes_back_and_the_letter_says_so() {
        var buyer = house.qualified();
        var order = goods.switches(buyer, "2");
        assertThat(contract(order).endedOn()).isEmpty();

        damaged(buyer, order);
        assertThat(contract(order).endedOn()).isEmpty();
        assertThat(lastLetter(order)).doesNotContain("support");
        damaged(buyer, order);

        assertThat(contract(order).endedOn()).contains(today());
        assertThat(contract(order).isActive(today())).isFalse();
        assertThat(lastLetter(order)).contains("Le support du partenaire prend fin");
        assertThat(agenda.due("ordering.support-contract", order.number().key() + " 1")).isEmpty();
    }

    /// One switch is damaged, accepted, opened and paid back.
    private void damaged(Buyer buyer, Order order) {
        var wanted = List.of(new Wanted(1, 1, Reason.DAMAGED));
        var outcome =
                returns.announce(
                        buyer.actor(), order.number(), wanted, Remedy.MONEY, "Cassé.", List.of());
        var asked = ((Announced) outcome).returns().getFirst();
        if (asked.state() instanceof ReturnState.Announced) {
            returns.accept(STAFF, asked.number(), Remedy.MONEY, returns.proposed(asked));
        }
        returns.received(STAFF, asked.number(), today());
        assertThat(
                        returns.inspect(
                                STAFF,
                                asked.number(),
                                List.of(new Inspection(1, 1, 0)),
                                Remedy.MONEY,
                                ""))
                .isInstanceOf(Done.class);
    }

    private Order.SupportContract contract(Order order) {
        return house.ordering.order(order.number()).orElseThrow().line(1).contract().orElseThrow();
    }

    private String lastLetter(Order order) {
        return notification.ofOrganisation(order.organisation()).getFirst().text();
    }

    @Test
    void no_more_goes_back_than_was_ordered_and_shares_add_up() {
        var buyer = house.qualified();
        var order = goods.laptops(buyer, "3");
        for (var units : List.of(1L, 1L, 1L)) {
            var asked = announced(buyer, order, units);
            returns.received(STAFF, asked.number(), today());
            returns.inspect(
                    STAFF, asked.number(), List.of(new Inspection(1, units, 0)), Remedy.MONEY, "");
        }

        assertThat(announce(buyer, order, 1)).isInstanceOf(AnnounceOutcome.NotPossible.class);
        assertThat(returned(order)).isEqualTo(order.total().gross());
        assertThat(house.programmes.historyOf(order.organisation()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.state().name()).isEqualTo("CANCELLED"));
    }

    @Test
    void sixteen_who_announce_and_settle_at_once_are_paid_once() throws Exception {
        var buyer = house.qualified();
        var order = goods.laptops(buyer, "2");

        var outcomes = AtOnce.all(16, _ -> announce(buyer, order, 2));

        assertThat(outcomes).filteredOn(Announced.class::isInstance).hasSize(1);
        var asked = returns.of(order.number()).getFirst();
        returns.received(STAFF, asked.number(), today());
        var settled =
                AtOnce.all(
                        16,
                        _ ->
                                returns.inspect(
                                        STAFF,
                                        asked.number(),
                                        List.of(new Inspection(1, 2, 2)),
                                        Remedy.MONEY,
                                        ""));
        assertThat(settled).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(returned(order)).isEqualTo(order.total().gross());
        assertThat(heard(order)).hasSize(1);
    }

    @Test
    void software_is_refused_with_its_reasons_and_nothing_is_kept() {
        var buyer = house.qualified();
        var order = house.paid(buyer, WINDOWS, "1");
        house.handsKey(order, "KEY-1", true);

        var outcome = announce(buyer, order, 1);

        assertThat(outcome).isInstanceOf(AnnounceOutcome.NotPossible.class);
        assertThat(((AnnounceOutcome.NotPossible) outcome).decisions().values())
                .flatExtracting(RefundDecision::unmet)
                .containsExactly(new RefundDecision.Ground.Refundable(false));
        assertThat(returns.of(order.number())).isEmpty();
    }

    @Test
    void a_parcel_that_never_comes_closes_the_return_on_its_day() {
        var buyer = house.qualified();
        var order = goods.laptops(buyer, "1");
        var asked = announced(buyer, order, 1);
        var key = asked.number().key();
        var due = agenda.due(Returns.PARCEL_DEADLINE, key).orElseThrow();
        assertThat(due.atZone(house.pack().office().zone()).toLocalDate())
                .isEqualTo(today().plusDays(15));

        var handler =
                handlers.stream()
                        .filter(one -> one.kind().equals(Returns.PARCEL_DEADLINE))
                        .findFirst()
                        .orElseThrow();
        transaction.executeWithoutResult(_ -> {
            agenda.cancel(Returns.PARCEL_DEADLINE, key);
            handler.fallDue(key, due);
        });

        assertThat(now(asked).state().code()).isEqualTo(Code.LAPSED);
        assertThat(letters(order)).containsExactly("returns.accepted", "returns.lapsed");
        assertThat(returned(order).isZero()).isTrue();
        assertThat(returns.left(order, 1)).isEqualTo(1);
    }

    @Test
    void what_is_not_accepted_has_its_reason_and_may_be_asked_again() {
        var buyer = house.qualified();
        var order = goods.laptops(buyer, "2");
        var asked = announced(buyer, order, 2);
        returns.received(STAFF, asked.number(), today());
        var half = List.of(new Inspection(1, 1, 0));

        assertThat(returns.inspect(STAFF, asked.number(), half, Remedy.MONEY, " "))
                .isInstanceOf(ReturnOutcome.ReasonMissing.class);
        assertThat(
                        returns.inspect(
                                STAFF,
                                asked.number(),
                                List.of(new Inspection(1, 1, 2)),
                                Remedy.MONEY,
                                "x"))
                .isEqualTo(new ReturnOutcome.TooMany(1, 1));
        assertThat(returns.inspect(STAFF, asked.number(), half, Remedy.REPLACEMENT, "x"))
                .isInstanceOf(ReturnOutcome.NoReplacement.class);
        returns.inspect(STAFF, asked.number(), half, Remedy.MONEY, "L’écran est fendu.");

        assertThat(returned(order)).isEqualTo(Share.gross(order.line(1).price(), 0, 1));
        assertThat(house.letterTo(buyer, "returns.settled")).contains("L’écran est fendu.");
        assertThat(returns.left(order, 1)).isEqualTo(1);
    }

    @Test
    void it_may_be_withdrawn_until_the_parcel_is_here() {
        var buyer = house.qualified();
        var order = goods.laptops(buyer, "1");
        var asked = announced(buyer, order, 1);

        assertThat(returns.withdraw(buyer.actor(), asked.number())).isInstanceOf(Done.class);
        assertThat(agenda.due(Returns.PARCEL_DEADLINE, asked.number().key())).isEmpty();
        var again = announced(buyer, order, 1);
        returns.received(STAFF, again.number(), today());
        assertThat(returns.withdraw(buyer.actor(), again.number()))
                .isInstanceOf(ReturnOutcome.NotNow.class);
        assertThat(returns.search(OFFICE, Set.of(Code.RECEIVED), 0, 100))
                .extracting(Return::number)
                .contains(again.number());
    }

    @Test
    void a_parcel_did_not_come_tomorrow_nor_before_it_was_announced() {
        var buyer = house.qualified();
        var asked = announced(buyer, goods.laptops(buyer, "1"), 1);

        for (var day : List.of(today().plusDays(1), today().minusDays(1))) {
            assertThat(returns.received(STAFF, asked.number(), day))
                    .isEqualTo(new ReturnOutcome.DayOutOfRange(today(), today()));
        }
        assertThat(
                        returns.accept(
                                STAFF, asked.number(), Remedy.MONEY, new SendBack("Ici", today())))
                .isInstanceOf(Done.class);
    }
}
