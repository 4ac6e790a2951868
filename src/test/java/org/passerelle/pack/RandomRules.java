package org.passerelle.pack;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;

/// Random programmes: criteria of any depth, allotments over any window.
final class RandomRules {
    private static final List<String> COUNTRIES = List.of("LU", "NO", "BA");

    private final RandomWords some;
    private final Office office;
    private final Activities activities;
    private final List<PartnerId> partners;
    private final List<String> texts;
    private List<String> offers = List.of();

    RandomRules(
            RandomWords some,
            Office office,
            Activities activities,
            List<PartnerId> partners,
            List<String> texts) {
        this.some = some;
        this.office = office;
        this.activities = activities;
        this.partners = partners;
        this.texts = texts;
    }

    /// Partners' own programmes stand in their order; offers are of the first programme.
    Map<ProgrammeId, Programme> programmes(List<String> offers) {
        this.offers = offers;
        var programmes = new LinkedHashMap<ProgrammeId, Programme>();
        for (var partner : partners) {
            for (var left = 1 + some.upTo(2); left > 0; left--) {
                var own = programmes.isEmpty() ? offers : List.<String>of();
                var programme = programme(partner, own);
                programmes.put(programme.id(), programme);
            }
        }
        return programmes;
    }

    private Programme programme(PartnerId partner, List<String> offers) {
        var fiscalYear =
                some.perhaps(() ->
                        new Programme.FiscalYear(
                                MonthDay.of(1 + some.upTo(11), 1 + some.upTo(27)),
                                ZoneId.of("America/Los_Angeles")));
        var versions = new ArrayList<Programme.Version>();
        var days = some.days(3);
        for (var from : days) {
            var next = days.stream().filter(from::isBefore).findFirst();
            versions.add(
                    new Programme.Version(
                            from,
                            some.perhaps(() ->
                                    next.map(day -> day.minusDays(1)).orElse(from.plusDays(9))),
                            all(2),
                            some.list(3, () -> allotment(fiscalYear.isPresent(), offers)),
                            order(),
                            some.perhaps(this::approval),
                            some.perhaps(() -> new Programme.Seats(true, some.coin())),
                            some.list(2, this::duty),
                            some.one(List.of(Programme.CountedAt.values())),
                            some.list(2, () -> override(fiscalYear.isPresent(), offers))));
        }
        return new Programme(
                ProgrammeId.of(some.word("programme")),
                partner,
                some.localised(),
                some.localised(),
                fiscalYear,
                versions);
    }

    Criterion.All all(int depth) {
        return new Criterion.All(criteria(depth));
    }

    private List<Criterion> criteria(int depth) {
        var criteria = some.list(3, () -> criterion(depth));
        criteria.add(criterion(depth));
        return criteria;
    }

    private Criterion criterion(int depth) {
        var kind = some.upTo(depth > 0 ? 20 : 15);
        return switch (kind) {
            case 0 -> new Criterion.Qualified();
            case 1 -> new Criterion.Waiver();
            case 2 -> new Criterion.BoughtHere();
            case 3 -> new Criterion.School(some.coin());
            case 4 -> new Criterion.Library(some.coin());
            case 5 -> new Criterion.Attested(some.one(List.copyOf(office.attestations().keySet())));
            case 6 -> new Criterion.Judgement(some.one(List.copyOf(office.judgements().keySet())));
            case 16 -> all(depth - 1);
            case 17 -> new Criterion.Any(criteria(depth - 1));
            case 18 -> new Criterion.None(criteria(depth - 1));
            case 19 -> new Criterion.Unless(leaf(some.upTo(9)), criterion(depth - 1));
            case 20 -> leaf(9);
            default -> leaf(kind - 7);
        };
    }

    /// Those that a pack writes as a map, so that an exception can stand beside.
    private Criterion leaf(int kind) {
        return switch (kind) {
            case 0 -> new Criterion.Country(words(COUNTRIES));
            case 1 -> new Criterion.Form(words(List.copyOf(office.forms().keySet())));
            case 2 -> new Criterion.Status(words(List.copyOf(office.statuses().keySet())));
            case 3 -> new Criterion.Purpose(words(List.copyOf(office.purposes().keySet())));
            case 4 -> new Criterion.Designation(words(List.copyOf(office.designations().keySet())));
            case 5 -> new Criterion.Activity(words(activityWords()), some.coin());
            case 6 -> new Criterion.Budget(budget());
            case 7 -> new Criterion.Size(size());
            case 9 ->
                    offers.isEmpty()
                            ? new Criterion.Size(size())
                            : new Criterion.Had(
                                    Set.of(OfferId.of(some.one(offers))),
                                    some.perhaps(some::calendarLength));
            default ->
                    new Criterion.CustomerOf(
                            some.one(partners),
                            some.perhaps(some::calendarLength),
                            Optional.of(some.coin()));
        };
    }

    private List<String> activityWords() {
        return activities.nodes().stream()
                .map(node -> some.coin() ? node.id() : node.code())
                .toList();
    }

    private Criterion.Words words(List<String> from) {
        var anyOf = Set.copyOf(some.some(from, some.upTo(1)));
        return new Criterion.Words(anyOf, Set.copyOf(some.some(from, anyOf.isEmpty() ? 1 : 0)));
    }

    private Criterion.Range<org.joda.money.Money> budget() {
        var currency = some.one(List.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.CAD));
        var low = some.money(currency);
        var high = low.plus(some.money(currency)).plusMinor(1);
        return range(low, high);
    }

    private Criterion.Range<Long> size() {
        var low = some.number(100);
        return range(low, low + 1 + some.number(100));
    }

    private <T> Criterion.Range<T> range(T low, T high) {
        var lowIncluded = some.coin();
        var highIncluded = some.coin();
        var hasLow = some.coin();
        var hasHigh = !hasLow || some.coin();
        return new Criterion.Range<>(
                hasLow && !lowIncluded ? Optional.of(low) : Optional.empty(),
                hasLow && lowIncluded ? Optional.of(low) : Optional.empty(),
                hasHigh && !highIncluded ? Optional.of(high) : Optional.empty(),
                hasHigh && highIncluded ? Optional.of(high) : Optional.empty());
    }

    private Allotment allotment(boolean hasFiscalYear, List<String> offers) {
        var count = some.one(List.of(Allotment.Count.values()));
        var limit =
                count == Allotment.Count.FEES
                        ? new Allotment.Limit.Amount(some.money(CurrencyUnit.USD))
                        : new Allotment.Limit.Units(some.number(100));
        return new Allotment(count, scope(offers), limit, window(hasFiscalYear));
    }

    private Allotment.Scope scope(List<String> offers) {
        return switch (some.upTo(offers.isEmpty() ? 1 : 2)) {
            case 0 -> new Allotment.Scope.WholeProgramme();
            case 1 -> new Allotment.Scope.EachOffer();
            default ->
                    new Allotment.Scope.Offers(
                            new LinkedHashSet<>(
                                    some.some(offers, 1).stream().map(OfferId::of).toList()));
        };
    }

    private Allotment.Window window(boolean hasFiscalYear) {
        return switch (some.upTo(hasFiscalYear ? 4 : 3)) {
            case 0 -> new Allotment.Window.CalendarYear();
            case 1 -> new Allotment.Window.FromFirstOrder(some.calendarLength());
            case 2 -> new Allotment.Window.Rolling(some.calendarLength());
            case 3 -> new Allotment.Window.Lifetime();
            default -> new Allotment.Window.FiscalYear();
        };
    }

    private Programme.OrderRules order() {
        return new Programme.OrderRules(
                some.coin(),
                some.perhaps(() -> 1 + some.number(9)),
                some.perhaps(() ->
                        new Programme.ValueCap(
                                some.money(CurrencyUnit.USD),
                                some.perhaps(() -> some.one(texts)))));
    }

    private Programme.Approval approval() {
        return new Programme.Approval(some.perhaps(some::length), questions());
    }

    List<Programme.Question> questions() {
        return some.list(
                3,
                () ->
                        new Programme.Question(
                                some.word("question"),
                                some.localised(),
                                some.perhaps(some::localised),
                                some.coin()));
    }

    private Programme.Duty duty() {
        return new Programme.Duty(
                some.localised(),
                some.perhaps(() -> some.upTo(100)),
                50 + some.upTo(50),
                some.perhaps(() -> 1 + some.upTo(40)));
    }

    private Programme.PlaceOverride override(boolean hasFiscalYear, List<String> offers) {
        return new Programme.PlaceOverride(
                some.some(COUNTRIES, 1),
                some.list(2, () -> OfficeId.of(some.word("office"))),
                Optional.of(all(1)),
                some.perhaps(() -> some.list(2, () -> allotment(hasFiscalYear, offers))),
                some.perhaps(this::order),
                some.perhaps(this::approval));
    }
}
