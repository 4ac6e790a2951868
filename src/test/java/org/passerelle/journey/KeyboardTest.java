package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.ordering.OrderingFixture;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@BrowserTest
class KeyboardTest {
    @Autowired People people;
    @Autowired OrderingFixture house;

    @Test
    void somebody_signs_in_by_keyboard_alone(Browsing browsing) {
        var person = new Cast(people).with(Role.SUPPORT);
        var visitor = browsing.visitor();
        visitor.open("/sign-in");

        visitor.tabTo("Identifiant ou adresse e-mail");
        visitor.type(person.username());
        visitor.tabTo("Mot de passe");
        visitor.type(Cast.PASSWORD);
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForURL(address -> !address.endsWith("/sign-in"));

        visitor.open("/account");
        visitor.reads("Mon compte");
    }

    @Test
    void the_first_stop_leads_past_the_menu_and_every_stop_is_seen(Browsing browsing) {
        var visitor = browsing.visitor();
        visitor.open("/");
        visitor.page().keyboard().press("Tab");

        assertThat(visitor.focused()).contains("contenu");
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForURL(address -> address.endsWith("#contenu"));
        for (var stop = 0; stop < 8; stop++) {
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.focusIsSeen()).as(visitor.focused()).isTrue();
        }
    }

    @Test
    void enter_in_a_quantity_of_the_cart_keeps_it_and_removes_nothing(Browsing browsing) {
        var buyer = house.qualified();
        house.fill(buyer, OrderingFixture.WINDOWS, "2");
        var visitor = browsing.visitor();
        visitor.open("/sign-in?continue=/cart");
        visitor.write("Identifiant ou adresse e-mail", buyer.holder().username());
        visitor.write("Mot de passe", Accounts.PASSWORD);
        visitor.press("Se connecter");
        visitor.page().waitForURL(address -> address.endsWith("/cart"));

        var quantity = visitor.page().locator("#q-" + OrderingFixture.WINDOWS);
        quantity.fill("3");
        visitor.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/cart") && answer.status() == 200,
                        () -> quantity.press("Enter"));
        visitor.page().waitForLoadState();

        assertThat(quantity.inputValue()).isEqualTo("3");
    }
}
