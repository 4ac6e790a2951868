package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.OFFICE;

import java.util.List;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Offices;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.programme.History;

/// The nodes of one product behind their ports, and the `house` that prepares for them and reads
/// the books.
record Nodes(OrderingFixture house, People people, int... ports) {
    /// One after the other.
    int port(int number) {
        return ports[number % ports.length];
    }

    Shopper shopper(Buyer buyer) {
        return new Shopper(
                buyer, Browsing.signedIn(port(0), buyer.holder()).actingFor(buyer.organisation()));
    }

    Browsing staff(Role role) {
        return Browsing.signedIn(port(0), Accounts.staffOf(people, Offices.of(OFFICE), role));
    }

    /// All that were not cancelled.
    List<Order> orders(Buyer buyer) {
        return house.ordering.history(buyer.organisation()).stream()
                .filter(order -> order.state().code() != OrderState.Code.CANCELLED)
                .toList();
    }

    /// So many orders, and the allotment ledger has these and no others.
    void assertLedgerIsOrders(Buyer buyer, int count) {
        var orders = orders(buyer);
        assertThat(orders).hasSize(count);
        assertThat(house.programmes.historyOf(buyer.organisation()).counted())
                .extracting(History.Line::order)
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(order -> order.number().key()).toList());
    }
}
