package org.passerelle.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL that starts and stops with the program and keeps its data in a folder
/// (OPS-01).
///
/// One program at a time may use a folder: the second is told so instead of corrupting the first.
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;

    /// Starts PostgreSQL on the data in `folder`, creating it at the first start.
    EmbeddedDatabase(Path folder) {
        try {
            Files.createDirectories(folder);
            lockFile = lock(folder);
            var cluster = folder.resolve("postgres").toAbsolutePath();
            stopOrphan(cluster);
            postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(cluster)
                            .setCleanDataDirectory(false)
                            // Spring closes us after those who use us; a hook of the JVM's would
                            // take the database from under requests that are still answered.
                            .setRegisterShutdownHook(false)
                            .setOverrideWorkingDirectory(
                                    folder.resolve("postgres-binaries").toFile().getAbsoluteFile())
                            .setServerConfig("max_connections", "100")
                            // The library is made for tests and switches both off; an
                            // acknowledged write must survive a kill and a power cut.
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + folder, e);
        }
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lockFile.close();
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("passerelle.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new FolderInUseException(folder.toAbsolutePath());
        }
        return channel;
    }

    /// A program that was killed leaves its PostgreSQL behind; we hold the folder's lock, so the
    /// server is nobody's.
    private static void stopOrphan(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
        if (orphan.isPresent()) {
            LOG.warn("Stopping the PostgreSQL (process {}) of a Passerelle that was killed", pid);
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (TimeoutException e) {
                throw new IllegalStateException(
                        "PostgreSQL process " + pid + " does not stop; stop it by hand.", e);
            }
        } else {
            Files.delete(pidFile);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }
}
