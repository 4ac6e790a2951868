package org.passerelle.portal.invoicing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.invoicing.InvoicesFound;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.PayoutWords;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payout;
import org.passerelle.portal.Acting;
import org.passerelle.portal.invoicing.InvoicesPage.Open;
import org.passerelle.portal.invoicing.InvoicesPage.Payment;
import org.passerelle.portal.invoicing.InvoicesPage.Row;
import org.passerelle.ui.Frame;
import org.passerelle.ui.OwnFile;
import org.passerelle.words.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Invoices and payments of the organisation a member acts for (INV-01, INV-03, INV-04). Another
/// organisation's invoice is as unknown as one that never was.
@Controller
class InvoicePages {
    private final Invoicing invoicing;
    private final Organisations organisations;
    private final Payments payments;
    private final Acting acting;

    InvoicePages(
            Invoicing invoicing, Organisations organisations, Payments payments, Acting acting) {
        this.invoicing = invoicing;
        this.organisations = organisations;
        this.payments = payments;
        this.acting = acting;
    }

    @GetMapping("/invoices")
    String list(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        var page =
                membership
                        .map(found -> page(found.organisation(), frame))
                        .orElseGet(() -> new InvoicesPage(List.of(), List.of(), List.of()));
        model.addAttribute("page", page);
        return "portal/invoicing/invoices";
    }

    private InvoicesPage page(OrganisationId organisation, Frame frame) {
        var owed = payments.ofOrganisation(organisation);
        return new InvoicesPage(
                invoicing.ofOrganisation(organisation).stream()
                        .map(row -> row(row, frame))
                        .toList(),
                payments(owed, frame),
                owed.stream()
                        .filter(payable -> payable.missing().isPositive())
                        .map(payable ->
                                new Open(
                                        order(payable),
                                        frame.words().money(payable.missing()),
                                        frame.words().date(payable.lastDay())))
                        .toList());
    }

    private static Row row(InvoicesFound.Row row, Frame frame) {
        var words = frame.words();
        return new Row(
                row.number().toString(),
                words.get("invoicing.title." + row.kind(), row.number()),
                row.corrects().map(it -> words.get("invoicing.page.corrects", it)),
                words.date(row.issuedOn()),
                words.money(row.gross()),
                open(row, words),
                row.electronic());
    }

    private static String open(InvoicesFound.Row row, Words words) {
        return switch (row.kind()) {
            case CREDIT_NOTE -> "–";
            case INVOICE ->
                    row.open().isZero()
                            ? words.get("invoicing.page.paid")
                            : words.money(row.open());
        };
    }

    /// With the day it counts on, so that all orders' stand in one order.
    private record Dated(LocalDate on, Payment payment) {}

    private static List<Payment> payments(List<Payable> owed, Frame frame) {
        return owed.stream()
                .flatMap(payable -> payments(payable, frame))
                .sorted(Comparator.comparing(Dated::on).reversed())
                .map(Dated::payment)
                .toList();
    }

    /// What came, and what goes back: that is said to be due until it has left.
    private static Stream<Dated> payments(Payable payable, Frame frame) {
        var words = frame.words();
        var came =
                payable.receipts().stream()
                        .map(it ->
                                dated(
                                        it.on(),
                                        payable,
                                        words.get("invoicing.page.received"),
                                        it.amount(),
                                        words));
        var back =
                payable.payouts().stream()
                        .filter(Payout::counts)
                        .map(it ->
                                dated(
                                        it.state() instanceof Payout.State.Sent sent
                                                ? sent.on()
                                                : it.dueAt().atZone(frame.zone()).toLocalDate(),
                                        payable,
                                        PayoutWords.of(it, frame.zone(), words),
                                        it.amount().negated(),
                                        words));
        var taken =
                payable.reversals().stream()
                        .map(Payable.Reversal::what)
                        .map(it ->
                                dated(
                                        it.on(),
                                        payable,
                                        words.get("invoicing.page.taken-back"),
                                        it.amount().negated(),
                                        words));
        return Stream.of(came, back, taken).flatMap(it -> it);
    }

    private static Dated dated(
            LocalDate on, Payable payable, String what, Money amount, Words words) {
        return new Dated(
                on, new Payment(words.date(on), order(payable), what, words.money(amount)));
    }

    private static String order(Payable payable) {
        return OrderNumber.isOrder(payable.ref())
                ? OrderNumber.of(payable.ref()).toString()
                : payable.ref().number();
    }

    @GetMapping("/invoices/{number}/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return OwnFile.of(
                find(number, who, request)
                        .flatMap(one -> invoicing.pdf(one.office(), one.number())),
                number + ".pdf",
                "application/pdf");
    }

    @GetMapping("/invoices/{number}/ubl")
    ResponseEntity<byte[]> ubl(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return OwnFile.of(
                find(number, who, request)
                        .flatMap(one -> invoicing.ubl(one.office(), one.number())),
                number + ".xml",
                "application/xml");
    }

    private Optional<Invoice> find(String number, SignedIn who, HttpServletRequest request) {
        var organisation = acting.as(MemberRole.READER, who, request);
        var office = organisations.get(organisation).office();
        return InvoiceNumber.parse(number)
                .flatMap(parsed -> invoicing.find(office, parsed))
                .filter(one -> one.organisation().equals(organisation));
    }
}
