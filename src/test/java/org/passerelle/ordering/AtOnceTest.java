package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.faults.AtOnce;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.PlaceOutcome.Placed;
import org.springframework.beans.factory.annotation.Autowired;

/// One cart; what 200 at two nodes do to a limit, to stock and to a pool is in `SeveralNodesTest`.
@ProductTest
@Requirement("ORD-04")
class AtOnceTest {
    private final OrderingFixture house;

    AtOnceTest(@Autowired OrderingFixture house) {
        this.house = house;
    }

    /// Two tabs, each with its own key: the cart is ordered once, not once for each tab.
    @Test
    @Requirement("ORD-01")
    void one_cart_ordered_from_16_tabs_at_once_is_one_order() throws Exception {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "2");
        var seen = house.ordering.cart(buyer.organisation(), Language.FR).seal();

        var outcomes =
                AtOnce.all(
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
}
