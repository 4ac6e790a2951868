package org.passerelle.registry;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How well the search finds who is looked for, and how often it is nearly certain and wrong, on
/// real registers and real changes of name and address. `docs/registers.md` says how to run it and
/// what came out.
public final class MatchingBench {
    private static final String IRS = "us-irs-eo-bmf";
    private static final int SHOWN = 5;
    private static final int FALSE_SHOWN = 12;

    private MatchingBench() {}

    public static void main(String[] arguments) throws IOException {
        var data = SharedData.folder().orElseThrow();
        var every = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        try (var registry = new RegistryFixture()) {
            registry.take(
                    IRS,
                    LocalDate.of(2026, 4, 1),
                    data.resolve("registers/us/irs-eo-bmf-2026-04.csv.gz"));
            registry.take(
                    "gb-sc-removed",
                    LocalDate.of(2020, 7, 6),
                    data.resolve("registers/uk/oscr-removed-2020-07-06.csv.gz"));
            registry.take(
                    "gb-nic",
                    LocalDate.of(2020, 6, 30),
                    data.resolve("registers/uk/ccni-2020-06-30.windows-1252.csv.gz"));
            System.out.println(changes(registry.registers(), data, every));
            System.out.println(shared(registry.registers(), data, every));
            System.out.println(dual(registry.registers(), data, every));
            System.out.println(parents(registry.registers(), data, every));
        }
    }

    /// What one set of searches came to.
    static final class Tally {
        private final String name;
        private int asked;
        private int known;
        private int first;
        private int amongFive;
        private int certain;
        private int certainRight;
        private long nanos;
        private final StringBuilder wrong = new StringBuilder();

        Tally(String name) {
            this.name = name;
        }

        void ask(Registers registers, Sought sought, @Nullable String truth) {
            var begun = System.nanoTime();
            var found = registers.search(sought, SHOWN);
            nanos += System.nanoTime() - begun;
            asked++;
            known += truth == null ? 0 : 1;
            for (var i = 0; i < found.size(); i++) {
                var right = found.get(i).entry().number().equals(truth);
                first += right && i == 0 ? 1 : 0;
                amongFive += right ? 1 : 0;
                if (found.get(i).isNearCertain()) {
                    certain++;
                    certainRight += right ? 1 : 0;
                    if (!right && wrong.toString().lines().count() < FALSE_SHOWN) {
                        wrong.append("  wrong: ")
                                .append(sought.names())
                                .append(' ')
                                .append(sought.place())
                                .append(" -> ")
                                .append(found.get(i).entry().name())
                                .append(' ')
                                .append(found.get(i).entry().place())
                                .append(' ')
                                .append(found.get(i).score())
                                .append('\n');
                    }
                }
            }
        }

        double recallAtFive() {
            return (double) amongFive / known;
        }

        double precision() {
            return certain == 0 ? 1 : (double) certainRight / certain;
        }

        int certain() {
            return certain;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %d searches, %d of them with an answer; first %.1f %%, among five %.1f %%;"
                            + " near certain %d, right %d (%.2f %%); %.0f ms a search%n%s",
                    name,
                    asked,
                    known,
                    known == 0 ? 0 : 100.0 * first / known,
                    known == 0 ? 0 : 100 * recallAtFive(),
                    certain,
                    certainRight,
                    100 * precision(),
                    nanos / 1e6 / asked,
                    wrong);
        }
    }

    /// Name and address of 2022, looked for in the register of 2026.
    static Tally changes(Registers registers, Path data, int every) throws IOException {
        var tally = new Tally("names and addresses of 2022 in the register of 2026");
        for (var row : sample(data, "us/irs-name-changes.csv", every)) {
            tally.ask(
                    registers,
                    new Sought(
                            List.of(row.getField("name_2022"), row.getField("sort_name_2022")),
                            new Place(
                                    row.getField("street_2022"),
                                    row.getField("zip_2022"),
                                    row.getField("city_2022"),
                                    row.getField("state_2022"),
                                    "US")),
                    row.getField("ein"));
        }
        return tally;
    }

    /// Names that many bear, alone: nothing may be near certain.
    static Tally shared(Registers registers, Path data, int every) throws IOException {
        var tally = new Tally("names that several organisations share, without a place");
        for (var row : sample(data, "us/irs-names-shared-by-several-eins.csv", 4 * every)) {
            tally.ask(
                    registers,
                    new Sought(List.of(row.getField("name")), new Place("", "", "", "", "US")),
                    null);
        }
        return tally;
    }

    /// Charities of two registers by the English register's name; the place is not known.
    static Tally dual(Registers registers, Path data, int every) throws IOException {
        var tally = new Tally("charities registered in Scotland and England, by the English name");
        for (var row : sample(data, "uk/dual-registered-uk-charities.csv", 1)) {
            var number = row.getField("org_id_a").replace("GB-SC-", "");
            if (!registers.byNumbers(java.util.Map.of("GB-SC", number)).isEmpty()) {
                tally.ask(
                        registers,
                        new Sought(
                                List.of(row.getField("org_name_b")),
                                new Place("", "", "", "", "GB")),
                        number);
            }
        }
        return tally;
    }

    /// Bodies and their parents: the parent's name at the child's place must not be the child.
    static Tally parents(Registers registers, Path data, int every) throws IOException {
        var tally = new Tally("parents of Northern Irish charities, at the place of the child");
        for (var row : sample(data, "uk/parents.csv.gz", 1)) {
            var child = child(registers, row.getField("org_id_b"));
            if (child.isPresent() && !row.getField("org_name_b").isBlank()) {
                tally.ask(
                        registers,
                        new Sought(List.of(row.getField("org_name_b")), child.get().place()),
                        null);
            }
        }
        return tally;
    }

    /// Every n-th row.
    private static List<NamedCsvRecord> sample(Path data, String file, int every)
            throws IOException {
        var rows = SharedData.rows(data.resolve("matching").resolve(file));
        return IntStream.range(0, rows.size())
                .filter(i -> i % every == 0)
                .mapToObj(rows::get)
                .toList();
    }

    private static Optional<Entry> child(Registers registers, String orgId) {
        return orgId.startsWith("GB-NIC-")
                ? registers.byNumbers(java.util.Map.of("GB-NIC", orgId.substring(7))).stream()
                        .findFirst()
                : Optional.empty();
    }
}
