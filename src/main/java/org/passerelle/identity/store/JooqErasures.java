package org.passerelle.identity.store;

import static org.passerelle.identity.store.generated.Tables.ERASURE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.identity.domain.Erasures;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Repository;

@Repository
class JooqErasures implements Erasures {
    private final DSLContext db;

    JooqErasures(DSLContext db) {
        this.db = db;
    }

    @Override
    public void ask(PersonId person, Instant now, Instant due) {
        db.insertInto(ERASURE)
                .values(person.value(), now.atOffset(ZoneOffset.UTC), due.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public Optional<Instant> due(PersonId person) {
        return db.select(ERASURE.DUE_AT)
                .from(ERASURE)
                .where(ERASURE.PERSON.eq(person.value()))
                .fetchOptional(ERASURE.DUE_AT)
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean cancel(PersonId person) {
        return db.deleteFrom(ERASURE).where(ERASURE.PERSON.eq(person.value())).execute() == 1;
    }
}
