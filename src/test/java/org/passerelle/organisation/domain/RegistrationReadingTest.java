package org.passerelle.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Fault.Flaw;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Profile.PriorPurchase;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Pack;
import org.passerelle.verification.VerificationFixtures;

@Requirement({"ORG-01", "ORG-02"})
class RegistrationReadingTest {
    private static final Pack LUXEMBOURG =
            ((LoadOutcome.Loaded) PackLoader.load(Path.of("packs/socialware-lu"))).pack();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final Pack CANADA =
            ((LoadOutcome.Loaded) PackLoader.load(Path.of("packs/techsoup-ca"))).pack();

    private static RegistrationReading read(Draft draft) {
        return RegistrationReading.of(draft, LUXEMBOURG, TODAY);
    }

    private static Draft complete() {
        return VerificationFixtures.complete("Les Tisserands", "f 4827");
    }

    private static List<Flaw> flaws(Draft draft) {
        return read(draft).faults().stream().map(Fault::flaw).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "registered-charity, 119219814RR0001, true",
        "registered-charity, 119 219 814, false",
        "private-foundation, 119219814, false",
        "public-library, 119219814, true",
        "public-library, 119219814RR0001, true"
    })
    void a_charity_s_number_ends_with_its_account(String form, String number, boolean whole) {
        var draft = Draft.empty().with("country", "CA").with("form", form);
        var reading = RegistrationReading.of(draft.with("identifier.CA-BN", number), CANADA, TODAY);

        assertThat(reading.faults())
                .filteredOn(one -> one.field().equals("identifier.CA-BN"))
                .extracting(Fault::flaw)
                .isEqualTo(
                        whole
                                ? List.of()
                                : List.of(new Flaw.NoAccount("CA-BN", "RR", "119219814")));
        assertThat(reading.profile().identifiers()).containsKey("CA-BN");
    }

    @Test
    void a_postal_code_of_elsewhere_is_named_with_an_example() {
        var reading = read(complete().with("postal-code", "K1A 0B1"));

        assertThat(reading.faults())
                .containsExactly(
                        new Fault("postal-code", new Flaw.NotAPostalCode("K1A 0B1", "L-2344")));
        assertThat(reading.profile().address()).isEmpty();
    }

    @Test
    void what_is_right_is_brought_to_one_form() {
        var reading =
                read(
                        complete()
                                .with("other-names", "Tisserands ; LT;")
                                .with("website", "tisserands.example")
                                .with("postal-code", "l-4000")
                                .with("purposes", "religious")
                                .with("prior-partner", "autodesk", "")
                                .with("prior-date", "12.2.2021", ""));

        assertThat(reading.faults()).isEmpty();
        var profile = reading.profile();
        assertThat(profile.identifiers()).containsEntry("LU-RCS", "F4827");
        assertThat(profile.otherNames()).containsExactly("Tisserands", "LT");
        assertThat(profile.address().orElseThrow().postalCode()).isEqualTo("L-4000");
        assertThat(profile.website()).contains("https://tisserands.example");
        assertThat(profile.purposes()).containsExactly("religious");
        assertThat(profile.budget().orElseThrow().amount())
                .isEqualTo(Money.of(CurrencyUnit.EUR, 214_500));
        assertThat(profile.priorPurchases())
                .containsExactly(new PriorPurchase("autodesk", LocalDate.of(2021, 2, 12)));
    }

    @Test
    void none_of_these_stands_alone() {
        assertThat(flaws(complete().with("purposes", "religious", "none")))
                .containsExactly(new Flaw.NoneAndOthers());
        assertThat(flaws(complete().with("purposes", "none", "none"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "- 3", "−3"})
    void a_number_below_zero_is_told_to_be_that(String typed) {
        assertThat(flaws(complete().with("staff", typed))).containsExactly(new Flaw.Negative());
        assertThat(flaws(complete().with("staff", "3,5")))
                .containsExactly(new Flaw.NotAWholeNumber());
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_kept_out_of_the_profile() {
        var reading =
                read(
                        complete()
                                .with("identifier.LU-RCS", "F48271934")
                                .with("official-email", "bureau@")
                                .with("phone", "demain")
                                .with("budget-amount", "beaucoup")
                                .with("budget-year", "1999")
                                .with("prior-date", "2027-01-01")
                                .with("prior-partner", "autodesk"));

        assertThat(reading.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "identifier.LU-RCS",
                        "official-email",
                        "phone",
                        "budget-year",
                        "budget-amount",
                        "prior-date");
        assertThat(reading.profile().officialEmail()).isEmpty();
        assertThat(reading.profile().budget()).isEmpty();
        assertThat(reading.profile().identifiers()).isEmpty();
    }

    @Test
    @Requirement("VER-03")
    void a_form_the_office_does_not_accept_says_why() {
        assertThat(flaws(complete().with("form", "commercial-company")))
                .singleElement()
                .isInstanceOf(Flaw.FormNotAccepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1 120 000      | 1120000.00
                    1.120.000,50   | 1120000.50
                    1,120,000.50   | 1120000.50
                    1'120'000      | 1120000.00
                    1.120          | 1120.00
                    1,5            | 1.50
                    214 500 €      | 214500.00
                    0              | 0.00
                    """)
    void an_amount_is_read_as_people_write_it(String typed, String amount) {
        assertThat(AmountReading.amount(typed, CurrencyUnit.EUR))
                .contains(Money.parse("EUR " + amount));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -5
                    12 mille
                    1.2.3
                    12,34,567
                    1,123.5555
                    9999999999999
                    ''
                    """)
    void what_is_no_amount_is_not_guessed(String typed) {
        assertThat(AmountReading.amount(typed, CurrencyUnit.EUR)).isEmpty();
    }

    @Test
    @Requirement("VER-03")
    void what_is_missing_follows_from_the_legal_form() {
        var office = LUXEMBOURG.office();
        assertThat(Completeness.missing(complete(), office, Set.of()))
                .allMatch(Missing.Evidence.class::isInstance)
                .hasSize(2);
        var foundation = complete().with("form", "fondation").with("identifier.LU-RCS", "");
        assertThat(Completeness.missing(foundation, office, Set.of()))
                .contains(new Missing.Value("identifier.LU-RCS"));
        var library = complete().with("form", "public-library");
        assertThat(Completeness.missing(library, office, Set.of()))
                .contains(new Missing.Value("identifier.LU-MATRICULE"));
        assertThat(Completeness.missing(Draft.empty(), office, Set.of()))
                .extracting(Missing::step)
                .isSorted()
                .contains(Field.Step.IDENTITY, Field.Step.ADDRESS, Field.Step.ACTIVITY);
    }

    @Test
    void whatever_is_typed_is_read_without_failing() {
        var random = new Random(20261121);
        var pieces =
                List.of(
                        "",
                        " ",
                        "none",
                        "asbl",
                        "LU",
                        "F12",
                        "@",
                        "a@b.c",
                        "1,2",
                        "€",
                        "12.",
                        "2026-02-30",
                        "31.2.2020",
                        "http://",
                        "://x",
                        "💡",
                        "x".repeat(4000));
        for (var i = 0; i < 2_000; i++) {
            var draft = Draft.empty();
            for (var field : Field.values()) {
                draft = draft.with(field.code(), pieces.get(random.nextInt(pieces.size())));
            }
            draft = draft.with("identifier.LU-RCS", pieces.get(random.nextInt(pieces.size())));
            assertThat(read(draft).profile().country()).isEqualTo("LU");
        }
    }
}
