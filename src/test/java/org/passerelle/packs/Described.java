package org.passerelle.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.OrganisationFacts;

/// A trial written in one line: `country=DK budget=USD:1400000 had=shield-10*2@2022-07-02
/// want=shield-25*1`. What is `?` is not known.
final class Described {
    private static final String NOW = "2022-09-12T10:00:00+02:00";
    private static final String GOOD =
            "activity=social attested=trustee-requests yes=serves-disadvantaged";

    private final Trial trial;
    private final Map<String, Boolean> judgements = new HashMap<>();

    private Described(Pack pack, String now) {
        trial = Trial.of(pack, now);
        trial.where(facts -> {
            facts.form = Optional.of("association");
            facts.activity = Optional.of("culture");
            facts.activities = Optional.of(Set.of("culture"));
        });
    }

    static Trial in(Pack pack, @Nullable String line) {
        return in(pack, NOW, line);
    }

    /// At another time than that of the sample pack, such as `2017-09-12T10:00:00-04:00`.
    static Trial in(Pack pack, String now, @Nullable String line) {
        var described = new Described(pack, now);
        var eleven =
                IntStream.rangeClosed(1, 11)
                        .mapToObj(n -> "want=title-" + n + "*1")
                        .collect(Collectors.joining(" "));
        var words =
                (line == null ? "" : line).replace("GOOD", GOOD).replace("ELEVEN", eleven).strip();
        var all = words.isEmpty() ? List.<String>of() : Arrays.asList(words.split(" +"));
        for (var i = 0; i < all.size(); i++) {
            var persons = new ArrayList<String>();
            for (var j = i + 1; j < all.size() && all.get(j).startsWith("person="); j++) {
                persons.add(all.get(j).substring("person=".length()));
            }
            described.say(all.get(i), persons);
        }
        return described.trial;
    }

    private void say(String word, List<String> persons) {
        var at = word.indexOf('=');
        var value = word.substring(at + 1);
        var known = Optional.of(value).filter(text -> !text.equals("?"));
        switch (word.substring(0, at)) {
            case "want" -> want(value, persons);
            case "had" -> had(value, persons);
            case "yes" -> judgements.put(value, true);
            case "no" -> judgements.put(value, false);
            case "person" -> {
                // told with the line before it
            }
            default -> trial.where(facts -> tell(facts, word.substring(0, at), known));
        }
        trial.where(facts -> facts.judgements = Map.copyOf(judgements));
    }

    private static void tell(FactsFixture facts, String what, Optional<String> known) {
        switch (what) {
            case "country" -> {
                facts.country = known;
                facts.address =
                        Optional.of(new OrganisationFacts.Address(known, Optional.of(false)));
            }
            case "form" -> facts.form = known;
            case "activity" -> facts.activity = known;
            case "activities" -> facts.activities = words(known);
            case "status" -> facts.statuses = words(known);
            case "purpose" -> facts.purposes = words(known);
            case "designation" -> facts.designations = words(known);
            case "attested" -> facts.attested = words(known);
            case "staff" -> facts.staff = known.map(Long::valueOf);
            case "qualified" -> facts.qualified = known.map("yes"::equals);
            case "purchases" -> facts.purchases = Optional.empty();
            case "waivers" -> facts.waivers = Optional.empty();
            case "bought" -> {
                var parts = known.orElseThrow().split("@");
                facts.bought(parts.length == 1 ? "all" : parts[0], parts[parts.length - 1]);
            }
            case "box" ->
                    facts.address =
                            Optional.of(
                                    new OrganisationFacts.Address(
                                            facts.country, known.map("yes"::equals)));
            case "waiver" -> facts.waiver(known.orElseThrow(), "2022-01-01", "2022-12-31");
            case "budget" ->
                    known.ifPresentOrElse(
                            money -> facts.budget(money.replace(':', ' ')),
                            () -> facts.budget = Optional.empty());
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static Optional<Set<String>> words(Optional<String> known) {
        return known.map(text -> new HashSet<>(Arrays.asList(text.split("\\+"))));
    }

    private void want(String value, List<String> persons) {
        var parts = value.split("[*]");
        trial.wants(
                parts[0],
                Long.parseLong(parts[1]),
                Trial.people(true, persons.toArray(String[]::new)));
    }

    private void had(String value, List<String> persons) {
        var parts = value.split("[*@]");
        trial.had(
                parts[0],
                Long.parseLong(parts[1]),
                parts[2] + "T10:00:00+02:00",
                persons.toArray(String[]::new));
    }
}
