package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
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
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Rates;

/// What each criterion compares.
@Requirement({"ELI-01", "ELI-02"})
class CriteriaTest {
    private final Deciding deciding = new Deciding();
    private final FactsFixture facts = deciding.facts;

    @Test
    void the_first_day_of_the_look_back_is_within_it_and_waiting_ends_the_day_after() {
        facts.bought("autodesk", "2019-09-12");
        assertThat(Deciding.lines(deciding.decide(customerOf("autodesk", 3))))
                .containsExactly(
                        "customer-of unmet | 2019-09-12 | no purchase since 2019-09-12 |"
                                + " wait-until:2022-09-13");

        facts.bought("autodesk", "2019-09-11");
        assertThat(deciding.decide(customerOf("autodesk", 3)).outcome()).isEqualTo("eligible");
        facts.bought("adobe", "2022-09-11");
        assertThat(deciding.decide(customerOf("autodesk", 3)).outcome()).isEqualTo("eligible");
    }

    @Test
    void a_leap_day_s_purchase_is_let_go_on_the_day_the_rule_says() {
        facts.bought("autodesk", "2020-02-29");
        assertThat(deciding.decide(customerOf("autodesk", 3)).findings().getFirst().remedy())
                .isEqualTo(new Remedy.WaitUntil(LocalDate.of(2023, 3, 1)));
        var pack =
                new PackFixture()
                        .with(
                                programme("autodesk-donation")
                                        .eligible(customerOf("autodesk", 3))
                                        .build())
                        .pack();
        assertThat(deciding.decideOn(LocalDate.of(2023, 2, 28), pack).outcome())
                .isEqualTo("ineligible");
        assertThat(deciding.decideOn(LocalDate.of(2023, 3, 1), pack).outcome())
                .isEqualTo("eligible");
    }

    @Test
    void a_current_customer_is_one_whose_purchase_nobody_marked_as_over_unless_bought_here() {
        var notCurrent =
                new Criterion.CustomerOf(
                        PartnerId.of("docusign"), Optional.empty(), Optional.of(false));
        var rule = new Criterion.Unless(notCurrent, new Criterion.BoughtHere());
        facts.bought("docusign", "2015-01-01");
        assertThat(Deciding.lines(deciding.decide(rule)))
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
        assertThat(deciding.decide(rule).outcome()).isEqualTo("eligible");
        var current =
                new Criterion.CustomerOf(
                        PartnerId.of("docusign"), Optional.empty(), Optional.of(true));
        assertThat(deciding.decide(current).outcome()).isEqualTo("ineligible");
    }

    @Test
    void a_customer_rule_with_two_demands_reports_the_one_that_stands_in_the_way() {
        var both =
                new Criterion.CustomerOf(
                        PartnerId.of("docusign"),
                        Optional.of(
                                new org.passerelle.pack.model.Duration(
                                        3, org.passerelle.pack.model.Duration.Unit.YEARS)),
                        Optional.of(false));
        facts.bought("docusign", "2015-01-01");
        assertThat(Deciding.lines(deciding.decide(both)))
                .containsExactly("customer-of unmet | true | no current customer | none");
        facts.bought("adobe", "2022-01-01");
        assertThat(deciding.decide(both).outcome()).isEqualTo("eligible");
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

        deciding.history =
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
        assertThat(deciding.decide(fixture, rule).outcome()).isEqualTo("ineligible");

        deciding.history =
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
        assertThat(deciding.decide(fixture, rule).outcome()).isEqualTo("eligible");
    }

    @Test
    void an_order_helps_where_what_is_asked_for_can_still_be_ordered() {
        var rule = new Criterion.Had(Set.of(OfferId.of("docusign-pro")), Optional.empty());
        var pro = offer("docusign-pro", "docusign");
        var fixture = new PackFixture().with(programme("docusign").build()).with(pro.build());

        assertThat(Deciding.lines(deciding.decide(fixture, rule)))
                .singleElement(STRING)
                .startsWith("had unmet | none |")
                .endsWith("| order");
        assertThat(Deciding.lines(deciding.decide(fixture, new Criterion.BoughtHere())))
                .as("nothing of this partner is to be ordered but by this programme")
                .singleElement(STRING)
                .endsWith("| none");
        var gone = fixture.with(pro.onSale("2020-01-01", "2022-01-01").build());
        assertThat(Deciding.lines(deciding.decide(gone, rule)))
                .singleElement(STRING)
                .endsWith("| none");
    }

    @Test
    void who_is_no_customer_may_tell_of_a_purchase() {
        var current =
                new Criterion.CustomerOf(
                        PartnerId.of("docusign"), Optional.empty(), Optional.of(true));
        facts.purchases = Optional.of(List.of());
        assertThat(Deciding.lines(deciding.decide(current)))
                .containsExactly(
                        "customer-of unmet | false | current customer | tell-us-purchases");
    }

    @Test
    void money_is_compared_in_the_criterion_s_currency_at_the_latest_rate_on_or_before_the_day() {
        facts.budget("EUR 1000000.00");
        assertThat(Deciding.lines(deciding.decide(budgetBelow("CAD 1446500.00"))))
                .containsExactly(
                        "budget unmet | 1000000.00 EUR = 1446500.00 CAD at 1.4465 CAD of"
                                + " 2022-01-03 | below 1446500.00 CAD | correct-data");
        assertThat(deciding.decide(budgetAtMost("CAD 1446500.00")).outcome()).isEqualTo("eligible");
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
        var decision = deciding.decide(fixture, budgetAtMost("USD 100.00"));
        assertThat(Deciding.lines(decision).getFirst())
                .isEqualTo(
                        "budget unmet | 100.00 EUR = 100.00 USD at 1.00004 USD of 2020-01-01 |"
                                + " at most 100.00 USD | correct-data");
    }

    @Test
    void a_cross_rate_names_both_rates_and_rounds_half_even() {
        facts.budget("USD 1000.00");
        assertThat(
                        deciding.decide(budgetBelow("CAD 2000.00"))
                                .findings()
                                .getFirst()
                                .found()
                                .canonical())
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
        assertThat(Deciding.lines(deciding.decide(fixture, budgetAtMost("USD 10000000"))))
                .containsExactly(
                        "budget unknown | 350000.00 EUR | at most 10000000.00 USD |"
                                + " staff-decides");
    }

    @Test
    void an_activity_covers_all_below_it_by_code_or_word_and_any_looks_at_all_declared() {
        facts.activity = Optional.of("arts");
        facts.activities = Optional.of(Set.of("arts", "political"));
        var notAdvocacy = noneOf("7000");
        assertThat(deciding.decide(new Criterion.Activity(notAdvocacy, false)).outcome())
                .isEqualTo("eligible");
        assertThat(deciding.decide(new Criterion.Activity(notAdvocacy, true)).outcome())
                .isEqualTo("ineligible");
        assertThat(deciding.decide(new Criterion.Activity(anyOf("culture"), false)).outcome())
                .isEqualTo("eligible");
        assertThat(deciding.decide(new Criterion.Activity(anyOf("1100"), true)).outcome())
                .isEqualTo("eligible");
    }

    @Test
    void any_activity_counts_the_main_one_whether_or_not_it_is_declared_again() {
        facts.activity = Optional.of("political");
        facts.activities = Optional.of(Set.of("arts"));
        var advocacy = new Criterion.Activity(anyOf("7000"), true);
        assertThat(Deciding.lines(deciding.decide(advocacy)))
                .containsExactly("activity met | arts, political | 7000 | none");

        facts.activity = Optional.of("arts");
        facts.activities = Optional.of(Set.of("political"));
        assertThat(deciding.decide(advocacy).outcome()).isEqualTo("eligible");
        assertThat(deciding.decide(new Criterion.Activity(anyOf("7000"), false)).outcome())
                .isEqualTo("ineligible");
    }

    @Test
    void any_activity_is_unknown_until_the_others_are_told_and_the_main_one_is_not() {
        facts.activity = Optional.of("arts");
        facts.activities = Optional.empty();
        assertThat(deciding.decide(new Criterion.Activity(anyOf("culture"), true)).outcome())
                .isEqualTo("undecided");
        assertThat(deciding.decide(new Criterion.Activity(anyOf("culture"), false)).outcome())
                .isEqualTo("eligible");
    }

    @Test
    void a_school_is_one_by_status_by_form_or_by_main_activity() {
        var noSchool = new Criterion.School(false);
        assertThat(deciding.decide(noSchool).outcome()).isEqualTo("eligible");

        facts.activity = Optional.of("2110");
        assertThat(Deciding.lines(deciding.decide(noSchool)))
                .containsExactly("school unmet | true | false | correct-data");
        facts.activity = Optional.of("1100");
        facts.form = Optional.of("school");
        assertThat(deciding.decide(noSchool).outcome()).isEqualTo("ineligible");
        facts.form = Optional.of("asbl");
        facts.statuses = Optional.of(Set.of("school"));
        assertThat(deciding.decide(noSchool).outcome()).isEqualTo("ineligible");
        assertThat(deciding.decide(new Criterion.School(true)).outcome()).isEqualTo("eligible");

        facts.statuses = Optional.empty();
        assertThat(Deciding.lines(deciding.decide(noSchool)))
                .containsExactly("school unknown | - | false | tell-us-school");
        facts.form = Optional.of("school");
        assertThat(deciding.decide(noSchool).outcome()).isEqualTo("ineligible");
    }

    @Test
    @Requirement("VER-04")
    void a_library_is_one_by_status_or_by_form() {
        var library = new Criterion.Library(true);
        assertThat(deciding.decide(library).outcome()).isEqualTo("ineligible");
        facts.form = Optional.of("library");
        assertThat(deciding.decide(library).outcome()).isEqualTo("eligible");
        facts.form = Optional.of("asbl");
        facts.statuses = Optional.of(Set.of("nonprofit", "library"));
        assertThat(deciding.decide(library).outcome()).isEqualTo("eligible");
    }

    @Test
    void what_a_person_must_say_is_unknown_until_then() {
        var rule = new Criterion.Judgement("direct-service");
        assertThat(Deciding.lines(deciding.decide(rule)))
                .containsExactly("judgement unknown | - | direct-service | staff-decides");
        facts.judgements = Map.of("direct-service", true);
        assertThat(deciding.decide(rule).outcome()).isEqualTo("eligible");
        facts.judgements = Map.of("direct-service", false);
        assertThat(deciding.decide(rule).outcome()).isEqualTo("ineligible");
    }

    @Test
    void an_attestation_not_made_is_unmet_and_one_nobody_asked_for_is_unknown() {
        var rule = new Criterion.Attested("non-discrimination");
        assertThat(Deciding.lines(deciding.decide(rule)))
                .containsExactly("attested unmet | false | non-discrimination | attest");
        facts.attested = Optional.empty();
        assertThat(deciding.decide(rule).outcome()).isEqualTo("undecided");
        facts.attested = Optional.of(Set.of("non-discrimination"));
        assertThat(deciding.decide(rule).outcome()).isEqualTo("eligible");
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
        assertThat(Deciding.lines(deciding.decide(between)))
                .containsExactly("size met | 12 | at least 12 and below 13 | none");
        facts.staff = Optional.of(13L);
        assertThat(deciding.decide(between).outcome()).isEqualTo("ineligible");
        facts.staff = Optional.empty();
        assertThat(deciding.decide(between).outcome()).isEqualTo("undecided");
    }
}
