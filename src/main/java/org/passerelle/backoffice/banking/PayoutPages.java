package org.passerelle.backoffice.banking;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.banking.ExportOutcome;
import org.passerelle.banking.Transfers;
import org.passerelle.identity.SignedIn;
import org.passerelle.payment.Iban;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.PayoutQuery;
import org.passerelle.payment.Payouts;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Money on its way back: transfers are chosen and written into one file for the bank; what left is
/// seen on the statement, or said by hand (ORD-09).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class PayoutPages {
    static final String PATH = "/staff/payouts";

    private static final int ON_A_PAGE = 50;

    private final Payouts payouts;
    private final Transfers transfers;
    private final PayPalPayments paypal;

    PayoutPages(Payouts payouts, Transfers transfers, PayPalPayments paypal) {
        this.payouts = payouts;
        this.paypal = paypal;
        this.transfers = transfers;
    }

    @GetMapping(PATH)
    String payouts(Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var state =
                Stream.of(Payout.State.Code.values())
                        .filter(one -> BankWords.code(one).equals(form.trimmed("view")))
                        .findFirst()
                        .orElse(Payout.State.Code.DUE);
        var paging = Paging.of(form, ON_A_PAGE);
        var total = payouts.count(office, PayoutQuery.in(state));
        var found = payouts.search(office, PayoutQuery.in(state), paging.from(), paging.size());
        var written = transfers.written(found);
        var rows = found.stream().map(one -> row(one, written, frame)).toList();
        model.addAttribute(
                "page",
                new PayoutsPage(
                        Stream.of(Payout.State.Code.values())
                                .map(one ->
                                        new BankPage.Tab(
                                                frame.word("banking.payout." + BankWords.code(one)),
                                                PATH + "?view=" + BankWords.code(one),
                                                payouts.count(office, PayoutQuery.in(one)),
                                                one == state))
                                .toList(),
                        frame.word("banking.found", total),
                        rows,
                        transfers.files(office).stream()
                                .map(one ->
                                        new PayoutsPage.FileRow(
                                                one.name(),
                                                PATH + "/files/" + one.name(),
                                                frame.word(
                                                        "banking.transfers.file",
                                                        one.transfers(),
                                                        frame.words().money(one.sum()),
                                                        one.by().name(),
                                                        frame.words()
                                                                .dateTime(
                                                                        one.writtenAt(),
                                                                        frame.zone()))))
                                .toList(),
                        rows.stream().anyMatch(PayoutsPage.Row::chosen),
                        paypal.isTakenBy(office),
                        paging.pager(frame, total)));
        return "backoffice/banking/payouts";
    }

    private PayoutsPage.Row row(Payout one, Map<PayoutId, String> written, Frame frame) {
        var words = frame.words();
        var number = one.payable().map(BankWords::number);
        var file = Optional.ofNullable(written.get(one.id()));
        var state =
                switch (one.state()) {
                    case Payout.State.Due _ ->
                            file.map(name -> frame.word("banking.payout.in-file", name))
                                    .orElseGet(() -> frame.word("banking.payout.is-due"));
                    case Payout.State.Sent(var on, var reference) ->
                            frame.word("banking.payout.is-sent", words.date(on), reference);
                    case Payout.State.Failed(var why) ->
                            frame.word("banking.payout.is-failed", why);
                    case Payout.State.Dropped(var why) ->
                            frame.word("banking.payout.is-dropped", why);
                };
        var tone =
                switch (one.state()) {
                    case Payout.State.Due _ -> file.isPresent() ? "info" : "warn";
                    case Payout.State.Sent _ -> "ok";
                    case Payout.State.Failed _ -> "bad";
                    case Payout.State.Dropped _ -> "info";
                };
        return new PayoutsPage.Row(
                one.id().toString(),
                number.map(it -> frame.word("banking.order", it))
                        .orElseGet(() -> frame.word("banking.payout.queue")),
                number.map(it -> "/staff/orders/" + it).orElse(""),
                words.dateTime(one.dueAt(), frame.zone()),
                one.to().name().orElse(""),
                one.to()
                        .account()
                        .map(BankWords::printed)
                        .orElseGet(() ->
                                one.means() == Means.TRANSFER
                                                && !(one.state() instanceof Payout.State.Sent)
                                        ? frame.word("banking.payout.no-iban")
                                        : ""),
                frame.word("banking.means." + BankWords.code(one.means())),
                words.money(one.amount()),
                one.reason(),
                tone,
                state,
                file.isEmpty() && transfers.canGo(one),
                switch (one.state()) {
                    case Payout.State.Due _, Payout.State.Failed _ -> PATH + "/" + one.id();
                    case Payout.State.Sent _, Payout.State.Dropped _ -> "";
                });
    }

    @PostMapping(PATH + "/file")
    String write(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var frame = sent.frame();
        var chosen = sent.form().all("payout").stream().map(PayoutId::of).toList();
        return switch (transfers.export(who.actor(), StaffOffice.of(frame), chosen)) {
            case ExportOutcome.Written(var file) ->
                    sent.lead(
                            PATH,
                            Notice.ok(
                                            frame.word(
                                                    "banking.transfers.written",
                                                    file.name(),
                                                    file.transfers(),
                                                    frame.words().money(file.sum())))
                                    .linked(
                                            frame.word("banking.transfers.save"),
                                            PATH + "/files/" + file.name()));
            case ExportOutcome.NotPossible(var wrong) ->
                    sent.lead(
                            PATH,
                            Notice.bad(frame.word("banking.transfers.impossible", wrong.size())));
            case ExportOutcome.Nothing _ ->
                    sent.lead(PATH, Notice.info(frame.word("banking.transfers.nothing")));
        };
    }

    @GetMapping(PATH + "/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name, Frame frame) {
        var file =
                transfers
                        .copy(StaffOffice.of(frame), name)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(file.name() + ".xml", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(file.content());
    }

    /// It left on a day, or goes to another account.
    @PostMapping(PATH + "/{id}")
    String decide(@PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var payout =
                payouts.find(PayoutId.of(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = sent.form();
        var frame = sent.frame();
        if (form.value("act").equals("sent")) {
            var day = day(form.trimmed("day"));
            var reference = form.trimmed("reference");
            if (day.isEmpty() || reference.isEmpty()) {
                return sent.lead(PATH, Notice.bad(frame.word("banking.payout.sent.missing")));
            }
            payouts.sent(who.actor(), payout.id(), reference, day.get());
            return sent.done(PATH, "banking.payout.sent.done");
        }
        var iban = Iban.parse(form.trimmed("iban"));
        if (iban.isEmpty()) {
            return sent.lead(PATH, Notice.bad(frame.word("banking.payout.iban.wrong")));
        }
        var name = form.trimmed("name");
        payouts.direct(
                who.actor(),
                payout.id(),
                Means.TRANSFER,
                Payer.of(
                        name.isEmpty() ? payout.to().name().orElse("") : name, iban.get().value()));
        return sent.done(PATH, "banking.payout.directed");
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
