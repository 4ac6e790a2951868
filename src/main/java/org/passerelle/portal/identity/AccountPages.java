package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.passerelle.identity.AccountOutcome;
import org.passerelle.identity.People;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Language;
import org.passerelle.security.Sessions;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's own account: name, language, password.
@Controller
class AccountPages {
    private final People people;
    private final Sessions sessions;

    AccountPages(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String account(@AuthenticationPrincipal SignedIn who, Model model) {
        return show(who, stored(who), FormErrors.none(), model);
    }

    @PostMapping("/account/profile")
    String profile(
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var language = Language.of(form.value("language")).orElse(who.language());
        var outcome = people.rename(who, form.value("firstName"), form.value("lastName"), language);
        return switch (outcome) {
            case AccountOutcome.Changed _ -> done(frame, "identity.account.saved", redirect);
            case AccountOutcome.Refused(var faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(who, form, Faults.errors(faults), model);
            }
            case AccountOutcome.TooManyTries(var wait) -> WaitPage.show(wait, model, response);
        };
    }

    @PostMapping("/account/password")
    String password(
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var outcome =
                people.changePassword(who, form.value("currentPassword"), form.value("password"));
        return switch (outcome) {
            case AccountOutcome.Changed(_, var epoch) -> {
                sessions.keep(epoch, request);
                yield done(frame, "identity.account.password-changed", redirect);
            }
            case AccountOutcome.Refused(var faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(who, stored(who), Faults.errors(faults), model);
            }
            case AccountOutcome.TooManyTries(var wait) -> WaitPage.show(wait, model, response);
        };
    }

    private static String done(Frame frame, String words, RedirectAttributes redirect) {
        Notice.ok(frame.word(words)).showAfter(redirect);
        return "redirect:/account";
    }

    private static Form stored(SignedIn who) {
        return Form.of(
                Map.of(
                        "firstName", who.person().firstName(),
                        "lastName", who.person().lastName(),
                        "language", who.language().code()));
    }

    private static String show(SignedIn who, Form form, FormErrors errors, Model model) {
        var person = who.person();
        model.addAttribute(
                "page", new AccountPage(person.username(), person.email(), form, errors));
        return "portal/identity/account";
    }
}
