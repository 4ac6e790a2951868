package org.passerelle.backoffice.invoicing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.invoicing.StaffInvoicePage.Fact;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.CreditOutcome;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Kind;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.invoicing.InvoiceQuery;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.MonthEnd;
import org.passerelle.invoicing.MonthRun;
import org.passerelle.invoicing.Waiting;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.OwnFile;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Invoices of an office: search, the month's run, credit notes (INV-01, INV-03).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class StaffInvoicePages {
    private static final String LIST = "/staff/invoices";
    private static final int LONGEST_REASON = 200;

    private final Invoicing invoicing;
    private final MonthEnd month;

    StaffInvoicePages(Invoicing invoicing, MonthEnd month) {
        this.invoicing = invoicing;
        this.month = month;
    }

    @GetMapping(LIST)
    String list(Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var words = frame.words();
        var paging = Paging.of(form);
        var kind =
                Optional.of(form.trimmed("kind"))
                        .filter(it -> it.equals("INVOICE") || it.equals("CREDIT_NOTE"))
                        .map(Kind::valueOf);
        var query = new InvoiceQuery(form.trimmed("text"), kind);
        var found = invoicing.search(office, query, paging.from(), paging.size());
        var until = month.until(office);
        var runs = month.runs(office);
        model.addAttribute(
                "page",
                new StaffInvoicesPage(
                        words.date(until),
                        Optional.of(invoicing.waiting(office, until))
                                .filter(it -> it.lines() > 0)
                                .map(it -> waiting(it, frame)),
                        waiting(invoicing.waiting(office, until.plusMonths(1)), frame),
                        month.next(office).map(at -> words.dateTime(at, frame.zone())).orElse("–"),
                        runs.stream().anyMatch(run -> run.endedAt().isEmpty()),
                        runs.stream().map(run -> run(run, frame)).toList(),
                        found.rows().stream()
                                .map(row ->
                                        new StaffInvoicesPage.Row(
                                                row.number().toString(),
                                                words.get(
                                                        "invoicing.title." + row.kind(),
                                                        row.number()),
                                                row.buyer(),
                                                row.organisation().toString(),
                                                words.date(row.issuedOn()),
                                                words.money(row.gross())))
                                .toList(),
                        words.get("invoicing.staff.found", found.total()),
                        paging.pager(frame, (int) found.total())));
        model.addAttribute("form", form);
        return "backoffice/invoicing/invoices";
    }

    private static String waiting(Waiting waiting, Frame frame) {
        return frame.word(
                "invoicing.staff.waiting",
                waiting.organisations(),
                waiting.lines(),
                waiting.net(),
                waiting.tax(),
                waiting.gross());
    }

    private static StaffInvoicesPage.Run run(MonthRun run, Frame frame) {
        var words = frame.words();
        var done = run.endedAt().isPresent();
        return new StaffInvoicesPage.Run(
                words.dateTime(run.startedAt(), frame.zone()),
                words.actor(run.startedBy().name()),
                words.date(run.until()),
                words.get("invoicing.staff.run.made", run.invoices(), run.gross()),
                done ? "ok" : "info",
                words.get("invoicing.staff.run." + (done ? "done" : "under-way")));
    }

    @PostMapping(LIST + "/run")
    String run(@AuthenticationPrincipal SignedIn who, Submission sent) {
        return month.start(who.actor(), StaffOffice.of(sent.frame()))
                ? sent.done(LIST, "invoicing.staff.run.started")
                : sent.lead(LIST, Notice.bad(sent.frame().word("invoicing.staff.run.already")));
    }

    @GetMapping(LIST + "/{number}")
    String one(@PathVariable String number, Frame frame, Model model) {
        var form = Form.of(Map.of("money", "true"));
        return show(number, form, FormErrors.none(), frame, model);
    }

    private String show(String number, Form form, FormErrors errors, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var invoice = find(office, number);
        var left = invoicing.left(office, invoice.number());
        var words = frame.words();
        var lines = new ArrayList<StaffInvoicePage.Line>();
        for (var place = 1; place <= invoice.lines().size(); place++) {
            var line = invoice.lines().get(place - 1);
            lines.add(
                    new StaffInvoicePage.Line(
                            place,
                            line.title(),
                            line.order(),
                            line.sku(),
                            words.number(line.quantity()),
                            words.money(line.gross()),
                            left.get(place - 1)));
        }
        var isInvoice = invoice.kind() == Kind.INVOICE;
        model.addAttribute(
                "page",
                new StaffInvoicePage(
                        number,
                        words.get("invoicing.title." + invoice.kind(), invoice.number()),
                        invoice.buyer().name(),
                        invoice.organisation().toString(),
                        facts(invoice, frame),
                        lines,
                        invoice.hasElectronicForm(),
                        isInvoice && left.stream().anyMatch(units -> units > 0),
                        invoice.corrects().map(it -> it.number().toString()),
                        invoicing.ofOrganisation(invoice.organisation()).stream()
                                .filter(it -> it.corrects().equals(Optional.of(invoice.number())))
                                .map(it -> it.number().toString())
                                .toList()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "backoffice/invoicing/invoice";
    }

    private static List<Fact> facts(Invoice invoice, Frame frame) {
        var words = frame.words();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.get("invoicing.issued"), words.date(invoice.issuedOn())));
        invoice.corrects()
                .ifPresent(it -> facts.add(new Fact(words.get("invoicing.reason"), it.reason())));
        facts.add(new Fact(words.get("invoicing.total.net"), words.money(invoice.net())));
        for (var tax : invoice.taxes()) {
            var percent = words.number(tax.percent());
            var name =
                    tax.name()
                            .map(known -> words.get("invoicing.tax", known, percent))
                            .orElseGet(() -> words.get("invoicing.vat", percent));
            facts.add(new Fact(name, words.money(tax.amount())));
        }
        facts.add(new Fact(words.get("invoicing.total.gross"), words.money(invoice.gross())));
        return facts;
    }

    private Invoice find(OfficeId office, String number) {
        return InvoiceNumber.parse(number)
                .flatMap(parsed -> invoicing.find(office, parsed))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(LIST + "/{number}/credit")
    String credit(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var office = StaffOffice.of(sent.frame());
        var invoice = find(office, number);
        var form = sent.form();
        var errors = FormErrors.none();
        Map<Integer, Long> units = new HashMap<>();
        for (var place = 1; place <= invoice.lines().size(); place++) {
            var typed = form.trimmed("units-" + place);
            var isNumber = typed.matches("[0-9]{0,9}");
            errors = errors.withIf(!isNumber, "units-" + place, "invoicing.staff.credit.number");
            if (isNumber && !typed.isEmpty()) {
                units.put(place, Long.parseLong(typed));
            }
        }
        var reason = form.trimmed("reason");
        errors =
                errors.withIf(reason.isEmpty(), "reason", "invoicing.staff.credit.no-reason")
                        .withIf(
                                reason.length() > LONGEST_REASON,
                                "reason",
                                "invoicing.staff.credit.long-reason",
                                LONGEST_REASON);
        if (errors.any()) {
            return refused(number, errors, sent);
        }
        var money = form.has("money", "true");
        return switch (invoicing.credit(
                who.actor(), office, invoice.number(), units, money, reason)) {
            case CreditOutcome.Issued(var note, var returned) ->
                    sent.done(
                            LIST + "/" + note,
                            returned.isZero()
                                    ? "invoicing.staff.credit.issued"
                                    : "invoicing.staff.credit.issued-with-money",
                            note,
                            sent.frame().words().money(returned));
            case CreditOutcome.NoInvoice _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case CreditOutcome.NothingAsked _ ->
                    refused(number, errors.with("units-1", "invoicing.staff.credit.nothing"), sent);
            case CreditOutcome.TooMuch(var line, var left) ->
                    refused(
                            number,
                            errors.with("units-" + line, "invoicing.staff.credit.too-much", left),
                            sent);
        };
    }

    private String refused(String number, FormErrors errors, Submission sent) {
        sent.refuse();
        return show(number, sent.form(), errors, sent.frame(), sent.model());
    }

    @GetMapping(LIST + "/{number}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number, Frame frame) {
        var invoice = find(StaffOffice.of(frame), number);
        return OwnFile.of(
                invoicing.pdf(invoice.office(), invoice.number()),
                number + ".pdf",
                "application/pdf");
    }

    @GetMapping(LIST + "/{number}/ubl")
    ResponseEntity<byte[]> ubl(@PathVariable String number, Frame frame) {
        var invoice = find(StaffOffice.of(frame), number);
        return OwnFile.of(
                invoicing.ubl(invoice.office(), invoice.number()),
                number + ".xml",
                "application/xml");
    }
}
