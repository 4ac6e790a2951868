package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;

@Requirement("NOT-01")
class LetterLayoutTest {
    private final LetterLayout letter =
            LetterLayout.in(Language.FR, "Bureau <Luxembourg>", "Paiement reçu & noté")
                    .paragraph("Merci, \"Inès\".")
                    .fact("Montant", "44,46\u00a0€")
                    .fact("Siège", "7, montée\nL-0000 Esch")
                    .button("Voir", "https://office.example/orders?a=1&b=2")
                    .then("À bientôt.")
                    .because("Vous avez commandé.");

    @Test
    void the_html_escapes_what_it_is_given_and_needs_no_table_and_no_image() {
        assertThat(letter.html())
                .contains(
                        "Bureau &lt;Luxembourg&gt;",
                        "Paiement reçu &amp; noté",
                        "Merci, &quot;Inès&quot;.",
                        "href=\"https://office.example/orders?a=1&amp;b=2\"",
                        "7, montée<br>")
                .doesNotContain("<table", "<img", "<script");
    }

    @Test
    void the_address_behind_the_button_is_also_written_out() {
        assertThat(letter.html()).contains(">https://office.example/orders?a=1&amp;b=2</a>");
        assertThat(letter.text()).contains("Voir\nhttps://office.example/orders?a=1&b=2");
    }

    @Test
    void the_text_says_the_same_in_the_same_order() {
        assertThat(letter.text())
                .isEqualTo(
                        """
                        Paiement reçu & noté

                        Merci, "Inès".

                        Montant\u00a0: 44,46\u00a0€
                        Siège\u00a0: 7, montée
                            L-0000 Esch

                        Voir
                        https://office.example/orders?a=1&b=2

                        À bientôt.

                        --\s
                        Bureau <Luxembourg>
                        Vous avez commandé.
                        """);
    }
}
