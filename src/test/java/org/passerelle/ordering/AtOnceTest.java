package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.PlaceOutcome.Blocked;
import org.passerelle.ordering.PlaceOutcome.Placed;
import org.passerelle.programme.Figure;
import org.passerelle.programme.History;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement("ORD-04")
class AtOnceTest {
    private final OrderingFixture house;

    AtOnceTest(@Autowired OrderingFixture house) {
        this.house = house;
    }

    /// Runs all tries as close to one instant as threads allow.
    private static List<PlaceOutcome> atOnce(int tries, IntFunction<PlaceOutcome> place)
            throws Exception {
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<PlaceOutcome>();
        try (var threads = Executors.newFixedThreadPool(tries)) {
            var calls = new ArrayList<Callable<PlaceOutcome>>();
            for (var i = 0; i < tries; i++) {
                var number = i;
                calls.add(() -> {
                    start.await();
                    return place.apply(number);
                });
            }
            var running = calls.stream().map(threads::submit).toList();
            start.countDown();
            for (var done : running) {
                outcomes.add(done.get());
            }
        }
        return outcomes;
    }

    @Test
    void of_64_orders_at_once_against_a_limit_of_50_exactly_50_are_placed() throws Exception {
        var buyer = house.qualified();

        var outcomes =
                atOnce(
                        64,
                        _ ->
                                house.ordering.placeDirectly(
                                        buyer.actor(),
                                        buyer.organisation(),
                                        IdempotencyKey.random(),
                                        List.of(house.line(WINDOWS, "1"))));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(50);
        assertThat(outcomes)
                .filteredOn(Blocked.class::isInstance)
                .hasSize(14)
                .allSatisfy(blocked ->
                        assertThat(((Blocked) blocked).restrictions())
                                .extracting(Restriction::code)
                                .containsExactly(Restriction.Code.ALLOTMENT_EXCEEDED));
        var orders = house.ordering.history(buyer.organisation());
        assertThat(orders).hasSize(50);
        var ledger = house.programmes.historyOf(buyer.organisation()).counted();
        assertThat(ledger)
                .extracting(History.Line::order)
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(order -> order.number().key()).toList());
        assertThat(house.programmes.mayStillOrder(buyer.organisation()))
                .filteredOn(state -> state.of().contains(WINDOWS))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.used()).isEqualTo(new Figure.Units(50));
                    assertThat(state.left()).isEqualTo(new Figure.Units(0));
                });
        assertThat(house.payments.ofOrganisation(buyer.organisation())).hasSize(50);
    }

    @Test
    @Requirement("CAT-05")
    void of_64_buyers_at_once_of_50_pieces_exactly_50_get_one_and_the_others_are_told()
            throws Exception {
        var buyers = new ArrayList<OrderingFixture.Buyer>();
        for (var i = 0; i < 16; i++) {
            buyers.add(house.qualified());
        }
        house.stockroom.count(STAFF, OFFICE, LAPTOP, laptops().held() + 50, "test");
        var heldBefore = laptops().held();

        var outcomes =
                atOnce(
                        64,
                        number ->
                                house.ordering.placeDirectly(
                                        buyers.get(number % 16).actor(),
                                        buyers.get(number % 16).organisation(),
                                        IdempotencyKey.random(),
                                        List.of(house.line(LAPTOP, "1"))));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(50);
        assertThat(outcomes)
                .filteredOn(Blocked.class::isInstance)
                .allSatisfy(blocked ->
                        assertThat(((Blocked) blocked).restrictions())
                                .extracting(Restriction::code)
                                .containsExactly(Restriction.Code.OUT_OF_STOCK));
        assertThat(laptops().held() - heldBefore).isEqualTo(50);
        assertThat(laptops().available()).isZero();
        // Who got nothing holds nothing: ledger and bills are those of the orders that are there.
        assertThat(buyers)
                .allSatisfy(buyer -> {
                    var orders = house.ordering.history(buyer.organisation());
                    assertThat(house.programmes.historyOf(buyer.organisation()).lines())
                            .hasSameSizeAs(orders);
                    assertThat(house.payments.ofOrganisation(buyer.organisation()))
                            .hasSameSizeAs(orders);
                });
        assertThat(buyers)
                .extracting(buyer -> house.ordering.history(buyer.organisation()).size())
                .satisfies(
                        sizes -> assertThat(sizes.stream().mapToInt(n -> n).sum()).isEqualTo(50));
    }

    private StockLevel laptops() {
        return house.stockroom.levels(OFFICE).stream()
                .filter(level -> level.offer().equals(LAPTOP))
                .findFirst()
                .orElseThrow();
    }

    /// Two tabs, each with its own key: the cart is ordered once, not once for each tab.
    @Test
    @Requirement("ORD-01")
    void one_cart_ordered_from_16_tabs_at_once_is_one_order() throws Exception {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "2");
        var seen = house.ordering.cart(buyer.organisation(), Language.FR).seal();

        var outcomes =
                atOnce(
                        16,
                        _ ->
                                house.ordering.place(
                                        buyer.actor(),
                                        buyer.organisation(),
                                        IdempotencyKey.random(),
                                        Optional.empty(),
                                        Optional.of(seen)));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(PlaceOutcome.NothingToOrder.class::isInstance).hasSize(15);
        assertThat(house.ordering.history(buyer.organisation())).hasSize(1);
        assertThat(house.programmes.historyOf(buyer.organisation()).lines()).hasSize(1);
    }

    @Test
    void one_key_used_50_times_at_once_is_one_order() throws Exception {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "2");
        var key = IdempotencyKey.random();

        var outcomes =
                atOnce(
                        50,
                        _ ->
                                house.ordering.place(
                                        buyer.actor(),
                                        buyer.organisation(),
                                        key,
                                        Optional.empty(),
                                        Optional.empty()));

        assertThat(outcomes).allMatch(Placed.class::isInstance);
        assertThat(outcomes).filteredOn(o -> !((Placed) o).again()).hasSize(1);
        assertThat(outcomes)
                .extracting(o -> ((Placed) o).order().number())
                .containsOnly(house.ordering.history(buyer.organisation()).getFirst().number());
        assertThat(house.ordering.history(buyer.organisation())).hasSize(1);
        assertThat(house.payments.ofOrganisation(buyer.organisation())).hasSize(1);
    }
}
