package org.passerelle.portal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.pack.model.Criterion.Range;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.programme.Demand;
import org.passerelle.programme.Fact;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Remedy;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;

/// Says findings in a reader's words: what was found, what is demanded, what would help (ELI-02).
/// Names of forms, statuses, activities are the pack's.
public record Reasons(Pack pack, Words words) {
    private static final String PREFIX = "portal.reasons.";

    /// The panel of a decision, one row for every leaf.
    public Why panel(String caption, String demander, List<Finding.Leaf> leaves) {
        return new Why(caption, demander, leaves.stream().map(this::row).toList());
    }

    /// The one row of a leaf.
    public Why.Row row(Finding.Leaf leaf) {
        var outcome =
                switch (leaf.favourable()) {
                    case MET -> Why.Outcome.MET;
                    case UNMET -> Why.Outcome.UNMET;
                    case UNKNOWN -> Why.Outcome.UNKNOWN;
                };
        var helps = outcome != Why.Outcome.MET && leaf.remedy().helps();
        return new Why.Row(
                criterion(leaf),
                found(leaf),
                outcome,
                demanded(leaf),
                helps ? Optional.of(change(leaf.remedy())) : Optional.empty(),
                helps ? link(leaf.remedy()) : Optional.empty());
    }

    /// On one line, for a card: the criterion, what was found, what is demanded.
    public String sentence(Finding.Leaf leaf) {
        return words.get(PREFIX + "sentence", criterion(leaf), found(leaf), demanded(leaf));
    }

    public String criterion(Finding.Leaf leaf) {
        return words.get(PREFIX + "criterion." + leaf.criterion());
    }

    public String found(Finding.Leaf leaf) {
        return switch (leaf.found()) {
            case Fact.Untold _ -> words.get(PREFIX + "untold");
            case Fact.Nothing _ -> words.get(PREFIX + "nothing");
            case Fact.Truth(var value) -> truth(leaf.criterion(), value);
            case Fact.Words(var found) -> names(leaf.criterion(), found, "and");
            case Fact.Amount(var money, var converted) ->
                    converted
                            .map(other ->
                                    words.get(
                                            PREFIX + "converted",
                                            words.roundMoney(money),
                                            words.roundMoney(other.to())))
                            .orElseGet(() -> words.roundMoney(money));
            case Fact.Number(var value) -> words.number(value);
            case Fact.Day(var day) -> words.date(day);
            case Fact.Days(var from, var to) ->
                    words.get(PREFIX + "days", words.date(from), words.date(to));
        };
    }

    public String demanded(Finding.Leaf leaf) {
        var demand = demand(leaf);
        return leaf.wanted() ? demand : words.get(PREFIX + "none-of", demand);
    }

    private String demand(Finding.Leaf leaf) {
        return switch (leaf.demanded()) {
            case Demand.Truth(var value) -> truth(leaf.criterion(), value);
            case Demand.Words(var anyOf, var noneOf) -> words(leaf.criterion(), anyOf, noneOf);
            case Demand.AmountWithin(var range) -> range(range, words::roundMoney);
            case Demand.NumberWithin(var range) -> range(range, words::number);
            case Demand.NoPurchaseSince(var partner, var day) ->
                    words.get(PREFIX + "no-purchase-since", partner(partner), words.date(day));
            case Demand.CurrentCustomer(var partner, var wanted) ->
                    words.get(PREFIX + "customer." + wanted, partner(partner));
            case Demand.WaiverOn _ -> words.get(PREFIX + "waiver");
            case Demand.BoughtHere(var partner) ->
                    words.get(PREFIX + "bought-here", partner(partner));
            case Demand.Attestation(var text) -> term(pack.office().attestations(), text);
            case Demand.Yes(var question) -> term(pack.office().judgements(), question);
            case Demand.InForce(var from, var until) ->
                    from.map(day -> words.get(PREFIX + "from", words.date(day)))
                            .or(() ->
                                    until.map(day -> words.get(PREFIX + "until", words.date(day))))
                            .orElseGet(() -> words.get(PREFIX + "in-force"));
        };
    }

    private String truth(String criterion, boolean value) {
        return words.find(PREFIX + "truth." + criterion + "." + value)
                .orElseGet(() -> words.get(PREFIX + "truth." + value));
    }

    private String words(String criterion, Collection<String> anyOf, Collection<String> noneOf) {
        var any = names(criterion, anyOf, "or");
        var none = names(criterion, noneOf, "or");
        if (anyOf.isEmpty()) {
            return words.get(PREFIX + "none-of", none);
        }
        return noneOf.isEmpty() ? any : words.get(PREFIX + "any-but", any, none);
    }

    private <T> String range(Range<T> range, Function<T, String> write) {
        var demand = new StringJoiner(words.get(PREFIX + "join.and"));
        range.above().ifPresent(v -> demand.add(words.get(PREFIX + "above", write.apply(v))));
        range.atLeast().ifPresent(v -> demand.add(words.get(PREFIX + "at-least", write.apply(v))));
        range.below().ifPresent(v -> demand.add(words.get(PREFIX + "below", write.apply(v))));
        range.atMost().ifPresent(v -> demand.add(words.get(PREFIX + "at-most", write.apply(v))));
        return demand.toString();
    }

    private String names(String criterion, Collection<String> ids, String join) {
        if (ids.isEmpty()) {
            return words.get(PREFIX + "nothing");
        }
        var names = ids.stream().map(id -> name(criterion, id)).distinct().toList();
        if (names.size() == 1) {
            return names.getFirst();
        }
        return names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
                + words.get(PREFIX + "join." + join)
                + names.getLast();
    }

    private String name(String criterion, String id) {
        var office = pack.office();
        return switch (criterion) {
            case "country" -> Locale.of("", id).getDisplayCountry(words.language().locale());
            case "form" ->
                    Optional.ofNullable(office.forms().get(id))
                            .map(form -> form.name().in(words.language()))
                            .orElse(id);
            case "status", "school", "library" -> term(office.statuses(), id);
            case "purpose" -> term(office.purposes(), id);
            case "designation" -> term(office.designations(), id);
            case "attested" -> term(office.attestations(), id);
            case "judgement" -> term(office.judgements(), id);
            case "activity" ->
                    pack.activities()
                            .find(id)
                            .map(node -> node.name().in(words.language()))
                            .orElse(id);
            default -> id;
        };
    }

    private String term(Map<String, Office.Term> terms, String id) {
        return Optional.ofNullable(terms.get(id))
                .map(term -> term.name().in(words.language()))
                .orElse(id);
    }

    private String partner(PartnerId partner) {
        return pack.partner(partner).map(found -> found.name()).orElse(partner.value());
    }

    private String change(Remedy remedy) {
        return switch (remedy) {
            case Remedy.WaitUntil(var day) ->
                    words.get(PREFIX + "remedy.wait-until", words.date(day));
            case Remedy.TellUs _ -> words.get(PREFIX + "remedy.tell-us");
            case Remedy.Unneeded _,
                    Remedy.None _,
                    Remedy.Qualify _,
                    Remedy.CorrectData _,
                    Remedy.Waiver _,
                    Remedy.Attest _,
                    Remedy.StaffDecides _ ->
                    words.get(PREFIX + "remedy." + remedy.code());
        };
    }

    private Optional<Why.Link> link(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Qualify _, Remedy.CorrectData _, Remedy.TellUs _, Remedy.Attest _ ->
                    Optional.of(new Why.Link(words.get(PREFIX + "remedy.link"), "/organisation"));
            case Remedy.Unneeded _,
                    Remedy.None _,
                    Remedy.Waiver _,
                    Remedy.StaffDecides _,
                    Remedy.WaitUntil _ ->
                    Optional.empty();
        };
    }
}
