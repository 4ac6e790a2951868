package org.passerelle.organisation.domain;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Profile;
import org.passerelle.organisation.ProfileFixture;
import org.passerelle.pack.model.Office;
import org.passerelle.registry.SharedData;

/// How often a registration that is there already is warned of or held, and how often another's is,
/// as if all of the IRS's register of April 2026 were registered with one office: far more
/// namesakes than any office has. `docs/registers.md` says how to run it and what came out.
///
/// The files know names and addresses only; telephone, site and mailbox, which make more pairs near
/// certain, are not in them.
public final class DuplicatesBench {
    private static final int MOST_WITH_A_WORD = 3000;
    private static final int TOLD = 5;
    private static final int SHOWN = 15;

    private final Map<String, List<Known>> byTown = new HashMap<>();
    private final Map<String, List<Known>> byWord = new HashMap<>();
    private final List<Known> all = new ArrayList<>();

    private record Known(String number, Profile profile) {}

    public static void main(String[] arguments) throws IOException {
        var data = SharedData.folder().orElseThrow();
        var every = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        var bench = new DuplicatesBench(data);
        System.out.println(bench.changes(data, every));
        System.out.println(bench.newcomers(150 * every));
        System.out.println(twins(data));
    }

    DuplicatesBench(Path data) throws IOException {
        for (var row : SharedData.rows(data.resolve("registers/us/irs-eo-bmf-2026-04.csv.gz"))) {
            add(known(row));
        }
    }

    private static Known known(NamedCsvRecord row) {
        return new Known(
                row.getField("EIN"),
                profile(
                        List.of(row.getField("NAME"), row.getField("SORT_NAME")),
                        row.getField("STREET"),
                        row.getField("ZIP"),
                        row.getField("CITY"),
                        row.getField("STATE")));
    }

    private void add(Known one) {
        all.add(one);
        byTown.computeIfAbsent(town(one.profile()), _ -> new ArrayList<>()).add(one);
        for (var word : PlainName.of(one.profile().legalName()).words()) {
            byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(one);
        }
    }

    private static String town(Profile profile) {
        return profile.address().map(at -> at.town() + at.region().orElse("")).orElse("");
    }

    private static Profile profile(
            List<String> names, String street, String code, String town, String region) {
        var others = names.stream().skip(1).filter(name -> !name.isBlank()).toList();
        return new ProfileFixture(
                        names.getFirst(),
                        new Address(street, code, town, Optional.of(region), "US"))
                .alsoCalled(others)
                .profile();
    }

    /// Everybody of the town, and everywhere those who share the name's rarest word.
    private Set<Known> candidates(Profile profile) {
        var found = new LinkedHashSet<>(byTown.getOrDefault(town(profile), List.of()));
        PlainName.of(profile.legalName()).words().stream()
                .map(word -> byWord.getOrDefault(word, List.of()))
                .filter(having -> !having.isEmpty() && having.size() < MOST_WITH_A_WORD)
                .min(Comparator.comparingInt(List::size))
                .ifPresent(found::addAll);
        return found;
    }

    /// What came of one set of registrations.
    static final class Tally {
        private final String name;
        private int asked;
        private int warned;
        private int warnedRight;
        private int told;
        private int held;
        private int heldRight;
        private int heldWrong;
        private final StringBuilder wrong = new StringBuilder();

        Tally(String name) {
            this.name = name;
        }

        double precisionOfHolding() {
            return held == 0 ? 1 : (double) heldRight / (heldRight + heldWrong);
        }

        double recallOfWarning() {
            return (double) warnedRight / asked;
        }

        double recallOfHolding() {
            return (double) heldRight / asked;
        }

        double wronglyHeld() {
            return (double) heldWrong / asked;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %d; warned %d (%.1f %%), of the right one %d (%.1f %%, in five %.1f %%);"
                            + " held %d: for the right one %d (%.1f %%), only for another %d"
                            + " (%.2f %%); right among held %.1f %%%n%s",
                    name,
                    asked,
                    warned,
                    100.0 * warned / asked,
                    warnedRight,
                    100 * recallOfWarning(),
                    100.0 * told / asked,
                    held,
                    heldRight,
                    100 * recallOfHolding(),
                    heldWrong,
                    100 * wronglyHeld(),
                    100 * precisionOfHolding(),
                    wrong);
        }
    }

    private void ask(Tally tally, Profile asking, String itself, @Nullable String truth) {
        record Found(Known known, Resemblance resemblance) {}
        var found = new ArrayList<Found>();
        for (var other : candidates(asking)) {
            if (!other.number().equals(itself)) {
                Resemblance.of(asking, other.profile(), Office.Duplicates.USUAL)
                        .ifPresent(likeness -> found.add(new Found(other, likeness)));
            }
        }
        tally.asked++;
        tally.warned += found.isEmpty() ? 0 : 1;
        var right = found.stream().filter(one -> one.known().number().equals(truth)).findFirst();
        tally.warnedRight += right.isPresent() ? 1 : 0;
        var place = town(asking);
        tally.told +=
                found.stream()
                                .sorted(
                                        Comparator.comparing((Found one) ->
                                                !town(one.known().profile()).equals(place)))
                                .limit(TOLD)
                                .anyMatch(one -> one.known().number().equals(truth))
                        ? 1
                        : 0;
        var certain = found.stream().filter(one -> one.resemblance().isNearCertain()).toList();
        tally.held += certain.isEmpty() ? 0 : 1;
        if (right.isPresent() && right.get().resemblance().isNearCertain()) {
            tally.heldRight++;
        } else if (!certain.isEmpty()) {
            tally.heldWrong++;
            if (tally.wrong.toString().lines().count() < SHOWN) {
                tally.wrong.append("  held for another: ").append(said(asking)).append("  ->  ");
                tally.wrong.append(said(certain.getFirst().known().profile())).append('\n');
            }
        }
    }

    private static String said(Profile profile) {
        var at = profile.address().orElseThrow();
        return profile.legalName() + ", " + at.street() + ", " + at.town();
    }

    /// Name and address of 2022 handed in, while that of 2026 is registered.
    Tally changes(Path data, int every) throws IOException {
        var tally = new Tally("there already, under the name and address of 2026");
        var rows = SharedData.rows(data.resolve("matching/us/irs-name-changes.csv"));
        for (var i = 0; i < rows.size(); i += every) {
            var row = rows.get(i);
            ask(
                    tally,
                    profile(
                            List.of(row.getField("name_2022"), row.getField("sort_name_2022")),
                            row.getField("street_2022"),
                            row.getField("zip_2022"),
                            row.getField("city_2022"),
                            row.getField("state_2022")),
                    "",
                    row.getField("ein"));
        }
        return tally;
    }

    /// Organisations that are not there yet: whoever is found is another.
    Tally newcomers(int every) {
        var tally = new Tally("not there yet");
        IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .forEach(one -> ask(tally, one.profile(), one.number(), null));
        return tally;
    }

    /// British pairs by name alone: how many would be warned of.
    static String twins(Path data) throws IOException {
        var line = new StringBuilder();
        var parents = names(data, "parents.csv.gz", "org_name_a", "org_name_b");
        line.append(share("branches under their parent's register, by name", parents));
        var mergers = names(data, "ccew-register-of-mergers.csv", "org_name_a", "org_name_b");
        line.append(share("successors after a merger, by name", mergers));
        return line.toString();
    }

    private static List<List<String>> names(Path data, String file, String one, String other)
            throws IOException {
        return SharedData.rows(data.resolve("matching/uk").resolve(file)).stream()
                .map(row -> List.of(row.getField(one), row.getField(other)))
                .filter(pair -> pair.stream().noneMatch(String::isBlank))
                .toList();
    }

    private static String share(String what, List<List<String>> pairs) {
        var alike =
                pairs.stream()
                        .flatMap(pair ->
                                Resemblance.of(
                                        named(pair.getFirst()),
                                        named(pair.getLast()),
                                        Office.Duplicates.USUAL)
                                        .stream())
                        .toList();
        var certain = alike.stream().filter(Resemblance::isNearCertain).count();
        return String.format(
                Locale.ROOT,
                "%s: %d pairs, %d alike (%.1f %%), %d near certain%n",
                what,
                pairs.size(),
                alike.size(),
                100.0 * alike.size() / pairs.size(),
                certain);
    }

    private static Profile named(String name) {
        return profile(List.of(name), "", "", "", "");
    }
}
