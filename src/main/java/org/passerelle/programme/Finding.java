package org.passerelle.programme;

import java.util.List;
import java.util.stream.Stream;

/// What deciding a criterion found: a tree of the shape of the pack's criteria. Every leaf reports,
/// whichever of them decided (ELI-02).
public sealed interface Finding {

    Outcome outcome();

    /// One fact compared with one demand. `criterion` is the lasting word of the pack language.
    ///
    /// `wanted` is false below a `none`: there, a leaf that is met is what stands in the way.
    record Leaf(
            String criterion,
            Outcome outcome,
            Fact found,
            Demand demanded,
            Remedy remedy,
            boolean wanted)
            implements Finding {

        /// The answer to the question a reader has: does this stand in the way?
        public Outcome favourable() {
            return wanted ? outcome : outcome.not();
        }

        /// The same comparison, with the answer and the way out that it has with its exception.
        public Leaf with(Outcome together, Remedy wayOut) {
            return new Leaf(criterion, together, found, demanded, wayOut, wanted);
        }
    }

    /// The same, but nothing of it needs to be mended, because something else is enough.
    default Finding settled() {
        return switch (this) {
            case Leaf leaf -> leaf.with(leaf.outcome(), new Remedy.Unneeded());
            case Group(var combination, var outcome, var of) ->
                    new Group(combination, outcome, of.stream().map(Finding::settled).toList());
            case Unless(var outcome, var rule, var exception) ->
                    new Unless(outcome, rule.settled(), exception.settled());
        };
    }

    enum Combination {
        ALL,
        ANY,
        NONE
    }

    record Group(Combination combination, Outcome outcome, List<Finding> of) implements Finding {
        public Group {
            of = List.copyOf(of);
        }
    }

    /// A rule with the exception that is enough instead. Where the rule is a leaf, it carries the
    /// outcome of both together, so that whoever reads only leaves is not misled.
    record Unless(Outcome outcome, Finding rule, Finding exception) implements Finding {}

    /// All leaves, in the pack's order.
    default List<Leaf> leaves() {
        return stream().toList();
    }

    /// The leaves a reader needs: all but those that need not be met because something else is
    /// enough, such as the exception of a rule that is kept anyway.
    default List<Leaf> telling() {
        return stream()
                .filter(leaf ->
                        leaf.favourable() == Outcome.MET
                                || !(leaf.remedy() instanceof Remedy.Unneeded))
                .toList();
    }

    /// What is not met, demand by demand: leaves of which one would be enough stand together.
    default List<List<Leaf>> inTheWay() {
        return switch (this) {
            case Leaf leaf -> standing(Stream.of(leaf));
            case Group(var combination, var outcome, var of) ->
                    combination == Combination.ANY && outcome != Outcome.MET
                            ? standing(stream())
                            : of.stream().flatMap(one -> one.inTheWay().stream()).toList();
            case Unless(var outcome, var rule, var exception) ->
                    outcome == Outcome.MET
                            ? Stream.of(rule, exception)
                                    .flatMap(one -> one.inTheWay().stream())
                                    .toList()
                            : standing(stream());
        };
    }

    private static List<List<Leaf>> standing(Stream<Leaf> leaves) {
        var standing =
                leaves.filter(leaf -> leaf.favourable() != Outcome.MET)
                        .filter(leaf -> !(leaf.remedy() instanceof Remedy.Unneeded))
                        .toList();
        return standing.isEmpty() ? List.of() : List.of(standing);
    }

    private Stream<Leaf> stream() {
        return switch (this) {
            case Leaf leaf -> Stream.of(leaf);
            case Group(_, _, var of) -> of.stream().flatMap(finding -> finding.stream());
            case Unless(_, var rule, var exception) ->
                    Stream.concat(rule.stream(), exception.stream());
        };
    }

    /// The rules that a partner's written approval is enough for: it lifts these and no others
    /// (ELI-05).
    default List<Leaf> lifted() {
        return switch (this) {
            case Leaf _ -> List.of();
            case Group(_, _, var of) -> of.stream().flatMap(one -> one.lifted().stream()).toList();
            case Unless(_, var rule, var exception) ->
                    exception.leaves().stream().anyMatch(leaf -> leaf.criterion().equals("waiver"))
                            ? rule.leaves()
                            : Stream.concat(rule.lifted().stream(), exception.lifted().stream())
                                    .toList();
        };
    }

    /// The leaves that make the whole what it is: those reached through findings of the same
    /// answer, and not those that did not matter, such as the failing branches of an `any` that is
    /// met.
    default List<Leaf> decisive() {
        return decisive(outcome()).toList();
    }

    private Stream<Leaf> decisive(Outcome answer) {
        if (outcome() != answer) {
            return Stream.of();
        }
        return switch (this) {
            case Leaf leaf -> Stream.of(leaf);
            case Group(var combination, _, var of) -> {
                var below = combination == Combination.NONE ? answer.not() : answer;
                yield of.stream().flatMap(finding -> finding.decisive(below));
            }
            case Unless(_, var rule, var exception) ->
                    Stream.concat(rule.decisive(answer), exception.decisive(answer));
        };
    }
}
