package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.ordering.OrderingFixture;
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
    void limits_of_programmes_that_are_not_open_are_left_out_and_said_to_be() {
        var buyer = house.qualified();

        assertThat(pages.get().uri("/organisation/allotments").with(As.person(buyer.holder())))
                .bodyText()
                .contains("Dons Adobe", "qui ne vous sont pas ouverts")
                .doesNotContain("Dons Bitdefender");
    }
}
