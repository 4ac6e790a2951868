package org.passerelle.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.passerelle.pack.LoadOutcome.Library;
import org.passerelle.pack.LoadOutcome.Loaded;
import org.passerelle.pack.LoadOutcome.Refused;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `passerelle pack check DIR`: says that a pack is right, or every line that is not (OPS-02).
@Command(
        name = "check",
        description = {
            "Reads a pack and says what is wrong with it, by file, line and column.",
            "Exit code 0: right; 1: something is wrong; 2: not called rightly."
        },
        mixinStandardHelpOptions = true)
final class PackCheck implements Callable<Integer> {
    @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The pack's folder.")
    private List<Path> folders = List.of();

    @Override
    public Integer call() {
        var command = java.util.Objects.requireNonNull(spec).commandLine();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(
                        command,
                        Files.exists(folder)
                                ? folder + " is a file; a pack is a folder"
                                : "There is no folder " + folder);
            }
        }
        var wrong = false;
        for (var folder : folders) {
            wrong |= !isRight(folder, command.getOut());
        }
        return wrong ? 1 : 0;
    }

    private static boolean isRight(Path folder, PrintWriter out) {
        return switch (PackLoader.load(folder)) {
            case Loaded(var pack) -> {
                out.println(summary(pack));
                yield true;
            }
            case Library library -> {
                out.println(summary(library));
                yield true;
            }
            case Refused(var errors) -> {
                errors.forEach(error -> out.println(error.describeIn(folder)));
                out.println(folder + ": " + counted(errors.size(), "error"));
                yield false;
            }
        };
    }

    private static String summary(Pack pack) {
        return "%s is right: %s, %s, %s, version %s"
                .formatted(
                        pack.id(),
                        counted(pack.partners().size(), "partner"),
                        counted(pack.programmes().size(), "programme"),
                        counted(pack.offers().size(), "offer"),
                        pack.hash());
    }

    private static String summary(Library library) {
        return "%s is right: a library that packs build on (%s, rates for %s), version %s"
                .formatted(
                        library.name(),
                        counted(library.activities(), "activity", "activities"),
                        counted(library.currencies(), "currency", "currencies"),
                        library.hash());
    }

    private static String counted(int number, String noun) {
        return counted(number, noun, noun + "s");
    }

    private static String counted(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
