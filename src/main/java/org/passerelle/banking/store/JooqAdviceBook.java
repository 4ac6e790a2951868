package org.passerelle.banking.store;

import static org.passerelle.banking.store.generated.Tables.ADVICE;
import static org.passerelle.banking.store.generated.Tables.BANK_FILE;
import static org.passerelle.banking.store.generated.Tables.MOVEMENT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.banking.Advice;
import org.passerelle.banking.MovementId;
import org.passerelle.banking.domain.AdviceBook;
import org.passerelle.banking.domain.Advised;
import org.passerelle.banking.store.generated.tables.records.AdviceRecord;
import org.passerelle.kernel.OfficeId;
import org.springframework.stereotype.Repository;

@Repository
class JooqAdviceBook implements AdviceBook {
    private static final String REPORT = "REPORT";

    private final DSLContext db;

    JooqAdviceBook(DSLContext db) {
        this.db = db;
    }

    @Override
    public int keep(OfficeId office, UUID file, boolean report, List<Advised> told) {
        var added = 0;
        for (var position = 0; position < told.size(); position++) {
            var one = told.get(position);
            var row = new AdviceRecord();
            row.setId(UUID.randomUUID());
            row.setFile(file);
            row.setPosition(position);
            row.setOffice(office.value());
            row.setAccount(one.account());
            row.setKind(report ? REPORT : "ADVICE");
            row.setToldOn(one.on());
            row.setAmountMinor(one.amount().getAmountMinorLong());
            row.setCurrency(one.amount().getCurrencyUnit().getCode());
            row.setNames(one.names().stream().sorted().toArray(String[]::new));
            row.setPayments(one.payments().size());
            row.setFingerprint(
                    UUID.nameUUIDFromBytes(one.fingerprint().getBytes(StandardCharsets.UTF_8))
                            .toString());
            added += db.insertInto(ADVICE).set(row).onConflictDoNothing().execute();
        }
        return added;
    }

    @Override
    public List<Waiting> waiting(OfficeId office, String account) {
        return db.select(ADVICE.ID, ADVICE.FILE, ADVICE.POSITION)
                .from(ADVICE)
                .where(ADVICE.OFFICE.eq(office.value()))
                .and(ADVICE.ACCOUNT.eq(account))
                .and(ADVICE.MOVEMENT.isNull())
                .orderBy(ADVICE.TOLD_ON, ADVICE.FILE, ADVICE.POSITION)
                .fetch(row -> new Waiting(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public byte[] content(UUID file) {
        return db.select(BANK_FILE.CONTENT)
                .from(BANK_FILE)
                .where(BANK_FILE.ID.eq(file))
                .fetchSingle(BANK_FILE.CONTENT);
    }

    @Override
    public void seen(UUID advice, MovementId movement) {
        db.update(ADVICE)
                .set(ADVICE.MOVEMENT, movement.value())
                .where(ADVICE.ID.eq(advice))
                .execute();
    }

    @Override
    public List<Advice> search(OfficeId office, int from, int size) {
        var split = DSL.field(DSL.not(MovementCondition.whole()));
        return db.select(ADVICE.fields())
                .select(BANK_FILE.NAME, MOVEMENT.NUMBER, split)
                .from(ADVICE)
                .join(BANK_FILE)
                .on(BANK_FILE.ID.eq(ADVICE.FILE))
                .leftJoin(MOVEMENT)
                .on(MOVEMENT.ID.eq(ADVICE.MOVEMENT))
                .where(ADVICE.OFFICE.eq(office.value()))
                .orderBy(ADVICE.TOLD_ON.desc(), ADVICE.ID)
                .limit(size)
                .offset(from)
                .fetch(row ->
                        new Advice(
                                row.get(BANK_FILE.NAME),
                                row.get(ADVICE.KIND).equals(REPORT),
                                row.get(ADVICE.TOLD_ON),
                                Money.ofMinor(
                                        CurrencyUnit.of(row.get(ADVICE.CURRENCY)),
                                        row.get(ADVICE.AMOUNT_MINOR)),
                                row.get(ADVICE.PAYMENTS),
                                Optional.ofNullable(row.get(ADVICE.MOVEMENT))
                                        .map(id ->
                                                new Advice.Seen(
                                                        new MovementId(id),
                                                        row.get(MOVEMENT.NUMBER),
                                                        row.get(split)))));
    }

    @Override
    public int count(OfficeId office) {
        return db.fetchCount(ADVICE, ADVICE.OFFICE.eq(office.value()));
    }
}
