package org.passerelle.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.ui.Why;

@Requirement("ORD-09")
class RefundWordsTest {
    private static Why.Row row(String found, String demanded) {
        return Why.Row.met("Motif", found, demanded);
    }

    @Test
    void what_is_found_and_demanded_alike_is_said_once() {
        assertThat(RefundWords.told(row("Arrivé endommagé", "Arrivé endommagé")))
                .isEqualTo("Arrivé endommagé");
        assertThat(RefundWords.told(row("transmise", "Transmise, et non terminée")))
                .isEqualTo("Transmise, et non terminée");
        assertThat(RefundWords.told(row("3", "Au plus 8, au moins 1")))
                .isEqualTo("3 – Au plus 8, au moins 1");
    }
}
