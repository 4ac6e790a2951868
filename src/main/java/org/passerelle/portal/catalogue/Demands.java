package org.passerelle.portal.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.Finding;
import org.passerelle.programme.RuleWords;
import org.passerelle.ui.Fact;
import org.passerelle.words.Words;

/// Says what is demanded of nobody in particular, one fact a demand (CAT-03). Demands of which one
/// is enough stand in one fact: apart, they would read as if all were asked for.
record Demands(Words words, RuleWords rules) {
    private static final String KEY = "catalogue.offer.criterion.";

    Demands(Words words, Pack pack) {
        this(words, new RuleWords(words, pack));
    }

    List<Fact> of(Stream<? extends Finding> found) {
        var demanded = new LinkedHashSet<Fact>();
        found.flatMap(this::facts).forEach(demanded::add);
        return List.copyOf(demanded);
    }

    private Stream<Fact> facts(Finding found) {
        return switch (found) {
            case Finding.Leaf leaf -> Stream.of(alone(leaf));
            case Finding.Group(var combination, _, var of) ->
                    combination == Finding.Combination.ANY && of.size() > 1
                            ? Stream.of(oneOf(of))
                            : of.stream().flatMap(this::facts);
            case Finding.Unless(_, var rule, var exception) ->
                    Stream.of(oneOf(List.of(rule, exception)));
        };
    }

    private Fact alone(Finding.Leaf leaf) {
        var said = rules.explain(leaf);
        return Fact.of(said.criterion(), said.demanded(), said.demandedIn());
    }

    /// Named after the first; the others name their criterion where it is another one.
    private Fact oneOf(List<Finding> found) {
        var name = alone(found.getFirst().leaves().getFirst()).name();
        return Fact.of(
                name,
                found.stream()
                        .map(one -> said(one, name))
                        .distinct()
                        .reduce((one, other) -> words.get(KEY + "or", one, other))
                        .orElseThrow());
    }

    private String said(Finding found, String named) {
        return found.leaves().stream()
                .map(this::alone)
                .map(fact ->
                        fact.name().equals(named)
                                ? fact.value()
                                : words.get(KEY + "other", fact.name(), fact.value()))
                .distinct()
                .reduce((one, other) -> words.get(KEY + "and", one, other))
                .orElseThrow();
    }
}
