package org.passerelle.backoffice.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.backoffice.CsvFile;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.programme.RulesPage.Row;
import org.passerelle.backoffice.programme.RulesPage.Side;
import org.passerelle.backoffice.programme.RulesPage.Waiting;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackError;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.RuleChanges;
import org.passerelle.programme.RuleChanges.Effect;
import org.passerelle.programme.RuleChanges.Impact;
import org.passerelle.programme.RuleWords;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What new rules would do, seen before they are put in force, and the versions that come (ELI-03).
@Controller
@RequestMapping(RulesPages.PATH)
@PreAuthorize("hasAnyRole('PROGRAMME_MANAGER', 'ADMINISTRATOR')")
class RulesPages {
    static final String PATH = "/staff/rules";

    private static final int SHORT = 12;

    private final Packs packs;
    private final RuleChanges changes;
    private final Audit audit;

    RulesPages(Packs packs, RuleChanges changes, Audit audit) {
        this.packs = packs;
        this.changes = changes;
        this.audit = audit;
    }

    @GetMapping
    String rules(Frame frame, Model model) {
        return show(Form.empty(), FormErrors.none(), frame, model);
    }

    /// Every organisation that gains or loses, by the content that waits (`waiting`) or by what is
    /// in force.
    @GetMapping("/organisations.csv")
    void csv(
            @RequestParam(defaultValue = "false") boolean waiting,
            Frame frame,
            HttpServletResponse response)
            throws IOException {
        var office = StaffOffice.of(frame);
        var pack = waiting ? waiting(office) : Optional.of(packs.get(office));
        var candidate = pack.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = frame.words();
        var rules = new RuleWords(words, candidate);
        var file = new CsvFile(response, "rules-" + candidate.hash().substring(0, SHORT) + ".csv");
        file.row(
                words.get("eligibility.rules.csv.day"),
                words.get("eligibility.rules.csv.programme"),
                words.get("eligibility.rules.csv.organisation"),
                words.get("eligibility.rules.csv.name"),
                words.get("eligibility.rules.csv.effect"));
        changes.each(
                candidate,
                one ->
                        file.row(
                                one.day().toString(),
                                rules.programme(one.programme()),
                                one.organisation().toString(),
                                one.name(),
                                words.get(
                                        one.gains()
                                                ? "eligibility.rules.csv.gains"
                                                : "eligibility.rules.csv.loses")));
    }

    /// Confirms the content that was seen, and no other.
    @PostMapping("/confirm")
    String confirm(
            @RequestParam String hash,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var office = StaffOffice.of(frame);
        var candidate = waiting(office).filter(pack -> pack.hash().equals(hash));
        if (candidate.isEmpty()) {
            Notice.warn(frame.word("eligibility.rules.moved")).showAfter(redirect);
            return "redirect:" + PATH;
        }
        if (form.value("seen").isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = FormErrors.none().with("seen", "eligibility.rules.seen.missing");
            return show(form, errors, frame, model);
        }
        var impact = changes.impact(candidate.get());
        var by = who.actor().signature();
        if (packs.confirm(office, hash, by, impact.gains(), impact.losses())) {
            audit.record(
                    AuditEntry.of(
                            who.actor(),
                            "pack.confirmed",
                            AuditSubject.of("pack", office),
                            hash + ": +" + impact.gains() + " −" + impact.losses()));
        }
        Notice.ok(frame.word("eligibility.rules.confirmed")).showAfter(redirect);
        return "redirect:" + PATH;
    }

    private Optional<Pack> waiting(OfficeId office) {
        return packs.waiting(office)
                .filter(LoadOutcome.Loaded.class::isInstance)
                .map(found -> ((LoadOutcome.Loaded) found).pack());
    }

    private String show(Form form, FormErrors errors, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var inForce = packs.get(office);
        var found = packs.waiting(office);
        var faults =
                found.map(outcome ->
                                outcome instanceof LoadOutcome.Refused(var all)
                                        ? all.stream().map(PackError::describe).toList()
                                        : List.<String>of())
                        .orElse(List.of());
        model.addAttribute(
                "page",
                new RulesPage(
                        inForce.hash().substring(0, SHORT),
                        faults,
                        waiting(office).map(pack -> waiting(pack, frame)),
                        rows(changes.impact(inForce), inForce, frame),
                        form,
                        errors));
        return "backoffice/programme/rules";
    }

    private Waiting waiting(Pack candidate, Frame frame) {
        var impact = changes.impact(candidate);
        var confirmed =
                packs.confirmation(candidate.id(), candidate.hash())
                        .map(one ->
                                frame.word(
                                        "eligibility.rules.confirmed.by",
                                        one.by().name(),
                                        frame.words().dateTime(one.at(), frame.zone())))
                        .orElse("");
        return new Waiting(
                candidate.hash().substring(0, SHORT),
                candidate.hash(),
                frame.word("eligibility.rules.looked", impact.organisations()),
                rows(impact, candidate, frame),
                confirmed);
    }

    private static List<Row> rows(Impact impact, Pack pack, Frame frame) {
        var rules = new RuleWords(frame.words(), pack);
        return impact.effects().stream().map(effect -> row(effect, rules, frame)).toList();
    }

    private static Row row(Effect effect, RuleWords rules, Frame frame) {
        return new Row(
                effect.publishing()
                        ? frame.word("eligibility.rules.publishing")
                        : frame.words().date(effect.day()),
                rules.programme(effect.programme()),
                side(effect.gains(), effect.gaining(), frame),
                side(effect.losses(), effect.losing(), frame));
    }

    private static Side side(long count, List<String> names, Frame frame) {
        var unnamed = count - names.size();
        return new Side(
                frame.words().number(count),
                names,
                unnamed == 0 ? "" : frame.word("eligibility.rules.more", unnamed));
    }
}
