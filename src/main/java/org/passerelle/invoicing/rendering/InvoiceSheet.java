package org.passerelle.invoicing.rendering;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Kind;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.payment.EpcQrCode;
import org.passerelle.payment.Iban;
import org.passerelle.words.Words;

/// An invoice in the words of its reader, as its template writes it.
public record InvoiceSheet(Invoice invoice, Words words) {

    /// A name with what it says.
    public record Fact(String name, String value) {}

    public String title() {
        return words.get("invoicing.title." + invoice.kind(), invoice.number());
    }

    public String subject() {
        return words.get("invoicing.subject", title(), invoice.buyer().name());
    }

    public boolean credits() {
        return invoice.kind() == Kind.CREDIT_NOTE;
    }

    /// What is said at the top, right.
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(fact("invoicing.issued", words.date(invoice.issuedOn())));
        if (!credits() && invoice.payable().isPositive()) {
            facts.add(fact("invoicing.due", words.date(invoice.dueOn())));
        }
        invoice.period()
                .map(it -> words.get("invoicing.period.value", it.from(), it.until()))
                .ifPresent(period -> facts.add(fact("invoicing.period", period)));
        invoice.corrects()
                .ifPresent(corrected -> {
                    facts.add(
                            fact(
                                    "invoicing.corrects",
                                    words.get("invoicing.corrects.value", corrected.number())));
                    facts.add(fact("invoicing.reason", corrected.reason()));
                });
        return facts;
    }

    private Fact fact(String key, String value) {
        return new Fact(words.get(key), value);
    }

    /// Where a party is, line by line.
    public List<String> address(Party party) {
        var place = party.place();
        var lines = new ArrayList<String>();
        if (!place.street().isBlank()) {
            lines.add(place.street());
        }
        lines.add(
                place.region()
                        .filter(code -> code.startsWith(place.country() + "-"))
                        .map(code -> code.substring(place.country().length() + 1))
                        .map(region -> place.town() + " " + region + " " + place.postalCode())
                        .orElseGet(() -> place.postalCode() + " " + place.town()));
        if (!invoice.seller().place().country().equals(place.country())) {
            lines.add(Locale.of("", place.country()).getDisplayCountry(words.language().locale()));
        }
        return lines;
    }

    /// The numbers that a party is known by.
    public List<Fact> numbers(Party party) {
        var numbers = new ArrayList<Fact>();
        party.numbers().forEach(number -> numbers.add(new Fact(number.name(), number.value())));
        party.vatNumber().ifPresent(vat -> numbers.add(fact("invoicing.vat-number", vat)));
        party.vatNumber()
                .flatMap(_ -> party.vatChecked())
                .ifPresent(on -> numbers.add(fact("invoicing.vat-checked", words.date(on))));
        return numbers;
    }

    /// The seller on one line at the foot of each page.
    public String legalLine() {
        var seller = invoice.seller();
        var parts = new ArrayList<String>();
        parts.add(seller.name());
        parts.addAll(address(seller));
        numbers(seller).forEach(number -> parts.add(number.name() + " " + number.value()));
        seller.email().ifPresent(parts::add);
        seller.phone().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    public String money(Money amount) {
        return words.money(amount);
    }

    /// What a line says below its title.
    public String about(Line line) {
        return words.get("invoicing.order", line.order()) + " · " + line.sku();
    }

    public String delivered(Line line) {
        return line.deliveredOn().map(words::date).orElse("–");
    }

    public String quantity(Line line) {
        return words.number(line.quantity());
    }

    /// The taxes of a line, one below the other.
    public List<String> taxes(Line line) {
        return line.taxes().isEmpty()
                ? List.of(words.get("invoicing.untaxed"))
                : line.taxes().stream().map(this::tax).toList();
    }

    /// A tax as people call it, with its rate.
    public String tax(Tax tax) {
        var percent = words.number(tax.percent());
        return tax.name()
                .map(name -> words.get("invoicing.tax", name, percent))
                .orElseGet(() -> words.get("invoicing.vat", percent));
    }

    /// The name of what was paid before.
    public String paidName() {
        return words.get(credits() ? "invoicing.total.returned" : "invoicing.total.paid");
    }

    /// The name of the last line of the totals.
    public String payableName() {
        return words.get(credits() ? "invoicing.total.to-return" : "invoicing.total.payable");
    }

    public boolean isSettled() {
        return !credits() && invoice.payable().isZero();
    }

    /// How what is left is paid; empty where nothing is.
    public List<Fact> payment() {
        if (credits() || invoice.payable().isZero() || invoice.account().isEmpty()) {
            return List.of();
        }
        var account = invoice.account().get();
        var facts = new ArrayList<Fact>();
        facts.add(fact("invoicing.payment.beneficiary", account.beneficiary()));
        facts.add(
                new Fact(
                        "IBAN",
                        Iban.parse(account.iban()).map(Iban::printed).orElse(account.iban())));
        account.bic().ifPresent(bic -> facts.add(new Fact("BIC", bic)));
        facts.add(fact("invoicing.payment.amount", money(invoice.payable())));
        facts.add(fact("invoicing.payment.communication", account.communication()));
        return facts;
    }

    /// The picture of the code that a banking app reads, as a data address; empty where there is
    /// none.
    public Optional<String> qrCode() {
        if (payment().isEmpty()) {
            return Optional.empty();
        }
        var account = invoice.account().orElseThrow();
        return Iban.parse(account.iban())
                .flatMap(iban ->
                        EpcQrCode.of(
                                account.beneficiary(),
                                iban,
                                account.bic(),
                                invoice.payable(),
                                account.communication()))
                .map(code ->
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(code.png()));
    }

    public String qrCodeText() {
        var account = invoice.account().orElseThrow();
        return words.get("invoicing.payment.qr", money(invoice.payable()), account.communication());
    }
}
