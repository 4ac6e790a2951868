package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.LegalNumberCheck.Invalid;
import org.passerelle.kernel.LegalNumberCheck.NumberKind;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.organisation.Fault;
import org.passerelle.words.TestWords;

@Requirement("ORG-02")
class FaultWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BE-BCE_KBO | 0521.749.438      | the check digits “38” do not fit the others. Probably a digit was copied wrongly.
                    FR-SIREN   | 732829321         | the check digit “1” does not fit the others. Probably a digit was copied wrongly.
                    DE-VR      | VR                | the digits are missing.
                    US-EIN     | 07-3456789        | no number that begins with “07” is given out; example: 12-3456789.
                    LU-RCS     | LU 15027442       | “LU 15027442” is a VAT number.
                    LU-RCS     | F48O7             | “O” cannot stand in “48O7”, where there are digits only. Did you mean F4807?
                    CA-BN | 10000OOO9 | “O” cannot stand in “10000OOO9”, where there are digits only. Did you mean 100000009?
                    FR-SIREN   | 73282932000074    | “73282932000074” is a SIRET number. The number asked for is part of it: 732829320.
                    FR-SIREN   | FR 23000047372    | “FR 23000047372” is a VAT number of Monaco, which holds no SIREN.
                    US-EIN     | 10211484          | “10211484” has 8 digits; it takes 9. Did you mean 010211484?
                    """)
    void a_message_says_what_is_wrong_and_what_it_may_be(
            String scheme, String typed, String message) {
        assertThat(told(scheme, typed, Language.EN)).endsWith(": " + message);
    }

    @ParameterizedTest
    @EnumSource(LegalNumberScheme.class)
    void a_number_without_end_is_not_repeated_whole(LegalNumberScheme scheme) {
        assertThat(told(scheme.code(), "F1" + "2".repeat(600), Language.FR))
                .doesNotContain("2".repeat(41));
    }

    private static String told(String scheme, String typed, Language language) {
        var check = LegalNumbers.check(LegalNumberScheme.of(scheme).orElseThrow(), typed);
        var fault = new Fault("identifier." + scheme, new Fault.Flaw.Number((Invalid) check));
        return FaultWords.text(fault, TestWords.in(language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_number_without_its_account_is_named_and_shown_whole(Language language) {
        var flaw = new Fault.Flaw.NoAccount("CA-BN", "RR", "119219814");
        var words = TestWords.in(language);

        assertThat(FaultWords.text(new Fault("identifier.CA-BN", flaw), words))
                .startsWith(words.get("organisation.scheme.CA-BN"))
                .contains("119219814RR0001");
    }

    @Test
    void a_french_message_keeps_its_apostrophes() {
        assertThat(told("LU-RCS", "1993 2200 123", Language.FR)).contains("est un matricule");
        assertThat(told("US-EIN", "219-09-9999", Language.FR))
                .contains("sécurité sociale d’une personne, qu’il ne faut");
        assertThat(told("FR-SIREN", "73282932000074", Language.FR))
                .contains("s’y trouve", "732829320");
    }

    /// Words that are missing fail here: the test's are strict.
    @ParameterizedTest
    @EnumSource(NumberKind.class)
    void every_kind_of_number_has_its_words(NumberKind kind) {
        var key = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        for (var language : List.of(Language.FR, Language.EN)) {
            assertThat(TestWords.in(language).get("organisation.number-kind." + key)).isNotBlank();
        }
    }
}
