package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.DueRun;
import org.passerelle.invoicing.CreditOutcome.TooMuch;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.domain.Delivered;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Ledger;
import org.passerelle.tax.TaxCategory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ProductTest
@Requirement("INV-01")
class MonthRunTest {
    /// Other tests have nothing delivered there before this month.
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");

    private static final Actor.Staff STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final Signature BY = Signature.of("test");

    @Autowired Invoicing invoicing;
    @Autowired MonthEnd month;
    @Autowired TaxTotals totals;
    @Autowired InvoiceBook book;
    @Autowired Ledger ledger;
    @Autowired DueRun agenda;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;

    private long order = 900_000;
    private LocalDate until = LocalDate.EPOCH;

    @BeforeEach
    void everything_before_is_invoiced() {
        until = month.until(OFFICE);
        order += db.sql("select count(*) from invoicing.line").query(Long.class).single();
        while (invoicing.issueNext(OFFICE, until, 1000, BY).invoices() > 0) {}
    }

    private OrganisationId delivered(int lines, LocalDate on) {
        var organisation = OrganisationId.random();
        book.keep(organisation, Language.FR, AnyInvoice.of(1).buyer());
        for (var place = 1; place <= lines; place++) {
            book.add(line(organisation, order, place, on));
        }
        order++;
        return organisation;
    }

    private static Delivered line(
            OrganisationId organisation, long order, int place, LocalDate on) {
        var fee = Money.parse("EUR 10.37");
        var net = fee.multipliedBy(3);
        var tax = AnyInvoice.tax(TaxCategory.STANDARD, BigDecimal.valueOf(21), net);
        return new Delivered(
                OFFICE,
                organisation,
                order,
                "a-partner",
                "donation",
                new Line(
                        Long.toString(order),
                        place,
                        "SKU",
                        "Licence",
                        3,
                        fee,
                        List.of(tax),
                        Optional.of(on)),
                on);
    }

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private Money balance(Account account) {
        return ledger.balance(OFFICE, account, CurrencyUnit.EUR);
    }

    private List<Long> places() {
        return db.sql("select place from invoicing.document where office = ? order by place")
                .param(OFFICE.value())
                .query(Long.class)
                .list();
    }

    private void numbersHaveNoGaps() {
        var places = places();
        assertThat(places)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, places.size()).boxed().toList());
    }

    @Test
    void what_a_month_delivered_is_one_invoice_and_a_second_run_does_nothing() {
        var organisation = delivered(2, until);
        var later = delivered(1, until.plusDays(1));

        var first = invoicing.issueNext(OFFICE, until, 1000, BY);
        var again = invoicing.issueNext(OFFICE, until, 1000, BY);

        assertThat(first.invoices()).isEqualTo(1);
        assertThat(again.invoices()).isZero();
        assertThat(invoicing.ofOrganisation(later)).isEmpty();
        var row = invoicing.ofOrganisation(organisation).getFirst();
        assertThat(row.gross()).isEqualTo(eur("75.28"));
        assertThat(row.open()).isEqualTo(eur("0.00"));
        var invoice = invoicing.find(OFFICE, row.number()).orElseThrow();
        assertThat(invoice.lines()).hasSize(2);
        assertThat(invoice.gross()).isEqualTo(row.gross());
        assertThat(invoice.period().orElseThrow().until()).isEqualTo(until);
        assertThat(invoice.seller().vatNumber()).isPresent();
        numbersHaveNoGaps();
    }

    @Test
    void the_same_line_told_twice_is_invoiced_once() {
        var organisation = OrganisationId.random();
        book.keep(organisation, Language.FR, AnyInvoice.of(1).buyer());
        book.add(line(organisation, order, 1, until));
        book.add(line(organisation, order, 1, until));

        invoicing.issueNext(OFFICE, until, 1000, BY);
        book.add(line(organisation, order, 1, until));
        invoicing.issueNext(OFFICE, until, 1000, BY);

        assertThat(invoicing.ofOrganisation(organisation))
                .singleElement()
                .satisfies(row -> assertThat(row.net()).isEqualTo(eur("31.11")));
    }

    @Test
    @Requirement("PAY-05")
    void the_books_say_what_the_documents_say() {
        var fees = new Account(Kind.FEES, "a-partner:donation");
        var before = balance(fees);
        var organisation = delivered(2, until);

        invoicing.issueNext(OFFICE, until, 1000, BY);

        assertThat(balance(Account.ordered(organisation))).isEqualTo(eur("75.28"));
        assertThat(balance(fees).minus(before)).isEqualTo(eur("-62.22"));
    }

    @Test
    void what_is_rolled_back_leaves_no_gap() {
        delivered(1, until);
        var places = places();

        transaction.executeWithoutResult(status -> {
            invoicing.issueNext(OFFICE, until, 1000, BY);
            status.setRollbackOnly();
        });
        assertThat(places()).isEqualTo(places);
        invoicing.issueNext(OFFICE, until, 1000, BY);

        assertThat(places()).hasSize(places.size() + 1);
        numbersHaveNoGaps();
    }

    @Test
    void runs_at_once_leave_no_gap_and_invoice_nothing_twice() throws Exception {
        var organisations = new ArrayList<OrganisationId>();
        for (var count = 0; count < 60; count++) {
            organisations.add(delivered(1, until));
        }
        Callable<Integer> run =
                () -> {
                    var made = 0;
                    var found = 1;
                    while (found > 0) {
                        found = invoicing.issueNext(OFFICE, until, 7, BY).invoices();
                        made += found;
                    }
                    return made;
                };
        var made = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(List.of(run, run, run, run))) {
                made += one.get();
            }
        }

        assertThat(made).isEqualTo(60);
        assertThat(organisations).allMatch(one -> invoicing.ofOrganisation(one).size() == 1);
        numbersHaveNoGaps();
    }

    @Test
    void a_credit_note_gives_back_units_to_the_cent_and_never_more_than_was_invoiced() {
        var organisation = delivered(1, until);
        invoicing.issueNext(OFFICE, until, 1000, BY);
        var number = invoicing.ofOrganisation(organisation).getFirst().number();

        var one = invoicing.credit(STAFF, OFFICE, number, Map.of(1, 1L), false, "Retour");
        var two = invoicing.credit(STAFF, OFFICE, number, Map.of(1, 2L), false, "Retour");
        var three = invoicing.credit(STAFF, OFFICE, number, Map.of(1, 1L), false, "Retour");

        assertThat(one).isInstanceOf(CreditOutcome.Issued.class);
        assertThat(two).isInstanceOf(CreditOutcome.Issued.class);
        assertThat(three).isEqualTo(new TooMuch(1, 0));
        var notes =
                invoicing.ofOrganisation(organisation).stream()
                        .filter(row -> row.kind() == Invoice.Kind.CREDIT_NOTE)
                        .toList();
        assertThat(notes).hasSize(2).allMatch(row -> row.corrects().equals(Optional.of(number)));
        assertThat(notes.stream().map(InvoicesFound.Row::gross).reduce(Money::plus).orElseThrow())
                .isEqualTo(eur("37.64"));
        assertThat(balance(Account.customer(organisation))).isEqualTo(eur("-37.64"));
        assertThat(invoicing.left(OFFICE, number)).containsExactly(0L);
        numbersHaveNoGaps();
    }

    @Test
    @Requirement("INV-02")
    void taxes_of_documents_are_those_of_the_books_and_have_their_base() {
        var before = taxed();
        var posted = balance(new Account(Kind.TAX, before.code()));
        var organisation = delivered(2, until);
        invoicing.issueNext(OFFICE, until, 1000, BY);
        var number = invoicing.ofOrganisation(organisation).getFirst().number();
        invoicing.credit(STAFF, OFFICE, number, Map.of(1, 1L), false, "Retour");

        var after = taxed();

        assertThat(after.net().minus(before.net())).isEqualTo(eur("51.85"));
        assertThat(after.tax().minus(before.tax())).isEqualTo(eur("10.88"));
        assertThat(posted.minus(balance(new Account(Kind.TAX, after.code()))))
                .isEqualTo(after.tax().minus(before.tax()));
    }

    private TaxTotal taxed() {
        var code = AnyInvoice.tax(TaxCategory.STANDARD, BigDecimal.TEN, eur("1.00")).code();
        return totals
                .issued(OFFICE, CurrencyUnit.EUR, LocalDate.EPOCH, LocalDate.of(2999, 12, 31))
                .stream()
                .filter(one -> one.code().equals(code) && one.percent().intValueExact() == 21)
                .findFirst()
                .orElseGet(() ->
                        new TaxTotal(
                                code,
                                BigDecimal.valueOf(21),
                                TaxCategory.STANDARD,
                                eur("0.00"),
                                eur("0.00")));
    }

    @Test
    void a_credit_note_is_not_credited_and_an_unknown_invoice_neither() {
        var unknown = new InvoiceNumber("BE", 1999, 1);

        assertThat(invoicing.credit(STAFF, OFFICE, unknown, Map.of(1, 1L), false, "x"))
                .isEqualTo(new CreditOutcome.NoInvoice());
    }

    @Test
    void what_was_issued_is_never_changed() {
        var organisation = delivered(1, until);
        invoicing.issueNext(OFFICE, until, 1000, BY);

        for (var change :
                List.of(
                        "update invoicing.document set net_minor = 1 where organisation = ?",
                        "update invoicing.line set quantity = 1 where organisation = ?",
                        "delete from invoicing.line where organisation = ?")) {
            assertThatThrownBy(() -> db.sql(change).param(organisation.value()).update())
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    @Requirement("INV-03")
    void a_run_of_staff_goes_on_in_parts_and_documents_come_after() throws Exception {
        var organisation = delivered(2, until);

        assertThat(month.start(STAFF, OFFICE)).isTrue();
        for (var tries = 0; tries < 200 && month.runs(OFFICE).getFirst().endedAt().isEmpty(); ) {
            agenda.runAll();
            Thread.sleep(50);
            tries++;
        }

        var run = month.runs(OFFICE).getFirst();
        assertThat(run.endedAt()).isPresent();
        assertThat(run.invoices()).isPositive();
        var number = invoicing.ofOrganisation(organisation).getFirst().number();
        var pdf = invoicing.pdf(OFFICE, number).orElseThrow();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(invoicing.ubl(OFFICE, number)).isPresent();
        assertThat(invoicing.pdf(OFFICE, number).orElseThrow()).isEqualTo(pdf);
    }

    @Test
    void the_next_run_comes_on_the_first_of_a_month_at_one_of_the_office() {
        var next =
                month.next(OFFICE).orElseThrow().atZone(java.time.ZoneId.of("Europe/Luxembourg"));

        assertThat(next.getDayOfMonth()).isEqualTo(1);
        assertThat(next.getHour()).isEqualTo(1);
        assertThat(next.toInstant()).isAfter(clock.instant());
    }
}
