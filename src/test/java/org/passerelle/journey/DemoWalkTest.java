package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.demo.DemoProduct;
import org.passerelle.demo.ToldStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DemoProduct
@BrowserTest
class DemoWalkTest {
    private static final Set<String> LOOKED_AT = new HashSet<>();
    private static final Pattern PLACED = Pattern.compile("Commande \\d{5,} passée");
    private static final Pattern UNPAID_BY_CARD = Pattern.compile("^Commande \\d+");
    private static final Pattern ACCEPT = Pattern.compile("^J’accepte cette condition");

    @Autowired ApplicationContext context;

    @BeforeEach
    void the_story_is_told() throws InterruptedException {
        ToldStory.await(context, Duration.ofMinutes(3));
    }

    @Test
    @Requirement("ORD-01")
    void somebody_orders_without_javascript(Browsing browsing) {
        var visitor = browsing.visitorWithoutScript();
        visitor.signIn("elena", ToldStory.PASSWORD);
        BasketScene.put(visitor, "refurbished-laptop", "1");
        visitor.open("/cart");
        visitor.look("without-script-cart");
        while (visitor.find(AriaRole.BUTTON, ACCEPT).count() > 0) {
            visitor.find(AriaRole.BUTTON, ACCEPT).first().click();
            visitor.page().waitForLoadState();
        }
        visitor.open("/cart");
        visitor.press("Relire et commander");
        visitor.press("Commander :");

        assertThat(visitor.page().getByRole(AriaRole.HEADING).first().innerText())
                .containsPattern(PLACED);
        visitor.look("without-script-placed");
    }

    @Test
    @Requirement("ORD-01")
    void somebody_orders_by_keyboard_alone(Browsing browsing) {
        var visitor = browsing.visitor();
        visitor.signIn("fabrice", ToldStory.PASSWORD);
        visitor.open("/offers/refurbished-laptop");
        visitor.tabTo("Ajouter au panier").enter();
        visitor.open("/cart");
        for (var left = visitor.find(AriaRole.BUTTON, ACCEPT).count(); left > 0; left--) {
            visitor.tabTo("J’accepte cette condition").enter();
            visitor.open("/cart");
        }
        visitor.tabTo("Relire et commander").enter();
        visitor.tabTo("Commander :").enter();

        visitor.sees("Payer par virement");
    }

    @Test
    @Requirement("PAY-03")
    void somebody_pays_by_card_after_two_tries_and_finance_sees_it(Browsing browsing) {
        var visitor = browsing.visitor();
        visitor.signIn("etienne", ToldStory.PASSWORD);
        visitor.open("/orders");
        var order = visitor.find(AriaRole.LINK, UNPAID_BY_CARD).first().innerText();
        visitor.follow(order);
        visitor.press("par carte").reads("Payer avec PayPal (simulation)");
        visitor.press("La carte est refusée").sees("Le paiement a été refusé").look("pay-refused");
        visitor.press("par carte");
        visitor.press("Annuler et revenir").sees("Pas payé").look("pay-cancelled");
        visitor.press("avec PayPal");
        visitor.press("PayPal retient l’argent").sees("PayPal vérifie").look("pay-pending");
        visitor.open("/demo/paypal");
        visitor.press("Libérer");
        visitor.openUntil("/orders/" + order.replaceAll("\\D", ""), "En préparation")
                .look("pay-let-through");

        var finance = browsing.visitor();
        finance.signIn("finance", ToldStory.PASSWORD);
        finance.open("/staff/offices");
        finance.follow("TechSoup Canada");
        finance.open("/staff/paypal");
        finance.sees(order.replaceAll("\\D", "")).look("finance-paypal");
        finance.open("/staff/cheques");
        finance.look("finance-cheques");
        finance.open("/staff/unpaid");
        finance.look("finance-unpaid");
        finance.open("/staff/bank?view=statements");
        finance.look("finance-statements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "amelie",
                "bruno",
                "reviewer",
                "manager",
                "finance",
                "support",
                "admin",
            })
    void every_page_that_somebody_reaches_answers_and_is_good(String username, Browsing browsing) {
        var visitor = browsing.visitor();
        visitor.open("/");
        if (!username.isEmpty()) {
            visitor.signIn(username, ToldStory.PASSWORD);
        }
        var crawl = new Crawl(visitor, LOOKED_AT);

        assertThat(crawl.findings()).isEmpty();
        assertThat(crawl.pages()).as("pages that were reached").hasSizeGreaterThan(4);
    }
}
