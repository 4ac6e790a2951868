package org.passerelle.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.registry.ImportOrder;
import org.passerelle.registry.ImportOutcome;
import org.passerelle.registry.Importing;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.Registers;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// `passerelle registry import REGISTER FILE…`: takes a register in, whole or not at all (VER-08).
@Command(
        name = "import",
        description = {
            "Imports a register from the files its keeper publishes, as they are; .gz is read too.",
            "The files together are the whole register: what does not stand in them is gone from"
                    + " it.",
            "A file that is cut, damaged or implausible is refused whole, and nothing changes.",
            "Settings of the server are taken as the server takes them, such as"
                    + " --passerelle.data-folder=/var/lib/passerelle",
            "Exit code 0: imported, or nothing to change; 1: refused, or the database cannot be"
                    + " opened; 2: not called rightly."
        },
        mixinStandardHelpOptions = true)
final class RegistryImport implements Callable<Integer> {
    private static final Pattern DAY_IN_NAME =
            Pattern.compile("(?<!\\d)(20\\d\\d)-(\\d\\d)(?:-(\\d\\d))?(?!\\d)");

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "REGISTER",
            description = "The register's name, as `passerelle registry list` says it.")
    private String register = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Its files.")
    private List<Path> files = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "As of when the files are. Otherwise the date in the first file's name.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--records",
            paramLabel = "NUMBER",
            description =
                    "How many records the keeper's page says there are; with any other number the"
                            + " files are refused.")
    private @Nullable Long records;

    @Option(
            names = "--accept-shrink",
            description = "Takes the files even when implausibly many entries are gone.")
    private boolean acceptShrink;

    @Option(names = "--dry-run", description = "Says what would change, and changes nothing.")
    private boolean dryRun;

    @Unmatched private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec).commandLine();
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(command, "There is no file " + file);
            }
        }
        if (!RegisterId.isOne(register)) {
            throw new ParameterException(command, "There is no register " + register);
        }
        var day = asOf == null ? dayInName(command) : asOf;
        return RegistryDatabase.use(command, settings, open -> run(command, open, day));
    }

    private int run(CommandLine command, ConfigurableApplicationContext open, LocalDate day) {
        var id = RegisterId.of(register);
        var known = open.getBean(Registers.class).all();
        var asked = known.stream().filter(one -> one.id().equals(id)).findFirst();
        if (asked.isEmpty()) {
            command.getErr()
                    .println(
                            "There is no register "
                                    + id
                                    + ". Known are: "
                                    + known.stream()
                                            .map(one -> one.id().toString())
                                            .collect(Collectors.joining(", ")));
            return 2;
        }
        var order =
                new ImportOrder(
                        id,
                        files,
                        day,
                        records == null ? OptionalLong.empty() : OptionalLong.of(records),
                        acceptShrink,
                        dryRun,
                        System.getProperty("user.name", "passerelle"));
        var progress = new TerminalProgress(command.getErr(), System.console() != null);
        var outcome = open.getBean(Importing.class).run(order, progress);
        progress.end();
        new ImportText(command.getOut(), order, asked.get().installed())
                .tell(outcome, progress.seconds());
        return outcome instanceof ImportOutcome.Refused ? 1 : 0;
    }

    private LocalDate dayInName(CommandLine command) {
        var found = DAY_IN_NAME.matcher(String.valueOf(files.getFirst().getFileName()));
        if (!found.find()) {
            throw new ParameterException(
                    command,
                    "As of when is it? No date stands in the file's name; say --as-of=2026-04-01");
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    found.group(3) == null ? 1 : Integer.parseInt(found.group(3)));
        } catch (DateTimeException e) {
            throw new ParameterException(
                    command, found.group() + " is no date; say --as-of=2026-04-01", e);
        }
    }
}
