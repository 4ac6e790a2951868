package org.passerelle.backoffice.ordering;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.PayableQuery.View;
import org.passerelle.payment.Payments;
import org.passerelle.payment.StructuredCommunication;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Expected and recorded payments, found by their communication (PAY-01).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class PaymentPages {
    private static final int COMMUNICATION_DIGITS = 10;

    private final Payments payments;
    private final Named named;
    private final Packs packs;

    PaymentPages(Payments payments, Named named, Packs packs) {
        this.payments = payments;
        this.named = named;
        this.packs = packs;
    }

    @GetMapping("/staff/payments")
    String payments(@AuthenticationPrincipal SignedIn who, Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var text = form.trimmed("q");
        var view =
                Stream.of(View.values())
                        .filter(one -> code(one).equals(form.value("view")))
                        .findFirst()
                        .orElse(text.isEmpty() ? View.AWAITING : View.ALL);
        var paging = Paging.of(form);
        var query = new PayableQuery(view, text, named.fitting(office, text));
        var found = payments.search(office, query, paging.from(), paging.size());
        var names = named.of(found.payables().stream().map(Payable::organisation).toList());
        model.addAttribute(
                "page",
                new PaymentsPage(
                        Stream.of(View.values())
                                .map(tab ->
                                        new StaffOrdersPage.Tab(
                                                frame.word("ordering.staff.payments." + code(tab)),
                                                "/staff/payments?view=" + code(tab),
                                                payments.count(
                                                        office,
                                                        new PayableQuery(tab, "", Set.of())),
                                                tab == view))
                                .toList(),
                        form,
                        frame.word("ordering.staff.payments.found", found.total()),
                        found.payables().stream().map(one -> row(one, names, frame)).toList(),
                        unknown(text, found.total(), who, frame),
                        paging.pager(frame, found.total())));
        return "backoffice/ordering/payments";
    }

    private static String code(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    /// A communication that nothing was billed under, or with a digit wrong, is said to be one: the
    /// reader holds a bank statement and must know whether the money has an owner here.
    private Optional<String> unknown(String text, int found, SignedIn who, Frame frame) {
        if (found > 0 || text.replaceAll("[^0-9]", "").length() < COMMUNICATION_DIGITS) {
            return Optional.empty();
        }
        var known =
                StructuredCommunication.parse(text)
                        .flatMap(payments::findBy)
                        .filter(elsewhere -> who.worksFor(elsewhere.office()))
                        .map(elsewhere ->
                                frame.word(
                                        "ordering.staff.payments.elsewhere",
                                        packs.get(elsewhere.office())
                                                .office()
                                                .name()
                                                .in(frame.language())));
        var why = StructuredCommunication.parse(text).isPresent() ? "unknown" : "misspelt";
        return known.or(() -> Optional.of(frame.word("ordering.staff.payments." + why)));
    }

    private static String number(Payable payable) {
        return OrderNumber.isOrder(payable.ref())
                ? OrderNumber.of(payable.ref()).toString()
                : payable.ref().number();
    }

    private PaymentsPage.Row row(Payable payable, Map<OrganisationId, String> names, Frame frame) {
        var words = frame.words();
        var view =
                payable.excess().isPositive()
                        ? "excess"
                        : payable.missing().isPositive() && payable.received().isPositive()
                                ? "short"
                                : payable.state().name().toLowerCase(Locale.ROOT);
        var tone =
                switch (payable.state()) {
                    case AWAITING -> "warn";
                    case SETTLED -> payable.excess().isPositive() ? "warn" : "ok";
                    case WITHDRAWN -> payable.excess().isPositive() ? "warn" : "mute";
                };
        return new PaymentsPage.Row(
                "/staff/orders/" + number(payable),
                words.get("ordering.order", number(payable)),
                // No foreign key crosses modules: money is shown even where its organisation is
                // unknown.
                names.getOrDefault(payable.organisation(), payable.organisation().toString()),
                payable.communication().toString(),
                words.money(payable.amount()),
                words.money(payable.received()),
                words.date(payable.expectedAt().atZone(frame.zone()).toLocalDate()),
                tone,
                words.get("ordering.staff.payment-state." + view));
    }
}
