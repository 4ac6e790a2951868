package org.passerelle.returns;

import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.SWITCH;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.Returns.Wanted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Goods that arrived and are given back, for tests.
@Component
public final class GivenBack {
    @Autowired OrderingFixture house;
    @Autowired Returns returns;
    @Autowired Clock clock;

    /// An order of switches, paid, approved and arrived today.
    public Order switches(Buyer buyer, String quantity) {
        house.programmes.judge(
                STAFF, buyer.organisation(), "serves-disadvantaged", true, "Ils aident.");
        var order = house.paid(buyer, SWITCH, quantity);
        house.ordering.approve(STAFF, order.number());
        return arrived(order);
    }

    /// An order of laptops, paid and arrived today.
    public Order laptops(Buyer buyer, String quantity) {
        return arrived(house.paid(buyer, LAPTOP, quantity));
    }

    private Order arrived(Order order) {
        var today = clock.instant().atZone(house.pack().office().zone()).toLocalDate();
        house.ordering.deliver(
                STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.Parcel(
                        "Post", "T1", Optional.empty(), Optional.of(today.plusDays(1))),
                true);
        house.arrives(house.ordering.order(order.number()).orElseThrow());
        return house.ordering.order(order.number()).orElseThrow();
    }

    /// One of these announced to come back, damaged: the office decides.
    public Return announced(Buyer buyer) {
        var order = switches(buyer, "1");
        var outcome =
                returns.announce(
                        buyer.actor(),
                        order.number(),
                        List.of(new Wanted(1, 1, Reason.DAMAGED)),
                        Remedy.MONEY,
                        "Rien ne s’allume.",
                        List.of());
        return ((AnnounceOutcome.Announced) outcome).returns().getFirst();
    }
}
