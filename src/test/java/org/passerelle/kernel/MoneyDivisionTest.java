package org.passerelle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;

@Requirement("SUB-09")
class MoneyDivisionTest {
    private static final CurrencyUnit EURO = CurrencyUnit.EUR;

    private static Money cents(long cents) {
        return Money.ofMinor(EURO, cents);
    }

    @Test
    void ten_euros_among_three_is_one_cent_more_for_the_first() {
        assertThat(MoneyDivision.evenly(cents(1000), 3))
                .containsExactly(cents(334), cents(333), cents(333));
        assertThat(MoneyDivision.evenly(cents(-1000), 3))
                .containsExactly(cents(-334), cents(-333), cents(-333));
    }

    @Test
    void what_rounding_leaves_goes_to_the_parts_that_lost_most() {
        assertThat(MoneyDivision.byWeights(cents(100), List.of(1L, 2L, 3L)))
                .containsExactly(cents(17), cents(33), cents(50));
        assertThat(MoneyDivision.byWeights(cents(5), List.of(0L, 1L, 0L)))
                .containsExactly(cents(0), cents(5), cents(0));
    }

    @Test
    void a_currency_without_cents_is_divided_in_whole_units() {
        assertThat(MoneyDivision.evenly(Money.parse("JPY 100"), 3))
                .containsExactly(
                        Money.parse("JPY 34"), Money.parse("JPY 33"), Money.parse("JPY 33"));
    }

    @Test
    void there_must_be_something_to_divide_by() {
        assertThatThrownBy(() -> MoneyDivision.byWeights(cents(1), List.of(0L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MoneyDivision.byWeights(cents(1), List.of(2L, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MoneyDivision.evenly(cents(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_parts_sum_to_the_whole_and_each_is_its_exact_share_or_a_cent_beside() {
        qt().forAll(
                        longs().between(-10_000_000_000L, 10_000_000_000L),
                        lists().of(longs().between(0, 1_000_000)).ofSizeBetween(1, 40))
                .assuming((_, weights) -> weights.stream().anyMatch(weight -> weight > 0))
                .checkAssert((whole, weights) -> {
                    var parts = MoneyDivision.byWeights(cents(whole), weights);
                    assertThat(Money.total(EURO, parts)).isEqualTo(cents(whole));
                    var total = weights.stream().mapToLong(Long::longValue).sum();
                    for (var i = 0; i < parts.size(); i++) {
                        var exact =
                                BigDecimal.valueOf(whole)
                                        .multiply(BigDecimal.valueOf(weights.get(i)))
                                        .divide(
                                                BigDecimal.valueOf(total),
                                                20,
                                                RoundingMode.HALF_EVEN);
                        assertThat(
                                        exact.subtract(
                                                        BigDecimal.valueOf(
                                                                parts.get(i).getAmountMinorLong()))
                                                .abs())
                                .isLessThan(BigDecimal.ONE);
                    }
                });
    }

    @Test
    void parts_of_equal_weight_differ_by_a_cent_at_most() {
        qt().forAll(longs().between(0, 1_000_000), integers().between(1, 60))
                .checkAssert((whole, count) -> {
                    var cents =
                            MoneyDivision.evenly(cents(whole), count).stream()
                                    .mapToLong(Money::getAmountMinorLong)
                                    .toArray();
                    var least = LongStream.of(cents).min().orElseThrow();
                    var most = LongStream.of(cents).max().orElseThrow();
                    assertThat(most - least).isLessThanOrEqualTo(1);
                });
    }
}
