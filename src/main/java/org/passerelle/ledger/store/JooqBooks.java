package org.passerelle.ledger.store;

import static org.passerelle.ledger.store.generated.Tables.ACCOUNT;
import static org.passerelle.ledger.store.generated.Tables.ENTRY;
import static org.passerelle.ledger.store.generated.Tables.LINE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Posting;
import org.passerelle.ledger.Statement;
import org.passerelle.ledger.TrialBalance;
import org.passerelle.ledger.domain.Books;
import org.springframework.stereotype.Repository;

@Repository
class JooqBooks implements Books {
    private final DSLContext db;

    JooqBooks(DSLContext db) {
        this.db = db;
    }

    @Override
    public void open(OfficeId office, CurrencyUnit currency, List<Account> accounts) {
        new AccountRows(db)
                .of(
                        accounts.stream()
                                .map(account -> new AccountRows.Place(office, account, currency))
                                .collect(Collectors.toSet()));
    }

    @Override
    public Set<Key> add(List<Posting> postings, Instant now) {
        return new NewEntries(db, postings).add(now);
    }

    @Override
    public List<Entry> find(List<Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var rows =
                keys.stream()
                        .map(key ->
                                DSL.row(
                                        key.office().value(),
                                        key.cause().kind(),
                                        key.cause().key()))
                        .toList();
        return entries(DSL.row(ENTRY.OFFICE, ENTRY.CAUSE_KIND, ENTRY.CAUSE_KEY).in(rows));
    }

    @Override
    public List<Entry> entries(OrganisationId organisation, LocalDate from, LocalDate until) {
        return entries(
                ENTRY.ORGANISATION.eq(organisation.value()).and(ENTRY.ON_DAY.between(from, until)));
    }

    private List<Entry> entries(Condition which) {
        var lines =
                db.select(ENTRY.fields())
                        .select(ACCOUNT.KIND, ACCOUNT.KEY, LINE.AMOUNT_MINOR)
                        .from(ENTRY)
                        .join(LINE)
                        .on(LINE.ENTRY.eq(ENTRY.ID))
                        .join(ACCOUNT)
                        .on(ACCOUNT.ID.eq(LINE.ACCOUNT))
                        .where(which)
                        .orderBy(ENTRY.ON_DAY, ENTRY.ID, LINE.NUMBER)
                        .fetchGroups(ENTRY.ID);
        return lines.values().stream().map(JooqBooks::entry).toList();
    }

    private static Entry entry(List<? extends Record> rows) {
        var first = rows.getFirst();
        var currency = CurrencyUnit.of(first.get(ENTRY.CURRENCY));
        var posting =
                new Posting(
                        OfficeId.of(first.get(ENTRY.OFFICE)),
                        first.get(ENTRY.ON_DAY),
                        cause(first),
                        organisation(first),
                        first.get(ENTRY.ABOUT),
                        rows.stream()
                                .map(row ->
                                        new Posting.Line(
                                                account(row),
                                                Money.ofMinor(
                                                        currency, row.get(LINE.AMOUNT_MINOR))))
                                .toList());
        return new Entry(first.get(ENTRY.ID), posting, first.get(ENTRY.POSTED_AT).toInstant());
    }

    @Override
    public Money balance(OfficeId office, Account account, CurrencyUnit currency, LocalDate until) {
        return id(office, account, currency)
                .map(id -> sum(currency, LINE.ACCOUNT.eq(id).and(LINE.ON_DAY.le(until))))
                .orElseGet(() -> Money.zero(currency));
    }

    @Override
    public Statement statement(
            OfficeId office,
            Account account,
            CurrencyUnit currency,
            LocalDate from,
            LocalDate until,
            int offset,
            int size) {
        var zero = Money.zero(currency);
        var known = id(office, account, currency);
        if (known.isEmpty()) {
            return new Statement(zero, zero, 0, List.of());
        }
        var its = LINE.ACCOUNT.eq(known.get());
        var those = its.and(LINE.ON_DAY.between(from, until));
        var opening = sum(currency, its.and(LINE.ON_DAY.lt(from)));
        var rows =
                db.select(ENTRY.fields())
                        .select(LINE.NUMBER, LINE.AMOUNT_MINOR)
                        .from(LINE)
                        .join(ENTRY)
                        .on(ENTRY.ID.eq(LINE.ENTRY))
                        .where(those)
                        .orderBy(LINE.ON_DAY, LINE.ENTRY, LINE.NUMBER)
                        .limit(size)
                        .offset(offset)
                        .fetch();
        var balance = opening;
        if (!rows.isEmpty()) {
            var first = rows.getFirst();
            var place = DSL.row(LINE.ON_DAY, LINE.ENTRY, LINE.NUMBER);
            var pagesBefore =
                    place.lt(first.get(ENTRY.ON_DAY), first.get(ENTRY.ID), first.get(LINE.NUMBER));
            balance = balance.plus(sum(currency, those.and(pagesBefore)));
        }
        var lines = new ArrayList<Statement.Line>();
        for (var row : rows) {
            var amount = Money.ofMinor(currency, row.get(LINE.AMOUNT_MINOR));
            balance = balance.plus(amount);
            lines.add(
                    new Statement.Line(
                            row.get(ENTRY.ID),
                            row.get(ENTRY.ON_DAY),
                            cause(row),
                            organisation(row),
                            row.get(ENTRY.ABOUT),
                            amount,
                            balance));
        }
        return new Statement(
                opening, opening.plus(sum(currency, those)), db.fetchCount(LINE, those), lines);
    }

    @Override
    public TrialBalance trialBalance(
            OfficeId office, CurrencyUnit currency, LocalDate from, LocalDate until) {
        var accounts = DSL.countDistinct(ACCOUNT.ID);
        return new TrialBalance(
                currency,
                db
                        .select(ACCOUNT.KIND, accounts, before(from), debit(from), credit(from))
                        .from(ACCOUNT)
                        .join(LINE)
                        .on(LINE.ACCOUNT.eq(ACCOUNT.ID))
                        .where(of(office, currency).and(LINE.ON_DAY.le(until)))
                        .groupBy(ACCOUNT.KIND)
                        .fetch(row ->
                                new TrialBalance.OfKind(
                                        Kind.valueOf(row.get(ACCOUNT.KIND)),
                                        row.get(accounts),
                                        sum(row, currency, from)))
                        .stream()
                        .sorted(Comparator.comparing(TrialBalance.OfKind::kind))
                        .toList());
    }

    @Override
    public TrialBalance.Accounts accounts(
            OfficeId office,
            CurrencyUnit currency,
            Kind kind,
            LocalDate from,
            LocalDate until,
            int offset,
            int size) {
        var ofKind = of(office, currency).and(ACCOUNT.KIND.eq(kind.name()));
        var used =
                ofKind.and(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(LINE)
                                        .where(
                                                LINE.ACCOUNT
                                                        .eq(ACCOUNT.ID)
                                                        .and(LINE.ON_DAY.le(until)))));
        var page =
                DSL.select(ACCOUNT.ID)
                        .from(ACCOUNT)
                        .where(used)
                        .orderBy(ACCOUNT.KEY)
                        .limit(size)
                        .offset(offset);
        var accounts =
                db.select(ACCOUNT.KIND, ACCOUNT.KEY, before(from), debit(from), credit(from))
                        .from(ACCOUNT)
                        .join(LINE)
                        .on(LINE.ACCOUNT.eq(ACCOUNT.ID))
                        .where(ACCOUNT.ID.in(page).and(LINE.ON_DAY.le(until)))
                        .groupBy(ACCOUNT.KIND, ACCOUNT.KEY)
                        .orderBy(ACCOUNT.KEY)
                        .fetch(row ->
                                new TrialBalance.OfAccount(account(row), sum(row, currency, from)));
        return new TrialBalance.Accounts(accounts, db.fetchCount(ACCOUNT, used));
    }

    @Override
    public Map<String, Money> byCause(
            OfficeId office, CurrencyUnit currency, Kind kind, LocalDate from, LocalDate until) {
        var sum = DSL.sum(LINE.AMOUNT_MINOR);
        return db.select(ENTRY.CAUSE_KIND, sum)
                .from(ACCOUNT)
                .join(LINE)
                .on(LINE.ACCOUNT.eq(ACCOUNT.ID))
                .join(ENTRY)
                .on(ENTRY.ID.eq(LINE.ENTRY))
                .where(of(office, currency).and(ACCOUNT.KIND.eq(kind.name())))
                .and(LINE.ON_DAY.between(from, until))
                .groupBy(ENTRY.CAUSE_KIND)
                .fetchMap(row -> row.value1(), row -> money(currency, row.value2()));
    }

    @Override
    public List<CurrencyUnit> currencies(OfficeId office) {
        return db
                .selectDistinct(ACCOUNT.CURRENCY)
                .from(ACCOUNT)
                .where(ACCOUNT.OFFICE.eq(office.value()))
                .orderBy(ACCOUNT.CURRENCY)
                .fetch(ACCOUNT.CURRENCY)
                .stream()
                .map(CurrencyUnit::of)
                .toList();
    }

    private Optional<Long> id(OfficeId office, Account account, CurrencyUnit currency) {
        return db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(
                        of(office, currency)
                                .and(ACCOUNT.KIND.eq(account.kind().name()))
                                .and(ACCOUNT.KEY.eq(account.key())))
                .fetchOptional(ACCOUNT.ID);
    }

    private Money sum(CurrencyUnit currency, Condition which) {
        var sum = DSL.sum(LINE.AMOUNT_MINOR);
        return money(currency, db.select(sum).from(LINE).where(which).fetchSingle(sum));
    }

    private static Condition of(OfficeId office, CurrencyUnit currency) {
        return ACCOUNT.OFFICE.eq(office.value()).and(ACCOUNT.CURRENCY.eq(currency.getCode()));
    }

    private static Field<BigDecimal> before(LocalDate from) {
        return DSL.sum(LINE.AMOUNT_MINOR).filterWhere(LINE.ON_DAY.lt(from)).as("opening");
    }

    private static Field<BigDecimal> debit(LocalDate from) {
        return DSL.sum(LINE.AMOUNT_MINOR)
                .filterWhere(LINE.ON_DAY.ge(from).and(LINE.AMOUNT_MINOR.gt(0L)))
                .as("debit");
    }

    private static Field<BigDecimal> credit(LocalDate from) {
        return DSL.sum(LINE.AMOUNT_MINOR.neg())
                .filterWhere(LINE.ON_DAY.ge(from).and(LINE.AMOUNT_MINOR.lt(0L)))
                .as("credit");
    }

    private static TrialBalance.Sum sum(Record row, CurrencyUnit currency, LocalDate from) {
        return new TrialBalance.Sum(
                money(currency, row.get(before(from).getName(), BigDecimal.class)),
                money(currency, row.get(debit(from).getName(), BigDecimal.class)),
                money(currency, row.get(credit(from).getName(), BigDecimal.class)));
    }

    private static Money money(CurrencyUnit currency, @Nullable BigDecimal minor) {
        return minor == null
                ? Money.zero(currency)
                : Money.ofMinor(currency, minor.longValueExact());
    }

    private static Account account(Record row) {
        return new Account(Kind.valueOf(row.get(ACCOUNT.KIND)), row.get(ACCOUNT.KEY));
    }

    private static Cause cause(Record row) {
        return new Cause(row.get(ENTRY.CAUSE_KIND), row.get(ENTRY.CAUSE_KEY));
    }

    private static Optional<OrganisationId> organisation(Record row) {
        UUID organisation = row.get(ENTRY.ORGANISATION);
        return Optional.ofNullable(organisation).map(OrganisationId::new);
    }
}
