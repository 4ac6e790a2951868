package org.passerelle.backoffice.banking;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.BankStatement;
import org.passerelle.banking.Banking;
import org.passerelle.banking.ImportOutcome;
import org.passerelle.banking.Match.Suggestion;
import org.passerelle.banking.MovementId;
import org.passerelle.banking.MovementsFound;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.banking.StatementId;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// The bank: statements in, what came by itself, what needs a decision (PAY-02).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class BankPages {
    static final String PATH = "/staff/bank";

    private static final int ON_A_PAGE = 20;
    private static final String STATEMENTS = "statements";
    private static final String ADVICES = "advices";
    private static final String TICKED = "movement";

    private final Banking banking;
    private final Organisations organisations;
    private final Packs packs;

    BankPages(Banking banking, Organisations organisations, Packs packs) {
        this.banking = banking;
        this.organisations = organisations;
        this.packs = packs;
    }

    @GetMapping(PATH)
    String bank(Form form, Frame frame, Model model) {
        return show(form, FormErrors.none(), frame, model);
    }

    private String show(Form form, FormErrors errors, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var wanted = form.trimmed("view");
        var view =
                Stream.of(View.values())
                        .filter(one -> BankWords.code(one).equals(wanted))
                        .findFirst()
                        .orElse(View.OPEN);
        var statements = banking.statements(office);
        var listed = wanted.equals(STATEMENTS) || wanted.equals(ADVICES) ? wanted : "";
        var total =
                switch (listed) {
                    case STATEMENTS -> statements.size();
                    case ADVICES -> banking.countAdvices(office);
                    default -> banking.count(office, view);
                };
        var paging = Paging.of(form, ON_A_PAGE).within(total);
        var found =
                listed.isEmpty()
                        ? banking.movements(office, view, paging.from(), paging.size())
                        : new MovementsFound(List.of(), total);
        var suggestions =
                view == View.OPEN
                        ? banking.suggestions(office, found.movements())
                        : Map.<MovementId, List<Suggestion>>of();
        var words = new BankWords(frame, names(found.movements()));
        model.addAttribute(
                "page",
                new BankPage(
                        BankWords.printed(packs.get(office).office().payment().account()),
                        tabs(office, view, listed, statements.size(), frame),
                        frame.word(
                                listed.isEmpty() ? "banking.found" : "banking.found." + listed,
                                found.total()),
                        found.movements().stream()
                                .map(one ->
                                        words.row(
                                                one, suggestions.getOrDefault(one.id(), List.of())))
                                .toList(),
                        listed.equals(STATEMENTS)
                                ? paging.of(statements).stream().map(words::row).toList()
                                : List.of(),
                        listed.equals(ADVICES)
                                ? banking.advices(office, paging.from(), paging.size()).stream()
                                        .map(words::row)
                                        .toList()
                                : List.of(),
                        sums(office, statements, frame),
                        statements.stream().flatMap(one -> words.gap(one).stream()).toList(),
                        listed.isEmpty() && view == View.OPEN && !found.movements().isEmpty()
                                ? SetAside.purposes(frame)
                                : List.of(),
                        paging.pager(frame, found.total())));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "backoffice/banking/bank";
    }

    private List<BankPage.Tab> tabs(
            OfficeId office, View current, String listed, int statements, Frame frame) {
        var tabs = new ArrayList<BankPage.Tab>();
        for (var view : View.values()) {
            tabs.add(
                    new BankPage.Tab(
                            frame.word("banking.view." + BankWords.code(view)),
                            PATH + "?view=" + BankWords.code(view),
                            banking.count(office, view),
                            listed.isEmpty() && view == current));
        }
        tabs.add(
                new BankPage.Tab(
                        frame.word("banking.view.statements"),
                        PATH + "?view=" + STATEMENTS,
                        statements,
                        listed.equals(STATEMENTS)));
        var advices = banking.countAdvices(office);
        if (advices > 0) {
            tabs.add(
                    new BankPage.Tab(
                            frame.word("banking.view.advices"),
                            PATH + "?view=" + ADVICES,
                            advices,
                            listed.equals(ADVICES)));
        }
        return tabs;
    }

    /// All that came, by what became of it: what adds up is not lost.
    private List<String> sums(OfficeId office, List<BankStatement> statements, Frame frame) {
        var words = new ArrayList<String>();
        for (var currency : statements.stream().map(BankStatement::currency).distinct().toList()) {
            var sums = banking.sums(office, currency, true);
            var all = sums.values().stream().reduce(zero(currency), org.joda.money.Money::plus);
            words.add(frame.word("banking.sum.all", frame.words().money(all)));
            sums.entrySet().stream()
                    .filter(one -> !one.getValue().isZero())
                    .sorted(
                            java.util.Comparator.comparing(
                                    one -> one.getKey().map(Enum::ordinal).orElse(-1)))
                    .forEach(one ->
                            words.add(
                                    frame.word(
                                            "banking.sum."
                                                    + one.getKey()
                                                            .map(BankWords::code)
                                                            .orElse("open"),
                                            frame.words().money(one.getValue()))));
        }
        return words;
    }

    private static org.joda.money.Money zero(CurrencyUnit currency) {
        return org.joda.money.Money.zero(currency);
    }

    private Map<OrganisationId, String> names(List<BankMovement> movements) {
        var ids = new HashSet<OrganisationId>();
        for (var movement : movements) {
            movement.decisions().forEach(one -> one.organisation().ifPresent(ids::add));
        }
        return organisations.names(ids);
    }

    /// Sets aside what is ticked of the queue, which shows the same page again.
    @PostMapping(PATH)
    String setAside(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var frame = sent.frame();
        var ids = sent.form().all(TICKED).stream().map(MovementId::of).collect(toSet());
        var typed = SetAside.typed(sent.form());
        var wrong =
                FormErrors.none()
                        .withIf(ids.isEmpty(), TICKED, "banking.aside.ticked.missing")
                        .and(typed.errors());
        if (wrong.any()) {
            sent.refuse();
            return show(sent.form(), wrong, frame, sent.model());
        }
        var done =
                banking.setAside(
                        who.actor(),
                        StaffOffice.of(frame),
                        ids,
                        typed.purpose().orElseThrow(),
                        typed.reason());
        if (done < ids.size()) {
            var stay = frame.word("banking.aside.stay", ids.size() - done);
            Notice.info(stay).showAfter(sent.redirect());
        }
        var page = Paging.of(sent.form(), ON_A_PAGE).page();
        var back = page == 1 ? PATH : PATH + "?page=" + page;
        return done == 0 ? "redirect:" + back : sent.done(back, "banking.aside.several.done", done);
    }

    @PostMapping(PATH + "/statements")
    String upload(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Submission sent)
            throws IOException {
        var files = Optional.ofNullable(file).orElse(List.of());
        var errors = new ArrayList<String>();
        var taken = false;
        var office = StaffOffice.of(sent.frame());
        for (var one : files) {
            if (one.isEmpty()) {
                continue;
            }
            var name = Optional.ofNullable(one.getOriginalFilename()).orElse("");
            switch (banking.take(who.actor(), office, name, one.getBytes())) {
                case ImportOutcome.Taken in -> {
                    said(in, name, sent.frame()).showAfter(sent.redirect());
                    taken = true;
                }
                case ImportOutcome.Advised told -> {
                    said(told, name, sent.frame()).showAfter(sent.redirect());
                    taken = true;
                }
                case ImportOutcome.Refused(var fault) ->
                        errors.add(
                                name + " : " + new BankWords(sent.frame(), Map.of()).fault(fault));
            }
        }
        if (files.stream().allMatch(MultipartFile::isEmpty)) {
            errors.add(sent.frame().word("banking.file.missing"));
        }
        if (taken) {
            // Where one of several is refused, what became of the others is said all the same.
            errors.forEach(one -> Notice.bad(one).showAfter(sent.redirect()));
            return "redirect:" + PATH;
        }
        sent.refuse();
        return show(
                sent.form(),
                FormErrors.none().with("file", "banking.file.refused", String.join(" ", errors)),
                sent.frame(),
                sent.model());
    }

    private static Notice said(ImportOutcome.Advised told, String name, Frame frame) {
        var text =
                frame.word(
                        told.isReport() ? "banking.told.report" : "banking.told.advice",
                        name,
                        told.bookings(),
                        told.payments(),
                        told.added());
        var split =
                told.split() == 0
                        ? ""
                        : " "
                                + frame.word(
                                        "banking.told.split",
                                        told.split(),
                                        told.byItself(),
                                        told.toDecide());
        return new Notice(told.split() > 0 ? "ok" : "info", text + split);
    }

    private static Notice said(ImportOutcome.Taken taken, String name, Frame frame) {
        var key = taken.added() == 0 ? "banking.taken.nothing" : "banking.taken";
        var text =
                frame.word(
                        key,
                        name,
                        taken.shown(),
                        taken.added(),
                        taken.byItself(),
                        taken.toDecide());
        var others =
                taken.leftOut().isEmpty()
                        ? ""
                        : " "
                                + frame.word(
                                        "banking.taken.others", String.join(", ", taken.leftOut()));
        var gaps = taken.statements().stream().anyMatch(one -> one.gap().isPresent());
        return new Notice(
                gaps ? "warn" : taken.added() == 0 ? "info" : "ok",
                text + others + (gaps ? " " + frame.word("banking.taken.gap") : ""));
    }

    @GetMapping(PATH + "/statements/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        var original =
                banking.original(StatementId.of(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(original.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(original.content());
    }
}
