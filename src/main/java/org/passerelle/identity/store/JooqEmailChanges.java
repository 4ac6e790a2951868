package org.passerelle.identity.store;

import static org.passerelle.identity.store.generated.Tables.EMAIL_CHANGE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.identity.domain.EmailChanges;
import org.passerelle.identity.store.generated.tables.records.EmailChangeRecord;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Repository;

@Repository
class JooqEmailChanges implements EmailChanges {
    private static final String ASKED = "ASKED";
    private static final String DONE = "DONE";

    private final DSLContext db;

    JooqEmailChanges(DSLContext db) {
        this.db = db;
    }

    @Override
    public void ask(Asked asked) {
        var change = asked.change();
        db.deleteFrom(EMAIL_CHANGE)
                .where(EMAIL_CHANGE.PERSON.eq(change.person().value()))
                .and(EMAIL_CHANGE.STATE.eq(ASKED))
                .execute();
        var row = new EmailChangeRecord();
        row.setId(change.id());
        row.setPerson(change.person().value());
        row.setOldEmail(change.oldEmail());
        row.setNewEmail(change.newEmail());
        row.setConfirmHash(asked.confirmHash());
        row.setStopHash(asked.stopHash());
        row.setState(ASKED);
        row.setAskedAt(asked.at().atOffset(ZoneOffset.UTC));
        row.setConfirmBy(asked.confirmBy().atOffset(ZoneOffset.UTC));
        row.setStopBy(asked.stopBy().atOffset(ZoneOffset.UTC));
        db.insertInto(EMAIL_CHANGE).set(row).execute();
    }

    @Override
    public Optional<Change> toConfirm(byte[] confirmHash, Instant now) {
        return one(
                EMAIL_CHANGE
                        .CONFIRM_HASH
                        .eq(confirmHash)
                        .and(EMAIL_CHANGE.STATE.eq(ASKED))
                        .and(EMAIL_CHANGE.CONFIRM_BY.gt(now.atOffset(ZoneOffset.UTC))));
    }

    @Override
    public Optional<Change> toStop(byte[] stopHash, Instant now) {
        return one(
                EMAIL_CHANGE
                        .STOP_HASH
                        .eq(stopHash)
                        .and(EMAIL_CHANGE.STATE.in(ASKED, DONE))
                        .and(EMAIL_CHANGE.STOP_BY.gt(now.atOffset(ZoneOffset.UTC))));
    }

    @Override
    public boolean confirm(UUID id) {
        return move(id, DONE, EMAIL_CHANGE.STATE.eq(ASKED));
    }

    @Override
    public boolean stop(UUID id) {
        return move(id, "STOPPED", EMAIL_CHANGE.STATE.in(ASKED, DONE));
    }

    private boolean move(UUID id, String state, Condition from) {
        return db.update(EMAIL_CHANGE)
                        .set(EMAIL_CHANGE.STATE, state)
                        .where(EMAIL_CHANGE.ID.eq(id).and(from))
                        .execute()
                == 1;
    }

    @Override
    public List<Change> of(PersonId person) {
        return db.selectFrom(EMAIL_CHANGE)
                .where(EMAIL_CHANGE.PERSON.eq(person.value()))
                .orderBy(EMAIL_CHANGE.ASKED_AT.desc())
                .fetch(JooqEmailChanges::change);
    }

    @Override
    public void dropAllOf(PersonId person) {
        db.deleteFrom(EMAIL_CHANGE).where(EMAIL_CHANGE.PERSON.eq(person.value())).execute();
    }

    @Override
    public int forget(Instant stopByBefore) {
        return db.deleteFrom(EMAIL_CHANGE)
                .where(EMAIL_CHANGE.STOP_BY.le(stopByBefore.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private Optional<Change> one(Condition which) {
        return db.selectFrom(EMAIL_CHANGE).where(which).fetchOptional(JooqEmailChanges::change);
    }

    private static Change change(EmailChangeRecord row) {
        return new Change(
                row.getId(),
                new PersonId(row.getPerson()),
                row.getOldEmail(),
                row.getNewEmail(),
                row.getState().equals(DONE));
    }
}
