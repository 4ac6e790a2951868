package org.passerelle.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.passerelle.Passerelle;

/// The product in a process of its own, as in service: nothing in this JVM helps it, and it may be
/// killed or frozen.
public final class ProductProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final Thread orphan;

    private ProductProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orphan = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(orphan);
    }

    /// Begins to start it, on a port that is free; [#port] waits until it answers there.
    ///
    /// @param log where it writes what it has to say; a log that is there already is replaced
    /// @param settings of the product, as `--name=value`
    public static ProductProcess start(Path log, List<String> settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--passerelle.demo=false"));
        arguments.addAll(settings);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ProductProcess(
                    new ProcessBuilder(command(Passerelle.class, arguments))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts a program with the classes and the Java of this one.
    static List<String> command(Class<?> program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(
                List.of(
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName()));
        command.addAll(arguments);
        return command;
    }

    /// The port it answers at, once it does.
    public int port() {
        var end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            var listens = LISTENS.matcher(log());
            if (listens.find()) {
                return Integer.parseInt(listens.group(1));
            }
            pause();
        }
        throw new IllegalStateException("It did not start: " + log());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As by a power cut.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Its connections stay open, and it does nothing more.
    void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An orderly stop, as an update does; a kill where it takes too long.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        } finally {
            Runtime.getRuntime().removeShutdownHook(orphan);
        }
    }
}
