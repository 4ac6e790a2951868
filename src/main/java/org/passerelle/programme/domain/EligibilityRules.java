package org.passerelle.programme.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.Demand;
import org.passerelle.programme.Fact;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Finding.Combination;
import org.passerelle.programme.Finding.Leaf;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;

/// How criteria combine: met, unmet or unknown, with every leaf reporting (ELI-01, ELI-02). What a
/// single leaf compares is [Comparisons]'.
public final class EligibilityRules {
    private final Comparisons comparisons;
    private final OrdersHere orders;
    private final Programme programme;

    public EligibilityRules(
            Pack pack,
            Programme programme,
            OrganisationFacts facts,
            History history,
            LocalDate day) {
        this.comparisons = new Comparisons(pack, programme, facts, day);
        this.orders = new OrdersHere(pack, history, day);
        this.programme = programme;
    }

    public Finding find(Criterion criterion) {
        return find(criterion, programme.partner(), true);
    }

    /// What there is to say about a day on which no version of the rules is in force.
    public static Finding notInForce(Programme programme, LocalDate day) {
        var next =
                programme.versions().stream()
                        .map(Programme.Version::from)
                        .filter(from -> from.isAfter(day))
                        .findFirst();
        var last =
                programme.versions().isEmpty()
                        ? Optional.<LocalDate>empty()
                        : programme.versions().getLast().until();
        return new Leaf(
                "in-force",
                Outcome.UNMET,
                new Fact.Day(day),
                new Demand.InForce(next, last),
                next.<Remedy>map(Remedy.WaitUntil::new).orElseGet(Remedy.None::new),
                true);
    }

    /// `about` is the partner in question: the programme's, or the one of the rule that an
    /// exception excuses. `wanted` turns at each `none`.
    private Finding find(Criterion criterion, PartnerId about, boolean wanted) {
        return switch (criterion) {
            case Criterion.All(var of) -> group(Combination.ALL, of, about, wanted);
            case Criterion.Any(var of) -> group(Combination.ANY, of, about, wanted);
            case Criterion.None(var of) -> group(Combination.NONE, of, about, wanted);
            case Criterion.Unless(var rule, var exception) ->
                    unless(
                            find(rule, about, wanted),
                            find(exception, partnerOf(rule).orElse(about), wanted),
                            wanted);
            case Criterion.Qualified leaf -> report(leaf, comparisons.qualified(), wanted);
            case Criterion.Country leaf -> report(leaf, comparisons.country(leaf), wanted);
            case Criterion.Form leaf -> report(leaf, comparisons.form(leaf), wanted);
            case Criterion.Status leaf -> report(leaf, comparisons.status(leaf), wanted);
            case Criterion.Activity leaf -> report(leaf, comparisons.activity(leaf), wanted);
            case Criterion.Purpose leaf -> report(leaf, comparisons.purpose(leaf), wanted);
            case Criterion.Designation leaf -> report(leaf, comparisons.designation(leaf), wanted);
            case Criterion.Budget leaf -> report(leaf, comparisons.budget(leaf), wanted);
            case Criterion.Size leaf -> report(leaf, comparisons.size(leaf), wanted);
            case Criterion.School leaf -> report(leaf, comparisons.school(leaf), wanted);
            case Criterion.Library leaf -> report(leaf, comparisons.library(leaf), wanted);
            case Criterion.CustomerOf leaf -> report(leaf, comparisons.customerOf(leaf), wanted);
            case Criterion.Waiver leaf -> report(leaf, comparisons.waiver(), wanted);
            case Criterion.BoughtHere leaf ->
                    report(leaf, orders.boughtHere(about, programme.id()), wanted);
            case Criterion.Had leaf -> report(leaf, orders.had(leaf), wanted);
            case Criterion.Attested leaf -> report(leaf, comparisons.attested(leaf), wanted);
            case Criterion.Judgement leaf -> report(leaf, comparisons.judgement(leaf), wanted);
        };
    }

    private Finding group(
            Combination combination, List<Criterion> of, PartnerId about, boolean wanted) {
        var wantedBelow = wanted == (combination != Combination.NONE);
        var findings = of.stream().map(each -> find(each, about, wantedBelow)).toList();
        var outcomes = findings.stream().map(Finding::outcome).toList();
        var together =
                switch (combination) {
                    case ALL -> Outcome.all(outcomes);
                    case ANY -> Outcome.any(outcomes);
                    case NONE -> Outcome.any(outcomes).not();
                };
        return settledIfGood(new Finding.Group(combination, together, findings), wanted);
    }

    /// Met when the exception is met; otherwise the rule counts, and an exception nobody can tell
    /// leaves an unmet rule unknown.
    private static Finding unless(Finding rule, Finding exception, boolean wanted) {
        var together = Outcome.any(List.of(rule.outcome(), exception.outcome()));
        var carrying =
                rule instanceof Leaf leaf ? leaf.with(together, wayOut(leaf, exception)) : rule;
        return settledIfGood(new Finding.Unless(together, carrying, exception), wanted);
    }

    private static Finding settledIfGood(Finding finding, boolean wanted) {
        var favourable = wanted ? finding.outcome() : finding.outcome().not();
        return favourable == Outcome.MET ? finding.settled() : finding;
    }

    /// Where the rule is broken, the exception's way out is nearer than the rule's: a waiver can be
    /// asked for, a purchase not undone.
    private static Remedy wayOut(Leaf rule, Finding exception) {
        if (rule.favourable() != Outcome.UNMET) {
            return rule.remedy();
        }
        return exception.leaves().stream()
                .map(Leaf::remedy)
                .filter(Remedy::helps)
                .findFirst()
                .orElse(rule.remedy());
    }

    private static Optional<PartnerId> partnerOf(Criterion rule) {
        return rule instanceof Criterion.CustomerOf customer
                ? Optional.of(customer.partner())
                : Optional.empty();
    }

    private static Leaf report(Criterion criterion, Comparison comparison, boolean wanted) {
        var favourable = wanted ? comparison.outcome() : comparison.outcome().not();
        var remedy =
                switch (favourable) {
                    case MET -> new Remedy.Unneeded();
                    case UNMET -> comparison.whenUnmet();
                    case UNKNOWN -> comparison.whenUnknown();
                };
        return new Leaf(
                criterion.code().orElseThrow(),
                comparison.outcome(),
                comparison.found(),
                comparison.demanded(),
                remedy,
                wanted);
    }
}
