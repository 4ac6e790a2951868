package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.ordering.Cart;
import org.passerelle.pack.model.OfferId;
import org.passerelle.ui.Form;

@Requirement("ORD-01")
class TypedCartTest {
    private static final OfferId SWITCH = OfferId.of("cisco-switch-24");

    @Test
    void everything_on_the_page_is_read_whichever_button_was_pressed() {
        var typed =
                TypedCart.of(
                        Form.of(
                                Map.of(
                                        "quantity-cisco-switch-24", "zwei",
                                        "answer-cisco-switch-24:use", "Un réseau.",
                                        "name-cisco-switch-24:1", "Ana Weber",
                                        "email-cisco-switch-24:1", "ana@example.org",
                                        "new-cisco-switch-24:1", "no",
                                        "name-cisco-switch-24:2", "",
                                        "email-cisco-switch-24:2", "",
                                        "act", "accept")));

        assertThat(typed)
                .isEqualTo(
                        new TypedCart(
                                Map.of(SWITCH, "zwei"),
                                Map.of(SWITCH, Map.of("use", "Un réseau.")),
                                Map.of(
                                        SWITCH,
                                        Map.of(
                                                1,
                                                new Cart.Person(
                                                        "Ana Weber",
                                                        "ana@example.org",
                                                        Optional.of(false)),
                                                2,
                                                new Cart.Person("", "", Optional.empty())))));
    }

    @Test
    void a_quantity_is_kept_within_reason() {
        var typed = TypedCart.of(Form.of(Map.of("quantity-cisco-switch-24", "9".repeat(500))));

        assertThat(typed.quantities()).containsEntry(SWITCH, "9".repeat(20));
    }

    @Test
    void what_the_page_only_showed_was_not_typed_there() {
        var quantity = "quantity-cisco-switch-24";
        var use = "answer-cisco-switch-24:use";
        var plan = "answer-cisco-switch-24:plan";
        var first = "name-cisco-switch-24:1";
        var second = "name-cisco-switch-24:2";
        var shown =
                String.join(
                        " ",
                        AsShown.mark(quantity, "2"),
                        AsShown.mark(use, "Un\nréseau."),
                        AsShown.mark(plan, ""),
                        AsShown.mark(first, "Ana", "ana@example.org", ""),
                        AsShown.mark(second, "", "", ""));
        var form =
                Form.of(Map.of(quantity, "2", use, "Un\r\nréseau.", plan, "Dix postes"))
                        .with(AsShown.FIELD, shown)
                        .with(first, "Ana")
                        .with("email-cisco-switch-24:1", "ana@example.org")
                        .with(second, "Ben");

        assertThat(TypedCart.of(form))
                .isEqualTo(
                        new TypedCart(
                                Map.of(),
                                Map.of(SWITCH, Map.of("plan", "Dix postes")),
                                Map.of(
                                        SWITCH,
                                        Map.of(2, new Cart.Person("Ben", "", Optional.empty())))));
    }
}
