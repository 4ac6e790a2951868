package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.WayOut;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.Figure;
import org.passerelle.programme.OrganisationFacts;

/// The rules and numbers of the Canadian office's own text, tried on its pack. Each comment names
/// the question of that text. Times are those of Toronto.
class TechsoupRulesTest {
    private static final Pack PACK = CommittedPack.of("techsoup-ca");
    private static final String TODAY = "2017-09-12T10:00:00-04:00";

    private static Trial today() {
        return Trial.of(PACK, TODAY).where(TechsoupRulesTest::isCharity);
    }

    private static void isCharity(FactsFixture facts) {
        facts.country = Optional.of("CA");
        facts.form = Optional.of("registered-charity");
        facts.statuses = Optional.of(Set.of("charity", "nonprofit"));
        facts.activity = Optional.of("4230");
        facts.activities = Optional.of(Set.of("4230"));
        facts.budget("CAD 350000.00");
        facts.address =
                Optional.of(new OrganisationFacts.Address(Optional.of("CA"), Optional.of(false)));
        facts.attested = Optional.of(Set.of("own-use", "non-discrimination"));
        facts.judgements = Map.of("serves-disadvantaged", true);
    }

    private static void isNonprofit(FactsFixture facts) {
        facts.form = Optional.of("provincial-nonprofit");
        facts.statuses = Optional.of(Set.of("nonprofit"));
    }

    private static void isLibrary(FactsFixture facts) {
        facts.form = Optional.of("public-library");
        facts.statuses = Optional.of(Set.of("library"));
        facts.activity = Optional.of("1170");
    }

    private static void isReligious(FactsFixture facts) {
        facts.activity = Optional.of("10100");
        facts.purposes = Optional.of(Set.of("religious"));
    }

    // 4.1
    @ParameterizedTest
    @CsvSource({
        "CAD 1399999.99, eligible",
        "CAD 1400000.00, ineligible",
        "CAD 1400000.01, ineligible",
        "USD 1100000.00, eligible",
        "USD 1200000.00, ineligible",
    })
    @Requirement("ELI-01")
    void bitdefender_takes_a_budget_below_1_4_million_canadian_dollars(
            String budget, String outcome) {
        assertThat(today().where(facts -> facts.budget(budget)).outcome("bitdefender"))
                .isEqualTo(outcome);
    }

    @Test
    @Requirement({"ELI-01", "VER-04"})
    void bitdefender_takes_charities_and_libraries_and_no_other_nonprofits() {
        assertThat(today().outcome("bitdefender")).isEqualTo("eligible");
        assertThat(today().where(TechsoupRulesTest::isLibrary).outcome("bitdefender"))
                .isEqualTo("eligible");
        assertThat(today().where(TechsoupRulesTest::isNonprofit).outcome("bitdefender"))
                .isEqualTo("ineligible");
        assertThat(today().where(facts -> facts.budget = Optional.empty()).outcome("bitdefender"))
                .isEqualTo("undecided");
    }

    // 4.1
    @Test
    @Requirement("ELI-01")
    void symantec_desktop_is_not_for_religious_organisations() {
        assertThat(today().outcome("symantec-desktop")).isEqualTo("eligible");
        assertThat(today().where(TechsoupRulesTest::isReligious).outcome("symantec-desktop"))
                .isEqualTo("ineligible");
        assertThat(
                        today().where(
                                        facts -> {
                                            isReligious(facts);
                                            facts.designations = Optional.of(Set.of("secular"));
                                        })
                                .outcome("symantec-desktop"))
                .as("its rule knows no exception")
                .isEqualTo("ineligible");
    }

    // 4.1
    @Test
    @Requirement({"ELI-01", "VER-04"})
    void cisco_takes_charities_only() {
        assertThat(today().outcome("cisco-donation")).isEqualTo("eligible");
        assertThat(today().where(TechsoupRulesTest::isNonprofit).outcome("cisco-donation"))
                .isEqualTo("ineligible");
        assertThat(today().where(facts -> facts.judgements = Map.of()).outcome("cisco-donation"))
                .isEqualTo("undecided");
    }

    // 5.1: Cisco asks more before the order, and approves all of them
    @Test
    @Requirement("ORD-07")
    void cisco_asks_first_and_approves_every_order() {
        var trial = today();
        trial.wantsWithoutAWord("cisco-router", 1);

        assertThat(trial.refusals())
                .containsExactly(
                        "cisco-router: answers-missing", "cisco-router: conditions-not-accepted");
        var rules = PACK.programme(ProgrammeId.of("cisco-donation")).orElseThrow();
        assertThat(rules.versionOn(LocalDate.of(2017, 9, 12)).orElseThrow().approval()).isPresent();
    }

    // 5.1 and 6.5
    @Test
    @Requirement("ORD-11")
    void hardware_is_sent_within_eight_weeks_and_its_support_starts_five_weeks_later() {
        var router = offer("cisco-router");

        assertThat(router.delivery())
                .contains(
                        new Offer.Delivery(
                                new Duration(8, Duration.Unit.WEEKS),
                                Offer.Delivery.After.PAYMENT));
        assertThat(router.handOver())
                .filteredOn(each -> each.what() == Offer.HandOver.What.SUPPORT_CONTRACT)
                .singleElement()
                .satisfies(each ->
                        assertThat(each.after()).contains(new Duration(5, Duration.Unit.WEEKS)));
        assertThat(text("conditions/hardware", Language.EN))
                .contains("3 to 5 business days", "8 to 10", "5 to 10", "Shipping is part");
    }

    // 6.4
    @Test
    @Requirement("ORD-10")
    void hardware_goes_to_a_street_in_canada() {
        for (var offer : List.of("cisco-switch-24", "refurbished-laptop")) {
            assertThat(
                            today().where(facts ->
                                            facts.address =
                                                    Optional.of(
                                                            new OrganisationFacts.Address(
                                                                    Optional.of("CA"),
                                                                    Optional.of(true))))
                                    .wants(offer, 1)
                                    .refusals())
                    .containsExactly(offer + ": post-office-box");
            assertThat(
                            today().where(facts ->
                                            facts.address =
                                                    Optional.of(
                                                            new OrganisationFacts.Address(
                                                                    Optional.of("US"),
                                                                    Optional.of(false))))
                                    .wants(offer, 1)
                                    .refusals())
                    .containsExactly(offer + ": other-country");
        }
    }

    // 5.8
    @Test
    @Requirement({"ORD-02", "ORD-03"})
    void get_genuine_is_alone_in_its_order_and_once_in_a_lifetime() {
        assertThat(today().wants("windows-get-genuine", 12).refusals()).isEmpty();
        assertThat(today().wants("windows-get-genuine", 1).wants("windows-10-pro", 1).refusals())
                .containsExactly("windows-get-genuine: must-be-alone");
        var again =
                today().had("windows-get-genuine", 1, "2016-08-01T09:00:00-04:00")
                        .wants("windows-get-genuine", 1)
                        .wants("norton-security", 1);
        assertThat(again.refusals())
                .containsExactly(
                        "windows-get-genuine: must-be-alone",
                        "windows-get-genuine: once-in-a-lifetime");
        assertThat(again.restrictions().getLast().waysOut())
                .containsExactly(new WayOut.RemoveLine());
    }

    // 1.1, 5.8: one follows one's allotment of Microsoft, and too much is taken out of the cart
    @Test
    @Requirement({"ORD-03", "ORD-04"})
    void fifty_licences_of_a_title_in_two_years_whatever_its_version() {
        var trial =
                today().had("office-standard-2013", 20, "2016-09-01T09:00:00-04:00")
                        .had("office-standard-2016", 25, "2017-02-01T09:00:00-05:00")
                        .wants("office-standard-2016", 6);

        assertThat(trial.refusals()).containsExactly("office-standard-2016: allotment-exceeded");
        assertThat(trial.restrictions().getFirst())
                .isInstanceOfSatisfying(
                        Restriction.AllotmentExceeded.class,
                        it -> {
                            assertThat(it.state().left()).isEqualTo(new Figure.Units(5));
                            assertThat(it.state().resets()).contains(LocalDate.of(2018, 9, 1));
                            assertThat(it.waysOut()).contains(new WayOut.ReduceTo(5));
                        });
    }

    // 3.3, 3.5
    @ParameterizedTest
    @CsvSource({
        "norton-360, norton-security",
        "creative-suite, creative-cloud",
        "photoshop-premiere-elements-14, photoshop-premiere-elements-15",
        "office-standard-2013, office-standard-2016",
    })
    @Requirement("CAT-04")
    void what_was_replaced_leads_to_what_took_its_place(String old, String next) {
        assertThat(PACK.successorOf(OfferId.of(old)).map(Offer::id)).contains(OfferId.of(next));
        assertThat(today().wants(old, 1).restrictions())
                .anySatisfy(found -> {
                    assertThat(found.code()).isEqualTo(Restriction.Code.NOT_ON_SALE);
                    assertThat(found.waysOut())
                            .contains(new WayOut.OrderSuccessor(OfferId.of(next)));
                });
    }

    // 3.2, and 3.4: a donation is free of further costs
    @Test
    @Requirement("CAT-06")
    void the_fee_of_a_donation_saves_80_to_95_per_cent() {
        for (var offer : PACK.offers().values()) {
            if (offer.kind() == Offer.Kind.DONATION) {
                var fee = offer.fees().getFirst().amount().getAmount();
                var worth = offer.marketValue().orElseThrow().getAmount();
                assertThat(fee)
                        .as(offer.id().value())
                        .isBetween(
                                worth.multiply(new BigDecimal("0.05")),
                                worth.multiply(new BigDecimal("0.20")));
            }
        }
    }

    // 3.4, 8.1, 8.2, 3.8
    @ParameterizedTest
    @CsvSource({
        "DONATION, bitdefender-gravityzone-10",
        "DONATION, autocad-1y",
        "DONATION, box-starter",
        "DISCOUNT, gotomeeting",
        "DISCOUNT, creative-cloud",
        "DISCOUNT, readytalk-conferencing",
        "VALIDATION, office-365-nonprofit",
        "VALIDATION, google-nonprofits",
        "VALIDATION, ngosource-determination",
        "HARDWARE, refurbished-desktop",
    })
    @Requirement("CAT-01")
    void every_named_product_is_of_the_kind_the_text_says(Offer.Kind kind, String offer) {
        assertThat(offer(offer).kind()).isEqualTo(kind);
    }

    // 4.6
    @Test
    @Requirement("CAT-03")
    void what_is_requested_anew_each_year_and_what_renews_by_itself_is_said() {
        for (var offer : List.of("norton-security", "bitdefender-gravityzone-10", "sumac-silver")) {
            assertThat(offer(offer).conditions()).as(offer).contains("conditions/yearly");
        }
        for (var partner : List.of("getgo", "readytalk")) {
            assertThat(text("faq/" + partner, Language.EN)).contains("renews by itself");
        }
    }

    // 5.5
    @Test
    @Requirement("ORD-09")
    void software_is_never_refunded_but_microsoft_donations_of_which_nothing_was_installed() {
        for (var offer : PACK.offers().values()) {
            var donatedByMicrosoft = offer.programme().value().equals("microsoft-donation");
            if (donatedByMicrosoft || offer.kind() == Offer.Kind.HARDWARE) {
                assertThat(offer.refunds())
                        .as(offer.id().value())
                        .singleElement()
                        .satisfies(window -> {
                            assertThat(window.staffDecides()).isTrue();
                            assertThat(window.within())
                                    .contains(new Duration(60, Duration.Unit.DAYS));
                        });
            } else {
                assertThat(offer.refunds())
                        .as(offer.id().value())
                        .singleElement()
                        .satisfies(window -> assertThat(window.never()).isTrue());
            }
        }
    }

    // 3.7
    @Test
    @Requirement("CAT-03")
    void a_donation_is_no_raffle_prize() {
        assertThat(text("conditions/donation", Language.EN))
                .contains("no raffle prize and no present");
        assertThat(text("conditions/donation", Language.FR))
                .contains("ni un prix de tombola ni un cadeau");
        assertThat(
                        today().where(facts -> facts.attested = Optional.of(Set.of()))
                                .outcome("cdi-refurbished"))
                .isEqualTo("ineligible");
    }

    // 4.2, 4.3: Intuit is one of those that opened their programme
    @Test
    @Requirement("ELI-03")
    void a_partner_widens_its_programme_from_a_day_on() {
        var before = Trial.of(PACK, "2017-06-30T23:59:59-04:00");
        var after = Trial.of(PACK, "2017-07-01T00:00:00-04:00");
        for (var trial : List.of(before, after)) {
            trial.where(TechsoupRulesTest::isCharity).where(TechsoupRulesTest::isNonprofit);
        }

        assertThat(before.outcome("intuit-donation")).isEqualTo("ineligible");
        assertThat(after.outcome("intuit-donation")).isEqualTo("eligible");
    }

    private static Offer offer(String id) {
        return PACK.offer(OfferId.of(id)).orElseThrow();
    }

    private static String text(String path, Language language) {
        return PACK.texts().find(path, language, List.of()).orElseThrow().markdown();
    }
}
