package org.passerelle.catalogue.store;

import static org.jooq.impl.DSL.count;
import static org.passerelle.catalogue.store.generated.Tables.CODE;
import static org.passerelle.catalogue.store.generated.Tables.STOCK_ITEM;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.catalogue.CodePoolLevel;
import org.passerelle.catalogue.domain.Codes;
import org.passerelle.catalogue.store.generated.tables.records.CodeRecord;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.springframework.stereotype.Repository;

@Repository
class JooqCodes implements Codes {
    private final DSLContext db;

    JooqCodes(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean add(
            OfficeId office,
            String pool,
            UUID id,
            byte[] sealed,
            byte[] fingerprint,
            Optional<LocalDate> expiresOn,
            Instant now,
            Signature by) {
        return db.insertInto(CODE)
                        .set(CODE.ID, id)
                        .set(CODE.OFFICE, office.value())
                        .set(CODE.POOL, pool)
                        .set(CODE.SEALED, sealed)
                        .set(CODE.FINGERPRINT, fingerprint)
                        .set(CODE.EXPIRES_ON, expiresOn.orElse(null))
                        .set(CODE.STATE, "FREE")
                        .set(CODE.IMPORTED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(CODE.IMPORTED_BY, by.name())
                        .set(CODE.IMPORTED_BY_PERSON, by.personValue())
                        .onConflict(CODE.OFFICE, CODE.POOL, CODE.FINGERPRINT)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public int hold(OfficeId office, String pool, String cause, long units, LocalDate day) {
        lockPool(office, pool);
        var chosen =
                db.select(CODE.ID)
                        .from(CODE)
                        .where(isFree(office, pool, day))
                        .orderBy(CODE.EXPIRES_ON.asc().nullsLast(), CODE.ID)
                        .limit(units)
                        .forUpdate()
                        .fetch(CODE.ID);
        return db.update(CODE)
                .set(CODE.STATE, "HELD")
                .set(CODE.CAUSE, cause)
                .where(CODE.ID.in(chosen))
                .execute();
    }

    /// Two orders for the last code wait for each other instead of skipping it: the one that comes
    /// second is told "none left" only when that is so.
    private void lockPool(OfficeId office, String pool) {
        var row = "pool " + pool;
        db.insertInto(STOCK_ITEM)
                .set(STOCK_ITEM.OFFICE, office.value())
                .set(STOCK_ITEM.OFFER, row)
                .onConflictDoNothing()
                .execute();
        db.selectFrom(STOCK_ITEM)
                .where(STOCK_ITEM.OFFICE.eq(office.value()), STOCK_ITEM.OFFER.eq(row))
                .forUpdate()
                .fetch();
    }

    @Override
    public Set<String> release(OfficeId office, String causePrefix) {
        return Set.copyOf(
                db.update(CODE)
                        .set(CODE.STATE, "FREE")
                        .setNull(CODE.CAUSE)
                        .where(
                                CODE.OFFICE.eq(office.value()),
                                CODE.CAUSE.startsWith(causePrefix),
                                CODE.STATE.eq("HELD"))
                        .returningResult(CODE.POOL)
                        .fetchSet(CODE.POOL));
    }

    @Override
    public List<Sealed> give(OfficeId office, String cause, Instant now) {
        db.update(CODE)
                .set(CODE.STATE, "GIVEN")
                .set(CODE.GIVEN_AT, now.atOffset(ZoneOffset.UTC))
                .where(CODE.OFFICE.eq(office.value()), CODE.CAUSE.eq(cause), CODE.STATE.eq("HELD"))
                .execute();
        return given(office, cause);
    }

    @Override
    public List<Sealed> given(OfficeId office, String cause) {
        return db.selectFrom(CODE)
                .where(CODE.OFFICE.eq(office.value()), CODE.CAUSE.eq(cause), CODE.STATE.eq("GIVEN"))
                .orderBy(CODE.ID)
                .fetch(JooqCodes::sealed);
    }

    private static Sealed sealed(CodeRecord row) {
        return new Sealed(row.getId(), row.getSealed(), Optional.ofNullable(row.getExpiresOn()));
    }

    @Override
    public long free(OfficeId office, String pool, LocalDate day) {
        return db.fetchCount(CODE, isFree(office, pool, day));
    }

    @Override
    public List<CodePoolLevel> levels(OfficeId office, LocalDate day) {
        var expired = CODE.EXPIRES_ON.isNotNull().and(CODE.EXPIRES_ON.lt(day));
        return db.select(
                        CODE.POOL,
                        count().filterWhere(CODE.STATE.eq("FREE").andNot(expired)),
                        count().filterWhere(CODE.STATE.eq("HELD")),
                        count().filterWhere(CODE.STATE.eq("GIVEN")),
                        count().filterWhere(CODE.STATE.eq("FREE").and(expired)))
                .from(CODE)
                .where(CODE.OFFICE.eq(office.value()))
                .groupBy(CODE.POOL)
                .orderBy(CODE.POOL)
                .fetch(row ->
                        new CodePoolLevel(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }

    private static Condition isFree(OfficeId office, String pool, LocalDate day) {
        return CODE.OFFICE
                .eq(office.value())
                .and(CODE.POOL.eq(pool))
                .and(CODE.STATE.eq("FREE"))
                .and(CODE.EXPIRES_ON.isNull().or(CODE.EXPIRES_ON.ge(day)));
    }
}
