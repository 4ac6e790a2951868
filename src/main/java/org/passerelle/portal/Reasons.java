package org.passerelle.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Pack;
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

    /// The panel of a decision, one row for every leaf.
    public Why panel(String caption, String demander, List<Finding.Leaf> leaves) {
        return new Why(caption, demander, leaves.stream().map(this::row).toList());
    }

    /// The panel of all that was found; what is enough by itself stands in a group.
    public Why panel(String caption, String demander, Finding found) {
        return new Why(caption, demander, rows(found, ""));
    }

    private List<Why.Row> rows(Finding found, String group) {
        return switch (found) {
            case Finding.Leaf leaf -> List.of(row(leaf).either(group));
            case Finding.Group(var combination, _, var of) -> {
                var rows = new ArrayList<Why.Row>();
                for (var i = 0; i < of.size(); i++) {
                    var opens =
                            combination == Finding.Combination.ANY
                                    && of.size() > 1
                                    && group.isEmpty();
                    rows.addAll(rows(of.get(i), opens ? "any-" + found.hashCode() : group));
                }
                yield rows;
            }
            case Finding.Unless(_, var rule, var exception) -> {
                var rows = new ArrayList<>(rows(rule, group));
                rows.addAll(rows(exception, group));
                yield rows;
            }
        };
    }

    public Why.Row row(Finding.Leaf leaf) {
        var said = rules.explain(leaf);
        return new Why.Row(
                said.criterion(),
                said.yours(),
                outcome(said.favourable()),
                said.demanded(),
                said.change(),
                said.favourable() == Outcome.MET ? Optional.empty() : link(leaf.remedy()));
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

    private Optional<Why.Link> link(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Qualify _, Remedy.CorrectData _, Remedy.TellUs _, Remedy.Attest _ ->
                    Optional.of(new Why.Link(words.get("portal.reason.my-data"), "/organisation"));
            case Remedy.Unneeded _,
                    Remedy.None _,
                    Remedy.Waiver _,
                    Remedy.StaffDecides _,
                    Remedy.WaitUntil _ ->
                    Optional.empty();
        };
    }
}
