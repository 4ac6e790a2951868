package org.passerelle;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/// One real PostgreSQL for all tests of a JVM; each caller gets an empty database of its own.
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Holder {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "300")
                                // Nothing in a test outlives a power cut; commits need not wait.
                                .setServerConfig("fsync", "off")
                                .setServerConfig("synchronous_commit", "off")
                                .setServerConfig("full_page_writes", "off")
                                .setServerConfig("wal_level", "minimal")
                                .setServerConfig("max_wal_senders", "0")
                                .setServerConfig("max_wal_size", "4GB")
                                .setServerConfig("shared_buffers", "512MB")
                                .setRegisterShutdownHook(false)
                                .start();
                // After every context: a pool that has lost its server holds up the JVM's end.
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The JDBC address, with user, of a new empty database.
    public static String createEmpty() {
        return create("");
    }

    /// The JDBC address, with user, of a new database that begins as `template` is now. Nobody may
    /// be connected to the template meanwhile.
    static String createLike(String template) {
        return create(" template " + template.replaceAll(".*/(\\w+)\\?.*", "$1"));
    }

    private static String create(String option) {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = Holder.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + option);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Holder.POSTGRES.getJdbcUrl("postgres", name);
    }
}
