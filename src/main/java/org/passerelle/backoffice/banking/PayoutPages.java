package org.passerelle.backoffice.banking;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.banking.ExportOutcome;
import org.passerelle.banking.Transfers;
import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.Organisations;
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
    private final Organisations organisations;

    PayoutPages(
            Payouts payouts,
            Transfers transfers,
            PayPalPayments paypal,
            Organisations organisations) {
        this.payouts = payouts;
        this.paypal = paypal;
        this.organisations = organisations;
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
        var payers =
                organisations.names(
                        found.stream().flatMap(one -> one.organisation().stream()).toList());
        var rows =
                found.stream()
                        .map(one ->
                                PayoutWords.row(
                                        one,
                                        one.organisation().map(payers::get).orElse(""),
                                        Optional.ofNullable(written.get(one.id())),
                                        transfers.canGo(one),
                                        frame))
                        .toList();
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
}
