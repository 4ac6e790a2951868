package org.passerelle.backoffice.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.backoffice.organisation.StaffChangePage.ListPage;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.DecideChangeOutcome;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Changes that organisations ask for: old beside new, each value accepted or refused (ORG-04).
@Controller
@RequestMapping(StaffChangePages.PATH)
class StaffChangePages implements TodayCards {
    static final String PATH = "/staff/changes";

    private final ChangeRequests changes;
    private final StaffChangeViews views;

    StaffChangePages(ChangeRequests changes, StaffChangeViews views) {
        this.changes = changes;
        this.views = views;
    }

    @GetMapping
    String list(Frame frame, Model model) {
        var open = changes.open(StaffOffice.of(frame));
        model.addAttribute("page", new ListPage(views.rows(open, frame)));
        return "backoffice/organisation/changes";
    }

    @GetMapping("/{number}")
    String one(
            @PathVariable long number,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        return show(find(number), mayDecide(who), Form.empty(), FormErrors.none(), frame, model);
    }

    /// Decides about one value; whoever comes second is told who was first.
    @PostMapping("/{number}/values")
    @PreAuthorize("hasAnyRole('REVIEWER', 'ADMINISTRATOR')")
    String decide(
            @PathVariable long number,
            @RequestParam String item,
            @RequestParam boolean accept,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (!(who.actor() instanceof Actor.Staff staff)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var errors = FormErrors.none();
        switch (changes.decide(staff, number, new ChangeItem(item), accept, reason)) {
            case DecideChangeOutcome.Decided(var closed) -> {
                var key = closed ? "changes.staff.closed" : "changes.staff.decided";
                Notice.ok(frame.word(key)).showAfter(redirect);
                return "redirect:" + PATH + "/" + number;
            }
            case DecideChangeOutcome.AlreadyDecided(var decision) -> {
                var key =
                        decision.accepted()
                                ? "changes.staff.accepted-by"
                                : "changes.staff.refused-by";
                Notice.warn(frame.word(key, decision.by())).showAfter(redirect);
                return "redirect:" + PATH + "/" + number;
            }
            case DecideChangeOutcome.NotOpen _ -> {
                Notice.warn(frame.word("changes.staff.not-open")).showAfter(redirect);
                return "redirect:" + PATH + "/" + number;
            }
            case DecideChangeOutcome.ReasonMissing _ ->
                    errors = errors.with("reason-" + item, "changes.staff.reason.missing");
            case DecideChangeOutcome.NumberTaken _ ->
                    errors = errors.with("reason-" + item, "changes.staff.number-taken");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(find(number), mayDecide(who), form, errors, frame, model);
    }

    private String show(
            ChangeRequest change,
            boolean mayDecide,
            Form form,
            FormErrors errors,
            Frame frame,
            Model model) {
        model.addAttribute("page", views.one(change, mayDecide, form, errors, frame));
        return "backoffice/organisation/change";
    }

    private ChangeRequest find(long number) {
        return changes.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Override
    public List<Card> of(SignedIn who, OfficeId office, Frame frame) {
        if (!mayDecide(who) && !who.has(Role.SUPPORT)) {
            return List.of();
        }
        var open = changes.open(office).size();
        return List.of(
                new Card(
                        frame.word("changes.staff.title"),
                        open,
                        frame.word("changes.staff.hint"),
                        open == 0 ? "mute" : "info",
                        PATH));
    }

    private static boolean mayDecide(SignedIn who) {
        return who.has(Role.REVIEWER) || who.has(Role.ADMINISTRATOR);
    }
}
