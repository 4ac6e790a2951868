package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.OfferId;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@Requirement({"ORD-04", "ORD-05"})
class AllotmentPagesTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;

    AllotmentPagesTest(@Autowired WebApplicationContext product, @Autowired OrderingFixture house) {
        this.pages = As.pages(product);
        this.house = house;
    }

    @Test
    void a_window_begins_on_the_day_of_its_own_programmes_zone() {
        var buyer = house.qualified();
        var days =
                house.programmes.mayStillOrder(buyer.organisation()).stream()
                        .filter(state -> state.window().equals("fiscal-year"))
                        .map(state ->
                                AllotmentPages.firstDay(
                                        house.pack(), state, state.since().orElseThrow()))
                        .map(day -> MonthDay.from(day))
                        .distinct();

        assertThat(days).containsExactly(MonthDay.of(Month.JULY, 1));
    }

    @Test
    void what_may_be_renewed_next_is_named_with_its_order_and_each_window_with_its_start() {
        var buyer = house.qualified();
        var page = "/organisation/allotments";
        assertThat(pages.get().uri(page).with(As.person(buyer.holder())))
                .bodyText()
                .contains("Rien à renouveler pour l’instant", "Compté depuis le 1er juillet")
                .doesNotContain("À renouveler dès");

        var order = house.paid(buyer, OfferId.of("autocad-1y"), "1");
        assertThat(pages.get().uri(page).with(As.person(buyer.holder())))
                .bodyText()
                .containsSubsequence(
                        "À renouveler dès le 1er juillet", "href=\"/orders/" + order.number());

        house.ordering.cancel(OrderingFixture.STAFF, order.number(), "Erreur");
        assertThat(pages.get().uri(page).with(As.person(buyer.holder())))
                .bodyText()
                .doesNotContain("À renouveler dès");
    }

    @Test
    void limits_of_programmes_that_are_not_open_are_left_out_and_said_to_be() {
        var buyer = house.qualified();

        assertThat(pages.get().uri("/organisation/allotments").with(As.person(buyer.holder())))
                .bodyText()
                .contains("Dons Adobe", "qui ne vous sont pas ouverts")
                .doesNotContain("Dons Bitdefender");
    }
}
