package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.identity.AccountOutcome;
import org.passerelle.identity.OwnAccount;
import org.passerelle.identity.SignedIn;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// How a person signs in: another username, another address (ACC-04).
@Controller
public class OwnAccountPages {
    private final OwnAccount account;

    OwnAccountPages(OwnAccount account) {
        this.account = account;
    }

    public record SignInDataPage(String username, String email, Form form, FormErrors errors) {}

    @GetMapping("/account/sign-in")
    String blank(@AuthenticationPrincipal SignedIn who, Model model) {
        return show(who, Form.empty(), FormErrors.none(), model);
    }

    private static String show(SignedIn who, Form form, FormErrors errors, Model model) {
        var person = who.person();
        model.addAttribute(
                "page", new SignInDataPage(person.username(), person.email(), form, errors));
        return "portal/identity/own-account";
    }

    @PostMapping("/account/username")
    String username(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var outcome = account.changeUsername(who, form.value("passwordU"), form.value("username"));
        return after(outcome, "U", "identity.own.username.done", who, sent);
    }

    @PostMapping("/account/email")
    String email(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var outcome = account.askEmail(who, form.value("passwordE"), form.value("email"));
        return after(outcome, "E", "identity.own.email.done", who, sent);
    }

    /// Two forms stand on the page, each with its own password: `part` tells them apart.
    private static String after(
            AccountOutcome outcome, String part, String done, SignedIn who, Submission sent) {
        return switch (outcome) {
            case AccountOutcome.Changed _ -> sent.done("/account/sign-in", done);
            case AccountOutcome.Refused(var faults) -> {
                sent.refuse();
                var errors = FormErrors.none();
                for (var error : Faults.errors(faults).errors()) {
                    var isPassword = error.field().equals("currentPassword");
                    var field = isPassword ? "password" + part : error.field();
                    errors = errors.with(field, error.key());
                }
                yield show(who, sent.form(), errors, sent.model());
            }
            case AccountOutcome.TooManyTries(var wait) -> WaitPage.show(wait, sent);
        };
    }

    /// Shows a button: a mail scanner that opens links does not press it.
    @GetMapping("/new-email/{link}")
    String confirmation(@PathVariable String link, Model model, HttpServletResponse response) {
        return account.confirmationStands(link)
                ? button("/new-email/" + link, "identity.new-email", model)
                : dead(model, response);
    }

    @PostMapping("/new-email/{link}")
    String confirm(@PathVariable String link, Model model, HttpServletResponse response) {
        return account.confirmEmail(link)
                ? message("identity.new-email.done", model)
                : dead(model, response);
    }

    @GetMapping("/stop-email/{link}")
    String stopping(@PathVariable String link, Model model, HttpServletResponse response) {
        return account.stopStands(link)
                ? button("/stop-email/" + link, "identity.stop-email", model)
                : dead(model, response);
    }

    @PostMapping("/stop-email/{link}")
    String stop(@PathVariable String link, Model model, HttpServletResponse response) {
        return account.stopEmail(link)
                ? message("identity.stop-email.done", model)
                : dead(model, response);
    }

    private static String button(String action, String key, Model model) {
        model.addAttribute("page", FormPage.empty(action));
        model.addAttribute("key", key);
        return "portal/identity/press";
    }

    private static String message(String key, Model model) {
        model.addAttribute("page", MessagePage.leadingTo("/account", key));
        return "portal/identity/message";
    }

    private static String dead(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return message("identity.email-link.dead", model);
    }
}
