package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.PromisedTime;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;

/// What stands in `packs/socialware-lu`, without any rule being decided.
class SocialwarePackTest {
    private static final Pack PACK = CommittedPack.of("socialware-lu");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    @Requirement("ORD-12")
    void what_is_given_is_for_the_organisation_alone() {
        for (var offer : PACK.offers().values()) {
            if (offer.kind() == Offer.Kind.DONATION) {
                var said = new PackTexts(PACK).conditions(offer, Language.FR);
                assertThat(said).as(offer.id().value()).contains("pour votre organisation seule");
            }
        }
    }

    /// Hosted services that partners give free of charge have no such fee; neither have products at
    /// a reduced price, whose price is asked here, nor our own hardware.
    @Test
    @Requirement("CAT-06")
    void the_fee_of_a_donation_is_about_a_tenth_of_its_market_value() {
        var donated =
                PACK.offers().values().stream()
                        .filter(offer -> offer.kind() == Offer.Kind.DONATION)
                        .filter(offer -> offer.isOnSale(TODAY))
                        .toList();

        assertThat(donated).hasSizeGreaterThanOrEqualTo(20);
        for (var offer : donated) {
            var fee = offer.feeOn(TODAY).orElseThrow().getAmount();
            var value = offer.marketValue().orElseThrow().getAmount();
            assertThat(fee.doubleValue() / value.doubleValue())
                    .as(offer.id().value())
                    .isBetween(0.05, 0.12);
        }
    }

    @Test
    @Requirement("CAT-06")
    void a_change_of_fee_is_dated() {
        var offer = PACK.offer(OfferId.of("autocad-1y")).orElseThrow();

        assertThat(offer.feeOn(LocalDate.of(2023, 12, 31)).orElseThrow()).hasToString("EUR 178.00");
        assertThat(offer.feeOn(LocalDate.of(2024, 1, 1)).orElseThrow()).hasToString("EUR 198.00");
    }

    @Test
    @Requirement("CAT-04")
    void the_two_former_offers_of_zoom_lead_to_the_one_that_replaced_them() {
        for (var former : List.of("zoom-pro", "zoom-business")) {
            assertThat(PACK.offer(OfferId.of(former)).orElseThrow().isOnSale(TODAY)).isFalse();
            assertThat(PACK.successorOf(OfferId.of(former)).map(Offer::id))
                    .contains(OfferId.of("zoom-meetings-1y"));
        }
    }

    @Test
    @Requirement("VER-03")
    void the_legal_forms_of_luxembourg_qualify_and_others_do_not() {
        var forms = PACK.office().forms();
        var mayQualify =
                forms.values().stream().filter(f -> f.mayQualify()).map(f -> f.id()).toList();

        assertThat(mayQualify)
                .containsExactly(
                        "asbl",
                        "asbl-public-utility",
                        "fondation",
                        "sis-sa",
                        "sis-sarl",
                        "sis-cooperative",
                        "public-library",
                        "special-needs-school");
        assertThat(form("commercial-company").mayQualify()).isFalse();
        assertThat(form("public-library").library()).isTrue();
        assertThat(form("special-needs-school").school()).isTrue();
        // A company is one of societal impact by a minister's approval, in three forms of company.
        assertThat(forms.values())
                .filteredOn(form -> form.id().startsWith("sis-"))
                .hasSize(3)
                .allSatisfy(form ->
                        assertThat(form.evidence())
                                .anyMatch(proof -> proof.in(Language.FR).contains("Agrément")));
        for (var form : forms.values()) {
            assertThat(form.identifiers())
                    .as(form.id())
                    .isNotEmpty()
                    .allMatch(scheme -> LegalNumberScheme.of(scheme).isPresent());
            assertThat(form.evidence().isEmpty()).as(form.id()).isEqualTo(!form.mayQualify());
        }
    }

    @Test
    @Requirement("VER-04")
    void charity_nonprofit_and_library_are_three_statuses() {
        assertThat(PACK.office().statuses()).containsKeys("charity", "nonprofit", "library");
        assertThat(form("asbl").statuses()).containsExactly("nonprofit");
        assertThat(form("fondation").statuses()).containsExactly("nonprofit", "charity");
        assertThat(form("public-library").statuses()).containsExactly("library");
    }

    @Test
    @Requirement("VER-05")
    void staff_choose_among_reasons_that_end_a_case_and_reasons_that_can_be_mended() {
        var reasons = PACK.office().qualification().refusalReasons();

        assertThat(reasons).hasSizeGreaterThanOrEqualTo(10);
        assertThat(reasons).anyMatch(r -> r.isFinal()).anyMatch(r -> !r.isFinal());
        assertThat(PACK.office().qualification().questions()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    @Requirement("VER-02")
    void complete_on_the_eve_of_ascension_2022_is_due_on_the_next_tuesday() {
        var calendar = BusinessCalendars.of(PACK.office());
        var complete =
                LocalDate.of(2022, 5, 25).atTime(LocalTime.NOON).atZone(PACK.office().zone());

        var due =
                PromisedTime.of(PACK.office().promises().qualificationBusinessDays())
                        .started(complete.toInstant())
                        .due(calendar);

        assertThat(due.orElseThrow().day()).isEqualTo(LocalDate.of(2022, 5, 31));
    }

    @Test
    @Requirement("CAT-07")
    void the_end_of_2026_is_announced_from_the_first_of_december() {
        var closure =
                PACK.office().calendar().closures().stream()
                        .filter(c -> c.first().equals(LocalDate.of(2026, 12, 24)))
                        .findFirst()
                        .orElseThrow();

        assertThat(closure.last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(closure.announceFrom()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    @Requirement("INV-02")
    void vat_of_luxembourg_was_16_per_cent_in_2023_only() {
        assertThat(vatOn(LocalDate.of(2022, 12, 31))).isEqualByComparingTo("17");
        assertThat(vatOn(LocalDate.of(2023, 1, 1))).isEqualByComparingTo("16");
        assertThat(vatOn(LocalDate.of(2023, 12, 31))).isEqualByComparingTo("16");
        assertThat(vatOn(LocalDate.of(2024, 1, 1))).isEqualByComparingTo("17");
    }

    @Test
    @Requirement("ORD-05")
    void order_numbers_start_with_five_digits() {
        assertThat(PACK.office().numbering().firstOrder()).isEqualTo(10001);
    }

    /// TechSoup's real account must never stand in a committed pack.
    @Test
    @Requirement("PAY-01")
    void the_account_is_the_public_example() {
        assertThat(PACK.office().payment().account().replace(" ", ""))
                .isEqualTo("LU280019400644750000");
    }

    @Test
    @Requirement("ORD-09")
    void only_hardware_is_ever_paid_back() {
        for (var offer : PACK.offers().values()) {
            var never = offer.refunds().stream().allMatch(Offer.RefundPolicy::never);
            assertThat(never).as(offer.id().value()).isEqualTo(offer.kind() != Offer.Kind.HARDWARE);
        }
        var refurbished = refund("refurbished-laptop");
        assertThat(refurbished.within().orElseThrow().amount()).isEqualTo(14);
        assertThat(refurbished.base()).contains("validation");
        assertThat(refurbished.returnCostWithCustomer()).isTrue();
        var damaged = refund("cisco-router");
        assertThat(damaged.within().orElseThrow().amount()).isEqualTo(60);
        assertThat(damaged.base()).contains("delivery");
    }

    @Test
    @Requirement("ORD-11")
    void cisco_adds_a_support_contract_five_weeks_after_the_parcels() {
        var handOver = PACK.offer(OfferId.of("cisco-router")).orElseThrow().handOver();

        assertThat(handOver)
                .extracting(Offer.HandOver::what)
                .containsExactly(Offer.HandOver.What.PARCEL, Offer.HandOver.What.SUPPORT_CONTRACT);
        assertThat(handOver.getLast().after().orElseThrow().period()).isEqualTo(Period.ofDays(35));
    }

    @Test
    @Requirement("ELI-01")
    void the_tree_of_activities_has_twelve_groups_in_four_languages() {
        var nodes = PACK.activities().nodes();

        assertThat(nodes.stream().filter(node -> node.parentCode() == null)).hasSize(12);
        assertThat(nodes)
                .allSatisfy(node ->
                        assertThat(node.name().texts())
                                .containsKeys(Language.FR, Language.EN, Language.NL, Language.DE));
        assertThat(PACK.activities().find("1100").orElseThrow().id()).isEqualTo("culture");
        assertThat(nodes.stream().filter(node -> node.school()).map(node -> node.code()))
                .contains("2100", "2200");
    }

    @Test
    @Requirement("ELI-01")
    void dollars_have_a_rate_in_every_month_since_2016() {
        for (var currency : List.of("USD", "CAD")) {
            var days =
                    Optional.ofNullable(PACK.rates().perEuro().get(CurrencyUnit.of(currency)))
                            .orElseThrow();
            var months = days.keySet().stream().map(YearMonth::from).distinct().toList();
            assertThat(months).as(currency).hasSize(12 * 10 + 11);
        }
        for (var currency :
                List.of("GBP", "SEK", "NOK", "DKK", "CHF", "NZD", "AUD", "ZAR", "PLN", "CZK")) {
            assertThat(PACK.rates().on(CurrencyUnit.of(currency), LocalDate.of(2016, 12, 31)))
                    .as(currency)
                    .isPresent();
        }
    }

    private static Office.LegalForm form(String id) {
        return Optional.ofNullable(PACK.office().forms().get(id)).orElseThrow();
    }

    private static Offer.RefundPolicy refund(String offer) {
        return PACK.offer(OfferId.of(offer)).orElseThrow().refunds().getFirst();
    }

    private static BigDecimal vatOn(LocalDate day) {
        return PACK.office().vat().stream()
                .filter(rate -> rate.category().equals("standard"))
                .filter(rate -> !rate.from().isAfter(day))
                .max(Comparator.comparing(rate -> rate.from()))
                .orElseThrow()
                .percent();
    }
}
