package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;

/// A right pack becomes the values it says.
@Requirement("OPS-02")
class PackLoaderTest {
    static final Path SAMPLE = SamplePack.FOLDER.resolve("sample-lu");

    static Pack load(Path folder) {
        return switch (PackLoader.load(folder)) {
            case LoadOutcome.Loaded(var pack) -> pack;
            case LoadOutcome.Library(var name, _, _, _) -> throw new AssertionError(name);
            case LoadOutcome.Refused(var errors) ->
                    throw new AssertionError(
                            String.join("\n", errors.stream().map(PackError::describe).toList()));
        };
    }

    @Test
    void a_right_pack_is_loaded() {
        var pack = load(SAMPLE);

        assertThat(pack.programmes().keySet())
                .containsExactly(
                        ProgrammeId.of("adobe-donation"), ProgrammeId.of("cisco-donation"));
        assertThat(pack.offers()).hasSize(3);
    }

    @Test
    @Requirement("ELI-03")
    void the_version_of_a_day_is_the_latest_that_has_begun_and_not_ended() {
        var programme = load(SAMPLE).programme(ProgrammeId.of("adobe-donation")).orElseThrow();

        assertThat(programme.versionOn(LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(programme.versionOn(LocalDate.of(2021, 12, 31)).orElseThrow().from())
                .isEqualTo("2020-01-01");
        assertThat(programme.versionOn(LocalDate.of(2022, 1, 1)).orElseThrow().from())
                .isEqualTo("2022-01-01");
    }

    @Test
    @Requirement("CAT-06")
    void a_fee_holds_from_its_day_on() {
        var offer = load(SAMPLE).offer(OfferId.of("acrobat-pro-1y")).orElseThrow();

        assertThat(offer.feeOn(LocalDate.of(2021, 12, 31))).isEmpty();
        assertThat(offer.feeOn(LocalDate.of(2022, 6, 30)).orElseThrow()).hasToString("EUR 38.00");
        assertThat(offer.feeOn(LocalDate.of(2022, 7, 1)).orElseThrow()).hasToString("EUR 40.00");
    }
}
