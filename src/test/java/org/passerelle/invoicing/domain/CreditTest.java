package org.passerelle.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.invoicing.AnyInvoice;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.invoicing.domain.InvoiceBook.Invoiced;
import org.passerelle.tax.TaxCategory;

@Requirement("INV-01")
class CreditTest {
    private static Tax tax(String code, String percent, Money net) {
        var like = AnyInvoice.tax(TaxCategory.STANDARD, new BigDecimal(percent), net);
        return new Tax(
                code,
                Optional.of(code),
                like.percent(),
                like.category(),
                Optional.empty(),
                net,
                like.amount());
    }

    private static Line line(long quantity, Money fee) {
        var net = fee.multipliedBy(quantity);
        var taxes = List.of(tax("gst", "5", net), tax("qst", "9.975", net));
        return new Line("1", 1, "SKU", "Licence", quantity, fee, taxes, Optional.empty());
    }

    private static Map<String, Money> sums(Line line) {
        var sums = new HashMap<String, Money>();
        line.taxes().forEach(tax -> sums.put(tax.code(), tax.amount()));
        return sums;
    }

    /// However it is cut, and whatever was promised of single parts.
    @Test
    void parts_of_a_line_add_up_to_it_to_the_cent_and_are_never_negative() {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var quantity = 1 + random.nextInt(12);
            var line = line(quantity, Money.ofMinor(CurrencyUnit.EUR, random.nextInt(3_000)));
            Map<String, Money> given = new HashMap<>();
            var net = Money.zero(CurrencyUnit.EUR);
            for (var gone = 0L; gone < quantity; ) {
                var units = 1 + random.nextInt(Math.toIntExact(quantity - gone));
                var of = new Invoiced(7, line, gone, Map.copyOf(given));
                var part = Credit.of(of, units, promised(random));
                assertThat(part.tax().isNegative()).as("seed " + seed).isFalse();
                sums(part).forEach((code, due) -> given.merge(code, due, Money::plus));
                net = net.plus(part.net());
                gone += units;
            }

            assertThat(given).as("seed " + seed).isEqualTo(sums(line));
            assertThat(net).isEqualTo(line.net());
        }
    }

    private static Map<String, Money> promised(Random random) {
        return random.nextBoolean()
                ? Map.of()
                : Map.of("gst", Money.ofMinor(CurrencyUnit.EUR, random.nextInt(400)));
    }

    @Test
    void what_was_promised_for_some_units_is_what_they_give_back() {
        var line = line(3, Money.parse("EUR 10.01"));
        var of = new Invoiced(7, line, 0, Map.of());

        var part = Credit.of(of, 1, Map.of("gst", Money.parse("EUR 0.51")));

        assertThat(sums(part))
                .isEqualTo(Map.of("gst", Money.parse("EUR 0.51"), "qst", Money.parse("EUR 1.00")));
    }

    @Test
    void no_more_than_is_left_is_given_back() {
        var of = new Invoiced(7, line(3, Money.parse("EUR 1.00")), 2, Map.of());

        assertThatThrownBy(() -> Credit.of(of, 2, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
