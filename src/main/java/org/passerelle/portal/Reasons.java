package org.passerelle.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.Demand;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;
import org.passerelle.programme.RuleWords;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;

/// Shows findings as a "why" panel (ELI-02): the words are [RuleWords]', the links are the pages'.
public record Reasons(Words words, RuleWords rules) {

    public static Reasons in(Words words, Pack pack) {
        return new Reasons(words, new RuleWords(words, pack));
    }

    /// The panel of a decision: a row for every leaf that counts. Where one of several is enough
    /// and none is met yet, they stand together.
    public Why panel(String caption, String demander, List<? extends Finding> found) {
        return new Why(caption, demander, found.stream().flatMap(one -> rows(one, "")).toList());
    }

    private Stream<Why.Row> rows(Finding found, String group) {
        return switch (found) {
            case Finding.Leaf leaf ->
                    tells(leaf) ? Stream.of(row(leaf).either(group)) : Stream.of();
            case Finding.Group(var combination, var outcome, var of) -> {
                var opens = combination == Finding.Combination.ANY && of.size() > 1;
                var below = opens ? together(found, outcome, group) : group;
                yield of.stream().flatMap(finding -> rows(finding, below));
            }
            case Finding.Unless(var outcome, var rule, var exception) -> {
                var below = together(found, outcome, group);
                yield Stream.concat(
                        rows(rule, below).map(row -> excused(row, exception, outcome)),
                        rows(exception, below));
            }
        };
    }

    /// A rule that its exception makes up for is not met by itself: both are what is demanded.
    private Why.Row excused(Why.Row rule, Finding exception, Outcome together) {
        return exception.leaves().stream()
                .filter(leaf -> together == Outcome.MET && leaf.favourable() == Outcome.MET)
                .findFirst()
                .map(leaf ->
                        rule.demanding(
                                words.get(
                                        "rules.demanded.unless",
                                        rule.demanded(),
                                        rules.explain(leaf).demanded())))
                .orElse(rule);
    }

    private static boolean tells(Finding.Leaf leaf) {
        return leaf.favourable() == Outcome.MET || !(leaf.remedy() instanceof Remedy.Unneeded);
    }

    private static String together(Finding found, Outcome outcome, String group) {
        return group.isEmpty() && outcome != Outcome.MET
                ? Integer.toHexString(System.identityHashCode(found))
                : group;
    }

    public Why.Row row(Finding.Leaf leaf) {
        var said = rules.explain(leaf);
        var link = said.favourable() == Outcome.MET ? Optional.<Why.Link>empty() : link(leaf);
        return new Why.Row(
                        said.criterion(),
                        said.yours(),
                        outcome(said.favourable()),
                        said.demanded(),
                        change(leaf, said.change()),
                        link)
                .spoken(said.yoursIn(), said.demandedIn());
    }

    /// Beside a link that says what to do, only the question whether it is to be done.
    private Optional<String> change(Finding.Leaf leaf, Optional<String> said) {
        return leaf.remedy() instanceof Remedy.CorrectData
                ? Optional.of(words.get("changes.correct.question"))
                : said;
    }

    /// In one line, for a card.
    public String sentence(Finding.Leaf leaf) {
        var said = rules.explain(leaf);
        return words.get("portal.reason", said.criterion(), said.yours(), said.demanded());
    }

    private static Why.Outcome outcome(Outcome outcome) {
        return switch (outcome) {
            case MET -> Why.Outcome.MET;
            case UNMET -> Why.Outcome.UNMET;
            case UNKNOWN -> Why.Outcome.UNKNOWN;
        };
    }

    /// Where what is in the way can be mended (ELI-06).
    private Optional<Why.Link> link(Finding.Leaf leaf) {
        return switch (leaf.remedy()) {
            case Remedy.CorrectData _, Remedy.TellUs _, Remedy.Attest _ ->
                    Optional.of(mended(leaf.criterion()));
            case Remedy.Qualify _ -> Optional.of(myData());
            case Remedy.Order _ -> Optional.of(offers(leaf));
            case Remedy.Unneeded _,
                    Remedy.None _,
                    Remedy.Waiver _,
                    Remedy.StaffDecides _,
                    Remedy.WaitUntil _ ->
                    Optional.empty();
        };
    }

    /// The field that a criterion looks at: in the form of changes where only a request changes it,
    /// else among the data that an organisation keeps right on its own (ORG-04).
    private Why.Link mended(String criterion) {
        return switch (criterion) {
            case "budget" -> correction("budget-amount");
            case "form", "status", "school", "library" -> correction("form");
            case "activity" -> ownData("main-activity");
            case "purpose" -> ownData("purposes");
            case "designation" -> ownData("designations");
            case "attested" -> ownData("attested");
            case "size" -> ownData("staff");
            case "customer-of" -> ownData("prior-date");
            default -> myData();
        };
    }

    private Why.Link correction(String field) {
        return new Why.Link(words.get("changes.correct"), "/organisation/changes/new#f-" + field);
    }

    private Why.Link ownData(String field) {
        return new Why.Link(
                words.get("organisation.own-data.link"), "/organisation/data#f-" + field);
    }

    /// One offer where only one helps, else the partner's.
    private Why.Link offers(Finding.Leaf leaf) {
        var text = words.get("portal.reason.offers");
        return leaf.demanded() instanceof Demand.Had(var offers, _) && offers.size() == 1
                ? new Why.Link(text, "/offers/" + offers.getFirst())
                : new Why.Link(
                        text,
                        rules.orderedFrom(leaf)
                                .map(partner -> "/catalogue?publisher=" + partner)
                                .orElse("/catalogue"));
    }

    private Why.Link myData() {
        return new Why.Link(words.get("portal.reason.my-data"), "/organisation");
    }
}
