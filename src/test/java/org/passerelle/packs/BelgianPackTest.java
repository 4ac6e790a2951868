package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.model.Pack;
import org.passerelle.tax.Tax;
import org.passerelle.tax.TaxRates;

/// The small third pack, written from docs/packs.md alone: a Belgian office in French and Dutch.
/// What it answers to organisations is in `packs/examples/socialware-be`.
@Requirement("OPS-02")
class BelgianPackTest {
    private static final Pack PACK = CommittedPack.of("socialware-be");

    @Test
    void it_is_small_and_whole_in_french_and_dutch() {
        assertThat(PACK.partners()).hasSize(5);
        assertThat(PACK.offers()).hasSize(8);
        assertThat(PACK.office().languages()).containsExactly(Language.FR, Language.NL);
        assertThat(PACK.offers().values())
                .allSatisfy(offer ->
                        assertThat(offer.conditions())
                                .isNotEmpty()
                                .allSatisfy(path -> {
                                    for (var language : PACK.office().languages()) {
                                        assertThat(PACK.texts().find(path, language, List.of()))
                                                .as("%s in %s", path, language)
                                                .isPresent();
                                    }
                                }));
    }

    @Test
    void every_form_is_asked_for_its_enterprise_number() {
        assertThat(PACK.office().forms().values())
                .allSatisfy(form -> {
                    assertThat(form.country()).isEqualTo("BE");
                    assertThat(form.identifiers()).containsExactly("BE-BCE_KBO");
                });
    }

    @Test
    @Requirement("VER-02")
    void its_promise_of_two_business_days_skips_the_national_holiday() {
        assertThat(PACK.office().promises().qualificationBusinessDays()).isEqualTo(2);
        assertThat(
                        BusinessCalendars.of(PACK.office())
                                .plusBusinessDays(LocalDate.of(2026, 7, 20), 2))
                .as("21 July is a holiday")
                .isEqualTo(LocalDate.of(2026, 7, 23));
    }

    @Test
    @Requirement("INV-02")
    void vat_is_21_per_cent() {
        var day = LocalDate.of(2026, 11, 22);

        assertThat(TaxRates.of(PACK.office(), "standard", Optional.empty(), day))
                .containsExactly(Tax.of("vat-standard", Optional.empty(), new BigDecimal("21")));
    }

    @Test
    @Requirement("NOT-01")
    void who_reads_german_gets_its_first_language() {
        assertThat(PACK.office().name().in(Language.DE)).isEqualTo("SOCIALware Belgique");
        assertThat(PACK.office().name().in(Language.NL)).isEqualTo("SOCIALware België");
    }
}
