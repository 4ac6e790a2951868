package org.passerelle.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.ui.Fact;
import org.passerelle.words.TestWords;

@Requirement("ACC-09")
class ExportWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_somebody_asked_to_join_is_said_in_words(Language language) {
        var asked =
                new Section(
                        "organisation.join_ask",
                        List.of(Map.of("scheme", "LU-RCS", "outcome", "REFUSED")));

        var facts =
                new ExportWords(TestWords.in(language), ZoneOffset.UTC)
                        .chapters(List.of(asked))
                        .getFirst()
                        .parts()
                        .getFirst()
                        .rows()
                        .getFirst();

        assertThat(facts).extracting(Fact::name).doesNotContain("scheme", "outcome");
        assertThat(facts.toString()).doesNotContain("=REFUSED").contains("(REFUSED)");
    }

    @ParameterizedTest
    @CsvSource({
        "catalogue.stock_movement, OPENED ADDED COUNTED HELD RELEASED TAKEN",
        "ordering.hand_over, KEY DOWNLOAD PIN CODE TOKEN PARCEL SUPPORT_CONTRACT LINK",
    })
    void what_staff_did_with_stock_and_deliveries_is_said_in_words(String table, String kinds) {
        for (var language : Language.values()) {
            for (var kind : kinds.split(" ")) {
                var done = new Section(table, List.of(Map.of("kind", kind)));
                var said =
                        new ExportWords(TestWords.in(language), ZoneOffset.UTC)
                                .chapters(List.of(done));
                assertThat(said.toString()).contains(" (" + kind + ")");
            }
        }
    }
}
