package org.passerelle.pack.reading;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Turns the bytes of a file into values that know their place.
///
/// Only nodes are taken from SnakeYAML, never objects: what a word means is decided by the reader
/// that expects it, so `NO` stays Norway. Aliases (`*name`) are no part of the language; without
/// them a small file cannot unfold into a huge one.
final class YamlFile {
    private static final int MOST_CODE_POINTS = 10_000_000;
    private static final int DEEPEST = 40;
    private static final long MOST_BYTES = 4_000_000;
    private static final int LONGEST_LINE = 20_000;

    private YamlFile() {}

    /// The whole file as a value; empty when it cannot be read, which is noted.
    static Optional<Value> read(Path path, String file, Problems problems) {
        return text(path, file, problems).flatMap(text -> compose(text, file, problems));
    }

    /// The text of a file that must be UTF-8, without byte order mark.
    static Optional<String> text(Path path, String file, Problems problems) {
        byte[] bytes;
        try {
            if (Files.size(path) > MOST_BYTES) {
                problems.add(
                        Place.file(file),
                        "is too long: a file of packs has at most %,d bytes; split it"
                                .formatted(MOST_BYTES));
                return Optional.empty();
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            problems.add(Place.file(file), "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var input = ByteBuffer.wrap(bytes);
        try {
            var text = decoder.decode(input).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            var line = 1;
            for (var i = 0; i < input.position() && i < bytes.length; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(Place.line(file, line), "is not UTF-8; save the file in that encoding");
            return Optional.empty();
        }
    }

    /// The parser takes time with the square of a line's length.
    private static boolean hasLongLine(String text, String file, Problems problems) {
        var line = 0;
        for (var content : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (content.length() > LONGEST_LINE) {
                problems.add(
                        Place.line(file, line),
                        "the line has %,d characters; at most %,d are read"
                                .formatted(content.length(), LONGEST_LINE));
                return true;
            }
        }
        return false;
    }

    private static Optional<Value> compose(String text, String file, Problems problems) {
        if (hasLongLine(text, file, problems)) {
            return Optional.empty();
        }
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CODE_POINTS);
        options.setNestingDepthLimit(DEEPEST);
        try {
            var reader = new StreamReader(new StringReader(text));
            var parser = new WithoutAliases(new ParserImpl(reader, options));
            var root = new Composer(parser, new Resolver(), options).getSingleNode();
            if (root == null) {
                problems.add(Place.file(file), "is empty");
                return Optional.empty();
            }
            return Optional.of(Value.root(root, file, problems));
        } catch (MarkedYAMLException e) {
            problems.add(
                    place(file, e.getProblemMark()), "is not YAML: " + plainly(e.getProblem()));
        } catch (ReaderException e) {
            var line =
                    1 + text.substring(0, e.getPosition()).chars().filter(c -> c == '\n').count();
            problems.add(
                    Place.line(file, (int) line),
                    "holds a character that YAML does not allow: U+%04X"
                            .formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            problems.add(Place.file(file), "is not YAML we accept: " + e.getMessage());
        }
        return Optional.empty();
    }

    /// What people stumble over most, in their words.
    private static String plainly(String problem) {
        if (problem.startsWith("mapping values are not allowed") || problem.endsWith("but got :")) {
            return "a second ': ' in one line; put a text that holds one in quotes";
        }
        if (problem.endsWith("but got ?")) {
            return "a '?' within { } or [ ]; put a text that holds one in quotes";
        }
        if (problem.contains("(TAB)")) {
            return "a tab; indent with blanks";
        }
        if (problem.startsWith("expected the node content")) {
            return "a value is expected here; look above for a '[' or '{' that is not closed";
        }
        if (problem.endsWith("found another document")) {
            return "'---' begins a second document; a file of packs is one";
        }
        return problem;
    }

    private static Place place(String file, @org.jspecify.annotations.Nullable Mark mark) {
        return mark == null
                ? Place.file(file)
                : new Place(file, mark.getLine() + 1, mark.getColumn() + 1, file);
    }

    /// Stops at the first alias.
    private record WithoutAliases(Parser parser) implements Parser {
        @Override
        public boolean checkEvent(Event.ID choice) {
            return parser.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return refuseAlias(parser.peekEvent());
        }

        @Override
        public Event getEvent() {
            return refuseAlias(parser.getEvent());
        }

        private static Event refuseAlias(Event event) {
            if (event instanceof AliasEvent alias) {
                throw new ParserException(
                        null,
                        null,
                        "aliases such as '*%s' are no part of packs; write the text again"
                                .formatted(alias.getAnchor()),
                        alias.getStartMark());
            }
            return event;
        }
    }
}
