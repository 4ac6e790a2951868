package org.passerelle.paypal.store;

import static org.passerelle.paypal.store.generated.Tables.ATTEMPT;
import static org.passerelle.paypal.store.generated.Tables.MESSAGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.PayableRef;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.AttemptId;
import org.passerelle.paypal.domain.Attempts;
import org.passerelle.paypal.domain.PayPalApi;
import org.springframework.stereotype.Repository;

@Repository
class JooqAttempts implements Attempts {
    private final DSLContext db;

    JooqAttempts(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Attempt attempt) {
        db.insertInto(ATTEMPT).set(AttemptRows.row(db, attempt)).execute();
    }

    @Override
    public Optional<Attempt> find(AttemptId id) {
        return one(ATTEMPT.ID.eq(id.value()));
    }

    @Override
    public Optional<Attempt> lock(AttemptId id) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(AttemptRows::attempt);
    }

    @Override
    public List<Attempt> lockAll(PayableRef payable) {
        return db.selectFrom(ATTEMPT)
                .where(of(payable, ATTEMPT.PAYABLE_KIND, ATTEMPT.PAYABLE_NUMBER))
                .orderBy(ATTEMPT.STARTED_AT, ATTEMPT.ID)
                .forUpdate()
                .fetch(AttemptRows::attempt);
    }

    @Override
    public List<Attempt> of(PayableRef payable) {
        return db.selectFrom(ATTEMPT)
                .where(of(payable, ATTEMPT.PAYABLE_KIND, ATTEMPT.PAYABLE_NUMBER))
                .orderBy(ATTEMPT.STARTED_AT.desc(), ATTEMPT.ID)
                .fetch(AttemptRows::attempt);
    }

    @Override
    public Optional<Attempt> ofOrder(String paypalOrder) {
        return one(ATTEMPT.PAYPAL_ORDER.eq(paypalOrder));
    }

    @Override
    public Optional<Attempt> ofCapture(String capture) {
        return one(ATTEMPT.CAPTURE.eq(capture));
    }

    @Override
    public List<Attempt> ofOffice(OfficeId office, int limit) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.OFFICE.eq(office.value()), ATTEMPT.STATE.notIn("BEGUN", "LEFT"))
                .orderBy(ATTEMPT.STARTED_AT.desc(), ATTEMPT.ID)
                .limit(limit)
                .fetch(AttemptRows::attempt);
    }

    @Override
    public void move(Attempt attempt) {
        db.update(ATTEMPT)
                .set(AttemptRows.row(db, attempt))
                .where(ATTEMPT.ID.eq(attempt.id().value()))
                .execute();
    }

    @Override
    public boolean receive(OfficeId office, PayPalApi.Message message, Instant now) {
        db.insertInto(MESSAGE)
                .set(MESSAGE.OFFICE, office.value())
                .set(MESSAGE.ID, message.id())
                .set(MESSAGE.KIND, message.kind())
                .set(MESSAGE.RESOURCE, message.resource())
                .set(MESSAGE.RECEIVED_AT, time(now))
                .onConflict(MESSAGE.OFFICE, MESSAGE.ID)
                .doNothing()
                .execute();
        return !db.fetchExists(
                MESSAGE,
                MESSAGE.OFFICE.eq(office.value()),
                MESSAGE.ID.eq(message.id()),
                MESSAGE.HEARD_AT.isNotNull());
    }

    @Override
    public void heard(OfficeId office, String message, Optional<AttemptId> attempt, Instant now) {
        db.update(MESSAGE)
                .set(MESSAGE.HEARD_AT, time(now))
                .set(MESSAGE.ATTEMPT, attempt.map(AttemptId::value).orElse(null))
                .where(MESSAGE.OFFICE.eq(office.value()), MESSAGE.ID.eq(message))
                .execute();
    }

    private Optional<Attempt> one(Condition which) {
        return db.selectFrom(ATTEMPT).where(which).fetchOptional(AttemptRows::attempt);
    }

    private static Condition of(
            PayableRef payable, org.jooq.Field<String> kind, org.jooq.Field<String> number) {
        return kind.eq(payable.kind()).and(number.eq(payable.number()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
