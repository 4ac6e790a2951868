package org.passerelle.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// A PostgreSQL server of its own that may be frozen, killed and started again on the same data. It
/// writes as one in service does: what it acknowledged is on the disk.
final class OwnPostgres implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    OwnPostgres(Path data) throws IOException {
        this.data = data;
        this.server = builder().start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60));
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /// All of it at once, as a machine that hangs: connections stay open, nobody answers.
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /// The server and each process it started: one left over would keep the data to itself.
    void kill() throws IOException, InterruptedException {
        var processes = processes().toList();
        signal("-KILL");
        for (var process : processes) {
            process.onExit().join();
        }
    }

    /// After [#kill], at the same port.
    void startAgain() throws IOException {
        var port = server.getPort();
        server.close();
        server = builder().setPort(port).start();
    }

    private void signal(String name) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("kill", name), pids());
        new ProcessBuilder(command.toList()).inheritIO().start().waitFor();
    }

    private Stream<String> pids() throws IOException {
        return processes().map(process -> String.valueOf(process.pid()));
    }

    private Stream<ProcessHandle> processes() throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
