package org.passerelle.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What every source file must be like. Each finding names file, line and cure.
final class SourceRules {
    static final int COLUMNS_MAX = 100;

    /// A text block in a test is data: a row of a table should stay one line.
    static final int DATA_COLUMNS_MAX = 140;

    static final int METHOD_LINES_MAX = 70;
    static final int FILE_LINES_MAX = 400;

    private static final Map<String, String> BANNED =
            Map.of(
                    "TODO", "finish it, or file an issue and leave no word here",
                    "FIXME", "mend it",
                    "printStackTrace", "log it with what was being done, or let it rise",
                    "@Disabled", "mend the test or remove it; none is skipped",
                    "Assumptions.", "provide what the test needs; none is skipped",
                    "assumeTrue", "provide what the test needs; none is skipped",
                    "assumeThat", "provide what the test needs; none is skipped",
                    "@MockitoBean", "use the shared product, or a fake under the contract test",
                    "import lombok", "write a record",
                    "@SuppressWarnings(\"all\")", "name the one warning, and say why");

    private static final Map<String, String> BANNED_IN_PRODUCT =
            Map.of(
                    "System.out.", "log it; the command line writes to picocli's writer",
                    "System.err.", "log it; the command line writes to picocli's writer");

    private static final Pattern PARTNERS =
            Pattern.compile(
                    "\\b(adobe|autodesk|cisco|microsoft|bitdefender|symantec|docusign|techsoup"
                            + "|socialware|goodstack|fiverr|photoshop|acrobat|azure|autocad"
                            + "|zoom pro|zoom business|zoom meetings)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /// To parse a file needs no other class; to look through the class path for each takes long.
    private static final JavaFileManager NO_CLASSES = withoutClassPath();

    private SourceRules() {}

    private static JavaFileManager withoutClassPath() {
        var files = COMPILER.getStandardFileManager(null, null, null);
        try {
            files.setLocation(StandardLocation.CLASS_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// A source file: where it is, from the project's folder on, and what it says.
    record Source(String path, String text) {
        boolean isJava() {
            return path.endsWith(".java");
        }

        boolean isProduct() {
            return path.startsWith("src/main/");
        }

        /// Words and marks that people read or that decide: no settings, no migrations.
        boolean mustNotNamePartners() {
            return isProduct()
                    && (isJava() || path.endsWith(".jte") || path.contains("/messages/"));
        }
    }

    static List<String> violations(Source source) {
        return Stream.of(lines(source), length(source), methods(source))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> length(Source source) {
        var count = source.text().lines().count();
        return source.isJava() && count > FILE_LINES_MAX
                ? List.of(
                        source.path()
                                + ": error: "
                                + count
                                + " lines hide a second idea; "
                                + FILE_LINES_MAX
                                + " at most")
                : List.of();
    }

    private static List<String> lines(Source source) {
        var found = new ArrayList<String>();
        var number = 0;
        var inTextBlock = false;
        for (var line : source.text().lines().toList()) {
            number++;
            var place = source.path() + ":" + number + ": error: ";
            inTextBlock ^= line.split("\"{3}", -1).length % 2 == 0;
            var most = inTextBlock && !source.isProduct() ? DATA_COLUMNS_MAX : COLUMNS_MAX;
            if (source.isJava() && line.length() > most && !line.startsWith("import ")) {
                found.add(place + line.length() + " columns; " + most + " at most");
            }
            BANNED.forEach((word, cure) -> banned(found, place, line, word, cure));
            if (source.isProduct()) {
                BANNED_IN_PRODUCT.forEach((word, cure) -> banned(found, place, line, word, cure));
            }
            var partner = PARTNERS.matcher(line);
            if (source.mustNotNamePartners() && partner.find()) {
                found.add(
                        place
                                + partner.group()
                                + " is a partner's or an office's: it belongs into a pack");
            }
        }
        return found;
    }

    private static void banned(
            List<String> found, String place, String line, String word, String cure) {
        if (line.contains(word)) {
            found.add(place + word + " is banned: " + cure);
        }
    }

    private static List<String> methods(Source source) {
        if (!source.isJava()) {
            return List.of();
        }
        var task =
                (JavacTask)
                        COMPILER.getTask(
                                null,
                                NO_CLASSES,
                                _ -> {},
                                null,
                                null,
                                List.of(new InMemory(source)));
        try {
            var found = new ArrayList<String>();
            for (var unit : task.parse()) {
                new LongMethods(source, unit, Trees.instance(task), found).scan(unit, null);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class LongMethods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Source source;
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> found;

        LongMethods(Source source, CompilationUnitTree unit, Trees trees, List<String> found) {
            this.source = source;
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var positions = trees.getSourcePositions();
            var lines = unit.getLineMap();
            var first = lines.getLineNumber(positions.getStartPosition(unit, method));
            var last = lines.getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > METHOD_LINES_MAX) {
                found.add(
                        "%s:%d: error: %s has %d lines; %d at most"
                                .formatted(
                                        source.path(),
                                        first,
                                        method.getName(),
                                        last - first + 1,
                                        METHOD_LINES_MAX));
            }
            return super.visitMethod(method, nothing);
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(Source source) {
            super(URI.create("string:///" + source.path()), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
