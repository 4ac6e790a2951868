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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Jobs that fall due at several nodes, of which some are killed in the middle of one. Each writes
/// a line and a letter that nothing but the job's own transaction keeps from being written twice.
public final class Jobs {
    private static final String KIND = "test.job";
    private static final String TABLE = "public.job_done";

    private final String database;

    /// @param database the JDBC address of the nodes' database
    public Jobs(String database) {
        this.database = database;
        execute("create table if not exists " + TABLE + " (subject text, node bigint)");
    }

    /// Takes the lines away: the database is shared with tests that count its tables.
    public void forget() {
        execute("drop table " + TABLE);
    }

    /// What a job does, and for how long.
    @Component
    static final class Handler implements DueHandler {
        private final DSLContext db;
        private final Notification notification;
        private final Duration takes;

        Handler(
                DSLContext db,
                Notification notification,
                @Value("${test.job-takes:10ms}") Duration takes) {
            this.db = db;
            this.notification = notification;
            this.takes = takes;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void fallDue(String subject, Instant due) {
            db.execute(
                    "insert into " + TABLE + " values (?, ?)",
                    subject,
                    ProcessHandle.current().pid());
            notification.send(
                    Letter.of(
                            Optional.empty(),
                            Optional.empty(),
                            "jobs@example.org",
                            "test.job",
                            subject,
                            LetterLayout.in(Language.EN, "Office", subject),
                            "job:" + UUID.randomUUID()));
            LockSupport.parkNanos(takes.toNanos());
        }
    }

    /// Plans so many for now, none of which was planned before.
    public void plan(int count) {
        execute(
                "insert into agenda.entry (id, kind, subject, due, planned_at, next_try)"
                        + " select gen_random_uuid(), '"
                        + KIND
                        + "', 'job ' || gen_random_uuid(), due, due, due from (select now()"
                        + " - interval '1 minute' as due from generate_series(1, "
                        + count
                        + ")) job");
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

    /// How many nodes have done one.
    public long nodes() {
        return number("select count(distinct node) from " + TABLE);
    }

    /// Each is done once, and has written one letter.
    public void assertEachOnce(int count) {
        assertThat(number("select count(*) from " + TABLE)).isEqualTo(count);
        assertThat(number("select count(distinct subject) from " + TABLE)).isEqualTo(count);
        assertThat(number("select count(*) from notification.letter where template = 'test.job'"))
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
