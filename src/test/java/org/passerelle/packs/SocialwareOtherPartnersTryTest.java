package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.ordering.WayOut;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.OrganisationFacts;

/// The numbers of Microsoft, Zoom and the smaller programmes, tried on the office's pack.
class SocialwareOtherPartnersTryTest {
    private static final Pack PACK = CommittedPack.of("socialware-lu");
    private static final String TODAY = "2026-11-21T10:00:00+01:00";

    private static Trial today() {
        return Trial.of(PACK, TODAY);
    }

    @Nested
    @Requirement("ORD-03")
    class Microsoft {
        @Test
        void fifty_licences_of_a_title_in_two_years_from_the_first_request() {
            var trial =
                    today().had("windows-11-pro", 40, "2025-03-10T09:00:00+01:00")
                            .wants("windows-11-pro", 11);

            assertThat(trial.refusals()).containsExactly("windows-11-pro: allotment-exceeded");
            assertThat(trial.restrictions().getFirst().waysOut()).contains(new WayOut.ReduceTo(10));
        }

        @Test
        void another_title_has_fifty_of_its_own() {
            var library = today();
            library.where(facts -> facts.form = Optional.of("public-library"));
            library.where(facts -> facts.statuses = Optional.of(Set.of("library")));
            library.had("windows-11-pro", 50, "2025-03-10T09:00:00+01:00");
            assertThat(library.wants("office-ltsc-public-access", 50).refusals()).isEmpty();
        }

        @Test
        void two_years_later_fifty_are_possible_anew() {
            var before = Trial.of(PACK, "2027-03-09T09:00:00+01:00");
            var after = Trial.of(PACK, "2027-03-10T09:00:00+01:00");
            for (var trial : List.of(before, after)) {
                trial.had("windows-11-pro", 40, "2025-03-10T09:00:00+01:00")
                        .had("windows-11-pro", 10, "2026-12-01T09:00:00+01:00")
                        .wants("windows-11-pro", 50);
            }

            assertThat(before.refusals()).containsExactly("windows-11-pro: allotment-exceeded");
            assertThat(after.refusals()).isEmpty();
        }

        @Test
        void a_title_and_its_successor_are_one() {
            assertThat(
                            today().had("windows-10-pro", 50, "2025-03-10T09:00:00+01:00")
                                    .wants("windows-11-pro", 1)
                                    .refusals())
                    .containsExactly("windows-11-pro: allotment-exceeded");
        }

        @Test
        void most_donations_ended_in_april_2022_and_windows_pro_did_not() {
            assertThat(
                            Trial.of(PACK, "2022-04-03T12:00:00+02:00")
                                    .wants("office-standard-2019", 5)
                                    .refusals())
                    .isEmpty();
            assertThat(
                            Trial.of(PACK, "2022-04-04T12:00:00+02:00")
                                    .wants("office-standard-2019", 5)
                                    .refusals())
                    .containsExactly("office-standard-2019: not-on-sale");
            assertThat(today().wants("windows-11-pro", 5).refusals()).isEmpty();
        }

        @Test
        void what_is_no_longer_given_is_not_among_what_may_still_be_ordered() {
            assertThat(today().mayStillOrder())
                    .contains("windows-11-pro", "office-ltsc-public-access")
                    .doesNotContain("office-standard-2019", "windows-server-2019");
        }

        @Test
        void get_genuine_is_ordered_alone_and_once_in_a_lifetime() {
            var trial = today().wants("windows-11-get-genuine", 12);
            assertThat(trial.refusals()).isEmpty();

            trial.wants("windows-11-pro", 1);
            assertThat(trial.refusals()).containsExactly("windows-11-get-genuine: must-be-alone");

            assertThat(
                            today().had("windows-11-get-genuine", 1, "2021-11-02T09:00:00+01:00")
                                    .wants("windows-11-get-genuine", 1)
                                    .refusals())
                    .containsExactly("windows-11-get-genuine: once-in-a-lifetime");
        }

        @Test
        void a_reduced_price_is_without_limit_from_five_licences_in_one_order() {
            var trial = today();
            trial.where(facts -> facts.attested = Optional.of(Set.of("non-discrimination")));
            trial.wants("office-ltsc-standard", 2);
            assertThat(trial.refusals()).containsExactly("office-ltsc-standard: below-minimum");

            trial.wants("windows-server-cal", 300);
            assertThat(trial.refusals()).isEmpty();
        }

        @Test
        void that_it_does_not_discriminate_is_declared() {
            assertThat(today().outcome("microsoft-discount")).isEqualTo("ineligible");
            assertThat(
                            today().where(f ->
                                            f.attested = Optional.of(Set.of("non-discrimination")))
                                    .outcome("microsoft-discount"))
                    .isEqualTo("eligible");
        }
    }

    @Nested
    @Requirement({"ORD-03", "VOU-03", "CAT-04"})
    class Zoom {
        @Test
        void one_code_in_a_fiscal_year() {
            assertThat(
                            today().had("zoom-meetings-1y", 1, "2026-07-06T09:00:00+02:00")
                                    .wants("zoom-meetings-1y", 1)
                                    .refusals())
                    .containsExactly("zoom-meetings-1y: allotment-exceeded");
        }

        @Test
        void nine_additional_licences_of_pro_and_ninety_nine_of_business() {
            var customer = today().had("zoom-meetings-1y", 1, "2026-07-06T09:00:00+02:00");
            customer.wants("zoom-pro-licences", 9).wants("zoom-business-licences", 99);
            assertThat(customer.refusals()).isEmpty();

            var more = today().had("zoom-meetings-1y", 1, "2026-07-06T09:00:00+02:00");
            more.wants("zoom-pro-licences", 10).wants("zoom-business-licences", 100);
            assertThat(more.refusals())
                    .containsExactly(
                            "zoom-pro-licences: allotment-exceeded",
                            "zoom-pro-licences: above-maximum",
                            "zoom-business-licences: allotment-exceeded",
                            "zoom-business-licences: above-maximum");
        }

        @Test
        void additional_licences_need_a_plan_from_here() {
            assertThat(today().wants("zoom-pro-licences", 1).refusals())
                    .containsExactly("zoom-pro-licences: not-eligible");
        }

        @Test
        @Requirement("VOU-04")
        void codes_follow_other_rules_since_15_february_2021() {
            var before = Trial.of(PACK, "2021-02-14T12:00:00+01:00");
            assertThat(before.wants("zoom-business", 1).refusals()).isEmpty();
            assertThat(before.decision("zoom").basis().version())
                    .hasToString("Optional[2019-07-01]");
            var after = Trial.of(PACK, "2021-02-15T12:00:00+01:00");
            assertThat(after.wants("zoom-business", 1).restrictions())
                    .singleElement()
                    .satisfies(found ->
                            assertThat(found.waysOut())
                                    .extracting(WayOut::code)
                                    .contains("successor-zoom-meetings-1y"));
            assertThat(after.decision("zoom").basis().version())
                    .hasToString("Optional[2021-02-15]");
        }
    }

    @Nested
    @Requirement({"ORD-03", "ELI-01", "VER-04"})
    class OtherPartners {
        /// 1.6150 Canadian dollars for a euro since 2 November 2026.
        @Test
        void bitdefender_helps_charities_and_libraries_below_1_4_million_canadian_dollars() {
            assertThat(today().outcome("bitdefender")).isEqualTo("ineligible");
            var charity = today();
            charity.where(facts -> facts.statuses = Optional.of(Set.of("nonprofit", "charity")));
            assertThat(charity.outcome("bitdefender")).isEqualTo("eligible");
            charity.where(facts -> facts.budget("CAD 1399999.99"));
            assertThat(charity.outcome("bitdefender")).isEqualTo("eligible");
            charity.where(facts -> facts.budget("CAD 1400000.00"));
            assertThat(charity.outcome("bitdefender")).isEqualTo("ineligible");
        }

        @Test
        void bitdefender_protects_fifty_devices_over_all_products() {
            var library = today();
            library.where(facts -> facts.statuses = Optional.of(Set.of("library")));
            assertThat(
                            library.wants("gravityzone-25", 1)
                                    .wants("bitdefender-total-5", 5)
                                    .refusals())
                    .isEmpty();
            assertThat(library.wants("gravityzone-10", 1).refusals())
                    .containsExactly("gravityzone-10: allotment-exceeded");
        }

        @Test
        void docusign_gives_five_of_each_unless_the_account_is_from_elsewhere() {
            var trial = today().wants("docusign-standard", 5).wants("docusign-pro", 5);
            assertThat(trial.refusals()).isEmpty();

            var customer = today().where(facts -> facts.bought("docusign", "2026-01-05"));
            assertThat(customer.outcome("docusign")).isEqualTo("ineligible");
            customer.had("docusign-standard", 2, "2025-09-01T09:00:00+02:00");
            assertThat(customer.outcome("docusign")).isEqualTo("eligible");
        }

        @Test
        void hosting_credit_is_of_three_sizes_by_budget() {
            for (var band :
                    Map.of(
                                    "USD 9999999.99", "cloud-credit-small",
                                    "USD 10000000.00", "cloud-credit-medium",
                                    "USD 50000000.00", "cloud-credit-medium",
                                    "USD 50000000.01", "cloud-credit-large")
                            .entrySet()) {
                for (var offer :
                        List.of(
                                "cloud-credit-small",
                                "cloud-credit-medium",
                                "cloud-credit-large")) {
                    var trial = today().where(facts -> facts.budget(band.getKey()));
                    assertThat(trial.wants(offer, 1).refusals().isEmpty())
                            .as(band.getKey() + " " + offer)
                            .isEqualTo(offer.equals(band.getValue()));
                }
            }
        }

        @Test
        void a_first_hosting_credit_comes_once_and_is_renewed_each_year() {
            var renewal = today().had("cloud-credit-small", 1, "2026-03-02T09:00:00+01:00");
            assertThat(renewal.wants("cloud-credit-small", 1).refusals()).isEmpty();

            var late = today().had("cloud-credit-small", 1, "2024-03-02T09:00:00+01:00");
            assertThat(late.wants("cloud-credit-small", 1).refusals())
                    .containsExactly("cloud-credit-small: once-in-a-lifetime");
        }

        @Test
        void asana_takes_a_sports_club_that_is_also_a_community_centre() {
            var club = today();
            club.where(facts -> facts.activity = Optional.of("1210"));
            club.where(facts -> facts.activities = Optional.of(Set.of("1210")));
            assertThat(club.outcome("asana")).isEqualTo("ineligible");
            club.where(facts -> facts.activities = Optional.of(Set.of("1210", "1330")));
            assertThat(club.outcome("asana")).isEqualTo("eligible");
        }

        @Test
        void a_school_of_special_needs_is_qualified_and_yet_not_eligible_for_many() {
            var school = today();
            school.where(facts -> facts.form = Optional.of("special-needs-school"));
            school.where(facts -> facts.statuses = Optional.of(Set.of("school")));
            school.where(facts -> facts.activity = Optional.of("2330"));
            for (var closed : List.of("bitdefender", "slack", "canva-validation", "tableau")) {
                assertThat(school.outcome(closed)).as(closed).isEqualTo("ineligible");
            }
            for (var open : List.of("adobe-donation", "zoom", "refurbished-hardware")) {
                assertThat(school.outcome(open)).as(open).isEqualTo("eligible");
            }
        }

        @Test
        void refurbished_hardware_stays_in_luxembourg() {
            var trial = today();
            trial.where(facts ->
                    facts.address =
                            Optional.of(
                                    new OrganisationFacts.Address(
                                            Optional.of("FR"), Optional.of(false))));
            assertThat(trial.wants("refurbished-laptop", 1).refusals())
                    .containsExactly("refurbished-laptop: other-country");
        }
    }
}
