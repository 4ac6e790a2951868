package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// A promised day that is over is said to be over: to the organisation, with a way to ask, and to
/// staff.
@ProductTest
@Requirement({"ORD-05", "ORD-06"})
class LateOrdersTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;
    private final Orders orders;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateOrdersTest(
            @Autowired WebApplicationContext product,
            @Autowired OrderingFixture house,
            @Autowired Orders orders,
            @Autowired People people,
            @Autowired TransactionTemplate transaction,
            @Autowired Clock clock) {
        this.pages = As.pages(product);
        this.house = house;
        this.orders = orders;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    private LocalDate today() {
        return clock.instant().atZone(house.pack().office().zone()).toLocalDate();
    }

    private void promised(Order order, LocalDate day) {
        transaction.executeWithoutResult(_ -> orders.expect(order.number(), 1, day));
    }

    @Test
    void a_day_gone_by_is_said_to_be_late_wherever_it_is_told() {
        var buyer = house.qualified();
        var order = house.paid(buyer, WINDOWS, "1");
        var manager = Accounts.staff(people, Role.PROGRAMME_MANAGER);

        promised(order, today());
        assertThat(pages.get().uri("/orders").with(As.person(buyer.holder())))
                .bodyText()
                .contains("Nous livrons, au plus tard le");

        promised(order, today().minusDays(1));
        assertThat(pages.get().uri("/orders").with(As.person(buyer.holder())))
                .bodyText()
                .contains("promise au plus tard le")
                .doesNotContain("Nous livrons");
        assertThat(pages.get().uri("/orders/" + order.number()).with(As.person(buyer.holder())))
                .bodyText()
                .contains("promis au plus tard le", "Demander au bureau");
        assertThat(
                        pages.get()
                                .uri("/staff/orders?view=delivery&q=" + order.number())
                                .with(As.person(manager)))
                .bodyText()
                .contains("la livraison d’un article, en retard depuis le");
    }

    @Test
    @Requirement("ORD-08")
    void what_ended_or_came_is_late_no_more() {
        var cancelled = house.paid(house.qualified(), WINDOWS, "1");
        var delivered = house.paid(house.qualified(), WINDOWS, "1");
        for (var order : List.of(cancelled, delivered)) {
            promised(order, today().minusDays(1));
        }
        house.ordering.cancel(STAFF, cancelled.number(), "Trop tard");
        house.handsKey(delivered, "K", true);

        for (var order : List.of(cancelled, delivered)) {
            var now = house.ordering.order(order.number()).orElseThrow();
            assertThat(now.lateSince(today())).isEmpty();
        }
    }

    @Test
    @Requirement("ORD-11")
    void nothing_is_left_to_hand_over_for_an_order_that_ended() {
        var order = house.paid(house.qualified(), WINDOWS, "1");
        var manager = Accounts.staff(people, Role.PROGRAMME_MANAGER);
        var page = "/staff/orders/" + order.number();
        assertThat(pages.get().uri(page).with(As.person(manager)))
                .bodyText()
                .contains("À remettre");

        house.ordering.cancel(STAFF, order.number(), "Erreur");

        assertThat(pages.get().uri(page).with(As.person(manager)))
                .bodyText()
                .contains("Non livré")
                .doesNotContain("À remettre", "Prévu au plus tard");
    }
}
