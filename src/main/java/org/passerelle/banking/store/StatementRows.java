package org.passerelle.banking.store;

import static org.passerelle.banking.store.generated.Tables.BANK_FILE;
import static org.passerelle.banking.store.generated.Tables.MOVEMENT;
import static org.passerelle.banking.store.generated.Tables.SIGHTING;
import static org.passerelle.banking.store.generated.Tables.STATEMENT;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.passerelle.banking.BankStatement;
import org.passerelle.banking.BankStatement.Gap;
import org.passerelle.banking.Movement;
import org.passerelle.banking.StatementId;
import org.passerelle.banking.domain.BankBooks.Opening;
import org.passerelle.banking.domain.FirstBalance;
import org.passerelle.banking.domain.FirstBalance.Seen;
import org.passerelle.banking.domain.FirstBalance.Step;
import org.passerelle.banking.domain.Gaps;
import org.passerelle.banking.domain.Gaps.Span;
import org.passerelle.banking.domain.Sheet;
import org.passerelle.banking.domain.Statement;
import org.passerelle.banking.store.generated.tables.records.SightingRecord;
import org.passerelle.banking.store.generated.tables.records.StatementRecord;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// Statements and what they show, as rows.
final class StatementRows {
    private final DSLContext db;

    StatementRows(DSLContext db) {
        this.db = db;
    }

    Optional<StatementId> keep(OfficeId office, UUID file, Statement statement) {
        var id = StatementId.random();
        var row = new StatementRecord();
        row.setId(id.value());
        row.setFile(file);
        row.setOffice(office.value());
        row.setAccount(statement.account());
        row.setCurrency(statement.currency().getCode());
        row.setBankId(statement.id());
        row.setNumber(statement.number().isPresent() ? statement.number().getAsLong() : null);
        row.setFromDay(statement.from());
        row.setToDay(statement.to());
        row.setOpeningMinor(statement.opening().map(Money::getAmountMinorLong).orElse(null));
        row.setClosingMinor(statement.closing().map(Money::getAmountMinorLong).orElse(null));
        row.setMovements(statement.movements().size());
        row.setAdded(0);
        row.setFingerprint(fingerprint(statement));
        var kept = db.insertInto(STATEMENT).set(row).onConflictDoNothing().execute();
        if (kept == 0) {
            return Optional.empty();
        }
        see(id, statement);
        return Optional.of(id);
    }

    private void see(StatementId id, Statement statement) {
        var rows = new ArrayList<SightingRecord>();
        var before = statement.opening().map(Money::getAmountMinorLong);
        for (var movement : statement.movements()) {
            var row = new SightingRecord();
            row.setStatement(id.value());
            row.setPosition(rows.size());
            row.setBookedOn(movement.bookedOn());
            row.setKey(movement.key());
            row.setAmountMinor(movement.amount().getAmountMinorLong());
            row.setBeforeMinor(before.orElse(null));
            before = before.map(sum -> sum + movement.amount().getAmountMinorLong());
            rows.add(row);
        }
        db.batchInsert(rows).execute();
    }

    /// @see org.passerelle.banking.domain.BankBooks#sheets
    Map<LocalDate, List<Sheet>> sheets(
            OfficeId office, String account, CurrencyUnit currency, LocalDate from, LocalDate to) {
        record Key(LocalDate day, UUID statement) {}
        record Told(OptionalLong number, OptionalLong before, List<Sheet.Line> lines) {}
        var told = new HashMap<Key, Told>();
        db.select(
                        SIGHTING.STATEMENT,
                        SIGHTING.BOOKED_ON,
                        SIGHTING.KEY,
                        SIGHTING.AMOUNT_MINOR,
                        SIGHTING.BEFORE_MINOR,
                        STATEMENT.NUMBER)
                .from(STATEMENT)
                .join(SIGHTING)
                .on(SIGHTING.STATEMENT.eq(STATEMENT.ID))
                .where(STATEMENT.OFFICE.eq(office.value()))
                .and(STATEMENT.ACCOUNT.eq(account))
                .and(STATEMENT.CURRENCY.eq(currency.getCode()))
                .and(STATEMENT.FROM_DAY.le(to))
                .and(STATEMENT.TO_DAY.ge(from))
                .and(SIGHTING.BOOKED_ON.between(from, to))
                .orderBy(SIGHTING.STATEMENT, SIGHTING.POSITION)
                .forEach(row ->
                        told.computeIfAbsent(
                                        new Key(
                                                row.get(SIGHTING.BOOKED_ON),
                                                row.get(SIGHTING.STATEMENT)),
                                        _ ->
                                                new Told(
                                                        JooqBankBooks.optional(
                                                                row.get(STATEMENT.NUMBER)),
                                                        JooqBankBooks.optional(
                                                                row.get(SIGHTING.BEFORE_MINOR)),
                                                        new ArrayList<>()))
                                .lines()
                                .add(
                                        new Sheet.Line(
                                                row.get(SIGHTING.KEY),
                                                row.get(SIGHTING.AMOUNT_MINOR))));
        var days = new TreeMap<LocalDate, List<Sheet>>();
        told.forEach((key, one) ->
                days.computeIfAbsent(key.day(), _ -> new ArrayList<>())
                        .add(new Sheet(one.number(), one.before(), one.lines())));
        return days;
    }

    /// @see org.passerelle.banking.domain.BankBooks#opening
    Optional<Opening> opening(OfficeId office, String account, CurrencyUnit currency) {
        var ofAccount =
                STATEMENT
                        .OFFICE
                        .eq(office.value())
                        .and(STATEMENT.ACCOUNT.eq(account))
                        .and(STATEMENT.CURRENCY.eq(currency.getCode()));
        var first =
                db.select(DSL.min(STATEMENT.FROM_DAY))
                        .from(STATEMENT)
                        .where(ofAccount.and(STATEMENT.OPENING_MINOR.isNotNull()))
                        .fetchSingle()
                        .value1();
        if (first == null) {
            return Optional.empty();
        }
        // A statement without balances may show what was booked even before that day.
        var earlier =
                db.select(DSL.coalesce(DSL.sum(MOVEMENT.AMOUNT_MINOR), BigDecimal.ZERO))
                        .from(MOVEMENT)
                        .where(MOVEMENT.OFFICE.eq(office.value()))
                        .and(MOVEMENT.ACCOUNT.eq(account))
                        .and(MOVEMENT.CURRENCY.eq(currency.getCode()))
                        .and(MOVEMENT.BOOKED_ON.lt(first))
                        .fetchSingle()
                        .value1();
        var balance = FirstBalance.of(seen(ofAccount.and(STATEMENT.FROM_DAY.eq(first))));
        return Optional.of(
                new Opening(
                        first.minusDays(1),
                        Money.ofMinor(currency, balance - earlier.longValueExact())));
    }

    private List<Seen> seen(Condition which) {
        record Told(OptionalLong number, long opening, List<Step> steps) {}
        var all = new LinkedHashMap<UUID, Told>();
        db.select(
                        STATEMENT.ID,
                        STATEMENT.NUMBER,
                        STATEMENT.OPENING_MINOR,
                        SIGHTING.KEY,
                        SIGHTING.BEFORE_MINOR,
                        SIGHTING.AMOUNT_MINOR)
                .from(STATEMENT)
                .leftJoin(SIGHTING)
                .on(SIGHTING.STATEMENT.eq(STATEMENT.ID))
                .where(which.and(STATEMENT.OPENING_MINOR.isNotNull()))
                .orderBy(STATEMENT.TO_DAY, STATEMENT.ID, SIGHTING.POSITION)
                .forEach(row -> {
                    var told =
                            all.computeIfAbsent(
                                    row.get(STATEMENT.ID),
                                    _ ->
                                            new Told(
                                                    JooqBankBooks.optional(
                                                            row.get(STATEMENT.NUMBER)),
                                                    row.get(STATEMENT.OPENING_MINOR),
                                                    new ArrayList<>()));
                    if (row.get(SIGHTING.KEY) != null) {
                        var before = row.get(SIGHTING.BEFORE_MINOR);
                        told.steps()
                                .add(
                                        new Step(
                                                row.get(SIGHTING.KEY),
                                                before,
                                                before + row.get(SIGHTING.AMOUNT_MINOR)));
                    }
                });
        return all.values().stream()
                .map(one -> new Seen(one.number(), one.opening(), one.steps()))
                .toList();
    }

    /// All that makes a statement this one; the bank's id of it is new in each export.
    private static String fingerprint(Statement statement) {
        var text =
                String.join(
                        "\n",
                        statement.from().toString(),
                        statement.to().toString(),
                        statement.number().toString(),
                        statement.opening().toString(),
                        statement.closing().toString(),
                        statement.movements().stream()
                                .map(Movement::key)
                                .collect(Collectors.joining("\n")));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    Optional<BankStatement> find(StatementId id) {
        return db.select(STATEMENT.OFFICE)
                .from(STATEMENT)
                .where(STATEMENT.ID.eq(id.value()))
                .fetchOptional(STATEMENT.OFFICE)
                .flatMap(office ->
                        of(OfficeId.of(office)).stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst());
    }

    /// The newest first, each with what is missing before it.
    List<BankStatement> of(OfficeId office) {
        var rows =
                db.select(STATEMENT.fields())
                        .select(
                                BANK_FILE.NAME,
                                BANK_FILE.TAKEN_AT,
                                BANK_FILE.TAKEN_BY,
                                BANK_FILE.TAKEN_BY_PERSON)
                        .from(STATEMENT)
                        .join(BANK_FILE)
                        .on(BANK_FILE.ID.eq(STATEMENT.FILE))
                        .where(STATEMENT.OFFICE.eq(office.value()))
                        .fetch();
        var gaps = gaps(rows);
        return rows.stream()
                .map(row -> statement(row, gaps))
                .sorted(
                        Comparator.comparing(BankStatement::to)
                                .thenComparing(BankStatement::from)
                                .thenComparing(BankStatement::takenAt)
                                .reversed())
                .toList();
    }

    private static Map<UUID, Gap> gaps(List<? extends Record> rows) {
        record Book(String account, String currency) {}
        var books = new HashMap<Book, List<Span<UUID>>>();
        for (var row : rows) {
            books.computeIfAbsent(
                            new Book(row.get(STATEMENT.ACCOUNT), row.get(STATEMENT.CURRENCY)),
                            _ -> new ArrayList<>())
                    .add(
                            new Span<>(
                                    row.get(STATEMENT.ID),
                                    JooqBankBooks.optional(row.get(STATEMENT.NUMBER)),
                                    row.get(STATEMENT.FROM_DAY),
                                    row.get(STATEMENT.TO_DAY),
                                    JooqBankBooks.optional(row.get(STATEMENT.OPENING_MINOR)),
                                    JooqBankBooks.optional(row.get(STATEMENT.CLOSING_MINOR))));
        }
        var gaps = new HashMap<UUID, Gap>();
        books.forEach((book, spans) ->
                Gaps.before(spans)
                        .forEach((id, last) ->
                                gaps.put(
                                        id,
                                        new Gap(
                                                last.to(),
                                                money(book.currency(), last.closing())))));
        return gaps;
    }

    private static Optional<Money> money(String currency, OptionalLong minor) {
        return minor.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.ofMinor(CurrencyUnit.of(currency), minor.getAsLong()));
    }

    private static BankStatement statement(Record row, Map<UUID, Gap> gaps) {
        var currency = row.get(STATEMENT.CURRENCY);
        return new BankStatement(
                new StatementId(row.get(STATEMENT.ID)),
                OfficeId.of(row.get(STATEMENT.OFFICE)),
                row.get(STATEMENT.ACCOUNT),
                CurrencyUnit.of(currency),
                row.get(BANK_FILE.NAME),
                JooqBankBooks.optional(row.get(STATEMENT.NUMBER)),
                row.get(STATEMENT.FROM_DAY),
                row.get(STATEMENT.TO_DAY),
                money(currency, JooqBankBooks.optional(row.get(STATEMENT.OPENING_MINOR))),
                money(currency, JooqBankBooks.optional(row.get(STATEMENT.CLOSING_MINOR))),
                row.get(STATEMENT.MOVEMENTS),
                row.get(STATEMENT.ADDED),
                row.get(BANK_FILE.TAKEN_AT).toInstant(),
                Signature.of(row.get(BANK_FILE.TAKEN_BY), row.get(BANK_FILE.TAKEN_BY_PERSON)),
                Optional.ofNullable(gaps.get(row.get(STATEMENT.ID))));
    }
}
