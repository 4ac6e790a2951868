package org.passerelle.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `passerelle registry`: the public registers that cases are compared with.
@Command(
        name = "registry",
        description = "Imports public registers of nonprofits, and says which are installed.",
        mixinStandardHelpOptions = true,
        subcommands = {RegistryImport.class, RegistryList.class})
final class RegistryCommand implements Runnable {
    @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        var command = java.util.Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, "Missing required subcommand");
    }
}
