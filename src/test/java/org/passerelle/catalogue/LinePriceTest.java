package org.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Localised;
import org.passerelle.tax.Tax;
import org.passerelle.tax.TaxAmount;

@Requirement({"CAT-02", "CAT-06"})
class LinePriceTest {
    private static final Tax GST =
            Tax.of("gst", Optional.of(Localised.same("GST")), new BigDecimal("5"));
    private static final Tax QST =
            Tax.of("qst", Optional.of(Localised.same("QST")), new BigDecimal("9.975"));

    @ParameterizedTest
    @CsvSource({
        "38.00, 1, 17, 6.46, 44.46",
        "20.00, 3, 17, 10.20, 70.20",
        "0.50, 1, 21, 0.11, 0.61",
        "2.50, 1, 21, 0.53, 3.03",
        "0.00, 4, 17, 0.00, 0.00",
        "9.99, 7, 0, 0.00, 69.93"
    })
    void vat_is_on_the_whole_line_rounded_half_up_once(
            BigDecimal fee, long quantity, BigDecimal percent, BigDecimal vat, BigDecimal gross) {
        var price = LinePrice.of(Money.of(CurrencyUnit.EUR, fee), quantity, vat(percent));

        assertThat(price.vat()).isEqualTo(Money.of(CurrencyUnit.EUR, vat));
        assertThat(price.gross()).isEqualTo(Money.of(CurrencyUnit.EUR, gross));
    }

    @Test
    @Requirement("INV-02")
    void two_taxes_are_each_on_the_price_alone_and_each_rounded_by_itself() {
        var price = LinePrice.of(Money.of(CurrencyUnit.CAD, 0.50), 1, List.of(GST, QST));

        assertThat(price.taxes())
                .as("2.5 cents and 4.9875 cents; at once 14.975 % would be 7")
                .containsExactly(
                        new TaxAmount(GST, Money.of(CurrencyUnit.CAD, 0.03)),
                        new TaxAmount(QST, Money.of(CurrencyUnit.CAD, 0.05)));
        assertThat(price.vat()).isEqualTo(Money.of(CurrencyUnit.CAD, 0.08));
        assertThat(price.gross()).isEqualTo(Money.of(CurrencyUnit.CAD, 0.58));
        assertThat(LinePrice.taxes(List.of(price, price)))
                .containsExactly(
                        Map.entry(GST, Money.of(CurrencyUnit.CAD, 0.06)),
                        Map.entry(QST, Money.of(CurrencyUnit.CAD, 0.10)));
    }

    @Test
    void a_price_that_does_not_add_up_is_none() {
        var five = Money.of(CurrencyUnit.CAD, 5);
        var taxes = List.of(TaxAmount.of(GST, five));

        assertThatThrownBy(() -> new LinePrice(five, 1, taxes, five, five, five.plus(five)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("INV-02")
    void totals_are_exactly_the_sums_of_the_lines_and_each_tax_is_within_half_a_cent() {
        var taxes =
                lists().of(integers().between(0, 2500).map(LinePriceTest::tax)).ofSizeBetween(0, 3);
        var lines =
                lists().of(
                                longs().between(0, 500_000)
                                        .zip(
                                                integers().between(1, 60),
                                                taxes,
                                                (cents, quantity, borne) ->
                                                        LinePrice.of(
                                                                Money.ofMinor(
                                                                        CurrencyUnit.EUR, cents),
                                                                quantity,
                                                                borne)))
                        .ofSizeBetween(0, 12);
        qt().forAll(lines).checkAssert(LinePriceTest::addUp);
    }

    private static Tax tax(int basisPoints) {
        return Tax.of("tax-" + basisPoints, Optional.empty(), BigDecimal.valueOf(basisPoints, 2));
    }

    private static List<Tax> vat(BigDecimal percent) {
        return List.of(Tax.of("vat-standard", Optional.empty(), percent));
    }

    private static void addUp(List<LinePrice> lines) {
        var total = LinePrice.Total.of(CurrencyUnit.EUR, lines);
        assertThat(total.gross()).isEqualTo(total.net().plus(total.vat()));
        assertThat(total.gross().getAmountMinorLong())
                .isEqualTo(lines.stream().mapToLong(l -> l.gross().getAmountMinorLong()).sum());
        assertThat(LinePrice.taxes(lines).values().stream().mapToLong(Money::getAmountMinorLong))
                .allMatch(minor -> minor >= 0);
        assertThat(
                        LinePrice.taxes(lines).values().stream()
                                .mapToLong(Money::getAmountMinorLong)
                                .sum())
                .as("the taxes said are the tax that is paid")
                .isEqualTo(total.vat().getAmountMinorLong());
        for (var line : lines) {
            for (var due : line.taxes()) {
                assertThat(due).as("by its own line alone").isEqualTo(alone(line, due.tax()));
                var exact = line.net().getAmount().multiply(due.tax().percent()).movePointLeft(2);
                assertThat(due.amount().getAmount().subtract(exact).abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.005"));
            }
        }
    }

    private static TaxAmount alone(LinePrice line, Tax tax) {
        return LinePrice.of(line.fee(), line.quantity(), List.of(tax)).taxes().getFirst();
    }
}
