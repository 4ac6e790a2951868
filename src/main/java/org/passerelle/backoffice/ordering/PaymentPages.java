package org.passerelle.backoffice.ordering;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payments;
import org.passerelle.payment.StructuredCommunication;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Expected and recorded payments, found by their communication (PAY-01).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class PaymentPages {
    private static final int MOST = 500;

    private final Payments payments;
    private final Organisations organisations;
    private final Packs packs;

    PaymentPages(Payments payments, Organisations organisations, Packs packs) {
        this.payments = payments;
        this.organisations = organisations;
        this.packs = packs;
    }

    enum View {
        AWAITING,
        SHORT,
        EXCESS,
        SETTLED,
        ALL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(Payable payable) {
            var isAwaiting = payable.state() == Payable.State.AWAITING;
            return switch (this) {
                case AWAITING -> isAwaiting;
                case SHORT -> isAwaiting && payable.received().isPositive();
                case EXCESS -> payable.excess().isPositive();
                case SETTLED -> payable.state() == Payable.State.SETTLED;
                case ALL -> true;
            };
        }
    }

    @GetMapping("/staff/payments")
    String payments(Form form, Frame frame, Model model) {
        var office = packs.installed().getFirst().id();
        var all = payments.ofOffice(office, MOST);
        var text = form.trimmed("q");
        var view =
                Stream.of(View.values())
                        .filter(one -> one.code().equals(form.value("view")))
                        .findFirst()
                        .orElse(text.isEmpty() ? View.AWAITING : View.ALL);
        var rows =
                all.stream()
                        .filter(payable -> view.holds(payable) && fits(payable, text))
                        .map(payable -> row(payable, frame))
                        .toList();
        model.addAttribute(
                "page",
                new PaymentsPage(
                        Stream.of(View.values())
                                .map(tab ->
                                        new StaffOrdersPage.Tab(
                                                frame.word("ordering.staff.payments." + tab.code()),
                                                "/staff/payments?view=" + tab.code(),
                                                all.stream().filter(tab::holds).count(),
                                                tab == view))
                                .toList(),
                        form,
                        frame.word("ordering.staff.payments.found", rows.size()),
                        rows));
        return "backoffice/ordering/payments";
    }

    /// By communication however it is written, by order number, or by the organisation's name.
    private boolean fits(Payable payable, String text) {
        if (text.isEmpty()) {
            return true;
        }
        var communication = StructuredCommunication.parse(text);
        return communication.equals(Optional.of(payable.communication()))
                || number(payable).equals(text)
                || organisations
                        .find(payable.organisation())
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .orElse("")
                        .contains(text.toLowerCase(Locale.ROOT));
    }

    private static String number(Payable payable) {
        return OrderNumber.isOrder(payable.ref())
                ? OrderNumber.of(payable.ref()).toString()
                : payable.ref().number();
    }

    private PaymentsPage.Row row(Payable payable, Frame frame) {
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
                organisations
                        .find(payable.organisation())
                        .map(Organisation::name)
                        .orElseGet(() -> payable.organisation().toString()),
                payable.communication().toString(),
                words.money(payable.amount()),
                words.money(payable.received()),
                words.date(payable.expectedAt().atZone(frame.zone()).toLocalDate()),
                tone,
                words.get("ordering.staff.payment-state." + view));
    }
}
