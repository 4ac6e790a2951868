package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.payment.Payable;
import org.passerelle.programme.Figure;
import org.passerelle.programme.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever happens to an organisation's orders, in whatever order: the allotment ledger, the stock
/// and the money say what the orders say, and each event has its letter. The steps are drawn by
/// chance, those that are refused included.
@ProductTest
@Requirement({"ORD-04", "ORD-05", "ORD-08", "ORD-13", "PAY-01", "NOT-01"})
class OrderHistoryLawsTest {
    private static final int STEPS = 40;
    private static final int SHELF = 6;

    @Autowired OrderingFixture house;
    @Autowired UnpaidOrders unpaid;
    @Autowired Notification notification;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ledger_stock_and_money_agree_with_the_orders_after_each_step(long seed) {
        var random = new Random(seed);
        var buyer = house.qualified();
        house.stockroom.count(STAFF, OFFICE, LAPTOP, held() + SHELF, "test");
        var elsewhere = held();
        var orders = new ArrayList<Order>();
        for (var step = 0; step < STEPS; step++) {
            step(random, buyer, orders);
            orders.replaceAll(order -> house.ordering.order(order.number()).orElseThrow());
            var then = "seed " + seed + ", step " + step;
            ledgerAgrees(buyer, orders, then);
            assertThat(held()).as(then).isEqualTo(elsewhere + unitsHeld(orders));
            orders.forEach(order -> moneyAgrees(order, then));
        }
        assertThat(orders).extracting(order -> order.state().code()).hasSizeGreaterThan(2);
        orders.forEach(
                order -> EventLetters.areAll(order, notification.about(order.number().letters())));
    }

    private void step(Random random, Buyer buyer, List<Order> orders) {
        if (orders.isEmpty() || random.nextInt(4) == 0) {
            places(random, buyer).ifPresent(orders::add);
            return;
        }
        var order = orders.get(random.nextInt(orders.size()));
        var number = order.number();
        switch (random.nextInt(8)) {
            case 0 -> pays(order, Money.parse("EUR 1.00"));
            case 1, 2 -> pays(order, order.total().gross());
            case 3 -> house.ordering.cancel(buyer.actor(), number, "Autrement");
            case 4 -> house.ordering.transmit(STAFF, number);
            case 5 ->
                    house.ordering.deliver(
                            STAFF,
                            number,
                            1,
                            UUID.randomUUID(),
                            given(order),
                            random.nextBoolean());
            case 6 -> house.arrives(order);
            default -> expires(order);
        }
    }

    private Optional<Order> places(Random random, Buyer buyer) {
        OfferId offer = random.nextBoolean() ? WINDOWS : LAPTOP;
        house.fill(buyer, offer, Integer.toString(1 + random.nextInt(3)));
        var outcome = house.place(buyer);
        house.ordering.remove(buyer.organisation(), offer);
        return outcome instanceof PlaceOutcome.Placed(var order, _)
                ? Optional.of(order)
                : Optional.empty();
    }

    private void pays(Order order, Money amount) {
        house.ordering.recordPayment(
                STAFF,
                order.number(),
                amount,
                LocalDate.of(2026, 11, 2),
                "bank " + UUID.randomUUID());
    }

    private static HandedOver given(Order order) {
        return order.line(1).offer().equals(LAPTOP)
                ? new HandedOver.Parcel("Post", "P", Optional.empty(), Optional.empty())
                : new HandedOver.Keys(List.of("K"));
    }

    private void expires(Order order) {
        var late = house.payments.get(order.number().payable()).lastDay().plusDays(1);
        var due = late.atStartOfDay(house.pack().office().zone()).toInstant();
        transaction.executeWithoutResult(
                _ -> unpaid.expire(order.number(), due, new Actor.Product("test")));
    }

    private long held() {
        return house.stockroom.levels(OFFICE).stream()
                .filter(level -> level.offer().equals(LAPTOP))
                .findFirst()
                .orElseThrow()
                .held();
    }

    private static boolean isOpen(Order order) {
        return order.state() instanceof OrderState.Open;
    }

    private static long unitsHeld(List<Order> orders) {
        return orders.stream()
                .filter(order -> isOpen(order) && order.line(1).offer().equals(LAPTOP))
                .mapToLong(order -> order.line(1).price().quantity())
                .sum();
    }

    private void ledgerAgrees(Buyer buyer, List<Order> orders, String then) {
        var ledger = house.programmes.historyOf(buyer.organisation());
        assertThat(ledger.lines()).as(then).hasSameSizeAs(orders);
        for (var order : orders) {
            var line =
                    ledger.lines().stream()
                            .filter(one -> one.order().equals(order.number().key()))
                            .findFirst()
                            .orElseThrow();
            var isDelivered = order.state() instanceof OrderState.Delivered;
            assertThat(line.counts()).as(then).isEqualTo(isOpen(order) || isDelivered);
            assertThat(line.state() == History.State.DELIVERED).as(then).isEqualTo(isDelivered);
        }
        var counted =
                orders.stream()
                        .filter(order ->
                                isOpen(order) || order.state() instanceof OrderState.Delivered)
                        .filter(order -> order.line(1).offer().equals(WINDOWS))
                        .mapToLong(order -> order.line(1).price().quantity())
                        .sum();
        var state =
                house.programmes.mayStillOrder(buyer.organisation()).stream()
                        .filter(one -> one.of().equals(List.of(WINDOWS)))
                        .findFirst();
        state.ifPresent(
                one -> assertThat(one.used()).as(then).isEqualTo(new Figure.Units(counted)));
        assertThat(state.isPresent() || counted == 0).as(then).isTrue();
    }

    /// What came is owed, or is noted to go back, or waits to.
    private void moneyAgrees(Order order, String then) {
        var payable = house.payments.get(order.number().payable());
        var kept = payable.received().minus(payable.returned());
        switch (order.state()) {
            case OrderState.AwaitingPayment _ ->
                    assertThat(kept.isLessThan(order.total().gross())).as(then).isTrue();
            case OrderState.AwaitingApproval _, OrderState.InFulfilment _, OrderState.Delivered _ ->
                    assertThat(kept.minus(payable.excess()))
                            .as(then)
                            .isEqualTo(order.total().gross());
            case OrderState.Cancelled _, OrderState.Refused _, OrderState.Expired _ -> {
                assertThat(payable.state()).as(then).isEqualTo(Payable.State.WITHDRAWN);
                assertThat(kept).as(then).isEqualTo(payable.excess());
            }
        }
    }
}
