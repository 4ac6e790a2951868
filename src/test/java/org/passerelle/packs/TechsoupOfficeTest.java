package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PromisedTime;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.tax.TaxRates;

/// The Canadian office itself: what it promises, when it works, whom it accepts, its taxes by
/// province, its requests. Each comment names the question of its text.
class TechsoupOfficeTest {
    private static final Pack PACK = CommittedPack.of("techsoup-ca");

    // 1.3: seven to ten business days, of which ten is the promise
    @Test
    @Requirement("VER-02")
    void an_account_is_qualified_within_ten_business_days_of_ontario() {
        var office = PACK.office();
        assertThat(office.promises().qualificationBusinessDays()).isEqualTo(10);
        assertThat(office.promises().changeBusinessDays()).isEqualTo(3);

        var complete = LocalDate.of(2026, 6, 22).atTime(LocalTime.NOON).atZone(office.zone());
        var due =
                PromisedTime.of(10)
                        .started(complete.toInstant())
                        .due(BusinessCalendars.of(office))
                        .orElseThrow();

        assertThat(due.day())
                .as("24 June is a holiday of Québec, 1 July one of all")
                .isEqualTo(LocalDate.of(2026, 7, 7));
    }

    // The provinces' own laws, reckoned by hand.
    @ParameterizedTest
    @CsvSource({
        "CA-ON, 2026-02-16, true", "CA-QC, 2026-02-16, false", "CA-QC, 2026-06-24, true",
        "CA-ON, 2026-06-24, false", "CA-BC, 2026-08-03, true", "CA-ON, 2026-08-03, false",
        "CA-NU, 2026-07-09, true", "CA-NL, 2026-07-01, true", "CA-AB, 2026-11-11, true",
        "CA-SK, 2026-02-16, true", "CA-YT, 2026-08-17, true",
    })
    @Requirement("VER-02")
    void holidays_are_those_of_a_province(String province, String day, boolean holiday) {
        assertThat(BusinessCalendars.knows(province)).isTrue();
        assertThat(
                        BusinessCalendars.holidays(province, LocalDate.parse(day).getYear())
                                .contains(LocalDate.parse(day)))
                .isEqualTo(holiday);
    }

    // 6.5: what is sent to a province does not arrive on its holidays
    @Test
    @Requirement("ORD-06")
    void what_is_sent_to_a_province_is_expected_by_its_holidays_and_the_offices() {
        var monday = LocalDate.of(2026, 6, 22);

        assertThat(BusinessCalendars.of(PACK.office()).plusBusinessDays(monday, 3))
                .isEqualTo(LocalDate.of(2026, 6, 25));
        assertThat(
                        BusinessCalendars.of(PACK.office(), Optional.of("CA-QC"))
                                .plusBusinessDays(monday, 3))
                .as("24 June is a holiday of Québec")
                .isEqualTo(LocalDate.of(2026, 6, 26));
        assertThat(
                        BusinessCalendars.of(PACK.office(), Optional.of("CA-QC"))
                                .plusBusinessDays(LocalDate.of(2026, 2, 13), 1))
                .as("Family Day of Ontario, where the office is")
                .isEqualTo(LocalDate.of(2026, 2, 17));
    }

    @Test
    @Requirement("ORG-01")
    void an_address_names_one_of_ten_provinces_and_three_territories() {
        assertThat(PACK.office().regions())
                .hasSize(13)
                .allSatisfy(region -> assertThat(region.holidays()).containsExactly(region.code()));
    }

    @ParameterizedTest
    @CsvSource({
        "CA-ON, 2026-01-01, HST 13",
        "CA-NS, 2025-03-31, HST 15",
        "CA-NS, 2025-04-01, HST 14",
        "CA-NB, 2016-06-30, HST 13",
        "CA-NB, 2016-07-01, HST 15",
        "CA-NL, 2026-01-01, HST 15",
        "CA-PE, 2013-03-31, GST 5",
        "CA-PE, 2026-01-01, HST 15",
        "CA-QC, 2026-01-01, GST 5 + QST 9.975",
        "CA-AB, 2026-01-01, GST 5",
        "CA-BC, 2013-03-31, HST 12",
        "CA-BC, 2013-04-01, GST 5",
        "CA-BC, 2026-01-01, GST 5",
        "CA-MB, 2026-01-01, GST 5",
        "CA-SK, 2026-01-01, GST 5",
        "CA-NT, 2026-01-01, GST 5",
        "CA-NU, 2026-01-01, GST 5",
        "CA-YT, 2026-01-01, GST 5",
    })
    @Requirement("INV-02")
    void taxes_are_those_of_a_province(String province, LocalDate day, String said) {
        var taxes = TaxRates.of(PACK.office(), "standard", Optional.of(province), day);

        assertThat(
                        taxes.stream()
                                .map(tax ->
                                        tax.name().orElseThrow().in(Language.EN)
                                                + " "
                                                + tax.percent().toPlainString())
                                .collect(Collectors.joining(" + ")))
                .isEqualTo(said);
    }

    @Test
    @Requirement({"VER-03", "ORG-01"})
    void charity_nonprofit_and_library_are_told_apart() {
        var office = PACK.office();
        var qualifying =
                office.forms().values().stream()
                        .filter(form -> form.mayQualify())
                        .flatMap(form -> form.statuses().stream())
                        .collect(Collectors.toSet());

        assertThat(qualifying).containsExactlyInAnyOrder("charity", "nonprofit", "library");
        assertThat(office.forms().values())
                .allSatisfy(form -> assertThat(form.identifiers()).containsExactly("CA-BN"));
        assertThat(office.forms().values())
                .filteredOn(form -> form.id().equals("school"))
                .singleElement()
                .satisfies(form -> assertThat(form.mayQualify()).isFalse());
        // 1.5
        assertThat(office.qualification().questions())
                .anySatisfy(question ->
                        assertThat(question.text().in(Language.EN)).contains("4950", "T3010"));
    }

    // 5.6: the order's number has five digits; 1.6 and 5.6: what a request has to say
    @Test
    @Requirement({"ORD-05", "HLP-02"})
    void numbers_have_five_digits_and_requests_ask_for_what_the_mails_asked_for() {
        assertThat(PACK.office().numbering().firstOrder()).isEqualTo(10_001);
        assertThat(fields("is-registered"))
                .containsExactly(
                        "name", "email", "address", "number", "former-names", "former-addresses");
        assertThat(PACK.request("refund").orElseThrow().doneBy())
                .contains(RequestKind.DoneBy.RETURN);
        assertThat(PACK.requests())
                .containsKeys("branch-letter", "not-eligible", "cheque", "username");
    }

    // 5.1: Finance > accounting software
    @Test
    @Requirement("CAT-02")
    void a_shelf_lies_within_another() {
        assertThat(PACK.categories())
                .anySatisfy(shelf -> {
                    assertThat(shelf.id()).isEqualTo("accounting");
                    assertThat(shelf.within()).contains("finance");
                });
        var ledger = PACK.offer(OfferId.of("quickbooks-online")).orElseThrow();
        assertThat(ledger.categories()).containsExactly("accounting");
    }

    @Test
    @Requirement("OPS-02")
    void what_the_text_says_and_where_it_stands_is_listed() throws IOException {
        var list = Files.readString(Path.of("packs/techsoup-ca/README.md"));

        assertThat(PACK.partners().keySet())
                .allSatisfy(id -> assertThat(list).contains("`partners/" + id + ".yaml`"));
    }

    private static Set<String> fields(String request) {
        return PACK.request(request).orElseThrow().fields().keySet();
    }
}
