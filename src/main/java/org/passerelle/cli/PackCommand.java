package org.passerelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `passerelle pack`: for those who write packs.
@Command(
        name = "pack",
        description = "Checks and tries packs: the programmes of an office as data.",
        mixinStandardHelpOptions = true,
        subcommands = {PackCheck.class, PackTry.class})
final class PackCommand implements Runnable {
    @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        var command = java.util.Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, "Missing required subcommand");
    }
}
