package org.passerelle.portal.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.catalogue.ProductAlerts;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/// Letters are chosen by the person, and left by one click.
@ProductTest
@Requirement({"NOT-03", "CAT-05"})
class LetterPagesTest {
    private static final String PHONE = "refurbished-smartphone";

    @Autowired OrderingFixture house;
    @Autowired Mailings mailings;
    @Autowired ProductAlerts alerts;

    private final MockMvcTester pages;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Buyer buyer;

    LetterPagesTest(@Autowired WebApplicationContext product) {
        this.pages = As.pages(product);
    }

    @BeforeEach
    void somebody() {
        buyer = house.unqualified();
    }

    private String leavePath(Mailing mailing) {
        var address = mailings.leaveAddress(buyer.holder().id(), mailing);
        return address.substring(address.indexOf("/leave/"));
    }

    private boolean isWanted(Mailing mailing) {
        return mailings.isWanted(buyer.holder().id(), mailing);
    }

    @Test
    void a_mail_program_leaves_by_one_post_without_session_and_opening_changes_nothing() {
        var path = leavePath(Mailing.ELIGIBILITY);

        assertThat(pages.get().uri(path))
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .bodyText()
                .contains("Oui, arrêter", "action=\"" + path + "\"");
        assertThat(isWanted(Mailing.ELIGIBILITY)).isTrue();

        for (var again = 0; again < 2; again++) {
            assertThat(
                            pages.post()
                                    .uri(path)
                                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                    .content("List-Unsubscribe=One-Click"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("ne vous écrirons plus");
        }
        assertThat(isWanted(Mailing.ELIGIBILITY)).isFalse();
        assertThat(isWanted(Mailing.PRODUCT_ALERTS)).isTrue();
    }

    @Test
    void an_address_that_was_made_up_leaves_nothing() {
        assertThat(pages.get().uri("/leave/eligibility")).hasStatus(404);
        assertThat(pages.post().uri("/leave/eligibility")).hasStatus(404);
        assertThat(isWanted(Mailing.ELIGIBILITY)).isTrue();
    }

    @Test
    void news_are_chosen_on_a_page_of_the_account() {
        assertThat(choose("new-partners")).hasStatus3xxRedirection();
        assertThat(isWanted(Mailing.NEW_PARTNERS)).isTrue();
        assertThat(isWanted(Mailing.ELIGIBILITY)).isFalse();

        assertThat(pages.get().uri("/account/letters").with(As.person(buyer.holder())))
                .bodyText()
                .containsPattern("value=\"new-partners\" checked")
                .doesNotContainPattern("value=\"eligibility\" checked");
        assertThat(choose("eligibility")).hasStatus3xxRedirection();
        assertThat(isWanted(Mailing.NEW_PARTNERS)).isFalse();
        assertThat(isWanted(Mailing.ELIGIBILITY)).isTrue();
    }

    private MvcTestResult choose(String news) {
        return pages.post()
                .uri("/account/letters")
                .param("news", news)
                .with(As.person(buyer.holder()))
                .with(As.form())
                .exchange();
    }

    @Test
    void an_alert_is_asked_for_on_the_offers_page_and_removed_in_the_account() throws Exception {
        var holder = As.person(buyer.holder());
        house.stockroom.count(
                OrderingFixture.STAFF, OrderingFixture.OFFICE, OfferId.of(PHONE), 0, "none left");
        assertThat(pages.get().uri("/offers/" + PHONE))
                .bodyText()
                .contains("Épuisé pour le moment", "/sign-in?continue=/offers/" + PHONE)
                .doesNotContain("action=\"/cart\"");
        assertThat(pages.get().uri("/offers/" + PHONE).with(holder))
                .bodyText()
                .contains("Me prévenir de son retour")
                .doesNotContain("action=\"/cart\"");

        assertThat(pages.post().uri("/offers/" + PHONE + "/alert").with(holder).with(As.form()))
                .hasRedirectedUrl("/offers/" + PHONE);

        assertThat(pages.get().uri("/offers/" + PHONE).with(holder))
                .bodyText()
                .contains("Vous avez demandé le")
                .doesNotContain("Me prévenir de son retour");
        var mine = pages.get().uri("/account/letters").with(holder).exchange();
        assertThat(mine).bodyText().contains("pas encore de retour", "/offers/" + PHONE);
        var remove =
                Pattern.compile("/account/letters/alerts/[^/]+/remove")
                        .matcher(mine.getResponse().getContentAsString());
        assertThat(remove.find()).isTrue();
        var stranger = As.person(house.unqualified().holder());
        assertThat(pages.post().uri(remove.group()).with(stranger).with(As.form()))
                .hasStatus3xxRedirection();
        assertThat(alerts.of(buyer.holder().id())).hasSize(1);
        assertThat(pages.post().uri(remove.group()).with(holder).with(As.form()))
                .hasStatus3xxRedirection();
        assertThat(alerts.of(buyer.holder().id())).isEmpty();
    }
}
