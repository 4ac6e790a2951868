package org.passerelle.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.Banking;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// `passerelle bank import FILE…`: takes statements in, each file whole or not at all (PAY-02).
@Command(
        name = "import",
        description = {
            "Imports statements of the bank (CAMT.053), as the bank gives them.",
            "Reports within the day (CAMT.052) and advices (CAMT.054) are taken, too: they count"
                    + " nothing, but tell which payments a booking of the statement is made of.",
            "What is certain is paid at once; the rest waits on /staff/bank. The same file, or one"
                    + " that overlaps another, brings nothing twice.",
            "A file that is damaged, or whose balances do not agree, is refused whole; the others"
                    + " are taken all the same.",
            "Settings of the server are taken as the server takes them, such as"
                    + " --passerelle.database.url=jdbc:postgresql://db/passerelle",
            "Exit code 0: every file is taken, or was known; 1: a file was refused, or the database"
                    + " cannot be opened; 2: not called rightly."
        },
        mixinStandardHelpOptions = true)
final class BankImport implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int LOOKS_AT_MOST = 20 * 600;

    /// Between two tasks a listener seems idle for a moment.
    private static final int QUIET_LOOKS = 3;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Statements, the oldest first.")
    private List<Path> files = List.of();

    @Option(
            names = "--office",
            paramLabel = "OFFICE",
            description =
                    "Whose account it is. Otherwise the office whose account stands in the file.")
    private @Nullable String office;

    @Unmatched private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec).commandLine();
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(command, "There is no file " + file);
            }
        }
        return RegistryDatabase.use(command, settings, node(), open -> run(command, open));
    }

    private int run(CommandLine command, ConfigurableApplicationContext open) {
        var packs = open.getBean(Packs.class);
        var known = packs.installed().stream().map(one -> one.office().id().toString()).toList();
        if (office != null && !known.contains(office)) {
            command.getErr().println("There is no office " + office + ". Known are: " + known);
            return 2;
        }
        var progress = new BankProgress(command.getErr(), System.console() != null);
        var run = new BankRun(open.getBean(Banking.class), packs, command.getOut(), progress);
        var all = run.take(files, Optional.ofNullable(office).map(OfficeId::of));
        awaitHeard(open.getBean(ThreadPoolTaskExecutor.class));
        return all ? 0 : 1;
    }

    /// Waits until what the payments brought about is done, for a while: what is not done then is
    /// heard again by the server.
    private static void awaitHeard(ThreadPoolTaskExecutor listeners) {
        var pool = listeners.getThreadPoolExecutor();
        var quiet = 0;
        for (var looked = 0; looked < LOOKS_AT_MOST && quiet < QUIET_LOOKS; looked++) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var still = pool.getActiveCount() > 0 || !pool.getQueue().isEmpty();
            quiet = still ? 0 : quiet + 1;
        }
    }

    /// The whole product without its pages, as one more node beside the server: what a payment
    /// brings about, such as an order that goes on, is done here, or later by the server.
    private static SpringApplication node() {
        var application =
                new SpringApplicationBuilder()
                        .web(WebApplicationType.NONE)
                        // Nothing is made that nobody asks for, pages and their doors least of all.
                        .lazyInitialization(true)
                        .logStartupInfo(false)
                        .properties(
                                "spring.datasource.hikari.maximum-pool-size=6",
                                // A year's statement may take longer than a page may.
                                "passerelle.database.answers-within=0",
                                // What goes wrong is said by the command, in a line.
                                "logging.level.root=error",
                                "logging.level.org.springframework.boot.SpringApplication=off",
                                "logging.level.org.springframework.boot.diagnostics=off")
                        .build();
        application.setSources(Set.of("org.passerelle.Passerelle"));
        return application;
    }
}
