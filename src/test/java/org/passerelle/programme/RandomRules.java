package org.passerelle.programme;

import static org.passerelle.programme.PackFixture.anyOf;
import static org.passerelle.programme.PackFixture.noneOf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;

/// Criteria and facts as chance makes them, the same for the same seed.
final class RandomRules {
    private static final List<String> QUESTIONS = List.of("q1", "q2");
    private static final List<String> ACTIVITIES =
            List.of("1000", "1100", "2000", "2100", "2110", "7000", "7300");

    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    Criterion criterion(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            var of = IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> criterion(depth - 1));
            return switch (random.nextInt(4)) {
                case 0 -> new Criterion.All(of.toList());
                case 1 -> new Criterion.Any(of.toList());
                case 2 -> new Criterion.None(of.toList());
                default -> new Criterion.Unless(criterion(depth - 1), criterion(depth - 1));
            };
        }
        return leaf();
    }

    private Criterion leaf() {
        var partner = PartnerId.of(random.nextBoolean() ? "autodesk" : "adobe");
        return switch (random.nextInt(16)) {
            case 0 -> new Criterion.Qualified();
            case 1 -> new Criterion.Country(words("LU", "BE"));
            case 2 -> new Criterion.Form(words("asbl", "school", "library"));
            case 3 -> new Criterion.Status(words("nonprofit", "charity", "school"));
            case 4 -> new Criterion.Activity(words("2000", "7000", "arts"), random.nextBoolean());
            case 5 -> new Criterion.Purpose(words("religious", "political"));
            case 6 -> new Criterion.Designation(words("secular"));
            case 7 -> budget();
            case 8 -> new Criterion.Size(range((long) random.nextInt(30)));
            case 9 -> new Criterion.School(random.nextBoolean());
            case 10 -> new Criterion.Library(random.nextBoolean());
            case 11 ->
                    new Criterion.CustomerOf(
                            partner,
                            Optional.of(new Duration(1 + random.nextInt(4), Duration.Unit.YEARS)),
                            Optional.empty());
            case 12 ->
                    new Criterion.CustomerOf(
                            partner, Optional.empty(), Optional.of(random.nextBoolean()));
            case 13 -> new Criterion.Waiver();
            case 14 -> new Criterion.Attested("non-discrimination");
            default -> new Criterion.Judgement(one(QUESTIONS));
        };
    }

    private Criterion budget() {
        var currency = one(List.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.CAD));
        return new Criterion.Budget(range(Money.of(currency, random.nextInt(1_000_000))));
    }

    private <T> Criterion.Range<T> range(T value) {
        Optional<T> bound = Optional.of(value);
        Optional<T> none = Optional.empty();
        return switch (random.nextInt(4)) {
            case 0 -> new Criterion.Range<>(bound, none, none, none);
            case 1 -> new Criterion.Range<>(none, bound, none, none);
            case 2 -> new Criterion.Range<>(none, none, bound, none);
            default -> new Criterion.Range<>(none, none, none, bound);
        };
    }

    private Criterion.Words words(String... words) {
        var word = one(List.of(words));
        return random.nextBoolean() ? anyOf(word) : noneOf(word);
    }

    /// Facts of which every one is told.
    OrganisationFacts told() {
        var main = one(ACTIVITIES);
        var all = new HashSet<>(some(ACTIVITIES));
        all.add(main);
        return new OrganisationFacts(
                Optional.of(random.nextBoolean()),
                Optional.of(one(List.of("LU", "BE", "FR"))),
                Optional.of(one(List.of("asbl", "school", "library"))),
                Optional.of(some(List.of("nonprofit", "charity", "library", "school"))),
                Optional.of(main),
                Optional.of(all),
                Optional.of(some(List.of("religious", "political"))),
                Optional.of(some(List.of("secular"))),
                Optional.of(
                        new OrganisationFacts.Budget(
                                Money.of(CurrencyUnit.EUR, random.nextInt(1_000_000)), 2021)),
                Optional.of((long) random.nextInt(30)),
                Optional.empty(),
                Optional.of(some(List.of("non-discrimination"))),
                Map.of("q1", random.nextBoolean(), "q2", random.nextBoolean()),
                Optional.of(purchases()),
                Optional.of(waivers()));
    }

    private List<OrganisationFacts.Purchase> purchases() {
        return Stream.of("autodesk", "adobe")
                .filter(_ -> random.nextBoolean())
                .map(partner ->
                        new OrganisationFacts.Purchase(
                                PartnerId.of(partner),
                                LocalDate.of(2017, 1, 1).plusDays(random.nextInt(2_000)),
                                one(
                                        List.of(
                                                Optional.empty(),
                                                Optional.of(true),
                                                Optional.of(false)))))
                .toList();
    }

    private List<OrganisationFacts.Waiver> waivers() {
        return random.nextBoolean()
                ? List.of()
                : List.of(
                        new OrganisationFacts.Waiver(
                                ProgrammeId.of("autodesk-donation"),
                                LocalDate.of(2022, 1, 1),
                                LocalDate.of(2022, 6, 1).plusDays(random.nextInt(200))));
    }

    /// The same facts, some of them not told.
    OrganisationFacts forgetting(OrganisationFacts facts) {
        var answers = new HashMap<>(facts.judgements());
        QUESTIONS.stream().filter(_ -> forget()).forEach(answers::remove);
        return new OrganisationFacts(
                maybe(facts.qualified()),
                maybe(facts.country()),
                maybe(facts.form()),
                maybe(facts.statuses()),
                maybe(facts.activity()),
                maybe(facts.activities()),
                maybe(facts.purposes()),
                maybe(facts.designations()),
                maybe(facts.budget()),
                maybe(facts.staff()),
                maybe(facts.address()),
                maybe(facts.attested()),
                answers,
                maybe(facts.purchases()),
                maybe(facts.waivers()));
    }

    private boolean forget() {
        return random.nextInt(5) < 2;
    }

    private <T> Optional<T> maybe(Optional<T> told) {
        return told.filter(_ -> !forget());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Set<String> some(List<String> of) {
        var some = new HashSet<String>();
        of.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
        return some;
    }
}
