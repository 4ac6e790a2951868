package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Loads a pack of 1,000 offers: that of Luxembourg with its own offers many times over. In the same
/// run SnakeYAML alone makes maps and lists of the same files, which is what reading, checking and
/// binding are measured against.
public final class PackLoad {
    private static final int OFFERS = 1_000;
    private static final int RUNS = 15;
    private static final double LIMIT_MILLIS = 1_000;
    private static final double LIMIT_RATIO = 4;

    private PackLoad() {}

    public static void main(String[] arguments) throws IOException {
        var packs = Files.createTempDirectory("bench-packs");
        copy(Path.of("packs"), packs);
        var pack = packs.resolve("socialware-lu");
        grow(pack, OFFERS);
        var millis = new double[RUNS];
        var plain = new double[RUNS];
        for (var run = 0; run < RUNS; run++) {
            var begun = System.nanoTime();
            parse(pack);
            plain[run] = (System.nanoTime() - begun) / 1e6;
            var start = System.nanoTime();
            var outcome = PackLoader.load(pack);
            millis[run] = (System.nanoTime() - start) / 1e6;
            if (!(outcome instanceof LoadOutcome.Loaded(var loaded))
                    || loaded.offers().size() != OFFERS) {
                throw new IllegalStateException("Not loaded: " + outcome);
            }
        }
        var first = millis[0];
        var firstPlain = plain[0];
        Arrays.sort(millis);
        Arrays.sort(plain);
        var ratio = millis[RUNS / 2] / plain[RUNS / 2];
        System.out.printf(
                "pack of %,d offers: first %.0f ms, median of %d runs %.0f ms, slowest %.0f ms%n",
                OFFERS, first, RUNS, millis[RUNS / 2], millis[RUNS - 1]);
        System.out.printf(
                "SnakeYAML alone, same files: first %.0f ms, median %.0f ms; ratio of medians %.2f%n",
                firstPlain, plain[RUNS / 2], ratio);
        if (millis[RUNS / 2] > LIMIT_MILLIS || ratio > LIMIT_RATIO) {
            System.out.printf("over the limit of %.0f ms or %.1f times%n", LIMIT_MILLIS, LIMIT_RATIO);
            System.exit(1);
        }
    }

    private static void parse(Path pack) throws IOException {
        try (var files = Files.walk(pack)) {
            for (var file : files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                try (var text = Files.newBufferedReader(file)) {
                    if (new Yaml(new SafeConstructor(new LoaderOptions())).load(text) == null) {
                        throw new IllegalStateException("Empty: " + file);
                    }
                }
            }
        }
    }

    /// Repeats one offer under new names until there are enough.
    private static void grow(Path pack, int wanted) throws IOException {
        if (!(PackLoader.load(pack) instanceof LoadOutcome.Loaded(var loaded))) {
            throw new IllegalStateException("The pack to begin with is wrong");
        }
        var source = Files.readString(pack.resolve("offers/pagerduty.yaml"));
        var one = source.substring(source.indexOf("  - offer:"));
        one = one.substring(0, Math.max(one.indexOf("  - offer:", 5), 0) == 0
                ? one.length() : one.indexOf("  - offer:", 5));
        var text = new StringBuilder("offers:\n");
        for (var i = loaded.offers().size(); i < wanted; i++) {
            text.append(one.replaceFirst("offer: \\S+", "offer: bench-" + i)
                    .replaceFirst("sku: \\S+", "sku: BENCH-" + i));
            if (!one.endsWith("\n")) {
                text.append('\n');
            }
        }
        Files.writeString(pack.resolve("offers/bench.yaml"), text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
