package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.passerelle.catalogue.Availability;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Role;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.security.Site;

/// A crowd of organisations that want what there is little of, at all nodes at one instant.
public final class Shelves {
    private static final OfferId POOLED = OfferId.of("zoom-meetings-1y");

    private final Nodes nodes;
    private final OrderingFixture house;
    private final List<Shopper> crowd = new ArrayList<>();

    Shelves(Nodes nodes) {
        this.nodes = nodes;
        this.house = nodes.house();
    }

    /// A crowd of organisations, four for each piece, all with one in the cart; each holds only one
    /// of the pieces, and who got none holds nothing.
    ///
    /// @param organisations how many press, all together 200 times
    public void atStock(int organisations) {
        var before = laptops().held();
        var pieces = organisations / 4;
        house.stockroom.count(STAFF, OFFICE, LAPTOP, before + pieces, "test");

        var orders = pressed(organisations, LAPTOP);

        assertThat(orders).hasSize(pieces);
        assertThat(laptops().held() - before).isEqualTo(pieces);
        assertThat(laptops().available()).isZero();
        orders.forEach(order -> house.ordering.cancel(STAFF, order.number(), "test"));
        assertThat(laptops().held()).isEqualTo(before);
    }

    /// All organisations of the crowd look at their carts, then press at one instant, each so often
    /// that it makes 200; what they ordered.
    private List<Order> pressed(int organisations, OfferId offer) {
        gather(organisations);
        crowd.forEach(shopper -> house.fill(shopper.buyer(), offer, "1"));
        var looks =
                IntStream.range(0, organisations)
                        .mapToObj(
                                number -> crowd.get(number).look(nodes.port(number)).orElseThrow())
                        .toList();

        var numbers =
                AtOnce.all(
                        Races.TRIES,
                        number -> {
                            var one = number % organisations;
                            var at = nodes.port(one + number / organisations);
                            return crowd.get(one).press(at, looks.get(one));
                        });

        for (var shopper : crowd) {
            house.ordering.remove(shopper.buyer().organisation(), offer);
            var open = nodes.orders(shopper.buyer());
            assertThat(open).hasSizeLessThan(2);
            nodes.assertLedgerIsOrders(shopper.buyer(), open.size());
        }
        return numbers.stream()
                .flatMap(Optional::stream)
                .distinct()
                .map(number -> house.ordering.order(new OrderNumber(OFFICE, number)).orElseThrow())
                .toList();
    }

    /// So many organisations, ten of each person: to sign in is made to be slow.
    private void gather(int organisations) {
        while (crowd.size() < organisations) {
            var holder = Accounts.member(nodes.people());
            var tabs = Browsing.signedIn(nodes.port(crowd.size()), holder);
            for (var i = 0; i < 10 && crowd.size() < organisations; i++) {
                var buyer = house.qualified(holder);
                crowd.add(new Shopper(buyer, tabs.actingFor(buyer.organisation())));
            }
        }
    }

    private StockLevel laptops() {
        return house.stockroom.levels(OFFICE).stream()
                .filter(level -> level.offer().equals(LAPTOP))
                .findFirst()
                .orElseThrow();
    }

    /// One pool of codes, one for four organisations: who gets one holds it, and handed over from
    /// many tabs of staff each order has one, that nobody else has.
    ///
    /// @param organisations how many press, all together 200 times
    public void onOnePool(int organisations) {
        var offer = house.offer(POOLED);
        var pieces = organisations / 4;
        takeAllThatIsFree(offer);
        var pool = ((Offer.Stock.CodePool) offer.stock()).pool();
        house.stockroom.importCodes(STAFF, OFFICE, pool, codes(pieces));

        var orders = pressed(organisations, POOLED);

        assertThat(orders).hasSize(pieces);
        assertThat(house.stockroom.available(OFFICE, offer)).isEqualTo(new Availability.Counted(0));
        orders.forEach(house::pay);
        assertThat(handedOver(orders)).hasSize(pieces).doesNotHaveDuplicates();
        var served = orders.stream().map(Order::organisation).toList();
        crowd.removeIf(shopper -> served.contains(shopper.buyer().organisation()));
    }

    private void takeAllThatIsFree(Offer offer) {
        var free = ((Availability.Counted) house.stockroom.available(OFFICE, offer)).units();
        if (free > 0) {
            house.hold(new Stockroom.Wanted(POOLED, free, "race/" + UUID.randomUUID() + "/1"));
        }
    }

    private static String codes(int count) {
        var codes = new StringBuilder("code;expires\n");
        for (var i = 0; i < count; i++) {
            codes.append("R-").append(UUID.randomUUID()).append(";2099-12-31\n");
        }
        return codes.toString();
    }

    /// What buyers read after staff pressed "hand over" 200 times, with few looks and many tabs.
    private List<String> handedOver(List<Order> orders) {
        var staff = nodes.staff(Role.SUPPORT);
        var keys =
                orders.stream()
                        .map(order -> staff.get(nodes.port(0), atStaff(order)).body())
                        .map(page -> Site.hidden(page, "key"))
                        .toList();
        AtOnce.all(
                Races.TRIES,
                number -> {
                    var at = number % orders.size();
                    var form =
                            Map.of("kind", "code-from-pool", "key", keys.get(at), "last", "true");
                    var path = atStaff(orders.get(at)) + "/lines/1";
                    return staff.post(nodes.port(number + number / orders.size()), path, form);
                });
        return orders.stream()
                .map(order -> house.ordering.order(order.number()).orElseThrow())
                .flatMap(order ->
                        order.handedOver().stream()
                                .flatMap(one -> house.ordering.secrets(order, one).stream()))
                .toList();
    }

    private static String atStaff(Order order) {
        return "/staff/orders/" + order.number();
    }
}
