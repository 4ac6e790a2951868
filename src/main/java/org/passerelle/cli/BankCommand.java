package org.passerelle.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `passerelle bank`: what the bank says came and went.
@Command(
        name = "bank",
        description = "Takes in statements of the bank.",
        mixinStandardHelpOptions = true,
        subcommands = {BankImport.class})
final class BankCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var command = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, "Missing required subcommand");
    }
}
