package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.pack.LoadOutcome.Library;
import org.passerelle.pack.LoadOutcome.Loaded;
import org.passerelle.pack.LoadOutcome.Refused;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Pack;
import org.passerelle.words.WordBook;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `passerelle pack try DIR --facts FILE`: what the rules of a pack answer to a described
/// organisation, with the code that decides in the product and without a database (OPS-02).
@Command(
        name = "try",
        description = {
            "Decides every programme for a described organisation, and says all that keeps a"
                    + " described basket from being ordered.",
            "Exit code 0: it could decide; 2: the pack or the facts are wrong, with the place."
        },
        mixinStandardHelpOptions = true)
final class PackTry implements Callable<Integer> {
    private static final int WRONG = 2;

    enum Format {
        JSON,
        TEXT
    }

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The pack's folder.")
    private Path folder = Path.of("");

    @Option(
            names = "--facts",
            paramLabel = "FILE",
            required = true,
            description = "The organisation, its past and its basket, as JSON.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, or text to read (default: json).")
    private Format format = Format.JSON;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Of the sentences: fr or en (default: the office's first).")
    private @Nullable String language;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(command(), "There is no folder " + folder);
        }
        return switch (PackLoader.load(folder)) {
            case Refused(var errors) ->
                    refuse(errors.stream().map(error -> error.describeIn(folder)).toList());
            case Library library ->
                    refuse(
                            List.of(
                                    folder
                                            + " is a library that packs build on: it has no office"
                                            + " and no programmes to try"));
            case Loaded(var pack) -> answer(pack);
        };
    }

    private int answer(Pack pack) throws IOException {
        return switch (FactsReader.read(pack, file.toString(), bytes())) {
            case FactsReader.Reading.Refused(var errors) ->
                    refuse(errors.stream().map(error -> error.describe()).toList());
            case FactsReader.Reading.Read(var facts) -> {
                var words = WordBook.ofClasspath().in(language(pack));
                var answer = TryAnswer.of(pack, facts);
                command()
                        .getOut()
                        .println(
                                switch (format) {
                                    case JSON -> new TryJson(pack, words).write(answer);
                                    case TEXT ->
                                            new TryText(pack, words).write(answer, facts.basket());
                                });
                yield 0;
            }
        };
    }

    private byte[] bytes() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(command(), "There is no file " + file);
        }
        return Files.readAllBytes(file);
    }

    private Language language(Pack pack) {
        if (language == null) {
            return pack.office().languages().getFirst();
        }
        return Language.of(language)
                .orElseThrow(() ->
                        new ParameterException(
                                command(), "No words in language '" + language + "'"));
    }

    private int refuse(List<String> errors) {
        errors.forEach(command().getErr()::println);
        return WRONG;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
