package org.passerelle.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `passerelle`: what the command line can do besides starting the server.
@Command(
        name = "passerelle",
        description = "Runs technology programmes for nonprofits. Without a command: the server.",
        mixinStandardHelpOptions = true,
        versionProvider = PasserelleCommand.Version.class,
        subcommands = {PackCommand.class, RegistryCommand.class, BankCommand.class})
public final class PasserelleCommand implements Runnable {
    private static final Set<String> OWN_OPTIONS = Set.of("--help", "-h", "--version", "-V");

    @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    /// Whether these arguments are for the command line. Settings such as `--server.port=8081` are
    /// for the server.
    public static boolean isAskedBy(String[] arguments) {
        return arguments.length > 0
                && (OWN_OPTIONS.contains(arguments[0]) || !arguments[0].startsWith("--"));
    }

    /// Runs a command and answers its exit code: 0 when all is right, 2 for a wrong usage, what the
    /// command says otherwise. Writes UTF-8, whatever the terminal calls itself.
    public static int run(String... arguments) {
        return run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var exitCode =
                new CommandLine(new PasserelleCommand())
                        .setOut(out)
                        .setErr(err)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(PasserelleCommand::failed)
                        .execute(arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    /// What nobody foresaw is said in one line: a stack trace helps nobody who writes a pack.
    private static int failed(
            Exception cause, CommandLine command, CommandLine.ParseResult arguments) {
        command.getErr().println("passerelle: could not go on: " + cause);
        return 70;
    }

    @Override
    public void run() {
        var command = java.util.Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, "Missing required subcommand");
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                true);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version =
                    Optional.ofNullable(
                            PasserelleCommand.class.getPackage().getImplementationVersion());
            return new String[] {"passerelle " + version.orElse("(development)")};
        }
    }
}
