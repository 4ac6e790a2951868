import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;

/// Loads a pack of 1,000 offers: that of Luxembourg with its own offers many times over.
public final class PackLoad {
    private static final int OFFERS = 1_000;
    private static final int RUNS = 15;
    private static final double LIMIT_MILLIS = 1_000;

    private PackLoad() {}

    public static void main(String[] arguments) throws IOException {
        var packs = Files.createTempDirectory("bench-packs");
        copy(Path.of("packs"), packs);
        var pack = packs.resolve("socialware-lu");
        grow(pack, OFFERS);
        var millis = new double[RUNS];
        for (var run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            var outcome = PackLoader.load(pack);
            millis[run] = (System.nanoTime() - start) / 1e6;
            if (!(outcome instanceof LoadOutcome.Loaded(var loaded))
                    || loaded.offers().size() != OFFERS) {
                throw new IllegalStateException("Not loaded: " + outcome);
            }
        }
        var first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "pack of %,d offers: first %.0f ms, median of %d runs %.0f ms, slowest %.0f ms%n",
                OFFERS, first, RUNS, millis[RUNS / 2], millis[RUNS - 1]);
        if (millis[RUNS / 2] > LIMIT_MILLIS) {
            System.out.printf("over the limit of %.0f ms%n", LIMIT_MILLIS);
            System.exit(1);
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
