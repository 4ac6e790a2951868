package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.WayOut;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.Figure;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;

/// The numbers of the office's own text for Adobe, Autodesk and Cisco, tried on its pack; and what
/// holds for all partners. Times are those of Luxembourg.
class SocialwareTryTest {
    private static final Pack PACK = CommittedPack.of("socialware-lu");
    private static final String TODAY = "2026-11-21T10:00:00+01:00";

    private static Trial today() {
        return Trial.of(PACK, TODAY);
    }

    private static void isReligious(FactsFixture facts) {
        facts.activity = Optional.of("10100");
        facts.purposes = Optional.of(Set.of("religious"));
    }

    private static void helpsRefugees(FactsFixture facts) {
        facts.form = Optional.of("asbl-public-utility");
        facts.statuses = Optional.of(Set.of("nonprofit", "charity"));
        facts.activity = Optional.of("4230");
        facts.judgements = Map.of("serves-disadvantaged", true);
    }

    @Nested
    @Requirement({"ORD-03", "ELI-01"})
    class Adobe {
        @Test
        void four_products_in_the_year_from_july_to_june() {
            var trial =
                    today().had("acrobat-pro-1y", 3, "2026-07-02T09:00:00+02:00")
                            .wants("photoshop-elements", 1);
            assertThat(trial.refusals()).isEmpty();

            trial.wants("premiere-elements", 1);
            assertThat(trial.refusals()).containsExactly("premiere-elements: allotment-exceeded");
            assertThat(trial.left("adobe-donation").left()).isEqualTo(new Figure.Units(1));
            assertThat(trial.left("adobe-donation").resets()).hasToString("Optional[2027-07-01]");
        }

        /// The partner's midnight is nine in the morning here.
        @Test
        void the_year_turns_at_midnight_where_the_partner_is() {
            var before = Trial.of(PACK, "2027-07-01T08:59:59+02:00");
            var after = Trial.of(PACK, "2027-07-01T09:00:00+02:00");
            for (var trial : List.of(before, after)) {
                trial.had("acrobat-pro-1y", 4, "2026-07-01T09:00:00+02:00")
                        .wants("acrobat-pro-1y", 4);
            }

            assertThat(before.refusals()).containsExactly("acrobat-pro-1y: allotment-exceeded");
            assertThat(after.refusals()).isEmpty();
        }

        @Test
        void what_was_cancelled_comes_back() {
            assertThat(
                            today().had(
                                            "acrobat-pro-1y",
                                            4,
                                            "2026-09-01T09:00:00+02:00",
                                            History.State.CANCELLED)
                                    .wants("acrobat-pro-1y", 4)
                                    .refusals())
                    .isEmpty();
        }

        @Test
        void a_religious_organisation_needs_work_open_to_everyone() {
            var religious = today().where(SocialwareTryTest::isReligious);
            assertThat(religious.outcome("adobe-donation")).isEqualTo("ineligible");

            religious.where(facts -> facts.designations = Optional.of(Set.of("secular")));
            assertThat(religious.outcome("adobe-donation")).isEqualTo("eligible");
        }
    }

    @Nested
    @Requirement("ORD-03")
    class CreativeCloud {
        @Test
        void any_number_each_for_a_different_person() {
            var emails =
                    Stream.iterate(1, n -> n + 1)
                            .limit(30)
                            .map(n -> "person" + n + "@example.org")
                            .toArray(String[]::new);
            assertThat(
                            today().wants("creative-cloud-all-apps", 30, Trial.people(true, emails))
                                    .refusals())
                    .isEmpty();
        }

        @Test
        void one_person_has_one_subscription() {
            assertThat(
                            today().wants(
                                            "creative-cloud-all-apps",
                                            2,
                                            Trial.people(
                                                    true, "lea@example.org", "LEA@example.org"))
                                    .refusals())
                    .containsExactly("creative-cloud-all-apps: person-already-has-one");
        }

        @Test
        void only_people_who_never_had_one() {
            var known = Trial.people(false, "tom@example.org");
            assertThat(today().wants("creative-cloud-all-apps", 1, known).refusals())
                    .containsExactly("creative-cloud-all-apps: not-a-new-user");
        }

        @Test
        void everybody_who_gets_one_is_named() {
            assertThat(today().wants("creative-cloud-all-apps", 1).refusals())
                    .containsExactly("creative-cloud-all-apps: answers-missing");
        }
    }

    @Nested
    @Requirement({"ORD-03", "ELI-01", "ELI-05"})
    class Autodesk {
        @Test
        void two_products_in_a_fiscal_year() {
            var trial =
                    today().had("autocad-1y", 1, "2026-07-06T09:00:00+02:00")
                            .wants("fusion-360-1y", 2);

            assertThat(trial.restrictions())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.code().word()).isEqualTo("allotment-exceeded");
                        assertThat(found.waysOut()).contains(new WayOut.ReduceTo(1));
                    });
        }

        @Test
        void two_are_renewed_in_the_next_year() {
            assertThat(
                            today().had("autocad-1y", 2, "2026-03-02T09:00:00+01:00")
                                    .wants("autocad-1y", 2)
                                    .refusals())
                    .isEmpty();
        }

        @Test
        void a_purchase_of_three_years_ago_still_stands_in_the_way() {
            assertThat(bought("2023-11-21").outcome("autodesk-donation")).isEqualTo("ineligible");
            assertThat(bought("2023-11-20").outcome("autodesk-donation")).isEqualTo("eligible");
        }

        @Test
        void the_waiver_of_autodesk_is_enough_while_it_is_valid() {
            var trial = bought("2025-02-12").wants("autocad-1y", 1);
            assertThat(trial.refusals())
                    .containsExactly("autocad-1y: not-eligible", "autocad-1y: waiver-missing");

            trial.where(f -> f.waiver("autodesk-donation", "2026-01-01", "2026-12-31"));
            assertThat(trial.refusals()).isEmpty();

            trial.where(f -> f.waiver("autodesk-donation", "2025-01-01", "2025-12-31"));
            assertThat(trial.refusals()).isNotEmpty();
        }

        @Test
        void the_other_criteria_hold_in_spite_of_the_waiver() {
            var trial = bought("2025-02-12");
            trial.where(f -> f.waiver("autodesk-donation", "2026-01-01", "2026-12-31"));
            trial.where(facts -> facts.budget("EUR 9000000.00"));
            assertThat(trial.outcome("autodesk-donation")).isEqualTo("ineligible");
        }

        /// 1.1746 dollars for a euro since 2 November 2026.
        @Test
        void the_budget_is_compared_in_dollars() {
            assertThat(today().where(f -> f.budget("EUR 8513536.00")).outcome("autodesk-donation"))
                    .isEqualTo("eligible");
            assertThat(today().where(f -> f.budget("EUR 8513538.00")).outcome("autodesk-donation"))
                    .isEqualTo("ineligible");
        }

        private Trial bought(String day) {
            return today().where(facts -> facts.bought("autodesk", day));
        }
    }

    @Nested
    @Requirement({"ORD-03", "ORD-07", "ELI-01"})
    class Cisco {
        @Test
        void fees_stay_within_4800_dollars_in_a_fiscal_year() {
            var trial = today().where(SocialwareTryTest::helpsRefugees);
            trial.wants("cisco-switch-48", 8).wants("cisco-access-point", 6);
            assertThat(trial.refusals()).isEmpty();

            var more = today().where(SocialwareTryTest::helpsRefugees);
            more.wants("cisco-switch-48", 8).wants("cisco-access-point", 7);
            assertThat(more.restrictions())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.line()).isEqualTo(1);
                        assertThat(found.code()).isEqualTo(Restriction.Code.ALLOTMENT_EXCEEDED);
                        assertThat(found.waysOut()).contains(new WayOut.ReduceTo(6));
                    });
        }

        @Test
        void whether_it_serves_the_disadvantaged_is_for_a_person_to_say() {
            var trial = today().where(SocialwareTryTest::helpsRefugees);
            trial.where(facts -> facts.judgements = Map.of());
            assertThat(trial.outcome("cisco-donation")).isEqualTo("undecided");

            trial.where(facts -> facts.judgements = Map.of("serves-disadvantaged", false));
            assertThat(trial.outcome("cisco-donation")).isEqualTo("ineligible");
        }

        @Test
        void culture_is_not_among_the_activities_it_helps() {
            assertThat(today().outcome("cisco-donation")).isEqualTo("ineligible");
        }

        @Test
        void three_questions_are_answered_first_and_hardware_goes_to_a_street() {
            var trial = today().where(SocialwareTryTest::helpsRefugees);
            trial.where(facts ->
                    facts.address =
                            Optional.of(
                                    new OrganisationFacts.Address(
                                            Optional.of("LU"), Optional.of(true))));
            trial.wantsWithoutAWord("cisco-router", 1);

            assertThat(trial.refusals())
                    .containsExactly(
                            "cisco-router: answers-missing",
                            "cisco-router: conditions-not-accepted",
                            "cisco-router: post-office-box");
            assertThat(trial.restrictions().getFirst())
                    .isInstanceOfSatisfying(
                            Restriction.AnswersMissing.class,
                            missing ->
                                    assertThat(missing.questions())
                                            .containsExactly(
                                                    "technology-budget",
                                                    "network-plan",
                                                    "site-contact"));
        }
    }

    @Test
    @Requirement({"ELI-01", "ORD-01"})
    void a_small_cultural_association_is_eligible_nearly_everywhere() {
        var trial = today();
        trial.where(facts -> facts.attested = Optional.of(Set.of("non-discrimination")));

        var refused =
                PACK.programmes().keySet().stream()
                        .map(id -> id.value())
                        .filter(id -> !trial.outcome(id).equals("eligible"))
                        .toList();

        assertThat(refused)
                .containsExactlyInAnyOrder("bitdefender", "cisco-donation", "workplace-validation");
    }

    @Test
    @Requirement("ORD-02")
    void three_violations_of_one_basket_are_told_at_once() {
        var trial =
                today().had("autocad-1y", 1, "2026-07-06T09:00:00+02:00")
                        .wants("autocad-1y", 2)
                        .wants("windows-11-get-genuine", 5)
                        .wants(
                                "creative-cloud-all-apps",
                                2,
                                Trial.people(true, "lea@example.org", "lea@example.org"));

        assertThat(trial.refusals())
                .containsExactly(
                        "autocad-1y: allotment-exceeded",
                        "windows-11-get-genuine: must-be-alone",
                        "creative-cloud-all-apps: person-already-has-one");
    }

    @Test
    @Requirement("ELI-02")
    void whoever_is_not_qualified_yet_learns_the_rest_all_the_same() {
        var trial = today().where(facts -> facts.qualified = Optional.empty());
        for (var programme : PACK.programmes().values()) {
            var decision = trial.decision(programme.id().value());
            assertThat(decision.findings()).as(programme.id().value()).isNotEmpty();
        }
        assertThat(trial.outcome("cisco-donation")).isEqualTo("ineligible");
        assertThat(trial.outcome("zoom")).isEqualTo("undecided");
        assertThat(
                        PACK.offers().values().stream()
                                .filter(offer -> offer.eligible().isPresent())
                                .filter(offer ->
                                        Eligibility.decideOffer(
                                                        PACK,
                                                        offer,
                                                        new FactsFixture().facts(),
                                                        History.NONE,
                                                        LocalDate.of(2026, 11, 21))
                                                .isPresent()))
                .hasSizeGreaterThanOrEqualTo(5);
    }
}
