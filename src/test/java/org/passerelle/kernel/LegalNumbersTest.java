package org.passerelle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.LegalNumberCheck.Group;
import org.passerelle.kernel.LegalNumberCheck.Invalid;
import org.passerelle.kernel.LegalNumberCheck.Reason.CheckFails;
import org.passerelle.kernel.LegalNumberCheck.Valid;

@Requirement("ORG-02")
class LegalNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LU-RCS       | B247312                       | B247312
                    LU-RCS       | RCS Luxembourg F 4827         | F4827
                    LU-RCS       | g157                          | G157
                    LU-MATRICULE | 1993 2200 123                 | 19932200123
                    LU-TVA       | LU 150 274 42                 | LU15027442
                    BE-BCE_KBO   | 0521.749.439                  | 0521749439
                    BE-BCE_KBO   | 521 749 439                   | 0521749439
                    FR-SIREN     | 732 829 320                   | 732829320
                    FR-RNA       | W751004076                    | W751004076
                    FR-RNA       | w9t1002867                    | W9T1002867
                    NL-KVK       | 41202535                      | 41202535
                    NL-RSIN      | 004495445                     | 004495445
                    NL-RSIN      | 04495445                      | 004495445
                    CA-BN        | 123 456 782 RR0001            | 123456782RR0001
                    CA-BN        | 123456782                     | 123456782
                    US-EIN       | 53-0196605                    | 530196605
                    GB-CHC       | 1173575                       | 1173575
                    GB-CHC       | 279417-0                      | 279417
                    GB-CHC       | 279417-12                     | 279417-12
                    GB-SC        | SC042386                      | SC042386
                    GB-NIC       | NIC100019                     | 100019
                    DE-VR        | Amtsgericht Charlottenburg VR 8726 B | CHARLOTTENBURG VR 8726 B
                    DE-VR        | VR 0123, Köln                 | KÖLN VR 123
                    """)
    void a_number_is_stored_in_one_form(String scheme, String typed, String stored) {
        var known = LegalNumberScheme.of(scheme).orElseThrow();

        assertThat(LegalNumbers.check(known, typed)).isEqualTo(new Valid(known, stored));
        assertThat(LegalNumbers.check(known, stored)).isEqualTo(new Valid(known, stored));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LU-RCS       | F48271934         | DIGITS       | WrongLength[found=8, atLeast=1, atMost=6]
                    LU-RCS       | 4827              | PREFIX       | Missing[]
                    LU-RCS       | F48O7             | DIGITS       | UnexpectedCharacter[character=O]
                    LU-MATRICULE | 19932200124       | CHECK_DIGITS | CheckFails[]
                    LU-MATRICULE | 01992200123       | YEAR         | NotIssued[demanded=1800–2199]
                    LU-TVA       | LU15027443        | CHECK_DIGITS | CheckFails[]
                    BE-BCE_KBO   | 0201.065.765      | CHECK_DIGITS | CheckFails[]
                    BE-BCE_KBO   | 2521.749.439      | PREFIX       | NotIssued[demanded=0, 1]
                    BE-BCE_KBO   | 0521.749.43       | DIGITS       | WrongLength[found=9, atLeast=10, atMost=10]
                    CA-BN        | BE0521749439      | DIGITS       | UnexpectedCharacter[character=B]
                    BE-BCE_KBO   | 0200.30           | DIGITS       | WrongLength[found=6, atLeast=10, atMost=10]
                    FR-SIREN     | 732829321         | CHECK_DIGITS | CheckFails[]
                    FR-SIREN     | 000000000         | CHECK_DIGITS | CheckFails[]
                    FR-SIREN     | 73282932000074    | DIGITS       | WrongLength[found=14, atLeast=9, atMost=9]
                    FR-RNA       | 751004076         | PREFIX       | NotIssued[demanded=W]
                    FR-RNA       | W75100407X        | DIGITS       | UnexpectedCharacter[character=X]
                    NL-KVK       | 4120253           | DIGITS       | WrongLength[found=7, atLeast=8, atMost=8]
                    NL-RSIN      | 004495446         | CHECK_DIGITS | CheckFails[]
                    CA-BN        | 123456783RR0001   | CHECK_DIGITS | CheckFails[]
                    CA-BN        | 123456782RC0001   | ACCOUNT      | NotIssued[demanded=RR0001]
                    CA-BN        | 123456782RR001    | ACCOUNT      | NotIssued[demanded=RR0001]
                    US-EIN       | 07-1234567        | DIGITS       | NotIssued[demanded=12-3456789]
                    GB-CHC       | 12345             | DIGITS       | WrongLength[found=5, atLeast=6, atMost=7]
                    GB-SC        | 042386            | PREFIX       | NotIssued[demanded=SC]
                    GB-NIC       | 1000191           | DIGITS       | WrongLength[found=7, atLeast=6, atMost=6]
                    DE-VR        | Köln HRB 123      | PREFIX       | NotIssued[demanded=VR]
                    DE-VR        | VR 8726           | COURT        | Missing[]
                    DE-VR        | Amtsgericht Köln VR | DIGITS     | Missing[]
                    US-EIN       | ''                | WHOLE        | Missing[]
                    """)
    void what_is_wrong_is_told_by_group(String scheme, String typed, Group group, String reason) {
        var known = LegalNumberScheme.of(scheme).orElseThrow();

        assertThat(LegalNumbers.check(known, typed))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> {
                            assertThat(invalid.group()).isEqualTo(group);
                            assertThat(invalid.reason().toString()).isEqualTo(reason);
                        });
    }

    @Test
    void one_mistyped_digit_never_passes_a_check_digit() {
        var numbers =
                List.of(
                        new Valid(LegalNumberScheme.LU_MATRICULE, "19932200123"),
                        new Valid(LegalNumberScheme.LU_TVA, "LU15027442"),
                        new Valid(LegalNumberScheme.BE_BCE_KBO, "0521749439"),
                        new Valid(LegalNumberScheme.FR_SIREN, "732829320"),
                        new Valid(LegalNumberScheme.NL_RSIN, "004495445"),
                        new Valid(LegalNumberScheme.CA_BN, "123456782RR0001"));
        for (var number : numbers) {
            var text = number.normalised();
            var first = text.startsWith("LU") ? 2 : 0;
            var last = number.scheme() == LegalNumberScheme.CA_BN ? 9 : text.length();
            for (var at = first; at < last; at++) {
                for (var digit = '0'; digit <= '9'; digit++) {
                    var typed = text.substring(0, at) + digit + text.substring(at + 1);
                    if (!typed.equals(text)) {
                        assertThat(LegalNumbers.check(number.scheme(), typed))
                                .as("%s %s", number.scheme(), typed)
                                .isInstanceOf(Invalid.class);
                    }
                }
            }
        }
    }

    @Test
    void nothing_that_can_be_typed_breaks_the_check() {
        var random = new Random(20260);
        var alphabet = "0123456789 .-/ABLUVRW\u00e9\u0663\ud83d\ude00";
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(18); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (var scheme : LegalNumberScheme.values()) {
                if (LegalNumbers.check(scheme, text.toString()) instanceof Valid valid) {
                    assertThat(LegalNumbers.check(scheme, valid.normalised())).isEqualTo(valid);
                }
            }
        }
    }

    /// Numbers of real organisations that may not be copied into the project; where the folder is
    /// absent, the tables above stand alone and this test says so.
    @Test
    void numbers_of_the_shared_collection_are_judged_as_it_judges_them() throws IOException {
        var folder = Path.of("..", "..", "shared", "data", "identifiers");
        folder = Files.exists(folder) ? folder : Path.of("..", "shared", "data", "identifiers");
        if (!Files.exists(folder)) {
            System.out.println("../shared/data/identifiers is absent: only the own tables count");
            return;
        }
        var judged = 0;
        for (var line : Files.readAllLines(folder.resolve("legal-numbers.csv"))) {
            var cells = line.split(",", -1);
            var valid = cells[2].startsWith("valid");
            var check =
                    switch (cells[0]) {
                        case "fr_siren" -> check(LegalNumberScheme.FR_SIREN, cells[1]);
                        // The account (RC) is a company's: only the business number is compared.
                        case "ca_bn" -> check(LegalNumberScheme.CA_BN, cells[1].substring(0, 9));
                        case "eu_vat" ->
                                switch (cells[1].substring(0, 2)) {
                                    case "BE" -> check(LegalNumberScheme.BE_BCE_KBO, cells[1]);
                                    case "LU" -> check(LegalNumberScheme.LU_TVA, cells[1]);
                                    default -> null;
                                };
                        default -> null;
                    };
            if (check != null) {
                judged++;
                assertThat(check instanceof Valid).as(line).isEqualTo(valid);
            }
        }
        for (var line : Files.readAllLines(folder.resolve("be-invalid.txt"))) {
            judged++;
            assertThat(check(LegalNumberScheme.BE_BCE_KBO, line)).isInstanceOf(Invalid.class);
        }
        assertThat(judged).isGreaterThan(80);
    }

    private static LegalNumberCheck check(LegalNumberScheme scheme, String typed) {
        return LegalNumbers.check(scheme, typed);
    }

    @Test
    void a_message_can_quote_the_check_digits() {
        assertThat(check(LegalNumberScheme.BE_BCE_KBO, "0521.749.438"))
                .isEqualTo(
                        new Invalid(
                                LegalNumberScheme.BE_BCE_KBO,
                                Group.CHECK_DIGITS,
                                "38",
                                new CheckFails()));
    }
}
