package org.passerelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.passerelle.registry.RegisterView;
import org.passerelle.registry.Registers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// `passerelle registry list`: which registers there are, and as of when.
@Command(
        name = "list",
        description = {
            "Says which registers can be imported and which are installed, as of when.",
            "Exit code 0: said; 1: the database cannot be opened."
        },
        mixinStandardHelpOptions = true)
final class RegistryList implements Callable<Integer> {
    @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Unmatched private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        var command = java.util.Objects.requireNonNull(spec).commandLine();
        return RegistryDatabase.use(
                command,
                settings,
                open -> {
                    for (var register : open.getBean(Registers.class).all()) {
                        command.getOut().println(line(register));
                    }
                    return 0;
                });
    }

    private static String line(RegisterView register) {
        return register.installed()
                .map(there ->
                        "%-16s as of %s: %,d entries, %,d active"
                                .formatted(
                                        register.id(),
                                        there.asOf(),
                                        there.entries(),
                                        there.active()))
                .orElseGet(() -> "%-16s not installed".formatted(register.id()));
    }
}
