package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payout;
import org.passerelle.payment.RecordOutcome;
import org.passerelle.paypal.PayPalPayments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// An order that nobody pays: reminded, then closed with everything back; and money that comes in
/// part or late.
@ProductTest
@Requirement("ORD-13")
class UnpaidOrdersTest {
    @Autowired OrderingFixture house;
    @Autowired List<DueHandler> handlers;
    @Autowired Agenda agenda;
    @Autowired Dunning dunning;
    @Autowired Notification notification;
    @Autowired TransactionTemplate transaction;
    @Autowired Orders orders;
    @Autowired PayPalPayments paypal;
    @Autowired Reservations reservations;
    @Autowired OrderLetters post;
    @Autowired OrderLog log;

    /// Has the agenda's entry of an order fall due, as the agenda does: once, at its time.
    private void fallsDue(String kind, Order order) {
        var handler = handlers.stream().filter(h -> h.kind().equals(kind)).findFirst();
        var key = order.number().key();
        var when = agenda.due(kind, key).orElseThrow();
        transaction.executeWithoutResult(_ -> {
            agenda.cancel(kind, key);
            handler.orElseThrow().fallDue(key, when);
        });
    }

    /// The product was away until after the last day: reminder and end fall due at once.
    @Test
    void nobody_is_asked_to_pay_by_a_day_that_is_over() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var lastDay = payable(order).lastDay();
        var zone = house.pack().office().zone();

        remindedAt(lastDay.plusDays(1).atStartOfDay(zone).toInstant(), order);
        assertThat(letters(order, "ordering.reminder")).isEmpty();
        assertThat(now(order).events()).noneMatch(e -> e.kind() == Order.Event.Kind.REMINDED);

        remindedAt(lastDay.atTime(23, 59).atZone(zone).toInstant(), order);
        assertThat(letters(order, "ordering.reminder")).hasSize(1);
    }

    private void remindedAt(Instant now, Order order) {
        var unpaid =
                new UnpaidOrders(
                        orders,
                        house.payments,
                        paypal,
                        reservations,
                        house.packs,
                        agenda,
                        post,
                        log,
                        Clock.fixed(now, ZoneOffset.UTC));
        transaction.executeWithoutResult(_ -> unpaid.remind(order.number(), now, STAFF));
    }

    private Order now(Order order) {
        return house.ordering.order(order.number()).orElseThrow();
    }

    private Payable payable(Order order) {
        return house.payments.get(order.number().payable());
    }

    private RecordOutcome pays(Order order, Money amount) {
        return house.ordering.recordPayment(
                STAFF,
                order.number(),
                amount,
                LocalDate.of(2026, 11, 2),
                "bank " + UUID.randomUUID());
    }

    private List<SentLetter> letters(Order order, String template) {
        return notification.ofOrganisation(order.organisation()).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    private LocalDate dayPlanned(String kind, Order order) {
        return agenda.due(kind, order.number().key())
                .orElseThrow()
                .atZone(house.pack().office().zone())
                .toLocalDate();
    }

    @Test
    void both_days_are_the_office_s() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var terms = house.pack().office().payment();
        var placed = order.placedAt().atZone(house.pack().office().zone()).toLocalDate();

        assertThat(dayPlanned(UnpaidOrders.REMIND, order))
                .isEqualTo(placed.plusDays(terms.remindAfterDays().getFirst()));
        assertThat(dayPlanned(UnpaidOrders.DEADLINE, order))
                .isEqualTo(placed.plusDays(terms.expireAfterDays() + 1L));
    }

    @Test
    void it_is_reminded_as_often_as_the_office_says_each_once_and_the_last_says_so() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var days = house.pack().office().payment().remindAfterDays();
        var placed = order.placedAt().atZone(house.pack().office().zone()).toLocalDate();
        assertThat(days).hasSizeGreaterThan(1);

        for (var day : days) {
            assertThat(dayPlanned(UnpaidOrders.REMIND, order)).isEqualTo(placed.plusDays(day));
            fallsDue(UnpaidOrders.REMIND, order);
        }

        assertThat(agenda.due(UnpaidOrders.REMIND, order.number().key())).isEmpty();
        assertThat(letters(order, "ordering.reminder"))
                .hasSize(days.size())
                .filteredOn(letter -> letter.subject().contains("dernier rappel"))
                .hasSize(1);
    }

    @Test
    void staff_remind_once_a_day_and_the_agenda_leaves_that_turn_out() {
        var order = house.placed(house.qualified(), WINDOWS, "1");

        assertThat(dunning.remind(STAFF, order.number())).isTrue();
        assertThat(dunning.remind(STAFF, order.number())).isFalse();
        fallsDue(UnpaidOrders.REMIND, order);

        assertThat(letters(order, "ordering.reminder")).hasSize(1);
        assertThat(agenda.due(UnpaidOrders.REMIND, order.number().key())).isPresent();
        house.ordering.cancel(STAFF, order.number(), "test");
        assertThat(dunning.remind(STAFF, order.number())).isFalse();
        assertThat(agenda.due(UnpaidOrders.REMIND, order.number().key())).isEmpty();
        assertThat(agenda.due(UnpaidOrders.DEADLINE, order.number().key())).isEmpty();
    }

    @Test
    void staff_give_more_time_with_a_reason_and_the_order_lives_as_long() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var last = payable(order).lastDay();

        assertThat(dunning.giveTime(STAFF, order.number(), last.plusDays(9), " ")).isFalse();
        assertThat(dunning.giveTime(STAFF, order.number(), last, "too early")).isFalse();
        assertThat(dunning.giveTime(STAFF, order.number(), last.plusYears(2), "for ever"))
                .isFalse();
        assertThat(dunning.giveTime(STAFF, order.number(), last.plusDays(9), "Their bank is slow"))
                .isTrue();

        assertThat(payable(order).lastDay()).isEqualTo(last.plusDays(9));
        assertThat(dayPlanned(UnpaidOrders.DEADLINE, order)).isEqualTo(last.plusDays(10));
        assertThat(letters(order, "ordering.more-time")).hasSize(1);
        assertThat(dunning.open(OFFICE, 0, 1_000))
                .filteredOn(open -> open.order().number().equals(order.number()))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.reminders()).isZero();
                    assertThat(open.next()).isPresent();
                    assertThat(open.expires()).contains(last.plusDays(9));
                });
    }

    @Test
    @Requirement({"PAY-01", "NOT-01"})
    void the_reminder_says_how_to_pay_until_when_and_shows_the_code() {
        var order = house.placed(house.qualified(), WINDOWS, "1");

        fallsDue(UnpaidOrders.REMIND, order);

        var payable = payable(order);
        assertThat(letters(order, "ordering.reminder"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.to()).isEqualTo("bureau@mainsvertes.example");
                    assertThat(letter.text())
                            .contains(
                                    payable.iban(),
                                    payable.bic(),
                                    payable.communication().toString(),
                                    "À recevoir avant la fin du");
                    assertThat(letter.html()).contains("data:image/png;base64,");
                });
        assertThat(now(order).events())
                .extracting(Order.Event::kind)
                .containsExactly(Order.Event.Kind.PLACED, Order.Event.Kind.REMINDED);
    }

    @Test
    void nobody_is_reminded_of_an_order_that_is_paid_and_it_never_expires() {
        var order = house.paid(house.qualified(), WINDOWS, "1");

        assertThat(agenda.due(UnpaidOrders.REMIND, order.number().key())).isEmpty();
        assertThat(agenda.due(UnpaidOrders.DEADLINE, order.number().key())).isEmpty();
        var late = house.pack().office().zone();
        var end = payable(order).lastDay().plusDays(1).atStartOfDay(late).toInstant();
        handlers.stream()
                .filter(handler -> handler.kind().startsWith("ordering.payment-"))
                .forEach(handler -> handler.fallDue(order.number().key(), end));

        assertThat(letters(order, "ordering.reminder")).isEmpty();
        assertThat(now(order).state()).isInstanceOf(OrderState.InFulfilment.class);
    }

    @Test
    @Requirement("ORD-04")
    void after_the_last_day_the_order_ends_and_allotment_and_stock_come_back() {
        house.stockroom.count(STAFF, OFFICE, LAPTOP, laptops().held() + 3, "test");
        var order = house.placed(house.qualified(), LAPTOP, "2");
        assertThat(laptops().available()).isEqualTo(1);

        fallsDue(UnpaidOrders.DEADLINE, order);

        assertThat(now(order).state()).isInstanceOf(OrderState.Expired.class);
        assertThat(laptops().available()).isEqualTo(3);
        assertThat(house.programmes.historyOf(order.organisation()).counted()).isEmpty();
        assertThat(letters(order, "ordering.expired")).hasSize(1);
    }

    private org.passerelle.catalogue.StockLevel laptops() {
        return house.stockroom.levels(OFFICE).stream()
                .filter(level -> level.offer().equals(LAPTOP))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement("PAY-01")
    void money_that_comes_after_the_end_wakes_nothing_goes_back_by_itself_and_is_told() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        fallsDue(UnpaidOrders.DEADLINE, order);

        var total = order.total().gross();
        assertThat(pays(order, total)).isInstanceOf(RecordOutcome.NoLongerOwed.class);

        assertThat(now(order).state()).isInstanceOf(OrderState.Expired.class);
        assertThat(house.programmes.historyOf(order.organisation()).counted()).isEmpty();
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> letters(order, "ordering.late").size() == 1);
        assertThat(payable(order).payouts())
                .singleElement()
                .matches(payout -> payout.amount().equals(total))
                .matches(payout -> payout.state().code() == Payout.State.Code.DUE);
        assertThat(payable(order).excess()).isEqualTo(Money.zero(total.getCurrencyUnit()));
    }

    @Test
    @Requirement("PAY-01")
    void a_part_changes_the_code_gives_the_rest_its_days_and_comes_back_when_it_stays_alone() {
        var order = house.placed(house.qualified(), WINDOWS, "2");
        var part = Money.parse("EUR 1.00");
        var before = payable(order);
        pays(order, part);

        var after = payable(order);
        var terms = house.pack().office().payment();
        assertThat(after.epc().orElseThrow().payload())
                .contains("EUR" + order.total().gross().minus(part).getAmount().toPlainString());
        assertThat(after.lastDay()).isEqualTo(before.lastDay()); // it came on the first day
        assertThat(terms.lastDayFrom(LocalDate.of(2026, 3, 21)))
                .isEqualTo(LocalDate.of(2026, 4, 4));
        fallsDue(UnpaidOrders.REMIND, order);
        assertThat(letters(order, "ordering.reminder").getFirst().text()).contains("le reste");

        fallsDue(UnpaidOrders.DEADLINE, order);

        assertThat(now(order).state()).isInstanceOf(OrderState.Expired.class);
        assertThat(payable(order).returned()).isEqualTo(part);
        assertThat(letters(order, "ordering.expired").getFirst().text())
                .contains("Ce qui vous est rendu");
    }

    @Test
    void a_part_moves_an_end_that_was_planned_sooner() {
        var order = house.placed(house.qualified(), WINDOWS, "2");
        pays(order, Money.parse("EUR 1.00"));
        var early = payable(order).lastDay().minusDays(3).atStartOfDay();
        var zone = house.pack().office().zone();
        agenda.plan(UnpaidOrders.DEADLINE, order.number().key(), early.atZone(zone).toInstant());

        fallsDue(UnpaidOrders.DEADLINE, order);

        assertThat(now(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(dayPlanned(UnpaidOrders.DEADLINE, order))
                .isEqualTo(payable(order).lastDay().plusDays(1));
    }
}
