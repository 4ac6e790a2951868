package org.passerelle.portal.identity;

import java.util.Map;
import org.passerelle.identity.AccountOutcome;
import org.passerelle.identity.People;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Language;
import org.passerelle.security.Sessions;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Submission;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

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
    String profile(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var language = Language.of(form.value("language")).orElse(who.language());
        var outcome = people.rename(who, form.value("firstName"), form.value("lastName"), language);
        return switch (outcome) {
            case AccountOutcome.Changed _ -> sent.done("/account", "identity.account.saved");
            case AccountOutcome.Refused(var faults) -> {
                sent.refuse();
                yield show(who, form, Faults.errors(faults), sent.model());
            }
            case AccountOutcome.TooManyTries(var wait) -> WaitPage.show(wait, sent);
        };
    }

    @PostMapping("/account/password")
    String password(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var outcome =
                people.changePassword(who, form.value("currentPassword"), form.value("password"));
        return switch (outcome) {
            case AccountOutcome.Changed(_, var epoch) -> {
                sessions.keep(epoch, sent.request());
                yield sent.done("/account", "identity.account.password-changed");
            }
            case AccountOutcome.Refused(var faults) -> {
                sent.refuse();
                yield show(who, stored(who), Faults.errors(faults), sent.model());
            }
            case AccountOutcome.TooManyTries(var wait) -> WaitPage.show(wait, sent);
        };
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
