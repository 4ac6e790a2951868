package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.anyOf;
import static org.passerelle.programme.PackFixture.budgetAtMost;
import static org.passerelle.programme.PackFixture.budgetBelow;
import static org.passerelle.programme.PackFixture.customerOf;
import static org.passerelle.programme.PackFixture.noneOf;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.model.Rates;

@Requirement({"ELI-01", "ELI-02"})
class EligibilityTest {
    private static final LocalDate DAY = LocalDate.of(2022, 9, 12);
    private static final Criterion WAIVER = new Criterion.Waiver();

    private final FactsFixture facts = new FactsFixture();
    private History history = History.NONE;

    private EligibilityDecision decide(Criterion... criteria) {
        return decide(new PackFixture(), criteria);
    }

    private EligibilityDecision decide(PackFixture fixture, Criterion... criteria) {
        return decideOn(
                DAY,
                fixture.with(programme("autodesk-donation").eligible(criteria).build()).pack());
    }

    private EligibilityDecision decideOn(LocalDate day, Pack pack) {
        var programme = pack.programme(ProgrammeId.of("autodesk-donation")).orElseThrow();
        return Eligibility.decide(pack, programme, facts.facts(), history, day);
    }

    private static String line(Finding.Leaf leaf) {
        return leaf.criterion()
                + " "
                + leaf.outcome().code()
                + " | "
                + leaf.found().canonical().orElse("-")
                + " | "
                + leaf.demanded().canonical()
                + " | "
                + leaf.remedy().code();
    }

    private static List<String> lines(EligibilityDecision decision) {
        return decision.findings().stream().map(EligibilityTest::line).toList();
    }

    @Test
    void a_decision_names_its_rules_and_every_leaf_whichever_decided() {
        facts.qualified = Optional.of(false);
        facts.budget = Optional.empty();

        var decision =
                decide(
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
        assertThat(lines(decision))
                .containsExactly(
                        "qualified unmet | false | true | qualify",
                        "country met | LU | any of BE, LU | none",
                        "budget unknown | - | at most 10000000.00 USD | tell-us-budget",
                        "activity met | 1100 | none of advocacy, political | none");
    }

    @Test
    void the_contract_s_example_of_a_purchase_within_three_years() {
        facts.bought("autodesk", "2021-02-12");
        assertThat(lines(decide(new Criterion.Unless(customerOf("autodesk", 3), WAIVER))))
                .containsExactly(
                        "customer-of unmet | 2021-02-12 | no purchase since 2019-09-12 | waiver",
                        "waiver unmet | none | waiver on 2022-09-12 | waiver");
    }

    @Test
    @Requirement("ELI-05")
    void a_waiver_valid_that_day_is_enough_and_the_rule_carries_the_combined_outcome() {
        facts.bought("autodesk", "2021-02-12")
                .waiver("autodesk-donation", "2022-01-01", "2022-09-12");
        var decision = decide(new Criterion.Unless(customerOf("autodesk", 3), WAIVER));

        assertThat(decision.outcome()).isEqualTo("eligible");
        assertThat(lines(decision))
                .containsExactly(
                        "customer-of met | 2021-02-12 | no purchase since 2019-09-12 | none",
                        "waiver met | 2022-01-01 to 2022-09-12 | waiver on 2022-09-12 | none");
    }

    @Test
    @Requirement("ELI-05")
    void a_waiver_of_another_programme_or_another_time_helps_nothing() {
        facts.bought("autodesk", "2021-02-12").waiver("adobe-donation", "2022-01-01", "2022-12-31");
        var rule = new Criterion.Unless(customerOf("autodesk", 3), WAIVER);
        assertThat(decide(rule).outcome()).isEqualTo("ineligible");

        facts.waiver("autodesk-donation", "2022-09-13", "2022-12-31");
        assertThat(decide(rule).outcome()).isEqualTo("ineligible");
    }

    @Test
    void an_exception_nobody_can_tell_leaves_an_unmet_rule_undecided() {
        facts.purposes = Optional.of(Set.of("religious"));
        facts.designations = Optional.empty();
        assertThat(
                        lines(
                                decide(
                                        new Criterion.Unless(
                                                new Criterion.Purpose(noneOf("religious")),
                                                new Criterion.Designation(anyOf("secular"))))))
                .containsExactly(
                        "purpose unknown | religious | none of religious | tell-us-designation",
                        "designation unknown | - | secular | tell-us-designation");
    }

    @Test
    void the_first_day_of_the_look_back_is_within_it_and_waiting_ends_the_day_after() {
        facts.bought("autodesk", "2019-09-12");
        assertThat(lines(decide(customerOf("autodesk", 3))))
                .containsExactly(
                        "customer-of unmet | 2019-09-12 | no purchase since 2019-09-12 |"
                                + " wait-until:2022-09-13");

        facts.bought("autodesk", "2019-09-11");
        assertThat(decide(customerOf("autodesk", 3)).outcome()).isEqualTo("eligible");
        facts.bought("adobe", "2022-09-11");
        assertThat(decide(customerOf("autodesk", 3)).outcome()).isEqualTo("eligible");
    }

    @Test
    void a_leap_day_s_purchase_is_let_go_on_the_day_the_rule_says() {
        facts.bought("autodesk", "2020-02-29");
        assertThat(decide(customerOf("autodesk", 3)).findings().getFirst().remedy())
                .isEqualTo(new Remedy.WaitUntil(LocalDate.of(2023, 3, 1)));
        var pack =
                new PackFixture()
                        .with(
                                programme("autodesk-donation")
                                        .eligible(customerOf("autodesk", 3))
                                        .build())
                        .pack();
        assertThat(decideOn(LocalDate.of(2023, 2, 28), pack).outcome()).isEqualTo("ineligible");
        assertThat(decideOn(LocalDate.of(2023, 3, 1), pack).outcome()).isEqualTo("eligible");
    }

    @Test
    void a_current_customer_is_one_whose_purchase_nobody_marked_as_over_unless_bought_here() {
        var notCurrent =
                new Criterion.CustomerOf(
                        PartnerId.of("docusign"), Optional.empty(), Optional.of(false));
        var rule = new Criterion.Unless(notCurrent, new Criterion.BoughtHere());
        facts.bought("docusign", "2015-01-01");
        assertThat(lines(decide(rule)))
                .containsExactly(
                        "customer-of unmet | true | no current customer | none",
                        "bought-here unmet | none | bought here | none");

        facts.purchases =
                Optional.of(
                        List.of(
                                new OrganisationFacts.Purchase(
                                        PartnerId.of("docusign"),
                                        LocalDate.of(2015, 1, 1),
                                        Optional.of(false))));
        assertThat(decide(rule).outcome()).isEqualTo("eligible");
        var current =
                new Criterion.CustomerOf(
                        PartnerId.of("docusign"), Optional.empty(), Optional.of(true));
        assertThat(decide(current).outcome()).isEqualTo("ineligible");
    }

    @Test
    void bought_here_looks_at_what_counts_of_that_partner() {
        var fixture =
                new PackFixture()
                        .with(programme("docusign").build())
                        .with(offer("docusign-pro", "docusign").build());
        var rule =
                new Criterion.Unless(
                        new Criterion.CustomerOf(
                                PartnerId.of("docusign"), Optional.empty(), Optional.of(false)),
                        new Criterion.BoughtHere());
        facts.bought("docusign", "2021-01-01");
        var pack = fixture.pack();
        var docusign = pack.offers().values().iterator().next();
        var placed = Instant.parse("2021-01-01T10:00:00Z");

        history =
                new History(
                        List.of(
                                History.Line.of(
                                        pack,
                                        docusign,
                                        1,
                                        "1",
                                        placed,
                                        History.State.CANCELLED,
                                        List.of())));
        assertThat(decide(fixture, rule).outcome()).isEqualTo("ineligible");

        history =
                new History(
                        List.of(
                                History.Line.of(
                                        pack,
                                        docusign,
                                        1,
                                        "1",
                                        placed,
                                        History.State.DELIVERED,
                                        List.of())));
        assertThat(decide(fixture, rule).outcome()).isEqualTo("eligible");
    }

    @Test
    void money_is_compared_in_the_criterion_s_currency_at_the_latest_rate_on_or_before_the_day() {
        facts.budget("EUR 1000000.00");
        assertThat(lines(decide(budgetBelow("CAD 1446500.00"))))
                .containsExactly(
                        "budget unmet | 1000000.00 EUR = 1446500.00 CAD at 1.4465 CAD of"
                                + " 2022-01-03 | below 1446500.00 CAD | correct-data");
        assertThat(decide(budgetAtMost("CAD 1446500.00")).outcome()).isEqualTo("eligible");
    }

    @Test
    void money_is_compared_exactly_even_where_the_shown_amounts_are_equal() {
        var fixture =
                new PackFixture()
                        .rates(
                                new Rates(
                                        Map.of(
                                                CurrencyUnit.USD,
                                                PackFixture.rate("2020-01-01", "1.00004"))));
        facts.budget("EUR 100.00");
        var decision = decide(fixture, budgetAtMost("USD 100.00"));
        assertThat(lines(decision).getFirst())
                .isEqualTo(
                        "budget unmet | 100.00 EUR = 100.00 USD at 1.00004 USD of 2020-01-01 |"
                                + " at most 100.00 USD | correct-data");
    }

    @Test
    void a_cross_rate_names_both_rates_and_rounds_half_even() {
        facts.budget("USD 1000.00");
        assertThat(decide(budgetBelow("CAD 2000.00")).findings().getFirst().found().canonical())
                .contains(
                        "1000.00 USD = 1273.89 CAD at 1.1355 USD of 2022-01-03, 1.4465 CAD of"
                                + " 2022-01-03");
    }

    @Test
    void without_a_rate_by_that_day_only_staff_can_say() {
        var fixture =
                new PackFixture()
                        .rates(
                                new Rates(
                                        Map.of(
                                                CurrencyUnit.USD,
                                                PackFixture.rate("2022-09-13", "1.0"))));
        assertThat(lines(decide(fixture, budgetAtMost("USD 10000000"))))
                .containsExactly(
                        "budget unknown | 350000.00 EUR | at most 10000000.00 USD |"
                                + " staff-decides");
    }

    @Test
    void an_activity_covers_all_below_it_by_code_or_word_and_any_looks_at_all_declared() {
        facts.activity = Optional.of("arts");
        facts.activities = Optional.of(Set.of("arts", "political"));
        var notAdvocacy = noneOf("7000");
        assertThat(decide(new Criterion.Activity(notAdvocacy, false)).outcome())
                .isEqualTo("eligible");
        assertThat(decide(new Criterion.Activity(notAdvocacy, true)).outcome())
                .isEqualTo("ineligible");
        assertThat(decide(new Criterion.Activity(anyOf("culture"), false)).outcome())
                .isEqualTo("eligible");
        assertThat(decide(new Criterion.Activity(anyOf("1100"), true)).outcome())
                .isEqualTo("eligible");
    }

    @Test
    void a_school_is_one_by_status_by_form_or_by_main_activity() {
        var noSchool = new Criterion.School(false);
        assertThat(decide(noSchool).outcome()).isEqualTo("eligible");

        facts.activity = Optional.of("2110");
        assertThat(lines(decide(noSchool)))
                .containsExactly("school unmet | true | false | correct-data");
        facts.activity = Optional.of("1100");
        facts.form = Optional.of("school");
        assertThat(decide(noSchool).outcome()).isEqualTo("ineligible");
        facts.form = Optional.of("asbl");
        facts.statuses = Optional.of(Set.of("school"));
        assertThat(decide(noSchool).outcome()).isEqualTo("ineligible");
        assertThat(decide(new Criterion.School(true)).outcome()).isEqualTo("eligible");

        facts.statuses = Optional.empty();
        assertThat(lines(decide(noSchool)))
                .containsExactly("school unknown | - | false | tell-us-school");
        facts.form = Optional.of("school");
        assertThat(decide(noSchool).outcome()).isEqualTo("ineligible");
    }

    @Test
    @Requirement("VER-04")
    void a_library_is_one_by_status_or_by_form() {
        var library = new Criterion.Library(true);
        assertThat(decide(library).outcome()).isEqualTo("ineligible");
        facts.form = Optional.of("library");
        assertThat(decide(library).outcome()).isEqualTo("eligible");
        facts.form = Optional.of("asbl");
        facts.statuses = Optional.of(Set.of("nonprofit", "library"));
        assertThat(decide(library).outcome()).isEqualTo("eligible");
    }

    @Test
    void any_is_met_by_one_and_reports_the_others_too() {
        var decision =
                decide(
                        new Criterion.Any(
                                List.of(
                                        new Criterion.Status(anyOf("charity")),
                                        new Criterion.Status(anyOf("nonprofit")))));
        assertThat(lines(decision))
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
                decide(
                        new Criterion.None(
                                List.of(
                                        new Criterion.Status(anyOf("nonprofit")),
                                        new Criterion.Status(anyOf("charity")))));
        assertThat(decision.outcome()).isEqualTo("ineligible");
        assertThat(lines(decision))
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
    void what_a_person_must_say_is_unknown_until_then() {
        var rule = new Criterion.Judgement("direct-service");
        assertThat(lines(decide(rule)))
                .containsExactly("judgement unknown | - | direct-service | staff-decides");
        facts.judgements = Map.of("direct-service", true);
        assertThat(decide(rule).outcome()).isEqualTo("eligible");
        facts.judgements = Map.of("direct-service", false);
        assertThat(decide(rule).outcome()).isEqualTo("ineligible");
    }

    @Test
    void an_attestation_not_made_is_unmet_and_one_nobody_asked_for_is_unknown() {
        var rule = new Criterion.Attested("non-discrimination");
        assertThat(lines(decide(rule)))
                .containsExactly("attested unmet | false | non-discrimination | attest");
        facts.attested = Optional.empty();
        assertThat(decide(rule).outcome()).isEqualTo("undecided");
        facts.attested = Optional.of(Set.of("non-discrimination"));
        assertThat(decide(rule).outcome()).isEqualTo("eligible");
    }

    @Test
    void a_size_is_compared_with_both_bounds() {
        var between =
                new Criterion.Size(
                        new Criterion.Range<>(
                                Optional.empty(),
                                Optional.of(12L),
                                Optional.of(13L),
                                Optional.empty()));
        assertThat(lines(decide(between)))
                .containsExactly("size met | 12 | at least 12 and below 13 | none");
        facts.staff = Optional.of(13L);
        assertThat(decide(between).outcome()).isEqualTo("ineligible");
        facts.staff = Optional.empty();
        assertThat(decide(between).outcome()).isEqualTo("undecided");
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
        assertThat(decideOn(LocalDate.of(2021, 12, 31), pack).outcome()).isEqualTo("ineligible");
        assertThat(decideOn(LocalDate.of(2022, 1, 1), pack).outcome()).isEqualTo("eligible");
        assertThat(lines(decideOn(LocalDate.of(2023, 1, 1), pack)))
                .containsExactly("in-force unmet | 2023-01-01 | until 2022-12-31 | none");
        assertThat(lines(decideOn(LocalDate.of(2019, 12, 31), pack)))
                .containsExactly(
                        "in-force unmet | 2019-12-31 | from 2020-01-01 | wait-until:2020-01-01");
        assertThat(decideOn(LocalDate.of(2019, 12, 31), pack).basis().version()).isEmpty();
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
        assertThat(decideOn(DAY, pack).outcome()).isEqualTo("eligible");
        facts.country = Optional.of("BE");
        assertThat(decideOn(DAY, pack).outcome()).isEqualTo("ineligible");
    }

    @Test
    void an_offer_may_demand_more_than_its_programme() {
        var small =
                offer("credit-small", "aws-credit").eligible(budgetBelow("EUR 350000.01")).build();
        var large =
                offer("credit-large", "aws-credit").eligible(budgetBelow("EUR 350000.00")).build();
        var plain = offer("credit", "aws-credit").build();
        var pack = new PackFixture().with(programme("aws-credit").build()).pack();
        assertThat(Eligibility.decideOffer(pack, small, facts.facts(), history, DAY))
                .map(Finding::outcome)
                .contains(Outcome.MET);
        assertThat(Eligibility.decideOffer(pack, large, facts.facts(), history, DAY))
                .map(Finding::outcome)
                .contains(Outcome.UNMET);
        assertThat(Eligibility.decideOffer(pack, plain, facts.facts(), history, DAY)).isEmpty();
    }
}
