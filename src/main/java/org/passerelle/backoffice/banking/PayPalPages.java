package org.passerelle.backoffice.banking;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Who paid by card or PayPal, what is held back, refused or was taken back (PAY-03).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class PayPalPages {
    static final String PATH = "/staff/paypal";

    private static final int ON_A_PAGE = 50;
    private static final int LATEST = 1000;

    private final PayPalPayments paypal;
    private final Organisations organisations;

    PayPalPages(PayPalPayments paypal, Organisations organisations) {
        this.paypal = paypal;
        this.organisations = organisations;
    }

    @GetMapping(PATH)
    String attempts(Form form, Frame frame, Model model) {
        var all = paypal.ofOffice(StaffOffice.of(frame), LATEST);
        var paging = Paging.of(form, ON_A_PAGE);
        var shown = paging.of(all);
        var names =
                organisations.names(
                        shown.stream().map(Attempt::organisation).collect(Collectors.toSet()));
        model.addAttribute(
                "page",
                new PayPalPage(
                        frame.word("banking.paypal.found", all.size()),
                        shown.stream().map(one -> row(one, names, frame)).toList(),
                        paging.pager(frame, all.size())));
        return "backoffice/banking/paypal";
    }

    private static PayPalPage.Row row(Attempt one, Map<OrganisationId, String> names, Frame frame) {
        var number = BankWords.number(one.payable());
        var state = one.state();
        var capture =
                switch (state) {
                    case AttemptState.Captured it -> it.capture();
                    case AttemptState.TakenBack it -> it.capture();
                    case AttemptState.Pending it -> it.capture();
                    case AttemptState.Begun _,
                            AttemptState.Open _,
                            AttemptState.Asked _,
                            AttemptState.Refused _,
                            AttemptState.Left _ ->
                            "";
                };
        return new PayPalPage.Row(
                number,
                "/staff/orders/" + number,
                names.getOrDefault(one.organisation(), ""),
                frame.words().dateTime(one.startedAt(), frame.zone()),
                frame.word("banking.means." + one.choice().word()),
                Stream.of(state.paypalOrder().orElse(""), capture)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(" · ")),
                frame.words().money(one.amount()),
                tone(state),
                frame.word(
                        "banking.paypal.is-" + word(state),
                        frame.words().dateTime(state.since(), frame.zone())),
                more(state, frame));
    }

    private static String more(AttemptState state, Frame frame) {
        return switch (state) {
            case AttemptState.Captured it ->
                    it.fee()
                            .map(fee -> frame.word("banking.paypal.fee", frame.words().money(fee)))
                            .orElse("");
            case AttemptState.Pending it -> it.reason();
            case AttemptState.Refused it -> it.reason();
            case AttemptState.TakenBack _ -> frame.word("banking.paypal.taken-back.hint");
            case AttemptState.Begun _,
                    AttemptState.Open _,
                    AttemptState.Asked _,
                    AttemptState.Left _ ->
                    "";
        };
    }

    private static String tone(AttemptState state) {
        return switch (state) {
            case AttemptState.Captured _ -> "ok";
            case AttemptState.Pending _, AttemptState.Asked _ -> "warn";
            case AttemptState.Refused _, AttemptState.TakenBack _ -> "bad";
            case AttemptState.Begun _, AttemptState.Open _, AttemptState.Left _ -> "mute";
        };
    }

    private static String word(AttemptState state) {
        return switch (state) {
            case AttemptState.Captured _ -> "captured";
            case AttemptState.Pending _ -> "pending";
            case AttemptState.Asked _ -> "asked";
            case AttemptState.Refused _ -> "refused";
            case AttemptState.TakenBack _ -> "taken-back";
            case AttemptState.Begun _, AttemptState.Open _ -> "open";
            case AttemptState.Left _ -> "left";
        };
    }
}
