package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.OfferId;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of an order as they stand on the way, looked at with a critical eye at both widths:
/// cart with everything that can be asked, order with everything that can be handed over, and what
/// staff see of it.
@ProductTest
@BrowserTest
@Requirement({"ORD-01", "ORD-02", "ORD-05"})
class OrderPagesInBrowserTest {
    @Autowired OrderingFixture house;
    @Autowired People people;

    private static void look(Visitor visitor, String name, String address) {
        assertThat(visitor.open(address)).as(address).isEqualTo(200);
        visitor.look(name);
    }

    @Test
    void a_full_cart_with_questions_persons_and_conditions(Browsing browsing) {
        var buyer = house.qualified();
        house.ordering.put(buyer.organisation(), OrderingFixture.WINDOWS, "60");
        house.ordering.put(buyer.organisation(), OrderingFixture.GENUINE, "1");
        house.ordering.put(buyer.organisation(), OrderingFixture.SWITCH, "zwei");
        house.ordering.put(buyer.organisation(), OfferId.of("creative-cloud-all-apps"), "2");
        for (var visitor : List.of(browsing.visitor(), browsing.visitorWithoutScript())) {
            visitor.signIn(buyer.holder().username(), Accounts.PASSWORD);
            look(visitor, "order-cart", "/cart");
            visitor.sees("Personne 2").sees("Qui recevra le matériel sur place");
            look(visitor, "order-review-blocked", "/cart/review");
        }
    }

    @Test
    void ways_out_settle_the_cart_one_after_the_other(Browsing browsing) {
        var buyer = house.qualified();
        house.ordering.put(buyer.organisation(), OrderingFixture.WINDOWS, "60");
        var visitor = browsing.visitorOnAPhone();
        visitor.signIn(buyer.holder().username(), Accounts.PASSWORD);
        visitor.open("/cart");

        visitor.press("Ramener à 50");
        visitor.press("J’accepte cette condition");
        visitor.press("J’accepte cette condition");

        visitor.open("/cart");
        visitor.sees("Prêt.");
        visitor.press("Relire et commander");
        visitor.press("Commander :");
        visitor.reads("passée");
        visitor.look("order-placed");
    }

    @Test
    void offers_orders_and_what_is_left(Browsing browsing) {
        var buyer = house.qualified();
        var order = house.paid(buyer, OrderingFixture.WINDOWS, "2");
        house.ordering.deliver(
                OrderingFixture.STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.Keys(List.of("VK7JG-NPHTM-C97JM", "W269N-WFGWX-YVC9B")),
                true);
        var waiting = house.placed(buyer, OrderingFixture.ACROBAT, "1");
        var visitor = browsing.visitor();
        visitor.signIn(buyer.holder().username(), Accounts.PASSWORD);

        look(visitor, "order-catalogue", "/catalogue?q=adobe&sort=saving");
        look(visitor, "order-offer", "/offers/acrobat-pro-1y");
        look(visitor, "order-offer-with-approval", "/offers/cisco-switch-24");
        look(visitor, "order-list", "/orders");
        look(visitor, "order-delivered", "/orders/" + order.number());
        look(visitor, "order-to-pay", "/orders/" + waiting.number() + "?lang=en");
        look(visitor, "order-allotments", "/organisation/allotments?lang=fr");
        look(visitor, "order-balance", "/organisation/balance");
    }

    @Test
    void what_staff_see_of_orders_payments_and_stock(Browsing browsing) {
        var buyer = house.qualified();
        house.programmes.judge(
                OrderingFixture.STAFF, buyer.organisation(), "serves-disadvantaged", true, "Oui.");
        var order = house.paid(buyer, OrderingFixture.SWITCH, "1");
        var ready = house.paid(buyer, OrderingFixture.WINDOWS, "1");
        var visitor = browsing.visitor();
        visitor.signIn(Accounts.staff(people, Role.ADMINISTRATOR).username(), Accounts.PASSWORD);

        look(visitor, "staff-orders", "/staff/orders?view=all");
        look(visitor, "staff-order-to-decide", "/staff/orders/" + order.number());
        look(visitor, "staff-order-to-deliver", "/staff/orders/" + ready.number());
        look(visitor, "staff-payments", "/staff/payments?view=all");
        look(visitor, "staff-ledger", "/staff/ledger");
        look(visitor, "staff-ledger-kind", "/staff/ledger/accounts?kind=CUSTOMER");
        look(
                visitor,
                "staff-ledger-account",
                "/staff/ledger/account?kind=CUSTOMER&key=" + buyer.organisation());
        look(
                visitor,
                "staff-ledger-organisation",
                "/staff/ledger/organisations/" + buyer.organisation());
        look(visitor, "staff-stock", "/staff/stock");
    }
}
