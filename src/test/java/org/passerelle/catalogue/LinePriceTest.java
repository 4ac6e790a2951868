package org.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;

@Requirement({"CAT-02", "CAT-06"})
class LinePriceTest {

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
        var price = LinePrice.of(Money.of(CurrencyUnit.EUR, fee), quantity, percent);

        assertThat(price.vat()).isEqualTo(Money.of(CurrencyUnit.EUR, vat));
        assertThat(price.gross()).isEqualTo(Money.of(CurrencyUnit.EUR, gross));
    }

    @Test
    void totals_are_exactly_the_sums_of_the_lines_and_vat_is_within_half_a_cent_of_the_exact() {
        var lines =
                lists().of(
                                longs().between(0, 500_000)
                                        .zip(
                                                integers().between(1, 60),
                                                integers().between(0, 2500),
                                                (cents, quantity, percent) ->
                                                        LinePrice.of(
                                                                Money.ofMinor(
                                                                        CurrencyUnit.EUR, cents),
                                                                quantity,
                                                                BigDecimal.valueOf(percent, 2))))
                        .ofSizeBetween(0, 12);
        qt().forAll(lines).checkAssert(LinePriceTest::addUp);
    }

    private static void addUp(List<LinePrice> lines) {
        var total = LinePrice.Total.of(CurrencyUnit.EUR, lines);
        assertThat(total.gross()).isEqualTo(total.net().plus(total.vat()));
        assertThat(total.gross().getAmountMinorLong())
                .isEqualTo(lines.stream().mapToLong(l -> l.gross().getAmountMinorLong()).sum());
        for (var line : lines) {
            var exact = line.net().getAmount().multiply(line.vatPercent()).movePointLeft(2);
            assertThat(line.vat().getAmount().subtract(exact).abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.005"));
        }
    }
}
