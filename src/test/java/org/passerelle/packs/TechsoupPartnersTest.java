package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Pack;

/// Every programme of the Canadian office, tried: met, unmet and not known; within a limit, at it,
/// and beyond. Each line of the two lists has the day on which it is tried.
class TechsoupPartnersTest {
    private static final Pack PACK = CommittedPack.of("techsoup-ca");
    private static final Path PROGRAMMES = Path.of("src/test/packs/techsoup-programmes.txt");

    /// What a line leaves unsaid: a charity that helps refugees and answered everything.
    private static final String CHARITY =
            "country=CA form=registered-charity status=charity+nonprofit activity=4230"
                    + " activities=4230 budget=CAD:350000 staff=12"
                    + " attested=own-use+non-discrimination yes=serves-disadvantaged ";

    private static final String LIBRARY = "form=public-library status=library activity=1170";

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(files = "src/test/packs/techsoup-programmes.txt", delimiter = '|')
    @Requirement({"ELI-01", "ELI-02", "VER-04"})
    void a_programme_is_decided(
            String day, String programme, @Nullable String organisation, String outcome) {
        assertThat(described(day, organisation).outcome(programme)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(files = "src/test/packs/techsoup-baskets.txt", delimiter = '|')
    @Requirement({"ORD-02", "ORD-03"})
    void a_basket_is_free_or_says_why_not(String day, String described, String refusals) {
        var found = String.join(", ", described(day, described).refusals()).replace(":", "");

        assertThat(found.isEmpty() ? "free" : found).isEqualTo(refusals);
    }

    @Test
    @Requirement("ELI-01")
    void no_programme_is_left_untried() throws IOException {
        var tried = new HashSet<String>();
        for (var line : Files.readAllLines(PROGRAMMES)) {
            if (!line.startsWith("#")) {
                tried.add(line.split(" *[|] *")[1]);
            }
        }
        // whoever is qualified may have these, or their rule is tried with a basket
        tried.add("microsoft-get-genuine");
        tried.add("creative-cloud-discount");

        assertThat(PACK.programmes().keySet())
                .allSatisfy(programme -> assertThat(tried).contains(programme.value()));
    }

    private static Trial described(String day, @Nullable String words) {
        var said = words == null ? "" : words.replace("LIBRARY", LIBRARY);
        return Described.in(PACK, day + "T10:00:00-04:00", CHARITY + said);
    }
}
