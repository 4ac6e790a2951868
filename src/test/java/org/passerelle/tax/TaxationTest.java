package org.passerelle.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.Office;
import org.passerelle.packs.CommittedPack;
import org.passerelle.tax.TaxDecision.Outcome;

/// Which taxes a sale bears, by the committed packs.
@Requirement({"INV-02", "INV-05"})
class TaxationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Office LUXEMBOURG = CommittedPack.of("socialware-lu").office();
    private static final Office BELGIUM = CommittedPack.of("socialware-be").office();
    private static final Office CANADA = CommittedPack.of("techsoup-ca").office();

    private static Office office(String country) {
        return switch (country) {
            case "LU" -> LUXEMBOURG;
            case "BE" -> BELGIUM;
            default -> CANADA;
        };
    }

    private static Buyer buyer(String place) {
        var country = place.substring(0, 2);
        return Buyer.at(country, Optional.of(place).filter(one -> one.length() > 2));
    }

    private static Buyer with(Buyer at, String number, Optional<VatCheck> check) {
        return new Buyer(
                true, at.country(), at.region(), Optional.of(number), check, at.exemptions());
    }

    private static VatCheck check(String number, LocalDate on, boolean valid) {
        return new VatCheck(
                number,
                on,
                valid,
                valid ? on.plusMonths(12) : on,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Signature.of("Someone"));
    }

    private static Buyer exempt(
            String at, String place, LocalDate from, Optional<LocalDate> until, Set<String> taxes) {
        var one =
                new Exemption(
                        ExemptionId.random(),
                        OrganisationId.random(),
                        place,
                        from,
                        until,
                        "Certificate 7",
                        Optional.empty(),
                        Instant.EPOCH,
                        Signature.of("Member"),
                        new Exemption.Accepted(
                                Instant.EPOCH, Signature.of("Staff"), taxes, "section 87"));
        var bare = buyer(at);
        return new Buyer(
                true,
                bare.country(),
                bare.region(),
                Optional.empty(),
                Optional.empty(),
                List.of(one));
    }

    private static String said(TaxDecision decision) {
        return decision.taxes().stream()
                .map(tax ->
                        tax.code()
                                + " "
                                + tax.category().code()
                                + " "
                                + tax.percent().toPlainString())
                .reduce((one, other) -> one + " + " + other)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "LU, LU, 2026-11-22, vat-standard S 17",
        "LU, LU, 2023-06-01, vat-standard S 16",
        "LU, LU, 2022-12-31, vat-standard S 17",
        "LU, LU, 2023-01-01, vat-standard S 16",
        "LU, LU, 2023-12-31, vat-standard S 16",
        "LU, LU, 2024-01-01, vat-standard S 17",
        "BE, BE, 2026-11-22, vat-standard S 21",
        "LU, BE, 2026-11-22, vat-standard S 17",
        "CA, CA-ON, 2026-11-22, hst S 13",
        "CA, CA-QC, 2026-11-22, gst S 5 + qst S 9.975",
        "CA, CA-BC, 2026-11-22, gst S 5",
        "CA, CA-AB, 2026-11-22, gst S 5",
        "CA, CA-MB, 2026-11-22, gst S 5",
        "CA, CA-SK, 2026-11-22, gst S 5",
        "CA, CA-NT, 2026-11-22, gst S 5",
        "CA, CA-NU, 2026-11-22, gst S 5",
        "CA, CA-YT, 2026-11-22, gst S 5",
        "CA, CA-NB, 2026-11-22, hst S 15",
        "CA, CA-NL, 2026-11-22, hst S 15",
        "CA, CA-NS, 2026-11-22, hst S 14",
        "CA, CA-PE, 2026-11-22, hst S 15",
        "CA, CA-NB, 2016-06-30, hst S 13",
        "CA, CA-NB, 2016-07-01, hst S 15",
        "CA, CA-PE, 2016-09-30, hst S 14",
        "CA, CA-PE, 2016-10-01, hst S 15",
        "CA, CA-BC, 2013-03-31, hst S 12",
        "CA, CA-BC, 2013-04-01, gst S 5",
        "CA, CA-BC, 2012-11-22, hst S 12",
        "CA, CA-NS, 2025-03-31, hst S 15",
        "CA, CA-NS, 2025-04-01, hst S 14",
        "CA, CA-ON, 2007-12-31, none",
    })
    void the_dated_rates_of_the_place_hold(
            String seller, String place, LocalDate day, String taxes) {
        assertThat(said(Taxation.of(office(seller), buyer(place), "standard", day)))
                .isEqualTo(taxes);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-21, AE, the last day before it is over: checked on 2024-11-22",
        "2024-11-22, AE, the day of the check",
        "2024-11-21, S, the day before",
        "2025-11-22, AE, both days included",
        "2025-11-23, S, over",
    })
    void a_customer_of_another_member_state_owes_the_vat_while_its_number_was_found_valid(
            LocalDate day, String category, String why) {
        var number = "BE0123456749";
        var buyer =
                with(
                        buyer("BE"),
                        number,
                        Optional.of(check(number, LocalDate.of(2024, 11, 22), true)));
        var decision = Taxation.of(LUXEMBOURG, buyer, "standard", day);

        assertThat(decision.taxes().getFirst().category().code()).as(why).isEqualTo(category);
        if (category.equals("AE")) {
            assertThat(decision.outcome()).isEqualTo(Outcome.REVERSE_CHARGE);
            assertThat(decision.taxes())
                    .singleElement()
                    .satisfies(tax ->
                            assertThat(tax.reason().orElseThrow().in(Language.FR))
                                    .contains("art. 196 Directive 2006/112/CE"));
            assertThat(decision.grounds())
                    .contains(new TaxGround.TwoMembers("LU", "BE"))
                    .first()
                    .isEqualTo(
                            new TaxGround.FoundValid(
                                    number,
                                    LocalDate.of(2024, 11, 22),
                                    LocalDate.of(2025, 11, 22)));
        }
    }

    @Test
    void every_other_number_pays_the_sellers_vat_and_is_told_why() {
        var valid = "BE0123456749";
        assertThat(grounds(LUXEMBOURG, buyer("BE"))).contains(new TaxGround.NoVatNumber());
        assertThat(grounds(LUXEMBOURG, with(buyer("BE"), valid, Optional.empty())))
                .contains(new TaxGround.NotChecked(valid));
        assertThat(
                        grounds(
                                LUXEMBOURG,
                                with(
                                        buyer("BE"),
                                        valid,
                                        Optional.of(check(valid, DAY.minusDays(3), false)))))
                .contains(new TaxGround.FoundInvalid(valid, DAY.minusDays(3)));
        assertThat(
                        grounds(
                                LUXEMBOURG,
                                with(
                                        buyer("BE"),
                                        "LU12345613",
                                        Optional.of(check("LU12345613", DAY, true)))))
                .as("a number of the seller's own country makes no cross-border sale")
                .contains(new TaxGround.NumberOfSeller("LU12345613"));
        assertThat(
                        grounds(
                                LUXEMBOURG,
                                with(
                                        buyer("BE"),
                                        valid,
                                        Optional.of(check("BE0999999922", DAY, true)))))
                .as("a check of another number says nothing")
                .contains(new TaxGround.NotChecked(valid));
    }

    private static List<TaxGround> grounds(Office office, Buyer buyer) {
        var decision = Taxation.of(office, buyer, "standard", DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.RATES);
        assertThat(said(decision)).isEqualTo("vat-standard S 17");
        return decision.grounds();
    }

    @Test
    void at_home_a_valid_number_changes_nothing() {
        var number = "LU12345613";
        var decision =
                Taxation.of(
                        LUXEMBOURG,
                        with(buyer("LU"), number, Optional.of(check(number, DAY, true))),
                        "standard",
                        DAY);

        assertThat(said(decision)).isEqualTo("vat-standard S 17");
        assertThat(decision.grounds()).contains(new TaxGround.SameCountry("LU"));
    }

    @Test
    void a_country_that_left_is_outside_from_the_day_after_its_last() {
        var number = "GB123456789";
        var last = LocalDate.of(2020, 12, 31);
        var buyer = with(buyer("GB"), number, Optional.of(check(number, last.minusDays(9), true)));

        assertThat(Taxation.of(LUXEMBOURG, buyer, "standard", last).outcome())
                .isEqualTo(Outcome.REVERSE_CHARGE);
        assertThat(Taxation.of(LUXEMBOURG, buyer, "standard", last.plusDays(1)).grounds())
                .contains(new TaxGround.OutsideArea("GB"));
    }

    @Test
    void being_known_and_verified_frees_from_nothing() {
        var decision = Taxation.of(CANADA, buyer("CA-QC"), "standard", DAY);

        assertThat(said(decision)).isEqualTo("gst S 5 + qst S 9.975");
        assertThat(decision.grounds()).contains(new TaxGround.NoExemption());
    }

    @ParameterizedTest
    @CsvSource({
        "CA-QC, CA-QC, 2026-01-01, 2026-12-31, '', gst E 0 + qst E 0",
        "CA-QC, CA-QC, 2026-01-01, 2026-12-31, qst, gst S 5 + qst E 0",
        "CA-QC, CA, 2026-01-01, , '', gst E 0 + qst E 0",
        "CA-ON, CA-QC, 2026-01-01, , '', hst S 13",
        "CA-QC, CA-QC, 2026-11-22, 2026-11-22, '', gst E 0 + qst E 0",
        "CA-QC, CA-QC, 2026-11-23, , '', gst S 5 + qst S 9.975",
        "CA-QC, CA-QC, 2026-01-01, 2026-11-21, '', gst S 5 + qst S 9.975",
        "CA-QC, CA-QC, 2026-01-01, , hst, gst S 5 + qst S 9.975",
    })
    void an_exemption_counts_at_its_place_on_its_days_for_its_taxes(
            String at, String place, LocalDate from, LocalDate until, String code, String taxes) {
        var codes = code.isEmpty() ? Set.<String>of() : Set.of(code);
        var buyer = exempt(at, place, from, Optional.ofNullable(until), codes);
        var decision = Taxation.of(CANADA, buyer, "standard", DAY);

        assertThat(said(decision)).isEqualTo(taxes);
        assertThat(decision.outcome())
                .isEqualTo(taxes.contains("E 0") ? Outcome.EXEMPT : Outcome.RATES);
        decision.taxes().stream()
                .filter(tax -> tax.category() == TaxCategory.EXEMPT)
                .forEach(tax ->
                        assertThat(tax.reason().orElseThrow().in(Language.EN))
                                .isEqualTo("section 87"));
    }

    @Test
    void a_visitor_is_told_the_usual_tax() {
        assertThat(said(Taxation.of(LUXEMBOURG, Buyer.visitor(LUXEMBOURG), "standard", DAY)))
                .isEqualTo("vat-standard S 17");
        assertThat(said(Taxation.of(CANADA, Buyer.visitor(CANADA), "standard", DAY)))
                .isEqualTo("gst S 5");
    }

    @Test
    void whoever_buys_on_whatever_day_no_tax_is_negative_and_the_day_alone_decides() {
        var places = List.of("LU", "BE", "FR", "GB", "CA", "CA-QC", "CA-ON", "CA-BC", "US");
        qt().forAll(longs().all(), integers().between(0, 12_000), longs().between(0, 10_000_000))
                .checkAssert((seed, days, cents) -> {
                    var random = new Random(seed);
                    var office = office(List.of("LU", "BE", "CA").get(random.nextInt(3)));
                    var day = LocalDate.of(2008, 1, 1).plusDays(days);
                    var place = places.get(random.nextInt(places.size()));
                    var number = "BE0123456749";
                    var from = day.plusDays(random.nextInt(600) - 300L);
                    var base =
                            random.nextBoolean()
                                    ? exempt(place, place, from, Optional.empty(), Set.of())
                                    : buyer(place);
                    var buyer =
                            random.nextBoolean()
                                    ? with(
                                            base,
                                            number,
                                            Optional.of(check(number, from, random.nextBoolean())))
                                    : base;
                    var decision = Taxation.of(office, buyer, "standard", day);

                    assertThat(decision.taxes()).isNotEmpty();
                    assertThat(decision.grounds()).isNotEmpty();
                    var net = Money.ofMinor(CurrencyUnit.EUR, cents);
                    for (var tax : decision.taxes()) {
                        assertThat(tax.percent().signum()).isNotNegative();
                        assertThat(TaxAmount.of(tax, net).amount().isNegative()).isFalse();
                        assertThat(tax.percent()).isLessThan(new BigDecimal("25"));
                    }
                    assertThat(Taxation.of(office, buyer, "standard", day)).isEqualTo(decision);
                });
    }
}
