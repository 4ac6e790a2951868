package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Posting.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@ProductTest
@Requirement("PAY-05")
class DoubleEntryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final Account FEES = new Account(Kind.FEES, "partner:donation");
    private static final Account VAT = new Account(Kind.TAX, "vat");

    @Autowired Ledger ledger;
    @Autowired DSLContext db;
    @Autowired TransactionOperations transaction;

    /// Of each test's own: books are never emptied.
    private final OfficeId office = OfficeId.of("office-" + UUID.randomUUID());

    private final OrganisationId organisation = OrganisationId.random();
    private final Account customer = Account.customer(organisation);
    private final Account bank = new Account(Kind.BANK, "LU280019400644750000");

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private Posting receipt(String key, LocalDate on, String amount) {
        return Posting.of(
                office,
                on,
                new Cause("receipt", key),
                Optional.of(organisation),
                "order " + key,
                bank,
                customer,
                eur(amount));
    }

    private long entry(String key) {
        ledger.post(receipt(key, DAY, "10.00"));
        return ledger.find(office, new Cause("receipt", key)).orElseThrow().id();
    }

    private long row(Account account) {
        return db.fetchSingle(
                        "select id from ledger.account where office = ? and kind = ?",
                        office.value(),
                        account.kind().name())
                .get(0, Long.class);
    }

    @Test
    void what_is_posted_stands_on_both_sides() {
        assertThat(ledger.post(receipt("1", DAY, "44.46"))).isTrue();

        assertThat(ledger.balance(office, bank, EUR)).isEqualTo(eur("44.46"));
        assertThat(ledger.balance(office, customer, EUR)).isEqualTo(eur("-44.46"));
        assertThat(ledger.balance(office, bank, EUR, DAY.minusDays(1))).isEqualTo(eur("0.00"));
        assertThat(ledger.balance(office, bank, CurrencyUnit.CAD).isZero()).isTrue();
        var kept = ledger.find(office, new Cause("receipt", "1")).orElseThrow().posting();
        assertThat(kept).isEqualTo(receipt("1", DAY, "44.46"));
    }

    @Test
    void a_cause_counts_once_and_another_content_is_refused() {
        ledger.post(receipt("1", DAY, "44.46"));

        assertThat(ledger.post(receipt("1", DAY, "44.46"))).isFalse();
        assertThatThrownBy(() -> ledger.post(receipt("1", DAY, "44.47")))
                .isInstanceOf(CauseTaken.class);
        assertThatThrownBy(() -> ledger.post(receipt("1", DAY.plusDays(1), "44.46")))
                .isInstanceOf(CauseTaken.class);
        assertThatThrownBy(() ->
                        ledger.postAll(
                                Stream.of(
                                        receipt("2", DAY, "1.00"),
                                        receipt("3", DAY, "1.00"),
                                        receipt("2", DAY, "2.00"))))
                .isInstanceOf(CauseTaken.class);
        assertThat(ledger.balance(office, bank, EUR)).isEqualTo(eur("44.46"));
    }

    /// Each makes an entry the other makes after it; without [Ledger#open] the database stops one.
    @Test
    void who_posts_first_to_the_same_accounts_in_another_order_stops_nobody() throws Exception {
        ledger.open(office, EUR, List.of(bank, customer, FEES, VAT));
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(inTurn(both, () -> receipt("a"), () -> sale("a")));
            var other = threads.submit(inTurn(both, () -> sale("b"), () -> receipt("b")));
            one.get();
            other.get();
        }

        assertThat(ledger.balance(office, bank, EUR)).isEqualTo(eur("20.00"));
        assertThat(ledger.balance(office, VAT, EUR)).isEqualTo(eur("-20.00"));
    }

    private Posting receipt(String key) {
        return receipt(key, DAY, "10.00");
    }

    private Posting sale(String key) {
        return Posting.of(
                office,
                DAY,
                new Cause("sale", key),
                Optional.of(organisation),
                "order " + key,
                FEES,
                VAT,
                eur("10.00"));
    }

    private Callable<Boolean> inTurn(
            CyclicBarrier both, Supplier<Posting> first, Supplier<Posting> second) {
        return () ->
                transaction.execute(_ -> {
                    ledger.post(first.get());
                    await(both);
                    return ledger.post(second.get());
                });
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_cause_posted_by_many_at_once_counts_once() throws Exception {
        var done = new ArrayList<Boolean>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 40; i++) {
                var key = Integer.toString(i % 4);
                tries.add(() -> ledger.post(receipt(key, DAY, "5.00")));
            }
            for (var one : threads.invokeAll(tries)) {
                done.add(one.get());
            }
        }

        assertThat(done).filteredOn(added -> added).hasSize(4);
        assertThat(ledger.balance(office, bank, EUR)).isEqualTo(eur("20.00"));
    }

    @Test
    void a_statement_explains_a_balance_line_by_line_page_by_page() {
        ledger.post(receipt("late", LocalDate.of(2026, 3, 31), "1.00"));
        ledger.post(receipt("a", LocalDate.of(2026, 1, 31), "10.00"));
        ledger.post(receipt("b", LocalDate.of(2026, 2, 1), "20.00"));
        ledger.post(receipt("c", LocalDate.of(2026, 2, 28), "30.00"));
        ledger.post(receipt("d", LocalDate.of(2026, 3, 1), "40.00"));
        var from = LocalDate.of(2026, 2, 1);
        var until = LocalDate.of(2026, 3, 1);

        var whole = ledger.statement(office, bank, EUR, from, until, 0, 50);
        assertThat(whole.opening()).isEqualTo(eur("10.00"));
        assertThat(whole.lines())
                .extracting(Statement.Line::about, Statement.Line::balance)
                .containsExactly(
                        tuple("order b", eur("30.00")),
                        tuple("order c", eur("60.00")),
                        tuple("order d", eur("100.00")));
        assertThat(whole.closing()).isEqualTo(eur("100.00"));

        var second = ledger.statement(office, bank, EUR, from, until, 1, 1);
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.lines()).isEqualTo(whole.lines().subList(1, 2));
        assertThat(ledger.entries(organisation, from, until)).hasSize(3);
    }

    @Test
    void the_trial_balance_sums_to_zero_and_says_what_moved() {
        var fee = new Account(Kind.PAYMENT_COSTS, "paypal");
        ledger.post(receipt("a", LocalDate.of(2026, 1, 31), "10.00"));
        ledger.post(
                new Posting(
                        office,
                        DAY,
                        new Cause("capture", "x"),
                        Optional.of(organisation),
                        "order x",
                        List.of(
                                Line.debit(new Account(Kind.PAYPAL, "p"), eur("9.50")),
                                Line.debit(fee, eur("0.50")),
                                Line.credit(customer, eur("10.00")))));

        var books = ledger.trialBalance(office, EUR, LocalDate.of(2026, 2, 1), LAST);

        assertThat(books.all().opening()).isEqualTo(eur("0.00"));
        assertThat(books.all().closing()).isEqualTo(eur("0.00"));
        assertThat(books.all().debit()).isEqualTo(books.all().credit()).isEqualTo(eur("10.00"));
        assertThat(books.kinds())
                .extracting(TrialBalance.OfKind::kind)
                .containsExactly(Kind.CUSTOMER, Kind.BANK, Kind.PAYPAL, Kind.PAYMENT_COSTS);
        assertThat(books.kinds().getFirst().sum())
                .isEqualTo(new TrialBalance.Sum(eur("-10.00"), eur("0.00"), eur("10.00")));
        var customers = ledger.accounts(office, EUR, Kind.CUSTOMER, FIRST, LAST, 0, 10);
        assertThat(customers.accounts()).extracting(it -> it.account()).containsExactly(customer);
        assertThat(customers.accounts().getFirst().sum().closing()).isEqualTo(eur("-20.00"));
        assertThat(ledger.currencies(office)).containsExactly(EUR);
    }

    @Test
    void the_database_refuses_an_entry_that_is_not_balanced() {
        entry("first");
        assertThatThrownBy(() -> insert("off", row(bank), 1000, row(customer), -999))
                .hasMessageContaining("is not balanced");
        assertThatThrownBy(() -> insert("none", row(bank), 0, row(customer), 0))
                .hasMessageContaining("amount_minor");
        assertThatThrownBy(() ->
                        db.execute(
                                "insert into ledger.entry (office, on_day, cause_kind, cause_key,"
                                        + " currency, about, posted_at)"
                                        + " values (?, now(), 't', 'bare', 'EUR', '', now())",
                                office.value()))
                .hasMessageContaining("without its lines");
        insert("right", row(bank), 1000, row(customer), -1000);
        assertThat(ledger.balance(office, bank, EUR)).isEqualTo(eur("20.00"));
    }

    @Test
    void the_database_refuses_offices_currencies_and_days_that_do_not_fit() {
        entry("first");
        var elsewhere = OfficeId.of("elsewhere-" + UUID.randomUUID());
        ledger.post(
                Posting.of(
                        elsewhere,
                        DAY,
                        new Cause("t", "1"),
                        Optional.empty(),
                        "",
                        bank,
                        customer,
                        eur("1.00")));
        var foreign =
                db.fetchSingle(
                                "select id from ledger.account where office = ? and kind = 'BANK'",
                                elsewhere.value())
                        .get(0, Long.class);

        assertThatThrownBy(() -> insert("foreign", foreign, 1000, row(customer), -1000))
                .hasMessageContaining("mixes offices");
    }

    private void insert(String key, long debited, long debit, long credited, long credit) {
        db.execute(
                "with e as (insert into ledger.entry (office, on_day, cause_kind, cause_key,"
                        + " currency, about, posted_at)"
                        + " values (?, date '2026-11-02', 't', ?, 'EUR', '', now()) returning id)"
                        + " insert into ledger.line (entry, number, account, on_day, amount_minor)"
                        + " select id, n, account, date '2026-11-02', amount from e,"
                        + " (values (1, ?::bigint, ?::bigint), (2, ?, ?)) as l(n, account, amount)",
                office.value(),
                key,
                debited,
                debit,
                credited,
                credit);
    }

    @Test
    void the_database_refuses_what_is_added_to_an_entry_later() {
        var entry = entry("first");

        assertThatThrownBy(() ->
                        db.execute(
                                "insert into ledger.line (entry, number, account, on_day,"
                                        + " amount_minor) values (?, 8, ?, ?, 5), (?, 9, ?, ?, -5)",
                                entry,
                                row(bank),
                                DAY,
                                entry,
                                row(customer),
                                DAY))
                .hasMessageContaining("later");
    }

    @Test
    void the_database_refuses_to_change_or_forget() {
        entry("first");
        for (var table : List.of("account", "entry", "line")) {
            assertThatThrownBy(() -> db.execute("delete from ledger." + table))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> db.execute("truncate ledger." + table + " cascade"))
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> db.execute("update ledger.line set amount_minor = 1"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("update ledger.entry set on_day = current_date"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("update ledger.account set key = 'x'"))
                .hasMessageContaining("append-only");
    }

    @Test
    void many_at_once_and_again_change_nothing_the_second_time() {
        var added = ledger.postAll(invoices(0, 4_500));

        assertThat(added).isEqualTo(4_500);
        assertThat(ledger.balance(office, FEES, EUR)).isEqualTo(eur("-45000.00"));
        assertThat(ledger.trialBalance(office, EUR, FIRST, LAST).all().closing().isZero()).isTrue();
        assertThat(ledger.postAll(invoices(2_500, 5_000))).isEqualTo(500);
        assertThat(ledger.postAll(invoices(0, 5_000))).isZero();
    }

    private Stream<Posting> invoices(int from, int until) {
        return IntStream.range(from, until).mapToObj(this::invoice);
    }

    private Posting invoice(int n) {
        return new Posting(
                office,
                DAY,
                new Cause("invoice", "N-" + n),
                Optional.of(organisation),
                "invoice N-" + n,
                List.of(
                        Line.debit(
                                Account.ordered(
                                        new OrganisationId(new UUID(n % 10_000, n % 10_000))),
                                eur("11.70")),
                        Line.credit(FEES, eur("10.00")),
                        Line.credit(VAT, eur("1.70"))));
    }
}
