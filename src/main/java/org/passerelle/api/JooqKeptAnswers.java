package org.passerelle.api;

import static org.passerelle.api.store.generated.Tables.ANSWER;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Kept answers in PostgreSQL. Each verb is a transaction of its own.
@Repository
@Transactional
class JooqKeptAnswers implements KeptAnswers {
    private final DSLContext db;

    JooqKeptAnswers(DSLContext db) {
        this.db = db;
    }

    @Override
    public Claim claim(
            String apiKey,
            String idempotencyKey,
            byte[] requestHash,
            Instant now,
            Instant abandonedBefore) {
        var row = db.newRecord(ANSWER);
        row.setApiKey(apiKey);
        row.setIdempotencyKey(idempotencyKey);
        row.setRequestHash(requestHash);
        row.setStartedAt(now.atOffset(ZoneOffset.UTC));
        if (db.insertInto(ANSWER).set(row).onConflictDoNothing().execute() == 1) {
            return new Claim.Ours();
        }
        var known = db.selectFrom(ANSWER).where(is(apiKey, idempotencyKey)).forUpdate().fetchOne();
        if (known == null) {
            return new Claim.Running();
        }
        if (!Arrays.equals(known.getRequestHash(), requestHash)) {
            return new Claim.OtherRequest();
        }
        if (known.getAnsweredAt() != null) {
            return new Claim.Answered(
                    Reply.of(known.getStatus(), known.getContentType(), known.getBody()));
        }
        if (known.getStartedAt().toInstant().isBefore(abandonedBefore)) {
            known.setStartedAt(now.atOffset(ZoneOffset.UTC));
            known.update();
            return new Claim.Ours();
        }
        return new Claim.Running();
    }

    @Override
    public void keep(String apiKey, String idempotencyKey, Reply reply, Instant now) {
        db.update(ANSWER)
                .set(ANSWER.STATUS, reply.status())
                .set(ANSWER.CONTENT_TYPE, reply.contentType())
                .set(ANSWER.BODY, reply.body())
                .set(ANSWER.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
                .where(is(apiKey, idempotencyKey).and(ANSWER.ANSWERED_AT.isNull()))
                .execute();
    }

    @Override
    public void release(String apiKey, String idempotencyKey) {
        db.deleteFrom(ANSWER)
                .where(is(apiKey, idempotencyKey).and(ANSWER.ANSWERED_AT.isNull()))
                .execute();
    }

    @Override
    public int forget(Instant startedBefore) {
        return db.deleteFrom(ANSWER)
                .where(ANSWER.STARTED_AT.lt(startedBefore.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Condition is(String apiKey, String idempotencyKey) {
        return ANSWER.API_KEY.eq(apiKey).and(ANSWER.IDEMPOTENCY_KEY.eq(idempotencyKey));
    }
}
