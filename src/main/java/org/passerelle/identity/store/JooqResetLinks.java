package org.passerelle.identity.store;

import static org.passerelle.identity.store.generated.Tables.ONE_TIME_LINK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.identity.domain.ResetLinks;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Repository;

/// Reset links by their hash.
@Repository
class JooqResetLinks implements ResetLinks {
    private static final String RESET = "RESET";

    private final DSLContext db;

    JooqResetLinks(DSLContext db) {
        this.db = db;
    }

    @Override
    public void addReset(byte[] hash, PersonId person, Instant now, Instant expires) {
        var row = db.newRecord(ONE_TIME_LINK);
        row.setHash(hash);
        row.setPerson(person.value());
        row.setPurpose(RESET);
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        row.setExpiresAt(expires.atOffset(ZoneOffset.UTC));
        db.insertInto(ONE_TIME_LINK).set(row).execute();
    }

    @Override
    public Optional<PersonId> ownerOfReset(byte[] hash, Instant now) {
        return db.select(ONE_TIME_LINK.PERSON)
                .from(ONE_TIME_LINK)
                .where(isLive(hash, now))
                .fetchOptional(ONE_TIME_LINK.PERSON)
                .map(PersonId::new);
    }

    @Override
    public Optional<PersonId> takeReset(byte[] hash, Instant now) {
        return db.deleteFrom(ONE_TIME_LINK)
                .where(isLive(hash, now))
                .returning(ONE_TIME_LINK.PERSON)
                .fetchOptional(ONE_TIME_LINK.PERSON)
                .map(PersonId::new);
    }

    @Override
    public void dropAllOf(PersonId person) {
        db.deleteFrom(ONE_TIME_LINK).where(ONE_TIME_LINK.PERSON.eq(person.value())).execute();
    }

    @Override
    public int forget(Instant expiredBefore) {
        return db.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.EXPIRES_AT.le(expiredBefore.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Condition isLive(byte[] hash, Instant now) {
        return ONE_TIME_LINK
                .HASH
                .eq(hash)
                .and(ONE_TIME_LINK.PURPOSE.eq(RESET))
                .and(ONE_TIME_LINK.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)));
    }
}
