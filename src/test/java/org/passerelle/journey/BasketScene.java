package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// A basket with three things wrong at once is mended and ordered.
final class BasketScene {
    private static final Pattern NUMBER = Pattern.compile("Commande (\\d{5,}) passée");

    private BasketScene() {}

    static void fillsTheBasket(Visitor volunteer) {
        put(volunteer, "acrobat-pro-1y", "4");
        put(volunteer, "photoshop-elements", "1");
        put(volunteer, "windows-11-get-genuine", "1");
    }

    /// All violations at once, each with figures and a way out.
    static void seesThreeViolations(Visitor volunteer) {
        volunteer.open("/cart");
        volunteer.reads("Votre panier").look("journey-26-three-violations");
        volunteer.sees("points à régler avant de commander");
        var body = volunteer.page().locator("main").innerText();
        assertThat(body)
                .as("the allotment of four, the offer that must be alone, the conditions")
                .contains("5")
                .containsIgnoringCase("seule")
                .containsIgnoringCase("condition");
        assertThat(volunteer.page().locator(".notice[data-tone=warn] h4").count())
                .isGreaterThanOrEqualTo(3);
    }

    static void mendsTheBasket(Visitor volunteer) {
        volunteer.page().locator("#q-acrobat-pro-1y").fill("2");
        volunteer.press("Mettre à jour les quantités");
        volunteer.find(AriaRole.BUTTON, Pattern.compile("^Retirer .*mise en règle")).click();
        volunteer.page().waitForLoadState();
        var accept = Pattern.compile("^J’accepte cette condition");
        while (volunteer.find(AriaRole.BUTTON, accept).count() > 0) {
            volunteer.find(AriaRole.BUTTON, accept).first().click();
            volunteer.page().waitForLoadState();
        }
        volunteer.open("/cart");
        volunteer.look("journey-27-mended");
    }

    /// Places the order and answers its number.
    static String places(Visitor volunteer) {
        volunteer.press("Relire et commander");
        volunteer.reads("Relire et commander").look("journey-28-review");
        volunteer.press("Commander :");
        var heading = volunteer.page().getByRole(AriaRole.HEADING).first().innerText();
        var found = NUMBER.matcher(heading);
        assertThat(found.find()).as(heading).isTrue();
        volunteer.look("journey-29-placed");
        assertThat(volunteer.page().locator("#communication").innerText())
                .matches("\\+\\+\\+\\d{3}/\\d{4}/\\d{5}\\+\\+\\+");
        volunteer.find(AriaRole.IMG, Pattern.compile("Code QR de virement")).waitFor();
        return found.group(1);
    }

    static void put(Visitor visitor, String offer, String quantity) {
        visitor.open("/offers/" + offer);
        visitor.write("Quantité", quantity).press("Ajouter au panier");
        visitor.page().waitForLoadState();
    }
}
