package org.passerelle.programme.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Criterion.Words;
import org.passerelle.pack.model.Office.LegalForm;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.Conversion;
import org.passerelle.programme.Demand;
import org.passerelle.programme.Fact;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.OrganisationFacts.Purchase;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;

/// What each leaf of the pack language compares: one fact of the organisation with one demand, on
/// one day (ELI-01). A fact nobody told makes it unknown.
final class Comparisons {
    private final Pack pack;
    private final Programme programme;
    private final OrganisationFacts facts;
    private final LocalDate day;

    Comparisons(Pack pack, Programme programme, OrganisationFacts facts, LocalDate day) {
        this.pack = pack;
        this.programme = programme;
        this.facts = facts;
        this.day = day;
    }

    Comparison qualified() {
        return new Comparison(
                facts.qualified().map(Outcome::of).orElse(Outcome.UNKNOWN),
                truth(facts.qualified()),
                new Demand.Truth(true),
                new Remedy.Qualify(),
                new Remedy.Qualify());
    }

    Comparison country(Criterion.Country rule) {
        return words("country", one(facts.country()), rule.countries(), String::equals);
    }

    Comparison form(Criterion.Form rule) {
        return words("form", one(facts.form()), rule.forms(), String::equals);
    }

    Comparison status(Criterion.Status rule) {
        return words("status", facts.statuses(), rule.statuses(), String::equals);
    }

    /// Each word covers what lies below it in the tree.
    Comparison activity(Criterion.Activity rule) {
        return words(
                "activity",
                rule.any() ? declaredActivities() : one(facts.activity()),
                rule.activities(),
                pack.activities()::isWithin);
    }

    Comparison purpose(Criterion.Purpose rule) {
        return words("purpose", facts.purposes(), rule.purposes(), String::equals);
    }

    Comparison designation(Criterion.Designation rule) {
        return words("designation", facts.designations(), rule.designations(), String::equals);
    }

    Comparison size(Criterion.Size rule) {
        var range = rule.range();
        var outcome =
                facts.staff()
                        .map(staff ->
                                range.above().map(limit -> staff > limit).orElse(true)
                                        && range.atLeast().map(limit -> staff >= limit).orElse(true)
                                        && range.below().map(limit -> staff < limit).orElse(true)
                                        && range.atMost()
                                                .map(limit -> staff <= limit)
                                                .orElse(true));
        return Comparison.ofData(
                "size",
                outcome.map(Outcome::of).orElse(Outcome.UNKNOWN),
                facts.staff().<Fact>map(Fact.Number::new).orElseGet(Fact.Untold::new),
                new Demand.NumberWithin(range));
    }

    /// A budget in another currency is compared at the latest rates on or before the day. Without
    /// rates nobody but staff can say.
    Comparison budget(Criterion.Budget rule) {
        var range = rule.range();
        var demand = new Demand.AmountWithin(range);
        if (facts.budget().isEmpty()) {
            return Comparison.ofData("budget", Outcome.UNKNOWN, new Fact.Untold(), demand);
        }
        var budget = facts.budget().get().amount();
        var outcome =
                Outcome.all(
                        List.of(
                                compare(budget, range.above(), sign -> sign > 0),
                                compare(budget, range.atLeast(), sign -> sign >= 0),
                                compare(budget, range.below(), sign -> sign < 0),
                                compare(budget, range.atMost(), sign -> sign <= 0)));
        return new Comparison(
                outcome,
                new Fact.Amount(budget, converted(budget, range)),
                demand,
                new Remedy.CorrectData(),
                new Remedy.StaffDecides());
    }

    private Outcome compare(Money budget, Optional<Money> limit, IntPredicate fits) {
        return limit.map(amount ->
                        MoneyComparison.compare(pack.rates(), budget, amount, day)
                                .map(sign -> Outcome.of(fits.test(sign)))
                                .orElse(Outcome.UNKNOWN))
                .orElse(Outcome.MET);
    }

    private Optional<Conversion> converted(Money budget, Criterion.Range<Money> range) {
        return range.above()
                .or(range::atLeast)
                .or(range::below)
                .or(range::atMost)
                .map(Money::getCurrencyUnit)
                .filter(currency -> !currency.equals(budget.getCurrencyUnit()))
                .flatMap(currency -> MoneyComparison.convert(pack.rates(), budget, currency, day));
    }

    /// A school by its status, its legal form or its main activity: one of them is enough.
    Comparison school(Criterion.School rule) {
        var isSchool =
                Outcome.any(
                        List.of(
                                has(facts.statuses(), "school"),
                                formIs(LegalForm::school),
                                facts.activity()
                                        .map(activity -> Outcome.of(isOfSchools(activity)))
                                        .orElse(Outcome.UNKNOWN)));
        return kind("school", isSchool, rule.wanted());
    }

    /// A library by its status or its legal form.
    Comparison library(Criterion.Library rule) {
        var isLibrary =
                Outcome.any(List.of(has(facts.statuses(), "library"), formIs(LegalForm::library)));
        return kind("library", isLibrary, rule.wanted());
    }

    private static Comparison kind(String criterion, Outcome is, boolean wanted) {
        var found =
                switch (is) {
                    case MET -> new Fact.Truth(true);
                    case UNMET -> new Fact.Truth(false);
                    case UNKNOWN -> new Fact.Untold();
                };
        return Comparison.ofData(
                criterion, wanted ? is : is.not(), found, new Demand.Truth(wanted));
    }

    private static Outcome has(Optional<Set<String>> words, String word) {
        return words.map(known -> Outcome.of(known.contains(word))).orElse(Outcome.UNKNOWN);
    }

    private Outcome formIs(Predicate<LegalForm> flagged) {
        return facts.form()
                .map(id ->
                        Outcome.of(
                                Optional.ofNullable(pack.office().forms().get(id))
                                        .filter(flagged)
                                        .isPresent()))
                .orElse(Outcome.UNKNOWN);
    }

    /// What lies below an activity of schools is one, too.
    private boolean isOfSchools(String activity) {
        return pack.activities().nodes().stream()
                .filter(node -> node.school())
                .anyMatch(node -> pack.activities().isWithin(activity, node.code()));
    }

    Comparison customerOf(Criterion.CustomerOf rule) {
        var purchases =
                facts.purchases()
                        .map(all ->
                                all.stream()
                                        .filter(p -> p.partner().equals(rule.partner()))
                                        .toList());
        return Stream.concat(
                        rule.notWithin().stream()
                                .map(time -> notWithin(rule.partner(), time.period(), purchases)),
                        rule.current().stream()
                                .map(wanted -> current(rule.partner(), wanted, purchases)))
                .max(Comparator.comparing(comparison -> severity(comparison.outcome())))
                .orElseThrow();
    }

    /// Of two demands of one criterion the one that stands in the way reports.
    private static int severity(Outcome outcome) {
        return switch (outcome) {
            case MET -> 0;
            case UNKNOWN -> 1;
            case UNMET -> 2;
        };
    }

    /// A purchase on the first day of the look-back is one within it.
    private Comparison notWithin(
            PartnerId partner, Period lookBack, Optional<List<Purchase>> purchases) {
        var since = day.minus(lookBack);
        var latest = purchases.flatMap(Comparisons::latest);
        return new Comparison(
                purchases.isEmpty()
                        ? Outcome.UNKNOWN
                        : Outcome.of(latest.map(on -> on.isBefore(since)).orElse(true)),
                purchases.isEmpty()
                        ? new Fact.Untold()
                        : latest.<Fact>map(Fact.Day::new).orElseGet(Fact.Nothing::new),
                new Demand.NoPurchaseSince(partner, since),
                latest.<Remedy>map(on -> new Remedy.WaitUntil(firstDayAfter(on, lookBack)))
                        .orElseGet(Remedy.None::new),
                new Remedy.TellUs("purchases"));
    }

    private static LocalDate firstDayAfter(LocalDate purchase, Period lookBack) {
        var day = purchase.plus(lookBack);
        while (!purchase.isBefore(day.minus(lookBack))) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// Who is no customer may become one and say so; who is one cannot undo it.
    private Comparison current(
            PartnerId partner, boolean wanted, Optional<List<Purchase>> purchases) {
        var is = purchases.map(all -> all.stream().anyMatch(Purchase::makesCustomer));
        return new Comparison(
                is.map(customer -> Outcome.of(customer == wanted)).orElse(Outcome.UNKNOWN),
                truth(is),
                new Demand.CurrentCustomer(partner, wanted),
                is.orElse(true) ? new Remedy.None() : new Remedy.TellUs("purchases"),
                new Remedy.TellUs("purchases"));
    }

    private static Optional<LocalDate> latest(List<Purchase> purchases) {
        return purchases.stream().map(Purchase::on).max(Comparator.naturalOrder());
    }

    Comparison waiver() {
        var given =
                facts.waivers()
                        .map(all ->
                                all.stream()
                                        .filter(waiver -> waiver.programme().equals(programme.id()))
                                        .toList());
        var valid =
                given.flatMap(
                        all -> all.stream().filter(waiver -> waiver.isValidOn(day)).findFirst());
        var shown =
                valid.or(() ->
                        given.flatMap(all ->
                                all.stream()
                                        .max(Comparator.comparing(OrganisationFacts.Waiver::to))));
        return new Comparison(
                given.isEmpty() ? Outcome.UNKNOWN : Outcome.of(valid.isPresent()),
                given.isEmpty()
                        ? new Fact.Untold()
                        : shown.<Fact>map(waiver -> new Fact.Days(waiver.from(), waiver.to()))
                                .orElseGet(Fact.Nothing::new),
                new Demand.WaiverOn(programme.id(), day),
                new Remedy.Waiver(),
                new Remedy.Waiver());
    }

    Comparison attested(Criterion.Attested rule) {
        var made = facts.attested().map(texts -> texts.contains(rule.attestation()));
        return new Comparison(
                made.map(Outcome::of).orElse(Outcome.UNKNOWN),
                truth(made),
                new Demand.Attestation(rule.attestation()),
                new Remedy.Attest(),
                new Remedy.Attest());
    }

    Comparison judgement(Criterion.Judgement rule) {
        var said = Optional.ofNullable(facts.judgements().get(rule.question()));
        return new Comparison(
                said.map(Outcome::of).orElse(Outcome.UNKNOWN),
                truth(said),
                new Demand.Yes(rule.question()),
                new Remedy.None(),
                new Remedy.StaffDecides());
    }

    /// All declared, the main one among them.
    private Optional<Set<String>> declaredActivities() {
        return facts.activities()
                .map(declared -> {
                    var all = new TreeSet<>(declared);
                    facts.activity().ifPresent(all::add);
                    return all;
                });
    }

    private static Comparison words(
            String criterion,
            Optional<? extends Collection<String>> known,
            Words demanded,
            BiPredicate<String, String> covers) {
        var outcome =
                known.map(words ->
                        (demanded.anyOf().isEmpty() || covered(words, demanded.anyOf(), covers))
                                && !covered(words, demanded.noneOf(), covers));
        return Comparison.ofData(
                criterion,
                outcome.map(Outcome::of).orElse(Outcome.UNKNOWN),
                known.map(Comparisons::fact).orElseGet(Fact.Untold::new),
                new Demand.Words(demanded.anyOf(), demanded.noneOf()));
    }

    private static boolean covered(
            Collection<String> words,
            Collection<String> demanded,
            BiPredicate<String, String> covers) {
        return words.stream()
                .anyMatch(word -> demanded.stream().anyMatch(each -> covers.test(word, each)));
    }

    private static Fact fact(Collection<String> words) {
        return words.isEmpty()
                ? new Fact.Nothing()
                : new Fact.Words(List.copyOf(new TreeSet<>(words)));
    }

    private static Fact truth(Optional<Boolean> known) {
        return known.<Fact>map(Fact.Truth::new).orElseGet(Fact.Untold::new);
    }

    private static Optional<Set<String>> one(Optional<String> word) {
        return word.map(Set::of);
    }
}
