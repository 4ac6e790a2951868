package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.FISCAL_YEAR;
import static org.passerelle.programme.PackFixture.LIFETIME;
import static org.passerelle.programme.PackFixture.allotment;
import static org.passerelle.programme.PackFixture.fromFirstOrder;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;
import static org.passerelle.programme.PackFixture.rolling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Duration.Unit;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;

@Requirement({"ORD-03", "ORD-04"})
class AllotmentRulesTest {
    private static final Instant NOW = AllotmentDesk.NOW;

    private final AllotmentDesk desk = new AllotmentDesk();

    @Test
    void four_products_in_a_fiscal_year_whatever_was_ordered_and_only_what_counts() {
        desk.with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 4, FISCAL_YEAR)),
                offer("acrobat", "adobe-donation").build(),
                offer("photoshop", "adobe-donation").build());
        desk.had("acrobat", 1, "2022-07-02");
        desk.had("photoshop", 1, "2022-08-01", History.State.AWAITING_PAYMENT);
        desk.had("photoshop", 9, "2022-08-02", History.State.CANCELLED);
        desk.had("photoshop", 9, "2022-08-02", History.State.REFUSED);
        desk.had("photoshop", 9, "2022-08-02", History.State.EXPIRED);
        desk.had("photoshop", 3, "2022-06-30");

        assertThat(desk.states()).containsExactly("products 2/4 left 2 resets 2023-07-01");
        assertThat(desk.ask("acrobat", 2)).isEmpty();
        assertThat(desk.ask("acrobat", 3)).containsExactly("0: products asked 3 left 2 remains 2");
        assertThat(desk.ask("acrobat", 1, "photoshop", 2, "acrobat", 1))
                .containsExactly(
                        "1: products asked 4 left 2 remains 1",
                        "2: products asked 4 left 2 remains 0");
    }

    @Test
    void the_part_that_is_only_reserved_is_told_apart() {
        desk.with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 4, FISCAL_YEAR)),
                offer("acrobat", "adobe-donation").build());
        desk.had("acrobat", 1, "2022-07-02");
        desk.had("acrobat", 2, "2022-07-03", History.State.AWAITING_PAYMENT);
        var state =
                AllotmentRules.states(
                                desk.fixture.pack(), Optional.empty(), new History(desk.past), NOW)
                        .getFirst();
        assertThat(state.used()).isEqualTo(new Figure.Units(3));
        assertThat(state.reserved()).isEqualTo(new Figure.Units(2));
        assertThat(state.lines()).isEqualTo(desk.past);
        assertThat(state.since()).contains(Instant.parse("2022-07-01T07:00:00Z"));
        assertThat(state.until()).contains(Instant.parse("2023-07-01T07:00:00Z"));
    }

    @Test
    void two_products_and_two_renewals_in_a_fiscal_year() {
        desk.with(
                programme("autodesk-donation")
                        .allotments(
                                allotment(Count.PRODUCTS, 2, FISCAL_YEAR),
                                allotment(Count.RENEWALS, 2, FISCAL_YEAR)),
                offer("autocad-2021", "autodesk-donation").build(),
                offer("autocad", "autodesk-donation").succeeds("autocad-2021").build(),
                offer("revit", "autodesk-donation").build());
        desk.had("autocad-2021", 1, "2021-08-01");
        desk.had("autocad", 1, "2022-07-04");
        desk.had("revit", 1, "2022-07-05");

        assertThat(desk.states())
                .containsExactly(
                        "products 2/2 left 0 resets 2023-07-01",
                        "renewals 1/2 left 1 resets 2023-07-01");
        assertThat(desk.ask("autocad", 2))
                .containsExactly(
                        "0: products asked 2 left 0 remains 0",
                        "0: renewals asked 2 left 1 remains 1");
        assertThat(desk.ask("revit", 1)).containsExactly("0: products asked 1 left 0 remains 0");
    }

    @Test
    void an_offer_had_only_long_ago_is_no_renewal_and_neither_is_its_predecessor_of_it() {
        desk.with(
                programme("autodesk-donation")
                        .allotments(allotment(Count.RENEWALS, 1, FISCAL_YEAR)),
                offer("autocad-2021", "autodesk-donation").build(),
                offer("autocad", "autodesk-donation").succeeds("autocad-2021").build());
        desk.had("autocad", 1, "2020-08-01");
        assertThat(desk.ask("autocad", 5)).isEmpty();
        desk.had("autocad", 1, "2021-08-01");
        assertThat(desk.ask("autocad", 5)).hasSize(1);
        assertThat(desk.ask("autocad-2021", 5)).isEmpty();
    }

    @Test
    void a_first_request_once_in_a_lifetime_and_one_renewal_each_year() {
        desk.with(
                programme("cloud-credit")
                        .allotments(
                                allotment(Count.INITIAL, 1, LIFETIME),
                                allotment(Count.RENEWALS, 1, FISCAL_YEAR)),
                offer("credit", "cloud-credit").build());
        assertThat(desk.ask("credit", 1)).isEmpty();
        assertThat(desk.ask("credit", 2)).containsExactly("0: initial asked 2 left 1 remains 1");

        desk.had("credit", 1, "2021-08-01");
        assertThat(desk.ask("credit", 1)).isEmpty();
        assertThat(desk.ask("credit", 2)).containsExactly("0: renewals asked 2 left 1 remains 1");
        desk.had("credit", 1, "2022-07-10");
        assertThat(desk.states())
                .containsExactly("initial 1/1 left 0", "renewals 1/1 left 0 resets 2023-07-01");
        assertThat(desk.ask("credit", 1)).containsExactly("0: renewals asked 1 left 0 remains 0");
    }

    @Test
    void a_second_first_request_in_the_same_year_is_one_too_many() {
        desk.with(
                programme("cloud-credit")
                        .allotments(
                                allotment(Count.INITIAL, 1, LIFETIME),
                                allotment(Count.RENEWALS, 1, FISCAL_YEAR)),
                offer("credit", "cloud-credit").build());
        desk.had("credit", 1, "2022-07-10");
        assertThat(desk.ask("credit", 1)).containsExactly("0: initial asked 1 left 0 remains 0");
    }

    @Test
    void fees_are_those_of_the_day_in_the_limit_s_currency() {
        var cisco = offer("switch", "cisco-donation").fee("EUR 1000.00").build();
        desk.with(
                programme("cisco-donation").allotments(feesAtMost("USD 4800.00", FISCAL_YEAR)),
                cisco);
        desk.had("switch", 2, "2022-07-02");
        assertThat(desk.states())
                .containsExactly("fees 2271.00 USD/4800.00 USD left 2529.00 USD resets 2023-07-01");
        assertThat(desk.ask("switch", 2)).isEmpty();
        assertThat(desk.ask("switch", 3))
                .containsExactly("0: fees asked 3406.50 USD left 2529.00 USD remains 2");
    }

    @Test
    void the_fee_that_was_in_force_when_placed_counts_and_what_is_free_takes_nothing() {
        var router =
                offer("router", "cisco-donation")
                        .fees(fee("2020-01-01", "USD 10.00"), fee("2022-08-01", "USD 99.00"))
                        .build();
        desk.with(
                programme("cisco-donation").allotments(feesAtMost("USD 100.00", FISCAL_YEAR)),
                router,
                offer("guide", "cisco-donation").fee("USD 0.00").build());
        desk.had("router", 1, "2022-07-31");
        assertThat(desk.states())
                .containsExactly("fees 10.00 USD/100.00 USD left 90.00 USD resets 2023-07-01");
        assertThat(desk.ask("router", 1, "guide", 1_000))
                .containsExactly("0: fees asked 99.00 USD left 90.00 USD remains 0");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Luxembourg, 2022-01-02T22:59:59Z, 1200.00 USD",
        "Europe/Luxembourg, 2022-01-02T23:00:00Z, 1135.50 USD",
        "America/Los_Angeles, 2022-01-03T07:59:59Z, 1200.00 USD",
        "America/Los_Angeles, 2022-01-03T08:00:00Z, 1135.50 USD"
    })
    void the_rate_of_a_fee_is_that_of_the_office_s_day(ZoneId zone, Instant placed, String used) {
        desk.fixture.zone(zone);
        desk.with(
                programme("cisco-donation").allotments(feesAtMost("USD 4800.00", LIFETIME)),
                offer("switch", "cisco-donation").fee("EUR 1000.00").build());
        desk.hadAt("switch", 1, placed);
        assertThat(desk.states()).singleElement().asString().startsWith("fees " + used + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Luxembourg, 2022-07-31T21:59:59Z, 10.00 USD",
        "Europe/Luxembourg, 2022-07-31T22:00:00Z, 99.00 USD",
        "America/Los_Angeles, 2022-08-01T06:59:59Z, 10.00 USD",
        "America/Los_Angeles, 2022-08-01T07:00:00Z, 99.00 USD"
    })
    void a_dated_fee_begins_with_the_office_s_day(ZoneId zone, Instant placed, String used) {
        desk.fixture.zone(zone);
        desk.with(
                programme("cisco-donation").allotments(feesAtMost("USD 4800.00", LIFETIME)),
                offer("router", "cisco-donation")
                        .fees(fee("2020-01-01", "USD 10.00"), fee("2022-08-01", "USD 99.00"))
                        .build());
        desk.hadAt("router", 1, placed);
        assertThat(desk.states()).singleElement().asString().startsWith("fees " + used + "/");
    }

    private static Allotment feesAtMost(String amount, Allotment.Window window) {
        return new Allotment(
                Count.FEES,
                new Scope.WholeProgramme(),
                new Limit.Amount(Money.parse(amount)),
                window);
    }

    private static Offer.DatedFee fee(String from, String amount) {
        return new Offer.DatedFee(LocalDate.parse(from), Money.parse(amount));
    }

    @Test
    void fifty_licences_of_each_title_in_the_two_years_from_its_first_request() {
        desk.with(
                programme("microsoft-donation")
                        .allotments(
                                new Allotment(
                                        Count.LICENCES,
                                        new Scope.EachOffer(),
                                        new Limit.Units(50),
                                        fromFirstOrder(2))),
                offer("office-2019", "microsoft-donation").build(),
                offer("office", "microsoft-donation").succeeds("office-2019").build(),
                offer("cal-pack", "microsoft-donation").holds(5, 0).build());
        desk.had("office-2019", 24, "2021-03-18");
        desk.had("office", 10, "2022-03-18");
        desk.had("cal-pack", 10, "2020-01-01");

        assertThat(desk.states())
                .containsExactly(
                        "licences of [office] 34/50 left 16 resets 2023-03-18",
                        "licences of [cal-pack] 0/50 left 50");
        assertThat(desk.ask("office", 17, "cal-pack", 10, "cal-pack", 1, "office-2019", 1))
                .containsExactly(
                        "0: licences asked 18 left 16 remains 16",
                        "2: licences asked 55 left 50 remains 0",
                        "3: licences asked 18 left 16 remains 0");
    }

    @Test
    void the_order_at_the_end_of_a_window_opens_a_new_one() {
        desk.with(
                programme("microsoft-donation")
                        .noFiscalYear()
                        .allotments(allotment(Count.LICENCES, 50, fromFirstOrder(2))),
                offer("office", "microsoft-donation").build());
        desk.past.add(
                History.Line.of(
                        desk.fixture.pack(),
                        desk.fixture.pack().offers().values().iterator().next(),
                        50,
                        "1",
                        NOW.atZone(PackFixture.LUXEMBOURG).minusYears(2).toInstant(),
                        History.State.DELIVERED,
                        List.of()));
        assertThat(desk.states()).containsExactly("licences 0/50 left 50");
        assertThat(desk.ask("office", 50)).isEmpty();
    }

    @Test
    void devices_are_units_times_what_one_unit_holds() {
        desk.with(
                programme("bitdefender").allotments(allotment(Count.DEVICES, 50, FISCAL_YEAR)),
                offer("gravity-10", "bitdefender").holds(0, 10).build(),
                offer("gravity-25", "bitdefender").holds(0, 25).build());
        desk.had("gravity-25", 1, "2022-08-01");
        assertThat(desk.ask("gravity-10", 2)).isEmpty();
        assertThat(desk.ask("gravity-10", 3))
                .containsExactly("0: devices asked 30 left 25 remains 2");
    }

    @Test
    void titles_are_distinct_offers_and_an_offer_is_one_with_those_it_succeeds() {
        desk.with(
                programme("veritas").allotments(allotment(Count.TITLES, 2, FISCAL_YEAR)),
                offer("backup-1", "veritas").build(),
                offer("backup-2", "veritas").succeeds("backup-1").build(),
                offer("archive", "veritas").build(),
                offer("vault", "veritas").build());
        desk.had("backup-1", 3, "2022-08-01");
        assertThat(desk.states()).containsExactly("titles 1/2 left 1 resets 2023-07-01");
        assertThat(desk.ask("backup-2", 7, "archive", 1)).isEmpty();
        assertThat(desk.ask("archive", 1, "vault", 1, "backup-2", 1))
                .containsExactly("1: titles asked 2 left 1 remains 0");
    }

    @Test
    void orders_are_counted_once_whatever_their_lines() {
        desk.with(
                programme("zoom").allotments(allotment(Count.ORDERS, 2, FISCAL_YEAR)),
                offer("pro", "zoom").build(),
                offer("business", "zoom").build());
        desk.had("pro", 3, "2022-08-01");
        desk.had("business", 3, "2022-08-01");
        assertThat(desk.ask("pro", 9, "business", 9)).isEmpty();
        desk.had("pro", 1, "2022-08-02");
        assertThat(desk.ask("pro", 9, "business", 9))
                .containsExactly(
                        "0: orders asked 1 left 0 remains 0", "1: orders asked 1 left 0 remains 0");
    }

    @Test
    void offers_of_one_list_share_one_limit() {
        desk.with(
                programme("docusign")
                        .allotments(
                                new Allotment(
                                        Count.LICENCES,
                                        new Scope.Offers(Set.of(OfferId.of("standard"))),
                                        new Limit.Units(5),
                                        FISCAL_YEAR),
                                new Allotment(
                                        Count.LICENCES,
                                        new Scope.Offers(Set.of(OfferId.of("pro"))),
                                        new Limit.Units(5),
                                        FISCAL_YEAR)),
                offer("standard", "docusign").build(),
                offer("pro", "docusign").build());
        desk.had("standard", 5, "2022-08-01");
        assertThat(desk.states())
                .containsExactly(
                        "licences of [standard] 5/5 left 0 resets 2023-07-01",
                        "licences of [pro] 0/5 left 5 resets 2023-07-01");
        assertThat(desk.ask("pro", 5)).isEmpty();
        assertThat(desk.ask("standard", 1)).hasSize(1);
    }

    @Test
    void a_sliding_window_resets_when_its_earliest_leaves() {
        desk.with(
                programme("asana").allotments(allotment(Count.PRODUCTS, 2, rolling(1, Unit.YEARS))),
                offer("team", "asana").build());
        desk.had("team", 1, "2021-09-13");
        desk.had("team", 1, "2021-09-11");
        assertThat(desk.states()).containsExactly("products 1/2 left 1 resets 2022-09-13");
    }

    @Test
    void a_partner_that_counts_by_payment_looks_at_the_payment_s_day() {
        desk.with(
                programme("vietnam")
                        .countedWhenPaid()
                        .allotments(allotment(Count.PRODUCTS, 5, FISCAL_YEAR)),
                offer("gift", "vietnam").build());
        var june = desk.had("gift", 1, "2022-06-28");
        desk.past.set(0, june.paidAt(Optional.of(Instant.parse("2022-07-03T10:00:00Z"))));
        desk.past.add(june.paidAt(Optional.of(Instant.parse("2022-06-29T10:00:00Z"))));
        desk.had("gift", 1, "2022-06-30", History.State.AWAITING_PAYMENT);
        assertThat(desk.states()).containsExactly("products 2/5 left 3 resets 2023-07-01");
    }

    @Test
    void more_than_the_limit_may_be_used_by_rules_that_changed_and_nothing_is_left_then() {
        desk.with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 2, LIFETIME)),
                offer("acrobat", "adobe-donation").build());
        desk.had("acrobat", 3, "2019-07-02");
        assertThat(desk.states()).containsExactly("products 3/2 left 0");
        assertThat(desk.ask("acrobat", 1)).containsExactly("0: products asked 1 left 0 remains 0");
        assertThat(desk.ask("acrobat", 0)).isEmpty();
    }
}
