package org.passerelle.banking.store;

import static org.passerelle.banking.store.generated.Tables.BANK_FILE;
import static org.passerelle.banking.store.generated.Tables.DECISION;
import static org.passerelle.banking.store.generated.Tables.MOVEMENT;
import static org.passerelle.banking.store.generated.Tables.STATEMENT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.BankMovement.Decision;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankStatement;
import org.passerelle.banking.Movement;
import org.passerelle.banking.MovementId;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.banking.OriginalFile;
import org.passerelle.banking.StatementId;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.banking.domain.Sheet;
import org.passerelle.banking.domain.Statement;
import org.passerelle.banking.store.generated.tables.records.DecisionRecord;
import org.passerelle.banking.store.generated.tables.records.MovementRecord;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.springframework.stereotype.Repository;

@Repository
class JooqBankBooks implements BankBooks {
    private final DSLContext db;
    private final StatementRows statements;

    JooqBankBooks(DSLContext db) {
        this.db = db;
        this.statements = new StatementRows(db);
    }

    @Override
    public void hold(OfficeId office) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 53))", office.value());
    }

    @Override
    public UUID keep(Given file) {
        db.insertInto(BANK_FILE)
                .set(BANK_FILE.ID, UUID.randomUUID())
                .set(BANK_FILE.OFFICE, file.office().value())
                .set(BANK_FILE.NAME, file.name())
                .set(BANK_FILE.SHA256, file.sha256())
                .set(BANK_FILE.CONTENT, file.content())
                .set(BANK_FILE.FORMAT, file.format())
                .set(BANK_FILE.TAKEN_AT, file.at().atOffset(ZoneOffset.UTC))
                .set(BANK_FILE.TAKEN_BY, file.by().name())
                .set(BANK_FILE.TAKEN_BY_PERSON, file.by().personValue())
                .onConflict(BANK_FILE.OFFICE, BANK_FILE.SHA256)
                .doNothing()
                .execute();
        return db.select(BANK_FILE.ID)
                .from(BANK_FILE)
                .where(
                        BANK_FILE
                                .OFFICE
                                .eq(file.office().value())
                                .and(BANK_FILE.SHA256.eq(file.sha256())))
                .fetchSingle(BANK_FILE.ID);
    }

    @Override
    public Optional<StatementId> keep(OfficeId office, UUID file, Statement statement) {
        return statements.keep(office, file, statement);
    }

    @Override
    public Map<LocalDate, List<Sheet>> sheets(
            OfficeId office, String account, CurrencyUnit currency, LocalDate from, LocalDate to) {
        return statements.sheets(office, account, currency, from, to);
    }

    static OptionalLong optional(@org.jspecify.annotations.Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    @Override
    public Map<String, Integer> counted(
            OfficeId office, String account, LocalDate from, LocalDate to) {
        return db.select(MOVEMENT.KEY, DSL.count())
                .from(MOVEMENT)
                .where(MOVEMENT.OFFICE.eq(office.value()))
                .and(MOVEMENT.ACCOUNT.eq(account))
                .and(MOVEMENT.BOOKED_ON.between(from, to))
                .and(MOVEMENT.PART_OF.isNull())
                .groupBy(MOVEMENT.KEY)
                .fetchMap(MOVEMENT.KEY, DSL.count());
    }

    @Override
    public MovementId add(
            OfficeId office,
            String account,
            StatementId seen,
            Movement movement,
            int ordinal,
            Instant now) {
        var id = MovementId.random();
        var row = MovementRows.row(movement);
        row.setId(id.value());
        row.setOffice(office.value());
        row.setAccount(account);
        row.setStatement(seen.value());
        row.setOrdinal(ordinal);
        row.setSeenAt(now.atOffset(ZoneOffset.UTC));
        row.setIsOpen(true);
        db.insertInto(MOVEMENT).set(row).execute();
        return id;
    }

    @Override
    public Movement told(OfficeId office, String account, String key) {
        return MovementRows.movement(
                db.selectFrom(MOVEMENT)
                        .where(MOVEMENT.OFFICE.eq(office.value()))
                        .and(MOVEMENT.ACCOUNT.eq(account))
                        .and(MOVEMENT.KEY.eq(key))
                        .and(MOVEMENT.ORDINAL.eq(1))
                        .fetchSingle());
    }

    @Override
    public List<BankMovement> all(Collection<MovementId> ids) {
        var wanted = ids.stream().map(MovementId::value).toList();
        return read(
                db.selectFrom(MOVEMENT)
                        .where(MOVEMENT.ID.in(wanted))
                        .orderBy(MOVEMENT.NUMBER)
                        .fetch());
    }

    @Override
    public MovementId split(BankMovement whole, int part, Movement payment, Instant now) {
        var id = MovementId.random();
        var row = MovementRows.row(payment);
        row.setId(id.value());
        row.setKey("part|" + whole.id() + "|" + part);
        row.setBookedOn(whole.movement().bookedOn());
        row.setOffice(whole.office().value());
        row.setAccount(whole.account());
        row.setStatement(whole.statement().value());
        row.setPartOf(whole.id().value());
        row.setOrdinal(1);
        row.setSeenAt(now.atOffset(ZoneOffset.UTC));
        row.setIsOpen(true);
        db.insertInto(MOVEMENT).set(row).execute();
        return id;
    }

    @Override
    public List<BankMovement> booked(
            OfficeId office, String account, Collection<Money> amounts, LocalDate from) {
        return read(
                db.selectFrom(MOVEMENT)
                        .where(MOVEMENT.OFFICE.eq(office.value()))
                        .and(MOVEMENT.ACCOUNT.eq(account))
                        .and(MOVEMENT.PART_OF.isNull())
                        .and(MOVEMENT.BOOKED_ON.ge(from))
                        .and(
                                MOVEMENT.AMOUNT_MINOR.in(
                                        amounts.stream().map(Money::getAmountMinorLong).toList()))
                        .orderBy(MOVEMENT.BOOKED_ON, MOVEMENT.NUMBER)
                        .fetch());
    }

    @Override
    public void added(StatementId statement, int movements) {
        db.update(STATEMENT)
                .set(STATEMENT.ADDED, movements)
                .where(STATEMENT.ID.eq(statement.value()))
                .execute();
    }

    @Override
    public Optional<BankMovement> find(MovementId id) {
        return read(db.selectFrom(MOVEMENT).where(MOVEMENT.ID.eq(id.value())).fetch()).stream()
                .findFirst();
    }

    @Override
    public Optional<BankMovement> numbered(OfficeId office, long number) {
        return read(
                        db.selectFrom(MOVEMENT)
                                .where(MOVEMENT.NUMBER.eq(number))
                                .and(MOVEMENT.OFFICE.eq(office.value()))
                                .fetch())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<BankMovement> lock(MovementId id) {
        return read(db.selectFrom(MOVEMENT).where(MOVEMENT.ID.eq(id.value())).forUpdate().fetch())
                .stream()
                .findFirst();
    }

    @Override
    public List<BankMovement> movements(OfficeId office, View view, int from, int size) {
        var newestFirst = view != View.OPEN;
        return read(
                db.selectFrom(MOVEMENT)
                        .where(MOVEMENT.OFFICE.eq(office.value()).and(MovementCondition.of(view)))
                        .orderBy(
                                newestFirst ? MOVEMENT.BOOKED_ON.desc() : MOVEMENT.BOOKED_ON.asc(),
                                newestFirst ? MOVEMENT.NUMBER.desc() : MOVEMENT.NUMBER.asc())
                        .limit(size)
                        .offset(from)
                        .fetch());
    }

    @Override
    public int count(OfficeId office, View view) {
        return db.fetchCount(
                MOVEMENT, MOVEMENT.OFFICE.eq(office.value()).and(MovementCondition.of(view)));
    }

    @Override
    public List<BankMovement> alike(OfficeId office, Movement movement) {
        return read(
                db.selectFrom(MOVEMENT)
                        .where(MOVEMENT.OFFICE.eq(office.value()))
                        .and(MOVEMENT.CURRENCY.eq(movement.amount().getCurrencyUnit().getCode()))
                        .and(MovementCondition.otherHalfOf(movement))
                        .orderBy(MOVEMENT.BOOKED_ON.desc(), MOVEMENT.NUMBER.desc())
                        .fetch());
    }

    @Override
    public Map<String, Set<OrganisationId>> payers(OfficeId office, Collection<String> accounts) {
        var payers = new HashMap<String, Set<OrganisationId>>();
        if (accounts.isEmpty()) {
            return payers;
        }
        db.selectDistinct(MOVEMENT.COUNTER_ACCOUNT, DECISION.ORGANISATION)
                .from(MOVEMENT)
                .join(DECISION)
                .on(DECISION.MOVEMENT.eq(MOVEMENT.ID))
                .where(MOVEMENT.OFFICE.eq(office.value()))
                .and(MOVEMENT.COUNTER_ACCOUNT.in(accounts))
                .and(DECISION.KIND.eq(Kind.ASSIGNED.name()))
                .and(DECISION.UNDONE_AT.isNull())
                .forEach(row ->
                        payers.computeIfAbsent(
                                        row.get(MOVEMENT.COUNTER_ACCOUNT), _ -> new HashSet<>())
                                .add(new OrganisationId(row.get(DECISION.ORGANISATION))));
        return payers;
    }

    @Override
    public boolean isShared(OfficeId office, String servicerReference) {
        return db.fetchCount(
                        MOVEMENT,
                        MOVEMENT.OFFICE
                                .eq(office.value())
                                .and(MOVEMENT.SERVICER_REFERENCE.eq(servicerReference))
                                .and(MovementCondition.whole()))
                > 1;
    }

    @Override
    public void decide(BankMovement movement, Decision decision) {
        db.insertInto(DECISION).set(MovementRows.row(movement.id(), decision)).execute();
        db.update(MOVEMENT)
                .set(MOVEMENT.IS_OPEN, !movement.open().equals(decision.amount()))
                .where(MOVEMENT.ID.eq(movement.id().value()))
                .execute();
    }

    @Override
    public void undo(BankMovement movement, Decision decision, Instant now, Signature by) {
        db.update(DECISION)
                .set(DECISION.UNDONE_AT, now.atOffset(ZoneOffset.UTC))
                .set(DECISION.UNDONE_BY, by.name())
                .set(DECISION.UNDONE_BY_PERSON, by.personValue())
                .where(DECISION.MOVEMENT.eq(movement.id().value()))
                .and(DECISION.POSITION.eq(decision.position()))
                .execute();
        db.update(MOVEMENT)
                .set(MOVEMENT.IS_OPEN, true)
                .where(MOVEMENT.ID.eq(movement.id().value()))
                .execute();
    }

    @Override
    public List<BankStatement> statements(OfficeId office) {
        return statements.of(office);
    }

    @Override
    public Optional<BankStatement> statement(StatementId id) {
        return statements.find(id);
    }

    @Override
    public Optional<OriginalFile> original(StatementId id) {
        return db.select(BANK_FILE.NAME, BANK_FILE.CONTENT)
                .from(BANK_FILE)
                .join(STATEMENT)
                .on(STATEMENT.FILE.eq(BANK_FILE.ID))
                .where(STATEMENT.ID.eq(id.value()))
                .fetchOptional(row -> new OriginalFile(row.value1(), row.value2()));
    }

    @Override
    public Optional<Opening> opening(OfficeId office, String account, CurrencyUnit currency) {
        return statements.opening(office, account, currency);
    }

    @Override
    public Map<Optional<Kind>, Money> sums(
            OfficeId office, CurrencyUnit currency, boolean credits) {
        var sign =
                MOVEMENT.OFFICE
                        .eq(office.value())
                        .and(MOVEMENT.CURRENCY.eq(currency.getCode()))
                        .and(credits ? MOVEMENT.AMOUNT_MINOR.gt(0L) : MOVEMENT.AMOUNT_MINOR.lt(0L))
                        .and(MovementCondition.whole());
        var sums = new HashMap<Optional<Kind>, Money>();
        var decided = Money.zero(currency);
        for (var row :
                db.select(DECISION.KIND, DSL.sum(DECISION.AMOUNT_MINOR))
                        .from(DECISION)
                        .join(MOVEMENT)
                        .on(MOVEMENT.ID.eq(DECISION.MOVEMENT))
                        .where(sign.and(DECISION.UNDONE_AT.isNull()))
                        .groupBy(DECISION.KIND)) {
            var sum = Money.ofMinor(currency, row.value2().longValueExact());
            sums.put(Optional.of(Kind.valueOf(row.value1())), sum);
            decided = decided.plus(sum);
        }
        var all =
                db.select(DSL.coalesce(DSL.sum(MOVEMENT.AMOUNT_MINOR), BigDecimal.ZERO))
                        .from(MOVEMENT)
                        .where(sign)
                        .fetchSingle()
                        .value1();
        sums.put(Optional.empty(), Money.ofMinor(currency, all.longValueExact()).minus(decided));
        return sums;
    }

    private List<BankMovement> read(List<MovementRecord> rows) {
        Map<UUID, List<DecisionRecord>> decisions =
                db.selectFrom(DECISION)
                        .where(
                                DECISION.MOVEMENT.in(
                                        rows.stream().map(MovementRecord::getId).toList()))
                        .orderBy(DECISION.POSITION)
                        .fetchGroups(DECISION.MOVEMENT, row -> row);
        return rows.stream()
                .map(row -> MovementRows.read(row, decisions.getOrDefault(row.getId(), List.of())))
                .toList();
    }
}
