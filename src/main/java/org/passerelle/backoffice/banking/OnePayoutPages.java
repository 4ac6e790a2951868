package org.passerelle.backoffice.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.banking.Transfers;
import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.Iban;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.Payouts;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// One payout: said to have left, not to have arrived, or to go to another account (ORD-09).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class OnePayoutPages {
    private static final String PATH = PayoutPages.PATH + "/{id}";
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_REFERENCE = 140;

    private final Payouts payouts;
    private final Transfers transfers;
    private final Organisations organisations;
    private final Clock clock;

    OnePayoutPages(Payouts payouts, Transfers transfers, Organisations organisations, Clock clock) {
        this.payouts = payouts;
        this.transfers = transfers;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String payout(@PathVariable String id, Frame frame, Model model) {
        var payout = found(id);
        var form =
                Form.of(
                        Map.of(
                                "day",
                                today(frame).toString(),
                                "failed-day",
                                today(frame).toString(),
                                "name",
                                payout.to().name().orElseGet(() -> payer(payout))));
        return show(payout, form, FormErrors.none(), frame, model);
    }

    private Payout found(String id) {
        return payouts.find(PayoutId.of(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String payer(Payout payout) {
        var names = organisations.names(payout.organisation().stream().toList());
        return payout.organisation().map(names::get).orElse("");
    }

    private LocalDate today(Frame frame) {
        return clock.instant().atZone(frame.zone()).toLocalDate();
    }

    private String show(Payout payout, Form form, FormErrors errors, Frame frame, Model model) {
        var file = Optional.ofNullable(transfers.written(List.of(payout)).get(payout.id()));
        var state = payout.state();
        model.addAttribute(
                "page",
                new PayoutPage(
                        PayoutWords.row(payout, payer(payout), file, false, frame),
                        state instanceof Payout.State.Due || state instanceof Payout.State.Failed,
                        state instanceof Payout.State.Sent
                                || state instanceof Payout.State.Due && file.isPresent(),
                        PayoutPages.PATH));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "backoffice/banking/payout";
    }

    /// It left on a day, came back or never left, or goes to another account.
    @PostMapping(PATH)
    String decide(@PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var payout = found(id);
        var form = sent.form();
        return switch (form.value("act")) {
            case "sent" -> {
                var day = day(form.trimmed("day"), sent.frame());
                var reference = form.trimmed("reference");
                var wrong =
                        FormErrors.none()
                                .withIf(day.isEmpty(), "day", "banking.payout.day.wrong")
                                .withIf(
                                        reference.isEmpty()
                                                || reference.length() > LONGEST_REFERENCE,
                                        "reference",
                                        "banking.payout.reference.missing");
                if (wrong.any()) {
                    yield refused(payout, wrong, sent);
                }
                payouts.sent(who.actor(), payout.id(), reference, day.orElseThrow());
                yield sent.done(PayoutPages.PATH, "banking.payout.sent.done");
            }
            case "failed" -> {
                var day = day(form.trimmed("failed-day"), sent.frame());
                var why = form.trimmed("why");
                var wrong =
                        FormErrors.none()
                                .withIf(day.isEmpty(), "failed-day", "banking.payout.day.wrong")
                                .withIf(
                                        why.isEmpty() || why.length() > LONGEST_REASON,
                                        "why",
                                        "banking.reason.missing");
                if (wrong.any()) {
                    yield refused(payout, wrong, sent);
                }
                payouts.failed(who.actor(), payout.id(), why, day.orElseThrow());
                yield sent.done(PayoutPages.PATH + "?view=failed", "banking.payout.failed.done");
            }
            case "direct" -> {
                var iban = Iban.parse(form.trimmed("iban"));
                if (iban.isEmpty()) {
                    yield refused(
                            payout,
                            FormErrors.none().with("iban", "banking.payout.iban.wrong"),
                            sent);
                }
                var name = form.trimmed("name");
                payouts.direct(
                        who.actor(),
                        payout.id(),
                        Means.TRANSFER,
                        Payer.of(
                                name.isEmpty() ? payout.to().name().orElse("") : name,
                                iban.get().value()));
                yield sent.done(PayoutPages.PATH, "banking.payout.directed");
            }
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private String refused(Payout payout, FormErrors errors, Submission sent) {
        sent.refuse();
        return show(payout, sent.form(), errors, sent.frame(), sent.model());
    }

    /// A day that is not ahead.
    private Optional<LocalDate> day(String typed, Frame frame) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> !day.isAfter(today(frame)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
