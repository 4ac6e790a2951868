package org.passerelle.invoicing.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.invoicing.AnyInvoice;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.tax.TaxCategory;

@Requirement("INV-03")
class InvoiceUblTest {
    private static final int DOCUMENTS = 400;

    private static List<String> complaints(Invoice invoice) {
        return OfficialRules.complaints(InvoiceUbl.write(invoice));
    }

    private static String text(Invoice invoice) {
        return new String(InvoiceUbl.write(invoice), StandardCharsets.UTF_8);
    }

    @Test
    void any_invoice_and_credit_note_passes_the_official_rules_without_even_a_warning() {
        var wrong =
                LongStream.range(0, DOCUMENTS)
                        .parallel()
                        .mapToObj(AnyInvoice::of)
                        .flatMap(one ->
                                complaints(one).stream().map(said -> one.number() + ": " + said))
                        .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void the_invoices_of_the_test_are_of_every_kind() {
        var all = LongStream.range(0, DOCUMENTS).mapToObj(AnyInvoice::of).toList();

        assertThat(all).anyMatch(one -> one.kind() == Invoice.Kind.CREDIT_NOTE);
        assertThat(all).anyMatch(one -> one.payable().isZero());
        assertThat(all).anyMatch(one -> one.payable().isPositive() && one.account().isPresent());
        assertThat(all).anyMatch(one -> one.taxes().size() > 3);
        for (var category : TaxCategory.values()) {
            assertThat(all)
                    .anyMatch(one ->
                            one.taxes().stream().anyMatch(tax -> tax.category() == category));
        }
    }

    @Test
    void a_transfer_is_asked_for_with_its_communication() {
        var open =
                LongStream.range(0, DOCUMENTS)
                        .mapToObj(AnyInvoice::of)
                        .filter(one -> one.account().isPresent() && one.payable().isPositive())
                        .findFirst()
                        .orElseThrow();

        assertThat(text(open))
                .contains(
                        "<cbc:PaymentID>+++123/1234/12328+++</cbc:PaymentID>",
                        "<cbc:ID>LU280019400644750000</cbc:ID>");
    }

    @Test
    void nothing_is_asked_for_once_all_is_paid() {
        var paid = AnyInvoice.withLines(3, 2);

        assertThat(text(paid))
                .contains(">0.00</cbc:PayableAmount>")
                .doesNotContain("PaymentMeans>");
    }

    /// Tax is rounded on each line, so that totals are sums of lines; the rules bear with what that
    /// makes of a long document.
    @Test
    void many_lines_that_are_all_rounded_up_still_pass() {
        var one = AnyInvoice.of(3);
        var first = one.lines().getFirst();
        var fee = Money.parse("EUR 0.50");
        var tax = AnyInvoice.tax(TaxCategory.STANDARD, BigDecimal.valueOf(17), fee);
        var line = new Line("1", 1, "A", "A", 1, fee, List.of(tax), first.deliveredOn());
        var all = AnyInvoice.with(one, java.util.Collections.nCopies(190, line));

        assertThat(all.tax()).isEqualTo(Money.parse("EUR 17.10"));
        assertThat(complaints(all)).isEmpty();
    }

    /// A number that was checked in the middle of a month.
    @Test
    @Requirement("INV-02")
    void taxed_reversed_exempt_and_zero_lines_on_one_invoice_pass_with_the_day_of_the_check() {
        var one =
                LongStream.range(0, DOCUMENTS)
                        .mapToObj(AnyInvoice::of)
                        .filter(it -> it.kind() == Invoice.Kind.INVOICE)
                        .filter(it -> it.buyer().vatChecked().isPresent())
                        .findFirst()
                        .orElseThrow();
        var fee = Money.parse("EUR 10.10");
        var lines =
                Stream.of(
                                TaxCategory.STANDARD,
                                TaxCategory.REVERSE_CHARGE,
                                TaxCategory.EXEMPT,
                                TaxCategory.ZERO)
                        .map(category -> {
                            var percent =
                                    category == TaxCategory.STANDARD
                                            ? BigDecimal.valueOf(17)
                                            : BigDecimal.ZERO;
                            var tax = AnyInvoice.tax(category, percent, fee);
                            return new Line(
                                    "1", 1, "A", "A", 1, fee, List.of(tax), Optional.empty());
                        })
                        .toList();
        var mixed = AnyInvoice.with(one, lines);

        assertThat(complaints(mixed)).isEmpty();
        assertThat(text(mixed))
                .contains(
                        one.buyer().vatNumber().orElseThrow() + " (VIES 2025-12-05)",
                        "VATEX-EU-AE",
                        "Art. 44 du Code de la TVA");
    }

    @Test
    void lines_with_two_taxes_have_no_electronic_form() {
        var one = AnyInvoice.withLines(3, 1);
        var line = one.lines().getFirst();
        var twice = List.of(line.taxes().getFirst(), line.taxes().getFirst());
        var two =
                AnyInvoice.with(
                        one,
                        List.of(
                                new Line(
                                        line.order(),
                                        1,
                                        line.sku(),
                                        line.title(),
                                        line.quantity(),
                                        line.fee(),
                                        twice,
                                        line.deliveredOn())));

        assertThat(two.hasElectronicForm()).isFalse();
        assertThatThrownBy(() -> InvoiceUbl.write(two))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
