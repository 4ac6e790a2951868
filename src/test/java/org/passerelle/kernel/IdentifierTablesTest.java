package org.passerelle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.LegalNumberCheck.Guess;
import org.passerelle.kernel.LegalNumberCheck.Invalid;
import org.passerelle.kernel.LegalNumberCheck.NumberKind;
import org.passerelle.kernel.LegalNumberCheck.Valid;

/// Every row of every table of numbers goes through the checks: the project's own, whose numbers
/// are made up in the true forms, and the collection beside the project, which may not be copied
/// into it. Where that is absent its tests say so, and the own table stands alone.
@Requirement("ORG-02")
class IdentifierTablesTest {

    static Stream<String> typed() throws IOException {
        try (var table = IdentifierTablesTest.class.getResourceAsStream("/identifiers/typed.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("typed")
    void what_is_typed_is_taken_or_told(String row) {
        var cells = row.split("\\|", -1);
        var check = LegalNumbers.check(LegalNumberScheme.of(cells[0]).orElseThrow(), cells[1]);

        assertThat(said(check)).as(row).startsWith(cells[2]);
    }

    private static String said(LegalNumberCheck check) {
        return switch (check) {
            case Valid(_, var normalised) -> "ok " + normalised;
            case Invalid(_, var group, var found, _, var guess) ->
                    guess.map(IdentifierTablesTest::said).orElseGet(() -> group + " " + found);
        };
    }

    private static String said(Guess guess) {
        return switch (guess) {
            case Guess.Perhaps(var number) -> "perhaps " + number;
            case Guess.Other(var kind, _, var holds) ->
                    "is " + kind + holds.map(number -> " " + number).orElse("");
        };
    }

    @Test
    void the_own_table_has_all_schemes_good_and_bad() throws IOException {
        var good = new EnumMap<LegalNumberScheme, Integer>(LegalNumberScheme.class);
        var bad = new EnumMap<LegalNumberScheme, Integer>(LegalNumberScheme.class);
        for (var row : typed().toList()) {
            var cells = row.split("\\|", -1);
            (cells[2].startsWith("ok ") ? good : bad)
                    .merge(LegalNumberScheme.of(cells[0]).orElseThrow(), 1, Integer::sum);
        }
        assertThat(good).containsOnlyKeys(LegalNumberScheme.values());
        assertThat(bad).containsOnlyKeys(LegalNumberScheme.values());
    }

    private static Optional<Path> collection() {
        var folder =
                Stream.of("..", "../..")
                        .map(up -> Path.of(up, "shared", "data", "identifiers"))
                        .filter(Files::isDirectory)
                        .findFirst();
        if (folder.isEmpty()) {
            System.out.println("../shared/data/identifiers is absent: the own table stands alone");
        }
        return folder;
    }

    private static List<String> lines(Path folder, String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_row_of_the_collection_is_judged_as_it_judges_it() {
        var judged = new TreeMap<String, Integer>();
        collection()
                .ifPresent(folder -> {
                    var rows = lines(folder, "legal-numbers.csv");
                    for (var row : rows.subList(1, rows.size())) {
                        var number = new Row(row);
                        number.isStoredInOneForm();
                        judged.merge(number.judge(), 1, Integer::sum);
                    }
                    System.out.println("legal-numbers.csv: " + judged);
                    assertThat(judged.values().stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo(rows.size() - 1);
                    assertThat(judged.keySet())
                            .contains(
                                    "BE-BCE_KBO",
                                    "LU-TVA",
                                    "FR-SIREN",
                                    "FR VAT",
                                    "MC VAT",
                                    "NL VAT")
                            .contains("DE VAT", "GB VAT", "CA-BN", "FR SIRET", "IBAN");
                });
    }

    @Test
    void invalid_belgian_numbers_are_refused() {
        collection()
                .ifPresent(folder ->
                        assertThat(lines(folder, "be-invalid.txt"))
                                .isNotEmpty()
                                .allSatisfy(row ->
                                        assertThat(
                                                        LegalNumbers.check(
                                                                LegalNumberScheme.BE_BCE_KBO, row))
                                                .isInstanceOf(Invalid.class)));
    }

    /// Numbers of these registers have our scheme's form.
    private static final Map<String, LegalNumberScheme> REGISTERS =
            Map.ofEntries(
                    Map.entry("LU-RCS", LegalNumberScheme.LU_RCS),
                    Map.entry("BE-BCE_KBO", LegalNumberScheme.BE_BCE_KBO),
                    Map.entry("FR-RCS", LegalNumberScheme.FR_SIREN),
                    Map.entry("NL-KVK", LegalNumberScheme.NL_KVK),
                    Map.entry("CA-CRA_ACR", LegalNumberScheme.CA_BN),
                    Map.entry("US-EIN", LegalNumberScheme.US_EIN),
                    Map.entry("GB-CHC", LegalNumberScheme.GB_CHC),
                    Map.entry("GB-SC", LegalNumberScheme.GB_SC),
                    Map.entry("GB-NIC", LegalNumberScheme.GB_NIC));

    /// One example of the collection is a SIRET with a digit too many zeros; its SIREN is right.
    @Test
    void examples_of_registers_are_taken() {
        collection()
                .ifPresent(folder -> {
                    var seen = 0;
                    for (var row : lines(folder, "org-id-registers.csv")) {
                        var scheme = REGISTERS.get(row.substring(0, Math.max(0, row.indexOf(','))));
                        if (scheme == null) {
                            continue;
                        }
                        var examples =
                                row.endsWith("\"") ? row.substring(row.lastIndexOf(",\"") + 2) : "";
                        for (var example : examples.replace("\"", "").split(",")) {
                            if (!example.isBlank()) {
                                seen++;
                                var digits = scheme == LegalNumberScheme.FR_SIREN ? 11 : 99;
                                var typed = example.strip();
                                typed = typed.substring(0, Math.min(digits, typed.length()));
                                assertThat(LegalNumbers.check(scheme, typed))
                                        .as("%s %s", scheme, example)
                                        .isInstanceOf(Valid.class);
                            }
                        }
                    }
                    assertThat(seen).isGreaterThan(20);
                });
    }

    /// One row: the kind of number, the number, and whether it is valid.
    private record Row(String kind, String typed, boolean valid, String text) {
        private static final int SHORTEST_IBAN = 15;

        Row(String text) {
            this(
                    text.substring(0, text.indexOf(',')),
                    text.substring(text.indexOf(',') + 1, text.lastIndexOf(',')),
                    text.substring(text.lastIndexOf(',') + 1).startsWith("valid"),
                    text);
        }

        /// Says under which name it was judged; `other` are numbers no office here asks for.
        String judge() {
            return switch (kind) {
                case "fr_siren" -> is(LegalNumberScheme.FR_SIREN, typed);
                case "fr_siret" ->
                        guessed(LegalNumberScheme.FR_SIREN, NumberKind.FR_SIRET, "FR SIRET");
                case "gb_vat" -> guessed(LegalNumberScheme.GB_CHC, NumberKind.GB_VAT, "GB VAT");
                // The account (RC) is a company's: its nine digits, and those with a charity's.
                case "ca_bn" -> {
                    is(LegalNumberScheme.CA_BN, typed.substring(0, 9) + " RR 0001");
                    yield is(LegalNumberScheme.CA_BN, typed.substring(0, 9));
                }
                case "eu_vat" -> vat();
                case "iban", "be_iban" -> bankAccount();
                default -> "other";
            };
        }

        private String vat() {
            var country = typed.replace("\"", "").strip().substring(0, 2).toUpperCase(Locale.ROOT);
            return switch (country) {
                case "BE" -> is(LegalNumberScheme.BE_BCE_KBO, typed);
                case "LU" -> is(LegalNumberScheme.LU_TVA, typed);
                case "FR" ->
                        typed.replaceAll("\\W", "").startsWith("000", 4)
                                ? guessed(LegalNumberScheme.FR_SIREN, NumberKind.MC_VAT, "MC VAT")
                                : guessed(LegalNumberScheme.FR_SIREN, NumberKind.FR_VAT, "FR VAT");
                case "NL" -> dutch();
                case "DE" -> guessed(LegalNumberScheme.DE_VR, NumberKind.DE_VAT, "DE VAT");
                default -> "other";
            };
        }

        /// Those of sole traders count as well: they fit by another check.
        private String dutch() {
            var guess = guess(LegalNumberScheme.NL_RSIN);
            assertThat(
                            guess.filter(NumberKind.NL_VAT::equals)
                                    .or(() -> guess.filter(NumberKind.NL_VAT_OF_PERSON::equals))
                                    .isPresent())
                    .as(text)
                    .isEqualTo(valid);
            return "NL VAT";
        }

        private String is(LegalNumberScheme scheme, String number) {
            var check = LegalNumbers.check(scheme, number);
            assertThat(check instanceof Valid).as(text).isEqualTo(valid);
            return scheme.code();
        }

        /// Typed where another number is wanted, it is named if it is right.
        private String guessed(LegalNumberScheme scheme, NumberKind kind, String name) {
            assertThat(guess(scheme).filter(kind::equals).isPresent()).as(text).isEqualTo(valid);
            return name;
        }

        private Optional<NumberKind> guess(LegalNumberScheme scheme) {
            return LegalNumbers.check(scheme, typed) instanceof Invalid invalid
                    ? invalid.guess()
                            .filter(Guess.Other.class::isInstance)
                            .map(guess -> ((Guess.Other) guess).kind())
                    : Optional.empty();
        }

        /// In some rows the bank's code stands behind the number.
        private String bankAccount() {
            if (typed.replace(" ", "").length() < SHORTEST_IBAN) {
                return "other";
            }
            var number = typed.replaceAll("(?i)\\s{2,}[A-Z][A-Z0-9 -]*$", "");
            for (var scheme : LegalNumberScheme.values()) {
                var check = LegalNumbers.check(scheme, number);
                assertThat(said(check).equals("is BANK_ACCOUNT")).as(text).isEqualTo(valid);
            }
            return "IBAN";
        }

        /// Whatever is typed is answered, and what is taken is taken again as it is stored.
        void isStoredInOneForm() {
            for (var scheme : LegalNumberScheme.values()) {
                if (LegalNumbers.check(scheme, typed) instanceof Valid valid) {
                    assertThat(LegalNumbers.check(scheme, valid.normalised())).isEqualTo(valid);
                }
            }
        }
    }
}
