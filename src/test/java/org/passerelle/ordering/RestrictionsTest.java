package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.FISCAL_YEAR;
import static org.passerelle.programme.PackFixture.LIFETIME;
import static org.passerelle.programme.PackFixture.allotment;
import static org.passerelle.programme.PackFixture.budgetAtMost;
import static org.passerelle.programme.PackFixture.customerOf;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.PackFixture;

@Requirement({"ORD-01", "ORD-02"})
class RestrictionsTest {
    private final BasketDesk desk = new BasketDesk();

    @Test
    void what_fits_has_no_restriction() {
        desk.with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 4, FISCAL_YEAR)),
                offer("acrobat", "adobe-donation").conditions("conditions/adobe").build());
        desk.want("acrobat", 4);
        assertThat(desk.codes()).isEmpty();
    }

    @Test
    void not_qualified_and_not_eligible_are_both_said_when_both_hold() {
        desk.facts.qualified = Optional.of(false);
        desk.with(
                programme("adobe-donation").eligible(new Criterion.Qualified()),
                offer("acrobat", "adobe-donation").build());
        desk.with(
                programme("open-donation").eligible(budgetAtMost("EUR 1000000")),
                offer("book", "open-donation").build());
        desk.want("acrobat", 1);
        desk.want("book", 1);
        assertThat(desk.codes())
                .containsExactly(
                        "0 not-qualified qualify",
                        "0 not-eligible qualify",
                        "1 not-qualified qualify");
    }

    @Test
    void what_nobody_knows_is_undecided_with_what_would_tell() {
        desk.facts.qualified = Optional.empty();
        desk.facts.budget = Optional.empty();
        desk.with(
                programme("adobe-donation")
                        .eligible(
                                budgetAtMost("EUR 1000000"),
                                new Criterion.Judgement("direct-service")),
                offer("acrobat", "adobe-donation").build());
        desk.with(programme("open-donation").eligible(), offer("book", "open-donation").build());
        desk.want("acrobat", 1);
        desk.want("book", 1);
        assertThat(desk.codes())
                .containsExactly(
                        "0 undecided tell-us-budget, staff-decides", "1 undecided qualify");
    }

    @Test
    void an_offer_s_own_criteria_are_judged_beside_its_programme_s() {
        desk.facts.purposes = Optional.empty();
        desk.with(
                programme("aws-credit").eligible(budgetAtMost("EUR 10")),
                offer("credit", "aws-credit")
                        .eligible(new Criterion.Purpose(PackFixture.noneOf("political")))
                        .build());
        desk.want("credit", 1);
        assertThat(desk.codes())
                .containsExactly("0 not-eligible correct-data", "0 undecided tell-us-purpose");
    }

    @Test
    @Requirement("ELI-05")
    void a_waiver_that_would_help_is_missing_beside_not_being_eligible() {
        desk.facts.bought("autodesk", "2021-02-12");
        desk.with(
                programme("autodesk-donation")
                        .eligible(
                                new Criterion.Unless(
                                        customerOf("autodesk", 3), new Criterion.Waiver())),
                offer("autocad", "autodesk-donation").build());
        desk.want("autocad", 1);
        assertThat(desk.codes())
                .containsExactly("0 not-eligible waiver", "0 waiver-missing waiver");

        desk.facts.purchases = Optional.of(List.of());
        assertThat(desk.codes()).isEmpty();
        desk.facts
                .bought("autodesk", "2021-02-12")
                .waiver("autodesk-donation", "2022-01-01", "2022-12-31");
        assertThat(desk.codes()).isEmpty();
    }

    @Test
    @Requirement("ORD-03")
    void the_running_total_of_the_basket_passes_the_limit_at_one_line_and_stays_there() {
        desk.with(
                programme("adobe-donation").allotments(allotment(Count.PRODUCTS, 4, FISCAL_YEAR)),
                offer("acrobat", "adobe-donation").build(),
                offer("photoshop", "adobe-donation").build());
        desk.with(programme("zoom"), offer("meetings", "zoom").build());
        desk.had("acrobat", 1, History.State.AWAITING_PAYMENT);
        desk.want("acrobat", 1);
        desk.want("photoshop", 4);
        desk.want("meetings", 99);
        desk.want("acrobat", 1);
        assertThat(desk.codes())
                .containsExactly(
                        "1 allotment-exceeded reduce-to-2, wait",
                        "3 allotment-exceeded remove-line, wait");
        var first = (Restriction.AllotmentExceeded) desk.restrictions().getFirst();
        assertThat(first.asked().canonical()).isEqualTo("6");
        assertThat(first.state().used().canonical()).isEqualTo("1");
        assertThat(first.state().left().canonical()).isEqualTo("3");
    }

    @Test
    @Requirement("ORD-03")
    void once_in_a_lifetime_is_for_what_was_had_and_alone_for_what_wants_its_own_order() {
        desk.with(
                programme("microsoft-get-genuine")
                        .order(new Programme.OrderRules(true, Optional.empty(), Optional.empty()))
                        .allotments(allotment(Count.ORDERS, 1, LIFETIME)),
                offer("genuine", "microsoft-get-genuine").build());
        desk.with(programme("zoom"), offer("meetings", "zoom").build());
        desk.want("genuine", 12);
        assertThat(desk.codes()).isEmpty();
        desk.want("meetings", 1);
        assertThat(desk.codes()).containsExactly("0 must-be-alone order-alone");
        desk.had("genuine", 1, History.State.DELIVERED);
        assertThat(desk.codes())
                .containsExactly("0 must-be-alone order-alone", "0 once-in-a-lifetime remove-line");
    }

    @Test
    void more_than_a_lifetime_s_limit_at_once_is_an_excess_that_waiting_does_not_help() {
        desk.with(
                programme("credit").allotments(allotment(Count.PRODUCTS, 1, LIFETIME)),
                offer("credit-1", "credit").build());
        desk.want("credit-1", 2);
        assertThat(desk.codes()).containsExactly("0 allotment-exceeded reduce-to-1");
    }

    @Test
    @Requirement("CAT-05")
    void stock_is_shared_by_the_lines_of_an_offer_and_the_offers_of_a_pool() {
        desk.with(
                programme("hardware"),
                offer("laptop", "hardware").stock(new Offer.Stock.Counted(9)).build(),
                offer("code-a", "hardware").stock(new Offer.Stock.CodePool("codes")).build(),
                offer("code-b", "hardware").stock(new Offer.Stock.CodePool("codes")).build());
        desk.stock.put(OfferId.of("laptop"), 3L);
        desk.stock.put(OfferId.of("code-a"), 1L);
        desk.stock.put(OfferId.of("code-b"), 1L);
        desk.want("laptop", 2);
        desk.want("laptop", 2);
        desk.want("code-a", 1);
        desk.want("code-b", 1);
        assertThat(desk.codes())
                .containsExactly(
                        "1 out-of-stock reduce-to-1, product-alert",
                        "3 out-of-stock remove-line, product-alert");
    }

    @Test
    @Requirement("ORD-07")
    void required_questions_and_names_are_asked_for_together() {
        desk.with(
                programme("cisco-donation").asks("network-plan", "site-contact").seats(true, false),
                offer("switch", "cisco-donation").asks("rack").build());
        desk.want("switch", 2, Map.of("network-plan", "yes", "site-contact", " "), true, "a@x.org");
        assertThat(desk.codes())
                .containsExactly("0 answers-missing answer-questions, name-persons");
        var missing = (Restriction.AnswersMissing) desk.restrictions().getFirst();
        assertThat(missing.questions()).containsExactly("site-contact", "rack");
        assertThat(missing.personsToName()).isEqualTo(1);
    }

    @Test
    @Requirement("ORD-03")
    void one_for_each_person_and_new_users_only() {
        desk.with(
                programme("creative-cloud").seats(true, true),
                offer("all-apps", "creative-cloud").build());
        desk.had("all-apps", 2, History.State.AWAITING_PAYMENT, "ines@x.org", "samir@x.org");
        desk.had("all-apps", 1, History.State.DELIVERED, "lea@x.org");
        desk.had("all-apps", 1, History.State.CANCELLED, "paul@x.org");
        desk.want("all-apps", 1, Map.of(), true, "Ines@X.org");
        desk.want("all-apps", 2, Map.of(), true, "new@x.org", "NEW@x.org");
        desk.want("all-apps", 1, Map.of(), true, "lea@x.org");
        desk.want("all-apps", 1, Map.of(), true, "paul@x.org");
        assertThat(desk.codes())
                .containsExactly(
                        "0 person-already-has-one name-others",
                        "1 person-already-has-one name-others",
                        "2 person-already-has-one name-others",
                        "2 not-a-new-user name-others");
    }

    @Test
    void whoever_is_said_not_to_be_new_is_not() {
        desk.with(
                programme("creative-cloud").seats(false, true),
                offer("apps", "creative-cloud").build());
        desk.basket.add(
                new Basket.Line(
                        OfferId.of("apps"),
                        1,
                        Map.of(),
                        List.of(
                                new History.Person(
                                        "a@x.org", Optional.empty(), Optional.of(false))),
                        true));
        assertThat(desk.codes()).containsExactly("0 not-a-new-user name-others");
    }

    @Test
    @Requirement("ORD-10")
    void hardware_goes_to_a_street_address_in_the_office_s_countries() {
        desk.facts.address =
                Optional.of(new OrganisationFacts.Address(Optional.of("FR"), Optional.of(true)));
        desk.with(
                programme("hardware"),
                offer("laptop", "hardware").kind(Offer.Kind.HARDWARE).build(),
                offer("licence", "hardware").build(),
                offer("local", "hardware").countries("LU").build());
        desk.want("laptop", 1);
        desk.want("licence", 1);
        desk.want("local", 1);
        assertThat(desk.codes())
                .containsExactly(
                        "0 post-office-box give-street-address",
                        "0 other-country remove-line",
                        "2 other-country remove-line");
    }

    @Test
    void what_comes_as_a_parcel_needs_a_street_and_what_comes_as_a_key_does_not() {
        desk.facts.address =
                Optional.of(new OrganisationFacts.Address(Optional.of("LU"), Optional.of(true)));
        desk.with(
                programme("microsoft"),
                offer("disc", "microsoft").handsOver(Offer.HandOver.What.PARCEL).build(),
                offer("key", "microsoft").handsOver(Offer.HandOver.What.KEY).build());
        desk.want("disc", 1);
        desk.want("key", 1);
        assertThat(desk.codes()).containsExactly("0 post-office-box give-street-address");
    }

    @Test
    void an_offer_s_least_and_most_hold_for_all_lines_of_the_order_together() {
        desk.with(programme("zoom"), offer("seats", "zoom").quantity(5, 10).build());
        desk.want("seats", 4);
        assertThat(desk.codes()).containsExactly("0 below-minimum raise-to-5, remove-line");
        desk.want("seats", 5);
        assertThat(desk.codes()).isEmpty();
        desk.want("seats", 3);
        assertThat(desk.codes()).containsExactly("2 above-maximum reduce-to-1");
        desk.basket.clear();
        desk.want("seats", 0);
        assertThat(desk.codes()).containsExactly("0 below-minimum raise-to-5, remove-line");
    }

    @Test
    void a_programme_may_ask_for_so_many_licences_in_one_order() {
        desk.with(
                programme("microsoft-discount")
                        .order(new Programme.OrderRules(false, Optional.of(5L), Optional.empty())),
                offer("office", "microsoft-discount").build(),
                offer("pack-of-two", "microsoft-discount").holds(2, 0).build());
        desk.want("office", 1);
        desk.want("pack-of-two", 1);
        assertThat(desk.codes())
                .containsExactly(
                        "0 below-minimum raise-to-3, remove-line",
                        "1 below-minimum raise-to-2, remove-line");
        desk.want("office", 2);
        assertThat(desk.codes()).isEmpty();
    }

    @Test
    void the_value_of_an_order_is_capped_in_the_cap_s_currency() {
        desk.with(
                programme("cisco-donation")
                        .order(
                                new Programme.OrderRules(
                                        false,
                                        Optional.empty(),
                                        Optional.of(
                                                new Programme.ValueCap(
                                                        Money.parse("USD 25000.00"),
                                                        Optional.of("large-grants-text"))))),
                offer("switch", "cisco-donation").marketValue("EUR 8000.00").build());
        desk.want("switch", 2);
        assertThat(desk.codes()).isEmpty();
        desk.want("switch", 2);
        assertThat(desk.codes())
                .containsExactly("1 above-maximum remove-line, read-large-grants-text");
        var above = (Restriction.AboveMaximum) desk.restrictions().getFirst();
        assertThat(above.asked().canonical()).isEqualTo("36336.00 USD");
    }

    @Test
    @Requirement("CAT-04")
    void what_is_not_sold_that_day_says_since_when_or_by_what_it_was_succeeded() {
        desk.with(
                programme("adobe-donation"),
                offer("old", "adobe-donation").build(),
                offer("new", "adobe-donation").succeeds("old").build(),
                offer("past", "adobe-donation").onSale("2020-01-01", "2022-09-11").build(),
                offer("coming", "adobe-donation").onSale("2022-09-13", "2023-01-01").build(),
                offer("without-fee", "adobe-donation").noFee().build());
        desk.with(programme("later").from("2022-10-01"), offer("later-1", "later").build());
        for (var offer :
                List.of("old", "new", "past", "coming", "without-fee", "later-1", "gone")) {
            desk.want(offer, 1);
        }
        assertThat(desk.codes())
                .containsExactly(
                        "0 not-on-sale successor-new",
                        "2 not-on-sale remove-line",
                        "3 not-on-sale wait",
                        "4 not-on-sale remove-line",
                        "5 not-on-sale wait",
                        "6 not-on-sale remove-line");
    }

    @Test
    void all_at_once_in_their_order_of_precedence() {
        desk.facts.qualified = Optional.of(false);
        desk.facts.staff = Optional.empty();
        desk.facts.bought("all", "2022-02-12");
        desk.facts.address =
                Optional.of(new OrganisationFacts.Address(Optional.of("FR"), Optional.of(true)));
        desk.with(
                programme("all")
                        .eligible(
                                new Criterion.Unless(customerOf("all", 3), new Criterion.Waiver()))
                        .order(new Programme.OrderRules(true, Optional.of(9L), Optional.empty()))
                        .asks("why")
                        .seats(true, true)
                        .allotments(
                                allotment(Count.PRODUCTS, 1, FISCAL_YEAR),
                                allotment(Count.ORDERS, 1, LIFETIME)),
                offer("thing", "all")
                        .kind(Offer.Kind.HARDWARE)
                        .eligible(
                                new Criterion.Size(
                                        new Criterion.Range<>(
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(5L))))
                        .quantity(1, 2)
                        .conditions("conditions/all")
                        .onSale("2020-01-01", "2021-01-01")
                        .build());
        desk.had("thing", 1, History.State.DELIVERED, "lea@x.org");
        desk.stock.put(OfferId.of("thing"), 0L);
        desk.want("thing", 3, Map.of(), false, "lea@x.org");
        desk.want("gone", 1);
        assertThat(desk.restrictions().stream().filter(each -> each.line() == 0))
                .extracting(Restriction::code)
                .containsExactly(Restriction.Code.values());
    }
}
