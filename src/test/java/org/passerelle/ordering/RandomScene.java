package org.passerelle.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;

/// Organisations, pasts and baskets as chance makes them from an office's own pack: offers that
/// share programmes, quantities around the limits, facts around what the criteria ask, and here and
/// there a fact that nobody told.
final class RandomScene {
    private static final List<String> PEOPLE =
            List.of("a@x.org", "b@x.org", "c@x.org", "d@x.org", "e@x.org");
    private static final List<Long> QUANTITIES =
            List.of(0L, 1L, 1L, 1L, 2L, 3L, 4L, 5L, 6L, 10L, 21L, 25L, 50L, 51L, 100L);

    private final Pack pack;
    private final Random random;
    private final List<Offer> offers;
    private final Instant now;

    RandomScene(Pack pack, long seed) {
        this.pack = pack;
        this.random = new Random(seed);
        this.offers = List.copyOf(pack.offers().values());
        this.now =
                day().atTime(random.nextInt(24), random.nextInt(60))
                        .atZone(pack.office().zone())
                        .toInstant();
    }

    /// Any day, and often one on which rules or sales begin or end, or the one after it.
    private LocalDate day() {
        var turns =
                Stream.concat(
                                offers.stream()
                                        .flatMap(offer ->
                                                Stream.concat(
                                                        offer.onSaleFrom().stream(),
                                                        offer.onSaleUntil().stream())),
                                pack.programmes().values().stream()
                                        .flatMap(programme -> programme.versions().stream())
                                        .flatMap(version ->
                                                Stream.concat(
                                                        Stream.of(version.from()),
                                                        version.until().stream())))
                        .sorted()
                        .toList();
        return chance(30)
                ? any(turns).plusDays(random.nextInt(2))
                : LocalDate.of(2016, 6, 1).plusDays(random.nextInt(4_200));
    }

    /// Everything there is to judge by.
    PlainRestrictions scene() {
        var home = home();
        return new PlainRestrictions(pack, facts(), past(home), stock(), basket(home), now);
    }

    /// Programmes of one offer are as likely as those of many.
    private Offer home() {
        var given = pack.offersOf(any(List.copyOf(pack.programmes().keySet())));
        return given.isEmpty() ? any(offers) : any(given);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> Optional<T> told(Supplier<T> fact) {
        return chance(94) ? Optional.of(fact.get()) : Optional.empty();
    }

    private Set<String> some(Collection<String> all, int percent) {
        var some = new HashSet<String>();
        all.forEach(each -> {
            if (chance(percent)) {
                some.add(each);
            }
        });
        return some;
    }

    private OrganisationFacts facts() {
        var office = pack.office();
        var facts = new FactsFixture();
        facts.qualified = chance(90) ? Optional.of(chance(90)) : Optional.empty();
        facts.country = told(this::country);
        facts.form = told(() -> any(List.copyOf(office.forms().keySet())));
        facts.statuses = told(() -> some(office.statuses().keySet(), 40));
        facts.activity = told(this::activity);
        facts.activities = told(() -> Set.copyOf(List.of(activity(), activity())));
        facts.purposes = told(() -> some(office.purposes().keySet(), 10));
        facts.designations = told(() -> some(office.designations().keySet(), 10));
        facts.budget = told(() -> new OrganisationFacts.Budget(budget(), 2021));
        facts.staff = told(() -> (long) random.nextInt(200));
        facts.address =
                told(() ->
                        new OrganisationFacts.Address(told(this::country), told(() -> chance(25))));
        facts.attested = told(() -> some(office.attestations().keySet(), 80));
        var answers = new HashMap<String, Boolean>();
        some(office.judgements().keySet(), 80).forEach(each -> answers.put(each, chance(80)));
        facts.judgements = answers;
        facts.purchases = told(() -> chance(50) ? List.of() : List.of(purchase(), purchase()));
        facts.waivers = told(() -> chance(60) ? List.of() : List.of(waiver(), waiver()));
        return facts.facts();
    }

    private String country() {
        return chance(80) ? any(pack.office().countries()) : any(List.of("FR", "US", "LU", "CA"));
    }

    /// Often one that some programme shuts out.
    private String activity() {
        var named =
                pack.programmes().values().stream()
                        .flatMap(programme -> programme.versions().stream())
                        .flatMap(version -> named(version.eligible()))
                        .sorted()
                        .toList();
        return chance(40) ? any(named) : any(pack.activities().nodes()).code();
    }

    private static Stream<String> named(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All(var of) -> of.stream().flatMap(RandomScene::named);
            case Criterion.Any(var of) -> of.stream().flatMap(RandomScene::named);
            case Criterion.None(var of) -> of.stream().flatMap(RandomScene::named);
            case Criterion.Unless(var rule, var exception) ->
                    Stream.concat(named(rule), named(exception));
            case Criterion.Activity(var words, _) ->
                    Stream.concat(words.anyOf().stream(), words.noneOf().stream());
            default -> Stream.empty();
        };
    }

    private Money budget() {
        return Money.parse(
                any(List.of("EUR ", "USD ", "CAD "))
                        + any(List.of("90000", "500000", "1000000", "1400000", "9500000"))
                        + any(List.of("", ".00", ".01")));
    }

    private LocalDate ago(int years) {
        return LocalDate.ofInstant(now, pack.office().zone())
                .minusYears(chance(50) ? 0 : random.nextInt(years))
                .minusDays(chance(30) ? 0 : random.nextInt(366));
    }

    private OrganisationFacts.Purchase purchase() {
        return new OrganisationFacts.Purchase(
                any(List.copyOf(pack.partners().keySet())), ago(5), told(() -> chance(50)));
    }

    private OrganisationFacts.Waiver waiver() {
        var from = ago(2);
        return new OrganisationFacts.Waiver(
                any(List.copyOf(pack.programmes().keySet())),
                from,
                from.plusDays(random.nextInt(700)));
    }

    private History past(Offer home) {
        var lines = new ArrayList<History.Line>();
        for (var n = random.nextInt(6); n > 0; n--) {
            var placed =
                    chance(20)
                            ? now.minusSeconds(random.nextInt(86_400))
                            : now.minusSeconds(random.nextInt(4 * 366) * 86_400L);
            var states = History.State.values();
            var offer = near(home);
            var line =
                    History.Line.of(
                            pack,
                            offer,
                            any(QUANTITIES) + 1,
                            "order " + random.nextInt(3),
                            placed,
                            states[random.nextInt(states.length)],
                            people());
            lines.add(chance(60) ? line.paidAt(Optional.of(placed)) : line);
        }
        return new History(lines, Map.of(home.programme(), some(PEOPLE, 10)));
    }

    /// Mostly one of the same programme.
    private Offer near(Offer home) {
        return chance(70) ? any(pack.offersOf(home.programme())) : any(offers);
    }

    private List<History.Person> people() {
        var people = new ArrayList<History.Person>();
        for (var n = random.nextInt(4); n > 0; n--) {
            people.add(
                    new History.Person(
                            any(PEOPLE),
                            Optional.empty(),
                            chance(10) ? Optional.of(chance(50)) : Optional.empty()));
        }
        return people;
    }

    private Map<OfferId, Long> stock() {
        var stock = new HashMap<OfferId, Long>();
        var pools = new HashMap<String, Long>();
        for (var offer : offers) {
            switch (offer.stock()) {
                case Offer.Stock.Unlimited _ -> {}
                case Offer.Stock.Counted _ -> stock.put(offer.id(), (long) random.nextInt(8));
                case Offer.Stock.CodePool(var pool) ->
                        stock.put(
                                offer.id(),
                                pools.computeIfAbsent(pool, _ -> (long) random.nextInt(8)));
            }
        }
        return stock;
    }

    private List<Basket.Line> basket(Offer home) {
        var lines = new ArrayList<Basket.Line>();
        for (var n = 1 + random.nextInt(4); n > 0; n--) {
            var offer = near(home);
            lines.add(
                    new Basket.Line(
                            chance(8) ? OfferId.of("no-longer-in-the-pack") : offer.id(),
                            any(QUANTITIES),
                            answers(offer),
                            people(),
                            chance(70)));
        }
        return lines;
    }

    private Map<String, String> answers(Offer offer) {
        var answers = new HashMap<String, String>();
        var programme = pack.programme(offer.programme()).orElseThrow();
        Stream.concat(
                        offer.questions().stream(),
                        programme.versions().stream()
                                .flatMap(version -> version.approval().stream())
                                .flatMap(approval -> approval.questions().stream()))
                .map(Programme.Question::id)
                .forEach(question -> {
                    if (chance(85)) {
                        answers.put(question, chance(90) ? "because" : " ");
                    }
                });
        return answers;
    }
}
