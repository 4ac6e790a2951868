package org.passerelle.notification;

import static org.passerelle.notification.store.generated.Tables.LETTER;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.passerelle.notification.store.generated.tables.records.LetterRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes letters that are due to the post, one by one (NOT-02). Every node runs one; a letter is
/// locked by the node that takes it.
///
/// A letter leaves twice only if the machine dies between the server's "250" and our commit, and
/// then with the same Message-ID.
@Component
@EnableScheduling
class LetterRun {
    private static final Logger LOG = LoggerFactory.getLogger(LetterRun.class);

    /// Pauses between attempts: four days and a half in all, as mail servers themselves are
    /// patient.
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(8),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    Duration.ofDays(1));

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Post post;
    private final LetterSeal seal;

    LetterRun(
            DSLContext db,
            PlatformTransactionManager transactions,
            Clock clock,
            Post post,
            LetterSeal seal) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.post = post;
        this.seal = seal;
    }

    @Scheduled(fixedDelayString = "${passerelle.mail.every:2s}", initialDelayString = "2s")
    void poll() {
        try {
            sendAll();
        } catch (RuntimeException e) {
            LOG.warn("Letters could not be read; it is tried again", e);
        }
    }

    private enum Outcome {
        NOTHING,
        GOES_ON,
        NOBODY_ANSWERS
    }

    /// Sends all that is due, as long as somebody answers.
    void sendAll() {
        Outcome outcome;
        do {
            outcome = java.util.Objects.requireNonNull(transaction.execute(_ -> sendOne()));
        } while (outcome == Outcome.GOES_ON);
    }

    private Outcome sendOne() {
        var row =
                db.selectFrom(LETTER)
                        .where(
                                LETTER.STATE.eq(Notification.code(SentLetter.State.DUE)),
                                LETTER.NEXT_TRY.le(now()))
                        .orderBy(LETTER.NEXT_TRY, LETTER.WRITTEN_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()
                        .fetchOne();
        if (row == null) {
            return Outcome.NOTHING;
        }
        try {
            post.deliver(Notification.letter(row, seal));
        } catch (Post.Unreachable e) {
            putOff(row, e);
            return Outcome.NOBODY_ANSWERS;
        } catch (Post.Refused | IllegalArgumentException e) {
            // Also a letter whose seal does not open must not keep the others waiting.
            putOff(row, e);
            return Outcome.GOES_ON;
        }
        db.update(LETTER)
                .set(LETTER.STATE, Notification.code(SentLetter.State.SENT))
                .set(LETTER.SENT_AT, now())
                .set(LETTER.ATTEMPTS, row.getAttempts() + 1)
                .setNull(LETTER.PROBLEM)
                .where(LETTER.ID.eq(row.getId()))
                .execute();
        return Outcome.GOES_ON;
    }

    private void putOff(LetterRecord row, RuntimeException failure) {
        var attempts = row.getAttempts() + 1;
        var givenUp = attempts > PAUSES.size();
        LOG.warn(
                "Letter {} was not taken, attempt {}{}: {}",
                new LetterId(row.getId()),
                attempts,
                givenUp ? ", given up" : "",
                failure.getMessage());
        var change =
                db.update(LETTER)
                        .set(LETTER.ATTEMPTS, attempts)
                        .set(LETTER.PROBLEM, failure.getMessage());
        var next =
                givenUp
                        ? change.set(LETTER.STATE, Notification.code(SentLetter.State.FAILED))
                        : change.set(LETTER.NEXT_TRY, now().plus(PAUSES.get(attempts - 1)));
        next.where(LETTER.ID.eq(row.getId())).execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
