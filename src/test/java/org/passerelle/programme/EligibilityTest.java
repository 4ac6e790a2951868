package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.anyOf;
import static org.passerelle.programme.PackFixture.budgetAtMost;
import static org.passerelle.programme.PackFixture.budgetBelow;
import static org.passerelle.programme.PackFixture.customerOf;
import static org.passerelle.programme.PackFixture.noneOf;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;

/// How criteria combine, which rules decide, and what a decision says.
@Requirement({"ELI-01", "ELI-02"})
class EligibilityTest {
    private static final LocalDate DAY = Deciding.DAY;
    private static final Criterion WAIVER = new Criterion.Waiver();

    private final Deciding deciding = new Deciding();
    private final FactsFixture facts = deciding.facts;

    @Test
    void a_decision_names_its_rules_and_every_leaf_whichever_decided() {
        facts.qualified = Optional.of(false);
        facts.budget = Optional.empty();

        var decision =
                deciding.decide(
                        new Criterion.Qualified(),
                        new Criterion.Country(anyOf("LU", "BE")),
                        budgetAtMost("USD 10000000"),
                        new Criterion.Activity(noneOf("political", "advocacy"), false));

        assertThat(decision).isInstanceOf(EligibilityDecision.Ineligible.class);
        assertThat(decision.basis())
                .isEqualTo(
                        new EligibilityDecision.Basis(
                                ProgrammeId.of("autodesk-donation"),
                                Optional.of(LocalDate.of(2020, 1, 1)),
                                "c0ffee",
                                DAY));
        assertThat(Deciding.lines(decision))
                .containsExactly(
                        "qualified unmet | false | true | qualify",
                        "country met | LU | any of BE, LU | none",
                        "budget unknown | - | at most 10000000.00 USD | tell-us-budget",
                        "activity met | 1100 | none of advocacy, political | none");
    }

    @Test
    void the_contract_s_example_of_a_purchase_within_three_years() {
        facts.bought("autodesk", "2021-02-12");
        assertThat(
                        Deciding.lines(
                                deciding.decide(
                                        new Criterion.Unless(customerOf("autodesk", 3), WAIVER))))
                .containsExactly(
                        "customer-of unmet | 2021-02-12 | no purchase since 2019-09-12 | waiver",
                        "waiver unmet | none | waiver on 2022-09-12 | waiver");
    }

    @Test
    void a_page_is_not_told_of_exceptions_that_nobody_needed() {
        var kept = deciding.decide(new Criterion.Unless(customerOf("autodesk", 3), WAIVER));
        assertThat(kept.telling())
                .extracting(Finding.Leaf::criterion)
                .containsExactly("customer-of");

        facts.bought("autodesk", "2021-02-12");
        var broken = deciding.decide(new Criterion.Unless(customerOf("autodesk", 3), WAIVER));
        assertThat(broken.telling())
                .extracting(Finding.Leaf::criterion)
                .containsExactly("customer-of", "waiver");
    }

    @Test
    @Requirement("ELI-05")
    void a_waiver_valid_that_day_is_enough_and_the_rule_carries_the_combined_outcome() {
        facts.bought("autodesk", "2021-02-12")
                .waiver("autodesk-donation", "2022-01-01", "2022-09-12");
        var decision = deciding.decide(new Criterion.Unless(customerOf("autodesk", 3), WAIVER));

        assertThat(decision.outcome()).isEqualTo("eligible");
        assertThat(Deciding.lines(decision))
                .containsExactly(
                        "customer-of met | 2021-02-12 | no purchase since 2019-09-12 | none",
                        "waiver met | 2022-01-01 to 2022-09-12 | waiver on 2022-09-12 | none");
    }

    @Test
    @Requirement("ELI-05")
    void a_waiver_of_another_programme_or_another_time_helps_nothing() {
        facts.bought("autodesk", "2021-02-12").waiver("adobe-donation", "2022-01-01", "2022-12-31");
        var rule = new Criterion.Unless(customerOf("autodesk", 3), WAIVER);
        assertThat(deciding.decide(rule).outcome()).isEqualTo("ineligible");

        facts.waiver("autodesk-donation", "2022-09-13", "2022-12-31");
        assertThat(deciding.decide(rule).outcome()).isEqualTo("ineligible");
    }

    @Test
    void an_exception_nobody_can_tell_leaves_an_unmet_rule_undecided() {
        facts.purposes = Optional.of(Set.of("religious"));
        facts.designations = Optional.empty();
        assertThat(
                        Deciding.lines(
                                deciding.decide(
                                        new Criterion.Unless(
                                                new Criterion.Purpose(noneOf("religious")),
                                                new Criterion.Designation(anyOf("secular"))))))
                .containsExactly(
                        "purpose unknown | religious | none of religious | tell-us-designation",
                        "designation unknown | - | secular | tell-us-designation");
    }

    @Test
    void any_is_met_by_one_and_reports_the_others_too() {
        var decision =
                deciding.decide(
                        new Criterion.Any(
                                List.of(
                                        new Criterion.Status(anyOf("charity")),
                                        new Criterion.Status(anyOf("nonprofit")))));
        assertThat(Deciding.lines(decision))
                .containsExactly(
                        "status unmet | nonprofit | charity | none",
                        "status met | nonprofit | nonprofit | none");
        assertThat(decision.outcome()).isEqualTo("eligible");
        assertThat(decision.reasons().decisive())
                .extracting(leaf -> leaf.demanded().canonical())
                .containsExactly("nonprofit");
    }

    @Test
    void none_is_not_any_and_its_leaves_say_that_they_are_not_wanted() {
        var decision =
                deciding.decide(
                        new Criterion.None(
                                List.of(
                                        new Criterion.Status(anyOf("nonprofit")),
                                        new Criterion.Status(anyOf("charity")))));
        assertThat(decision.outcome()).isEqualTo("ineligible");
        assertThat(Deciding.lines(decision))
                .containsExactly(
                        "status met | nonprofit | nonprofit | correct-data",
                        "status unmet | nonprofit | charity | none");
        assertThat(decision.findings())
                .extracting(Finding.Leaf::favourable)
                .containsExactly(Outcome.UNMET, Outcome.MET);
        assertThat(decision.reasons().decisive())
                .extracting(leaf -> leaf.demanded().canonical())
                .containsExactly("nonprofit");
    }

    @Test
    @Requirement("ELI-03")
    void the_version_of_the_day_decides_and_where_none_is_in_force_that_is_the_reason() {
        var pack =
                new PackFixture()
                        .with(
                                programme("autodesk-donation")
                                        .from("2020-01-01")
                                        .eligible(budgetAtMost("EUR 100"))
                                        .then("2022-01-01")
                                        .until("2022-12-31")
                                        .eligible(budgetAtMost("EUR 1000000"))
                                        .build())
                        .pack();
        assertThat(deciding.decideOn(LocalDate.of(2021, 12, 31), pack).outcome())
                .isEqualTo("ineligible");
        assertThat(deciding.decideOn(LocalDate.of(2022, 1, 1), pack).outcome())
                .isEqualTo("eligible");
        assertThat(deciding.decideOn(LocalDate.of(2022, 12, 31), pack).outcome())
                .isEqualTo("eligible");
        assertThat(Deciding.lines(deciding.decideOn(LocalDate.of(2023, 1, 1), pack)))
                .containsExactly("in-force unmet | 2023-01-01 | until 2022-12-31 | none");
        assertThat(Deciding.lines(deciding.decideOn(LocalDate.of(2019, 12, 31), pack)))
                .containsExactly(
                        "in-force unmet | 2019-12-31 | from 2020-01-01 | wait-until:2020-01-01");
        assertThat(deciding.decideOn(LocalDate.of(2019, 12, 31), pack).basis().version()).isEmpty();
    }

    @Test
    void the_numbers_of_a_country_or_an_office_replace_the_others() {
        var forBelgium =
                new Programme.PlaceOverride(
                        List.of("BE"),
                        List.of(OfficeId.of("luxembourg")),
                        Optional.of(new Criterion.All(List.of(budgetAtMost("EUR 10")))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var pack =
                new PackFixture()
                        .with(
                                programme("autodesk-donation")
                                        .eligible(budgetAtMost("EUR 1000000"))
                                        .overrides(forBelgium)
                                        .build())
                        .pack();
        assertThat(deciding.decideOn(DAY, pack).outcome()).isEqualTo("eligible");
        facts.country = Optional.of("BE");
        assertThat(deciding.decideOn(DAY, pack).outcome()).isEqualTo("ineligible");
    }

    @Test
    void an_offer_may_demand_more_than_its_programme() {
        var small =
                offer("credit-small", "aws-credit").eligible(budgetBelow("EUR 350000.01")).build();
        var large =
                offer("credit-large", "aws-credit").eligible(budgetBelow("EUR 350000.00")).build();
        var plain = offer("credit", "aws-credit").build();
        var pack = new PackFixture().with(programme("aws-credit").build()).pack();
        assertThat(Eligibility.decideOffer(pack, small, facts.facts(), deciding.history, DAY))
                .map(Finding::outcome)
                .contains(Outcome.MET);
        assertThat(Eligibility.decideOffer(pack, large, facts.facts(), deciding.history, DAY))
                .map(Finding::outcome)
                .contains(Outcome.UNMET);
        assertThat(Eligibility.decideOffer(pack, plain, facts.facts(), deciding.history, DAY))
                .isEmpty();
    }
}
