package org.passerelle.backoffice.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.OFFICE;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Language;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Posting;
import org.passerelle.ledger.Posting.Line;
import org.passerelle.security.As;
import org.passerelle.words.WordBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/// A month of long ago in a currency of its own: nobody else's postings are in it.
@ProductTest
@Requirement("PAY-05")
class MonthPagesTest {
    private static final LocalDate DAY = LocalDate.of(2001, 3, 31);
    private static final String MARCH = "?month=2001-03&currency=SEK";

    private final MockMvcTester pages;
    private final Ledger ledger;
    private final Person finance;
    private final Person reviewer;

    MonthPagesTest(
            @Autowired WebApplicationContext product,
            @Autowired Ledger ledger,
            @Autowired People people) {
        this.pages = As.pages(product);
        this.ledger = ledger;
        this.finance = Accounts.staff(people, Role.FINANCE);
        this.reviewer = Accounts.staff(people, Role.REVIEWER);
    }

    @BeforeEach
    void a_month_of_long_ago() {
        var customer = new Account(Kind.CUSTOMER, UUID.nameUUIDFromBytes(new byte[1]).toString());
        ledger.post(
                new Posting(
                        OFFICE,
                        DAY,
                        new Cause("test-month", "1"),
                        Optional.empty(),
                        "invoice 1",
                        List.of(
                                Line.debit(customer, Money.parse("SEK 1170.00")),
                                Line.credit(
                                        new Account(Kind.FEES, "an-old-partner:donation"),
                                        Money.parse("SEK 1000.00")),
                                Line.credit(
                                        new Account(Kind.TAX, "vat-17"),
                                        Money.parse("SEK 170.00")))));
        ledger.post(
                Posting.of(
                        OFFICE,
                        DAY.plusDays(1),
                        new Cause("test-month", "2"),
                        Optional.empty(),
                        "movement 2",
                        new Account(Kind.BANK, "LU28 TEST"),
                        customer,
                        Money.parse("SEK 70.00")));
    }

    private MvcTestResult get(Person who, String path) {
        return pages.get().uri(path).with(As.person(who)).exchange();
    }

    private static String written(String amount) {
        return WordBook.ofClasspath().in(Language.FR).money(Money.parse("SEK " + amount));
    }

    @Test
    void a_month_shows_its_fees_and_taxes_and_what_is_still_owed() {
        assertThat(get(finance, "/staff/finance" + MARCH))
                .bodyText()
                .contains("an-old-partner", written("1000.00"), "170,00", written("1170.00"))
                .contains("month=2001-02", "month=2001-04")
                .doesNotContain("LU28 TEST");
    }

    @Test
    void the_month_after_has_the_money_that_came_and_no_fees() {
        assertThat(get(finance, "/staff/finance?month=2001-04&currency=SEK"))
                .bodyText()
                .contains("LU28 TEST", "70,00", "Rien n’a été facturé ce mois-là.")
                .contains(written("1100.00"));
    }

    @Test
    void a_month_that_is_none_is_the_one_that_runs_and_has_no_month_after() {
        assertThat(get(finance, "/staff/finance?month=2001-13&currency=XXX"))
                .hasStatusOk()
                .bodyText()
                .contains("Mois précédent")
                .doesNotContain("Mois suivant");
    }

    @Test
    void the_month_leaves_as_csv_with_every_figure() {
        var file = get(finance, "/staff/finance/month.csv" + MARCH);

        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("2001-03-SEK.csv");
        assertThat(file)
                .bodyText()
                .contains("Frais par partenaire et genre,an-old-partner,Don,,1000.00,SEK")
                .contains("Taxes,vat-17,,,170.00,SEK");
    }

    /// The page, the file and the workbook tell the same month: every amount of the file stands on
    /// the page, and the workbook has exactly the amounts of the file.
    @ParameterizedTest
    @ValueSource(strings = {"2001-03", "2001-04"})
    void file_and_workbook_have_the_figures_of_the_page(String month, @TempDir Path folder)
            throws IOException {
        var query = "?month=" + month + "&currency=SEK";
        var page = get(finance, "/staff/finance" + query).getResponse().getContentAsString();
        var file =
                get(finance, "/staff/finance/month.csv" + query).getResponse().getContentAsString();
        var amounts =
                Pattern.compile(",(-?\\d+\\.\\d\\d),SEK")
                        .matcher(file)
                        .results()
                        .map(one -> new BigDecimal(one.group(1)))
                        .toList();

        assertThat(amounts).hasSizeGreaterThan(3);
        assertThat(amounts)
                .allSatisfy(
                        amount -> assertThat(page).contains(written(amount.abs().toPlainString())));
        assertThat(
                        Pattern.compile("<c (?![^>]*t=\"s\")[^>]*><v>(-?[0-9.E]+)</v>")
                                .matcher(sheets(query, folder))
                                .results()
                                .map(one -> new BigDecimal(one.group(1)).setScale(2)))
                .containsExactlyInAnyOrderElementsOf(amounts);
    }

    @Test
    void the_month_leaves_as_a_workbook_whose_amounts_are_numbers(@TempDir Path folder)
            throws IOException {
        assertThat(sheets(MARCH, folder)).contains("<v>1000", "<v>170");
    }

    private String sheets(String query, Path folder) throws IOException {
        var saved = folder.resolve("month.xlsx");
        Files.write(
                saved,
                get(finance, "/staff/finance/month.xlsx" + query)
                        .getResponse()
                        .getContentAsByteArray());
        var sheets = new StringBuilder();
        try (var workbook = new ZipFile(saved.toFile())) {
            for (var entry : Collections.list(workbook.entries())) {
                if (entry.getName().startsWith("xl/worksheets/")) {
                    try (var content = workbook.getInputStream(entry)) {
                        sheets.append(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }

        return sheets.toString();
    }

    @Test
    void only_finance_sees_it() {
        assertThat(get(reviewer, "/staff/finance")).hasStatus(403);
        assertThat(get(reviewer, "/staff/finance/month.csv")).hasStatus(403);
        assertThat(get(reviewer, "/staff/finance/month.xlsx")).hasStatus(403);
    }
}
