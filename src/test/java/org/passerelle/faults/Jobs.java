package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Jobs that fall due at several nodes, of which some are killed in the middle of one. Each writes
/// a line and a letter that nothing but the job's own transaction keeps from being written twice.
public final class Jobs {
    private static final String KIND = "faults.job";
    private static final String TABLE = "public.job_done";

    private final String database;

    /// @param database the JDBC address of the nodes' database
    public Jobs(String database) {
        this.database = database;
        execute("create table if not exists " + TABLE + " (subject text, at timestamptz)");
    }

    /// What a job does, at the nodes that are started with this setting.
    @Component
    @ConditionalOnProperty("faults.jobs")
    static final class Handler implements DueHandler {
        private static final Duration TAKES = Duration.ofMillis(10);

        private final DSLContext db;
        private final Notification notification;

        Handler(DSLContext db, Notification notification) {
            this.db = db;
            this.notification = notification;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void fallDue(String subject, Instant due) {
            db.execute("insert into " + TABLE + " values (?, clock_timestamp())", subject);
            notification.send(
                    Letter.of(
                            Optional.empty(),
                            Optional.empty(),
                            "jobs@example.org",
                            "faults.job",
                            subject,
                            LetterLayout.in(Language.EN, "Office", subject),
                            "job:" + UUID.randomUUID()));
            LockSupport.parkNanos(TAKES.toNanos());
        }
    }

    /// Plans them all for now.
    public void plan(int count) {
        execute(
                "insert into agenda.entry (id, kind, subject, due, planned_at, next_try)"
                        + " select gen_random_uuid(), '"
                        + KIND
                        + "', 'job ' || n, now() - interval '1 minute', now(), now() - interval '1"
                        + " minute' from generate_series(1, "
                        + count
                        + ") n");
    }

    /// Waits until so many are done.
    ///
    /// @return how long it took
    public Duration await(long count, Duration atMost) {
        return await("select count(*) from " + TABLE, count, atMost);
    }

    /// Waits until all letters have left too.
    Duration awaitLetters(long count, Duration atMost) {
        return await(
                "select count(*) from notification.letter where state = 'sent'", count, atMost);
    }

    private Duration await(String question, long count, Duration atMost) {
        var began = System.nanoTime();
        while (number(question) < count) {
            var waited = Duration.ofNanos(System.nanoTime() - began);
            assertThat(waited).as(question + " " + number(question)).isLessThan(atMost);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    long done() {
        return number("select count(*) from " + TABLE);
    }

    /// Each is done once, and has written one letter.
    public void assertEachOnce(int count) {
        assertThat(number("select count(*) from " + TABLE)).isEqualTo(count);
        assertThat(number("select count(distinct subject) from " + TABLE)).isEqualTo(count);
        assertThat(number("select count(*) from notification.letter where template = 'faults.job'"))
                .isEqualTo(count);
        assertThat(
                        number(
                                "select count(*) from agenda.entry where fell_due_at is null and"
                                        + " kind = '"
                                        + KIND
                                        + "'"))
                .isZero();
    }

    private void execute(String statement) {
        try (var connection = DriverManager.getConnection(database)) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String question) {
        try (var connection = DriverManager.getConnection(database);
                var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
