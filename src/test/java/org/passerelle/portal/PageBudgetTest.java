package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.identity.Person;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// Every page a volunteer sees weighs 20 KB of HTML at most, before compression. A cart grows with
/// its lines, whose conditions stand in full: the one here has three lines with everything to
/// settle, one with a partner's questions.
@ProductTest
class PageBudgetTest {
    private static final int BUDGET = 20 * 1024;

    private final MockMvcTester pages;
    private final OrderingFixture house;

    PageBudgetTest(@Autowired WebApplicationContext product, @Autowired OrderingFixture house) {
        this.pages = As.pages(product);
        this.house = house;
    }

    @Test
    void every_page_of_the_catalogue_and_every_offer_keeps_the_budget() {
        var heavy = new ArrayList<String>();
        for (var page = 1; page <= 7; page++) {
            heavy.addAll(tooHeavy(Optional.empty(), "/catalogue?page=" + page));
        }
        for (var offer : house.pack().offers().values()) {
            if (offer.isOnSale(java.time.LocalDate.of(2026, 11, 1))) {
                heavy.addAll(tooHeavy(Optional.empty(), "/offers/" + offer.id()));
            }
        }
        assertThat(heavy).isEmpty();
    }

    @Test
    void the_pages_of_an_organisation_keep_the_budget() {
        var buyer = house.qualified();
        var paid = house.paid(buyer, OrderingFixture.WINDOWS, "2");
        var waiting = house.placed(buyer, OrderingFixture.ACROBAT, "1");
        house.ordering.put(buyer.organisation(), OrderingFixture.WINDOWS, "60");
        house.ordering.put(buyer.organisation(), OrderingFixture.GENUINE, "1");
        house.ordering.put(buyer.organisation(), OrderingFixture.SWITCH, "1");

        var heavy = new ArrayList<String>();
        for (var path :
                List.of(
                        "/organisation",
                        "/organisation/programmes",
                        "/organisation/programmes/adobe-donation",
                        "/organisation/allotments",
                        "/organisation/case",
                        "/catalogue",
                        "/catalogue?page=4",
                        "/catalogue?standing=not-eligible",
                        "/offers/acrobat-pro-1y",
                        "/offers/cisco-switch-24",
                        "/cart",
                        "/cart/review",
                        "/orders",
                        "/invoices",
                        "/organisation/tax",
                        "/orders/" + paid.number(),
                        "/orders/" + waiting.number(),
                        "/orders/" + waiting.number() + "/placed",
                        "/tokens",
                        "/messages",
                        "/account",
                        "/organisations")) {
            heavy.addAll(tooHeavy(Optional.of(buyer.holder()), path));
        }
        assertThat(heavy).isEmpty();
    }

    private List<String> tooHeavy(Optional<Person> reader, String path) {
        var heavy = new ArrayList<String>();
        for (var language : List.of("fr", "en")) {
            var request = pages.get().uri(path).param("lang", language);
            var answer = reader.map(who -> request.with(As.person(who))).orElse(request).exchange();
            assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(200);
            try {
                var weight =
                        answer.getResponse()
                                .getContentAsString()
                                .getBytes(StandardCharsets.UTF_8)
                                .length;
                if (weight > BUDGET) {
                    heavy.add(path + " (" + language + ") weighs " + weight);
                }
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return heavy;
    }
}
