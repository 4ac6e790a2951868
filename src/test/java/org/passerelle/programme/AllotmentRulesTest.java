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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Duration.Unit;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.AllotmentRules.Asked;

@Requirement({"ORD-03", "ORD-04"})
class AllotmentRulesTest {
    private static final Instant NOW = Instant.parse("2022-09-12T08:00:00Z");

    private final PackFixture fixture = new PackFixture();
    private final List<History.Line> past = new ArrayList<>();

    private AllotmentRulesTest with(PackFixture.ProgrammeBuilder programme, Offer... offers) {
        fixture.with(programme.build());
        for (var offer : offers) {
            fixture.with(offer);
        }
        return this;
    }

    private History.Line had(String offer, long quantity, String placed, History.State state) {
        var line =
                History.Line.of(
                        fixture.pack(),
                        fixture.pack().offer(OfferId.of(offer)).orElseThrow(),
                        quantity,
                        "order of " + placed,
                        Instant.parse(placed + "T09:00:00Z"),
                        state,
                        List.of());
        past.add(line);
        return line;
    }

    private History.Line had(String offer, long quantity, String placed) {
        return had(offer, quantity, placed, History.State.DELIVERED);
    }

    private List<String> states() {
        return AllotmentRules.states(fixture.pack(), Optional.of("LU"), new History(past), NOW)
                .stream()
                .map(AllotmentRulesTest::line)
                .toList();
    }

    private static String line(AllotmentState state) {
        return state.count()
                + (state.of().isEmpty() ? "" : " of " + state.of())
                + " "
                + state.used().canonical()
                + "/"
                + state.limit().canonical()
                + " left "
                + state.left().canonical()
                + state.resets().map(day -> " resets " + day).orElse("");
    }

    private List<String> ask(Object... offerAndQuantity) {
        Pack pack = fixture.pack();
        var basket = new ArrayList<Asked>();
        for (var i = 0; i < offerAndQuantity.length; i += 2) {
            basket.add(
                    new Asked(
                            pack.offer(OfferId.of((String) offerAndQuantity[i])).orElseThrow(),
                            (Integer) offerAndQuantity[i + 1]));
        }
        return AllotmentRules.excesses(pack, Optional.of("LU"), new History(past), basket, NOW)
                .stream()
                .map(excess ->
                        excess.line()
                                + ": "
                                + excess.state().count()
                                + " asked "
                                + excess.asked().canonical()
                                + " left "
                                + excess.state().left().canonical()
                                + " remains "
                                + excess.remains())
                .toList();
    }

    @Test
    void four_products_in_a_fiscal_year_whatever_was_ordered_and_only_what_counts() {
        with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 4, FISCAL_YEAR)),
                offer("acrobat", "adobe-donation").build(),
                offer("photoshop", "adobe-donation").build());
        had("acrobat", 1, "2022-07-02");
        had("photoshop", 1, "2022-08-01", History.State.AWAITING_PAYMENT);
        had("photoshop", 9, "2022-08-02", History.State.CANCELLED);
        had("photoshop", 9, "2022-08-02", History.State.REFUSED);
        had("photoshop", 9, "2022-08-02", History.State.EXPIRED);
        had("photoshop", 3, "2022-06-30");

        assertThat(states()).containsExactly("products 2/4 left 2 resets 2023-07-01");
        assertThat(ask("acrobat", 2)).isEmpty();
        assertThat(ask("acrobat", 3)).containsExactly("0: products asked 3 left 2 remains 2");
        assertThat(ask("acrobat", 1, "photoshop", 2, "acrobat", 1))
                .containsExactly(
                        "1: products asked 4 left 2 remains 1",
                        "2: products asked 4 left 2 remains 0");
    }

    @Test
    void the_part_that_is_only_reserved_is_told_apart() {
        with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 4, FISCAL_YEAR)),
                offer("acrobat", "adobe-donation").build());
        had("acrobat", 1, "2022-07-02");
        had("acrobat", 2, "2022-07-03", History.State.AWAITING_PAYMENT);
        var state =
                AllotmentRules.states(fixture.pack(), Optional.empty(), new History(past), NOW)
                        .getFirst();
        assertThat(state.used()).isEqualTo(new Figure.Units(3));
        assertThat(state.reserved()).isEqualTo(new Figure.Units(2));
        assertThat(state.lines()).isEqualTo(past);
        assertThat(state.since()).contains(Instant.parse("2022-07-01T07:00:00Z"));
        assertThat(state.until()).contains(Instant.parse("2023-07-01T07:00:00Z"));
    }

    @Test
    void two_products_and_two_renewals_in_a_fiscal_year() {
        with(
                programme("autodesk-donation")
                        .allotments(
                                allotment(Count.PRODUCTS, 2, FISCAL_YEAR),
                                allotment(Count.RENEWALS, 2, FISCAL_YEAR)),
                offer("autocad-2021", "autodesk-donation").build(),
                offer("autocad", "autodesk-donation").succeeds("autocad-2021").build(),
                offer("revit", "autodesk-donation").build());
        had("autocad-2021", 1, "2021-08-01");
        had("autocad", 1, "2022-07-04");
        had("revit", 1, "2022-07-05");

        assertThat(states())
                .containsExactly(
                        "products 2/2 left 0 resets 2023-07-01",
                        "renewals 1/2 left 1 resets 2023-07-01");
        assertThat(ask("autocad", 2))
                .containsExactly(
                        "0: products asked 2 left 0 remains 0",
                        "0: renewals asked 2 left 1 remains 1");
        assertThat(ask("revit", 1)).containsExactly("0: products asked 1 left 0 remains 0");
    }

    @Test
    void an_offer_had_only_long_ago_is_no_renewal_and_neither_is_its_predecessor_of_it() {
        with(
                programme("autodesk-donation")
                        .allotments(allotment(Count.RENEWALS, 1, FISCAL_YEAR)),
                offer("autocad-2021", "autodesk-donation").build(),
                offer("autocad", "autodesk-donation").succeeds("autocad-2021").build());
        had("autocad", 1, "2020-08-01");
        assertThat(ask("autocad", 5)).isEmpty();
        had("autocad", 1, "2021-08-01");
        assertThat(ask("autocad", 5)).hasSize(1);
        assertThat(ask("autocad-2021", 5)).isEmpty();
    }

    @Test
    void a_first_request_once_in_a_lifetime_and_one_renewal_each_year() {
        with(
                programme("cloud-credit")
                        .allotments(
                                allotment(Count.INITIAL, 1, LIFETIME),
                                allotment(Count.RENEWALS, 1, FISCAL_YEAR)),
                offer("credit", "cloud-credit").build());
        assertThat(ask("credit", 1)).isEmpty();
        assertThat(ask("credit", 2)).containsExactly("0: initial asked 2 left 1 remains 1");

        had("credit", 1, "2021-08-01");
        assertThat(ask("credit", 1)).isEmpty();
        assertThat(ask("credit", 2)).containsExactly("0: renewals asked 2 left 1 remains 1");
        had("credit", 1, "2022-07-10");
        assertThat(states())
                .containsExactly("initial 1/1 left 0", "renewals 1/1 left 0 resets 2023-07-01");
        assertThat(ask("credit", 1)).containsExactly("0: renewals asked 1 left 0 remains 0");
    }

    @Test
    void a_second_first_request_in_the_same_year_is_one_too_many() {
        with(
                programme("cloud-credit")
                        .allotments(
                                allotment(Count.INITIAL, 1, LIFETIME),
                                allotment(Count.RENEWALS, 1, FISCAL_YEAR)),
                offer("credit", "cloud-credit").build());
        had("credit", 1, "2022-07-10");
        assertThat(ask("credit", 1)).containsExactly("0: initial asked 1 left 0 remains 0");
    }

    @Test
    void fees_are_those_of_the_day_in_the_limit_s_currency() {
        var cisco = offer("switch", "cisco-donation").fee("EUR 1000.00").build();
        with(
                programme("cisco-donation")
                        .allotments(
                                new Allotment(
                                        Count.FEES,
                                        new Scope.WholeProgramme(),
                                        new Limit.Amount(Money.parse("USD 4800.00")),
                                        FISCAL_YEAR)),
                cisco);
        had("switch", 2, "2022-07-02");
        assertThat(states())
                .containsExactly("fees 2271.00 USD/4800.00 USD left 2529.00 USD resets 2023-07-01");
        assertThat(ask("switch", 2)).isEmpty();
        assertThat(ask("switch", 3))
                .containsExactly("0: fees asked 3406.50 USD left 2529.00 USD remains 2");
    }

    @Test
    void the_fee_that_was_in_force_when_placed_counts_and_what_is_free_takes_nothing() {
        var router =
                offer("router", "cisco-donation")
                        .fees(
                                new Offer.DatedFee(
                                        LocalDate.of(2020, 1, 1), Money.parse("USD 10.00")),
                                new Offer.DatedFee(
                                        LocalDate.of(2022, 8, 1), Money.parse("USD 99.00")))
                        .build();
        with(
                programme("cisco-donation")
                        .allotments(
                                new Allotment(
                                        Count.FEES,
                                        new Scope.WholeProgramme(),
                                        new Limit.Amount(Money.parse("USD 100.00")),
                                        FISCAL_YEAR)),
                router,
                offer("guide", "cisco-donation").fee("USD 0.00").build());
        had("router", 1, "2022-07-31");
        assertThat(states())
                .containsExactly("fees 10.00 USD/100.00 USD left 90.00 USD resets 2023-07-01");
        assertThat(ask("router", 1, "guide", 1_000))
                .containsExactly("0: fees asked 99.00 USD left 90.00 USD remains 0");
    }

    @Test
    void fifty_licences_of_each_title_in_the_two_years_from_its_first_request() {
        with(
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
        had("office-2019", 24, "2021-03-18");
        had("office", 10, "2022-03-18");
        had("cal-pack", 10, "2020-01-01");

        assertThat(states())
                .containsExactly(
                        "licences of [office] 34/50 left 16 resets 2023-03-18",
                        "licences of [cal-pack] 0/50 left 50");
        assertThat(ask("office", 17, "cal-pack", 10, "cal-pack", 1, "office-2019", 1))
                .containsExactly(
                        "0: licences asked 18 left 16 remains 16",
                        "2: licences asked 55 left 50 remains 0",
                        "3: licences asked 18 left 16 remains 0");
    }

    @Test
    void the_order_at_the_end_of_a_window_opens_a_new_one() {
        with(
                programme("microsoft-donation")
                        .noFiscalYear()
                        .allotments(allotment(Count.LICENCES, 50, fromFirstOrder(2))),
                offer("office", "microsoft-donation").build());
        past.add(
                History.Line.of(
                        fixture.pack(),
                        fixture.pack().offers().values().iterator().next(),
                        50,
                        "1",
                        NOW.atZone(PackFixture.LUXEMBOURG).minusYears(2).toInstant(),
                        History.State.DELIVERED,
                        List.of()));
        assertThat(states()).containsExactly("licences 0/50 left 50");
        assertThat(ask("office", 50)).isEmpty();
    }

    @Test
    void devices_are_units_times_what_one_unit_holds() {
        with(
                programme("bitdefender").allotments(allotment(Count.DEVICES, 50, FISCAL_YEAR)),
                offer("gravity-10", "bitdefender").holds(0, 10).build(),
                offer("gravity-25", "bitdefender").holds(0, 25).build());
        had("gravity-25", 1, "2022-08-01");
        assertThat(ask("gravity-10", 2)).isEmpty();
        assertThat(ask("gravity-10", 3)).containsExactly("0: devices asked 30 left 25 remains 2");
    }

    @Test
    void titles_are_distinct_offers_and_an_offer_is_one_with_those_it_succeeds() {
        with(
                programme("veritas").allotments(allotment(Count.TITLES, 2, FISCAL_YEAR)),
                offer("backup-1", "veritas").build(),
                offer("backup-2", "veritas").succeeds("backup-1").build(),
                offer("archive", "veritas").build(),
                offer("vault", "veritas").build());
        had("backup-1", 3, "2022-08-01");
        assertThat(states()).containsExactly("titles 1/2 left 1 resets 2023-07-01");
        assertThat(ask("backup-2", 7, "archive", 1)).isEmpty();
        assertThat(ask("archive", 1, "vault", 1, "backup-2", 1))
                .containsExactly("1: titles asked 2 left 1 remains 0");
    }

    @Test
    void orders_are_counted_once_whatever_their_lines() {
        with(
                programme("zoom").allotments(allotment(Count.ORDERS, 2, FISCAL_YEAR)),
                offer("pro", "zoom").build(),
                offer("business", "zoom").build());
        had("pro", 3, "2022-08-01");
        had("business", 3, "2022-08-01");
        assertThat(ask("pro", 9, "business", 9)).isEmpty();
        had("pro", 1, "2022-08-02");
        assertThat(ask("pro", 9, "business", 9))
                .containsExactly(
                        "0: orders asked 1 left 0 remains 0", "1: orders asked 1 left 0 remains 0");
    }

    @Test
    void offers_of_one_list_share_one_limit() {
        with(
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
        had("standard", 5, "2022-08-01");
        assertThat(states())
                .containsExactly(
                        "licences of [standard] 5/5 left 0 resets 2023-07-01",
                        "licences of [pro] 0/5 left 5 resets 2023-07-01");
        assertThat(ask("pro", 5)).isEmpty();
        assertThat(ask("standard", 1)).hasSize(1);
    }

    @Test
    void a_sliding_window_resets_when_its_earliest_leaves() {
        with(
                programme("asana").allotments(allotment(Count.PRODUCTS, 2, rolling(1, Unit.YEARS))),
                offer("team", "asana").build());
        had("team", 1, "2021-09-13");
        had("team", 1, "2021-09-11");
        assertThat(states()).containsExactly("products 1/2 left 1 resets 2022-09-13");
    }

    @Test
    void a_partner_that_counts_by_payment_looks_at_the_payment_s_day() {
        with(
                programme("vietnam")
                        .countedWhenPaid()
                        .allotments(allotment(Count.PRODUCTS, 5, FISCAL_YEAR)),
                offer("gift", "vietnam").build());
        var june = had("gift", 1, "2022-06-28");
        past.set(0, june.paidAt(Optional.of(Instant.parse("2022-07-03T10:00:00Z"))));
        past.add(june.paidAt(Optional.of(Instant.parse("2022-06-29T10:00:00Z"))));
        had("gift", 1, "2022-06-30", History.State.AWAITING_PAYMENT);
        assertThat(states()).containsExactly("products 2/5 left 3 resets 2023-07-01");
    }

    @Test
    void more_than_the_limit_may_be_used_by_rules_that_changed_and_nothing_is_left_then() {
        with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 2, LIFETIME)),
                offer("acrobat", "adobe-donation").build());
        had("acrobat", 3, "2019-07-02");
        assertThat(states()).containsExactly("products 3/2 left 0");
        assertThat(ask("acrobat", 1)).containsExactly("0: products asked 1 left 0 remains 0");
        assertThat(ask("acrobat", 0)).isEmpty();
    }
}
