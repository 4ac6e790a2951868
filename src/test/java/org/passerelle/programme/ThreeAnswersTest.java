package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.programme;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Criterion;

/// The laws of met, unmet and unknown, on criteria and facts as chance makes them.
@Requirement({"ELI-01", "ELI-02"})
class ThreeAnswersTest {
    private static final int TRIES = 1_500;

    private static Finding find(Criterion criterion, OrganisationFacts facts) {
        var pack =
                new PackFixture()
                        .with(programme("autodesk-donation").eligible(criterion).build())
                        .pack();
        var only = pack.programmes().values().iterator().next();
        var decision = Eligibility.decide(pack, only, facts, History.NONE, Deciding.DAY);
        return ((Finding.Group) decision.reasons()).of().getFirst();
    }

    private static Outcome outcome(Criterion criterion, OrganisationFacts facts) {
        return find(criterion, facts).outcome();
    }

    private static Criterion not(Criterion criterion) {
        return new Criterion.None(List.of(criterion));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void knowing_more_never_turns_met_into_unmet_or_the_reverse(long seed) {
        var chance = new RandomRules(seed);
        for (var i = 0; i < TRIES; i++) {
            var criterion = chance.criterion(3);
            var told = chance.told();
            var known = outcome(criterion, told);
            var less = outcome(criterion, chance.forgetting(told));
            assertThat(known).as("all is told").isNotEqualTo(Outcome.UNKNOWN);
            if (less != Outcome.UNKNOWN) {
                assertThat(less).as("%s", criterion).isEqualTo(known);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void de_morgan_holds_with_three_answers(long seed) {
        var chance = new RandomRules(seed);
        for (var i = 0; i < TRIES; i++) {
            var a = chance.criterion(2);
            var b = chance.criterion(2);
            var facts = chance.forgetting(chance.told());
            var both = List.of(a, b);

            assertThat(outcome(new Criterion.Any(both), facts))
                    .isEqualTo(outcome(not(new Criterion.All(List.of(not(a), not(b)))), facts));
            assertThat(outcome(new Criterion.All(both), facts))
                    .isEqualTo(outcome(new Criterion.None(List.of(not(a), not(b))), facts));
            assertThat(outcome(not(not(a)), facts)).isEqualTo(outcome(a, facts));
            assertThat(outcome(new Criterion.Unless(a, b), facts))
                    .isEqualTo(outcome(new Criterion.Any(both), facts));
            assertThat(outcome(new Criterion.All(List.of(b, a)), facts))
                    .isEqualTo(outcome(new Criterion.All(both), facts));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7})
    void what_a_page_shows_as_not_met_is_in_the_way_once(long seed) {
        var chance = new RandomRules(seed);
        for (var i = 0; i < TRIES; i++) {
            var finding = find(chance.criterion(3), chance.forgetting(chance.told()));
            var standing = finding.inTheWay().stream().flatMap(List::stream).toList();
            assertThat(standing)
                    .isEqualTo(
                            finding.telling().stream()
                                    .filter(leaf -> leaf.favourable() != Outcome.MET)
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6})
    void every_leaf_reports_and_what_decided_is_among_them(long seed) {
        var chance = new RandomRules(seed);
        for (var i = 0; i < TRIES; i++) {
            var criterion = chance.criterion(3);
            var finding = find(criterion, chance.forgetting(chance.told()));
            assertThat(finding.leaves()).hasSize(leaves(criterion));
            assertThat(finding.decisive()).isNotEmpty().isSubsetOf(finding.leaves());
            assertThat(finding.decisive())
                    .extracting(Finding.Leaf::favourable)
                    .containsOnly(finding.outcome());
            if (finding.outcome() == Outcome.MET) {
                assertThat(finding.leaves()).noneMatch(leaf -> leaf.remedy().helps());
            }
        }
    }

    private static int leaves(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All(var of) -> of.stream().mapToInt(ThreeAnswersTest::leaves).sum();
            case Criterion.Any(var of) -> of.stream().mapToInt(ThreeAnswersTest::leaves).sum();
            case Criterion.None(var of) -> of.stream().mapToInt(ThreeAnswersTest::leaves).sum();
            case Criterion.Unless(var rule, var exception) -> leaves(rule) + leaves(exception);
            default -> 1;
        };
    }
}
