package org.passerelle.portal.identity;

import java.util.List;
import java.util.Locale;
import org.passerelle.identity.Recovery;
import org.passerelle.identity.RecoveryOutcome;
import org.passerelle.identity.RegainingAccess;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Asks staff for access when the username is forgotten; the site never tells it (ACC-03).
@Controller
public class ForgottenUsernamePages {
    private static final List<String> ASKED =
            List.of("name", "email", "organisation", "number", "message");

    private final RegainingAccess access;

    ForgottenUsernamePages(RegainingAccess access) {
        this.access = access;
    }

    /// @param number by which staff knows the request
    /// @param state words for how far it is
    public record StatusPage(String number, String state) {}

    @GetMapping("/forgotten-username")
    String blank(Model model) {
        model.addAttribute("page", FormPage.empty("/forgotten-username"));
        return "portal/identity/forgotten-username";
    }

    @PostMapping("/forgotten-username")
    String ask(Submission sent, Language reader) {
        var form = sent.form();
        var errors = FormErrors.none();
        for (var field : ASKED) {
            var isMissing = form.trimmed(field).isEmpty();
            errors = errors.withIf(isMissing, field, "recovery.missing." + field);
        }
        if (errors.any()) {
            sent.refuse();
            sent.model().addAttribute("page", new FormPage("/forgotten-username", form, errors));
            return "portal/identity/forgotten-username";
        }
        var typed =
                new Recovery.Typed(
                        cut(form, "name", 160),
                        cut(form, "email", 254),
                        cut(form, "organisation", 200),
                        cut(form, "number", 60),
                        cut(form, "message", 2000),
                        reader);
        var office = OfficeId.of(sent.frame().office().id());
        return switch (access.ask(typed, office, sent.request().getRemoteAddr())) {
            case RecoveryOutcome.Asked(_, var link) -> "redirect:/forgotten-username/" + link;
            case RecoveryOutcome.TooManyTries(var wait) -> WaitPage.show(wait, sent);
        };
    }

    private static String cut(Form form, String field, int longest) {
        var text = form.trimmed(field);
        return text.substring(0, Math.min(text.length(), longest));
    }

    /// Number and state; whether there is such an account is never said.
    @GetMapping("/forgotten-username/{link}")
    String status(@PathVariable String link, Model model) {
        var found =
                access.byLink(link)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var state = found.state().name().toLowerCase(Locale.ROOT);
        model.addAttribute("page", new StatusPage("" + found.number(), state));
        return "portal/identity/recovery-status";
    }
}
