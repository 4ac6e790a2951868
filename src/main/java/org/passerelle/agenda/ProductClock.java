package org.passerelle.agenda;

import static org.passerelle.agenda.store.generated.Tables.MOVED_CLOCK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The one clock every module is given: the machine's, moved forward where a demo or a test asked
/// for it (SUB-10).
///
/// The move is stored, so every node and the next start agree; a node reads it again at most a
/// second later.
@Component
public class ProductClock extends Clock {
    private static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final DSLContext db;
    private final Clock machine;
    private volatile Move known;

    private record Move(Duration by, Instant readAt) {}

    ProductClock(DSLContext db) {
        this.db = db;
        this.machine = Clock.systemUTC();
        this.known = new Move(Duration.ZERO, Instant.MIN);
    }

    /// Has the clock stand `lead` behind the machine's, so that a demo can live through its past
    /// and come back by moving forward. Only a clock that was never moved begins anywhere.
    ///
    /// @throws IllegalStateException when it was moved before
    public void beginBefore(Duration lead) {
        var inserted =
                db.insertInto(MOVED_CLOCK, MOVED_CLOCK.MOVED_BY)
                        .values(org.jooq.types.YearToSecond.valueOf(lead.negated()))
                        .onConflictDoNothing()
                        .execute();
        if (inserted == 0) {
            throw new IllegalStateException("The clock was moved before; it goes forward only");
        }
        known = new Move(lead.negated(), machine.instant());
    }

    /// Moves the clock forward by `step` for every node. Whoever asks must have been allowed to: a
    /// demo or a test.
    public void moveForward(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("A clock moves forward only: " + step);
        }
        var moved = movedBy().plus(step);
        var interval = org.jooq.types.YearToSecond.valueOf(moved);
        db.insertInto(MOVED_CLOCK, MOVED_CLOCK.MOVED_BY)
                .values(interval)
                .onConflict(MOVED_CLOCK.ONLY_ONE)
                .doUpdate()
                .set(MOVED_CLOCK.MOVED_BY, interval)
                .execute();
        known = new Move(moved, machine.instant());
    }

    /// How far the clock is ahead of the machine's; zero unless a demo or a test moved it.
    public Duration movedBy() {
        return db.select(MOVED_CLOCK.MOVED_BY)
                .from(MOVED_CLOCK)
                .fetchOptional(MOVED_CLOCK.MOVED_BY)
                .map(interval -> interval.toDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        var now = machine.instant();
        var move = known;
        if (move.readAt().equals(Instant.MIN) || move.readAt().plus(REREAD_AFTER).isBefore(now)) {
            move = new Move(movedBy(), now);
            known = move;
        }
        return now.plus(move.by());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var clock = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return clock.withZone(other);
            }
        };
    }
}
