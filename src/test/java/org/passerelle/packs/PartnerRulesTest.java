package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.passerelle.Requirement;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.SamplePack;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;

/// Every rule that partners are known to have in some country, in the pack language, and tried:
/// met, unmet and not known; within a limit, at it, and beyond. It is 12 September 2022.
class PartnerRulesTest {
    private static final Pack PACK =
            switch (PackLoader.load(SamplePack.FOLDER.resolve("partner-rules"))) {
                case LoadOutcome.Loaded(var pack) -> pack;
                case LoadOutcome.Library library -> throw new AssertionError(library);
                case LoadOutcome.Refused(var errors) -> throw new AssertionError(errors);
            };

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(files = "src/test/packs/partner-programmes.txt", delimiter = '|')
    @Requirement({"ELI-01", "ELI-02"})
    void a_programme_is_decided(String programme, String organisation, String outcome) {
        assertThat(Described.in(PACK, organisation).outcome(programme)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/packs/partner-baskets.txt", delimiter = '|')
    @Requirement({"ORD-02", "ORD-03"})
    void a_basket_is_free_or_says_why_not(String described, String refusals) {
        var found = String.join(", ", Described.in(PACK, described).refusals()).replace(":", "");

        assertThat(found.isEmpty() ? "free" : found).isEqualTo(refusals);
    }

    @Test
    @Requirement("ORD-07")
    void what_comes_after_is_data_too() {
        var cloud = PACK.programme(ProgrammeId.of("microsoft-cloud")).orElseThrow().versions();
        assertThat(cloud.getFirst().duties())
                .extracting(duty -> duty.activeUsePercent().orElse(0) + " " + duty.withinDays())
                .containsExactly("85 90", "0 90");
        var cisco = PACK.programme(ProgrammeId.of("cisco")).orElseThrow().versions().getFirst();
        assertThat(cisco.approval().orElseThrow().questions())
                .extracting(question -> question.id())
                .containsExactly("technology-line");
    }
}
