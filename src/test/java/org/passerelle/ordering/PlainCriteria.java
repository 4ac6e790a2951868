package org.passerelle.ordering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office.LegalForm;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.OrganisationFacts.Purchase;

/// Criteria in the plainest way: yes, no, or nobody knows (empty).
///
/// @param waived whether a waiver is taken to be there, whatever the facts say
record PlainCriteria(
        Pack pack,
        Programme programme,
        OrganisationFacts facts,
        History history,
        LocalDate day,
        boolean waived) {

    Optional<Boolean> met(Criterion criterion) {
        return met(criterion, programme.partner());
    }

    private Optional<Boolean> met(Criterion criterion, PartnerId about) {
        return switch (criterion) {
            case Criterion.All(var of) ->
                    not(any(of.stream().map(c -> not(met(c, about))).toList()));
            case Criterion.Any(var of) -> any(of.stream().map(c -> met(c, about)).toList());
            case Criterion.None(var of) -> not(any(of.stream().map(c -> met(c, about)).toList()));
            case Criterion.Unless(var rule, var exception) ->
                    any(
                            List.of(
                                    met(rule, about),
                                    met(
                                            exception,
                                            rule instanceof Criterion.CustomerOf of
                                                    ? of.partner()
                                                    : about)));
            case Criterion.Qualified _ -> facts.qualified();
            case Criterion.Country(var words) -> fits(facts.country().map(Set::of), words);
            case Criterion.Form(var words) -> fits(facts.form().map(Set::of), words);
            case Criterion.Status(var words) -> fits(facts.statuses(), words);
            case Criterion.Purpose(var words) -> fits(facts.purposes(), words);
            case Criterion.Designation(var words) -> fits(facts.designations(), words);
            case Criterion.Activity(var words, var any) -> activity(words, any);
            case Criterion.Budget(var range) -> budget(range);
            case Criterion.Size(var range) -> facts.staff().map(staff -> isWithin(staff, range));
            case Criterion.School(var wanted) -> school().map(is -> is == wanted);
            case Criterion.Library(var wanted) -> library().map(is -> is == wanted);
            case Criterion.CustomerOf rule -> customer(rule);
            case Criterion.Waiver _ -> waived ? Optional.of(true) : waiver();
            case Criterion.BoughtHere _ -> Optional.of(boughtHere(about));
            case Criterion.Had rule -> Optional.of(had(rule));
            case Criterion.Attested(var text) -> facts.attested().map(made -> made.contains(text));
            case Criterion.Judgement(var question) ->
                    Optional.ofNullable(facts.judgements().get(question));
        };
    }

    private static Optional<Boolean> any(List<Optional<Boolean>> answers) {
        if (answers.contains(Optional.of(true))) {
            return Optional.of(true);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> not(Optional<Boolean> answer) {
        return answer.map(is -> !is);
    }

    private static Optional<Boolean> fits(Optional<Set<String>> has, Criterion.Words words) {
        return has.map(them ->
                (words.anyOf().isEmpty() || them.stream().anyMatch(words.anyOf()::contains))
                        && them.stream().noneMatch(words.noneOf()::contains));
    }

    private Optional<Boolean> activity(Criterion.Words words, boolean any) {
        if (!any) {
            return fits(facts.activity().map(this::withAbove), words);
        }
        return fits(
                facts.activities()
                        .map(declared -> {
                            var all = new HashSet<String>();
                            declared.forEach(each -> all.addAll(withAbove(each)));
                            facts.activity().ifPresent(main -> all.addAll(withAbove(main)));
                            return all;
                        }),
                words);
    }

    /// Codes and words of an activity and of all it lies in.
    private Set<String> withAbove(String activity) {
        var all = new HashSet<String>();
        for (var node : pack.activities().nodes()) {
            if (node.code().equals(activity) || node.id().equals(activity)) {
                all.add(node.code());
                all.add(node.id());
                Optional.ofNullable(node.parentCode()).ifPresent(up -> all.addAll(withAbove(up)));
            }
        }
        return all;
    }

    private Optional<Boolean> school() {
        return any(
                List.of(
                        facts.statuses().map(them -> them.contains("school")),
                        facts.form().map(id -> form(id).school()),
                        facts.activity().map(this::isOfSchools)));
    }

    private LegalForm form(String id) {
        return Objects.requireNonNull(pack.office().forms().get(id));
    }

    private boolean isOfSchools(String activity) {
        var above = withAbove(activity);
        return pack.activities().nodes().stream()
                .filter(Activities.Node::school)
                .anyMatch(node -> above.contains(node.code()));
    }

    private Optional<Boolean> library() {
        return any(
                List.of(
                        facts.statuses().map(them -> them.contains("library")),
                        facts.form().map(id -> form(id).library())));
    }

    private static boolean isWithin(long number, Criterion.Range<Long> range) {
        return range.above().stream().allMatch(limit -> number > limit)
                && range.atLeast().stream().allMatch(limit -> number >= limit)
                && range.below().stream().allMatch(limit -> number < limit)
                && range.atMost().stream().allMatch(limit -> number <= limit);
    }

    private Optional<Boolean> budget(Criterion.Range<Money> range) {
        if (facts.budget().isEmpty()) {
            return Optional.empty();
        }
        var budget = facts.budget().get().amount();
        var broken = new ArrayList<Optional<Boolean>>();
        range.above().ifPresent(limit -> broken.add(more(budget, limit).map(sign -> sign <= 0)));
        range.atLeast().ifPresent(limit -> broken.add(more(budget, limit).map(sign -> sign < 0)));
        range.below().ifPresent(limit -> broken.add(more(budget, limit).map(sign -> sign >= 0)));
        range.atMost().ifPresent(limit -> broken.add(more(budget, limit).map(sign -> sign > 0)));
        return not(any(broken));
    }

    /// Whether an amount is more than another, as a sign; without rates nobody knows.
    private Optional<Integer> more(Money amount, Money limit) {
        if (amount.getCurrencyUnit().equals(limit.getCurrencyUnit())) {
            return Optional.of(amount.compareTo(limit));
        }
        var ours = perEuro(amount.getCurrencyUnit());
        var theirs = perEuro(limit.getCurrencyUnit());
        return ours.flatMap(our ->
                theirs.map(their ->
                        amount.getAmount()
                                .multiply(their)
                                .compareTo(limit.getAmount().multiply(our))));
    }

    private Optional<BigDecimal> perEuro(CurrencyUnit currency) {
        if (currency.equals(CurrencyUnit.EUR)) {
            return Optional.of(BigDecimal.ONE);
        }
        return Optional.ofNullable(pack.rates().perEuro().get(currency))
                .map(rates -> rates.headMap(day, true))
                .filter(rates -> !rates.isEmpty())
                .map(rates -> Objects.requireNonNull(rates.lastEntry()).getValue());
    }

    private Optional<Boolean> customer(Criterion.CustomerOf rule) {
        if (facts.purchases().isEmpty()) {
            return Optional.empty();
        }
        var purchases =
                facts.purchases().get().stream()
                        .filter(each -> each.partner().equals(rule.partner()))
                        .toList();
        var longAgo =
                rule.notWithin().stream()
                        .allMatch(time ->
                                purchases.stream()
                                        .map(Purchase::on)
                                        .allMatch(on -> on.isBefore(day.minus(time.period()))));
        var asWanted =
                rule.current().stream()
                        .allMatch(wanted ->
                                wanted
                                        == purchases.stream()
                                                .anyMatch(each -> each.current().orElse(true)));
        return Optional.of(longAgo && asWanted);
    }

    private Optional<Boolean> waiver() {
        return facts.waivers()
                .map(all ->
                        all.stream()
                                .anyMatch(each ->
                                        each.programme().equals(programme.id())
                                                && !day.isBefore(each.from())
                                                && !day.isAfter(each.to())));
    }

    private boolean boughtHere(PartnerId partner) {
        return standing().stream()
                .anyMatch(line -> pack.offer(line.offer()).orElseThrow().partner().equals(partner));
    }

    private boolean had(Criterion.Had rule) {
        var meant = new HashSet<OfferId>();
        rule.offers().forEach(offer -> addWithOlder(offer, meant));
        return standing().stream()
                .filter(line -> meant.contains(line.offer()))
                .map(line -> LocalDate.ofInstant(line.placed(), pack.office().zone()))
                .anyMatch(on ->
                        rule.within().stream()
                                .allMatch(time -> !on.isBefore(day.minus(time.period()))));
    }

    private void addWithOlder(OfferId offer, Collection<OfferId> to) {
        to.add(offer);
        pack.offer(offer).orElseThrow().succeeds().forEach(older -> addWithOlder(older, to));
    }

    private List<History.Line> standing() {
        return history.lines().stream().filter(PlainRestrictions::stands).toList();
    }
}
