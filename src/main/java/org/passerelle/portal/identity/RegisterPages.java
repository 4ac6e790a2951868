package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.identity.ConfirmOutcome;
import org.passerelle.identity.NewAccount;
import org.passerelle.identity.People;
import org.passerelle.identity.RegisterOutcome;
import org.passerelle.kernel.Language;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Opens a personal account (ACC-01).
@Controller
class RegisterPages {
    private final People people;

    RegisterPages(People people) {
        this.people = people;
    }

    @GetMapping("/register")
    String blank(Model model) {
        model.addAttribute("page", FormPage.empty("/register"));
        return "portal/identity/register";
    }

    @PostMapping("/register")
    String register(Submission sent, Language reader) {
        var form = sent.form();
        var account =
                new NewAccount(
                        form.value("username"),
                        form.value("email"),
                        form.value("password"),
                        form.value("firstName"),
                        form.value("lastName"),
                        Language.of(form.value("language")).orElse(reader));
        return switch (people.register(account, sent.request().getRemoteAddr())) {
            case RegisterOutcome.MessageSent _ -> "redirect:/register/done";
            case RegisterOutcome.Refused(var faults) -> {
                sent.refuse();
                sent.model()
                        .addAttribute(
                                "page", new FormPage("/register", form, Faults.errors(faults)));
                yield "portal/identity/register";
            }
            case RegisterOutcome.TooManyTries(var wait) -> WaitPage.show(wait, sent);
        };
    }

    @GetMapping("/register/done")
    String done(Model model) {
        model.addAttribute("page", MessagePage.of("identity.register.done"));
        return "portal/identity/message";
    }

    /// Shows a button: a mail scanner that opens links does not press it.
    @GetMapping("/confirm/{link}")
    String confirmation(@PathVariable String link, Model model, HttpServletResponse response) {
        if (!people.confirmationStands(link)) {
            return dead(model, response);
        }
        model.addAttribute("page", FormPage.empty("/confirm/" + link));
        return "portal/identity/confirm";
    }

    @PostMapping("/confirm/{link}")
    String confirm(@PathVariable String link, Model model, HttpServletResponse response) {
        return switch (people.confirm(link)) {
            case ConfirmOutcome.Confirmed _ -> "redirect:/sign-in?confirmed";
            case ConfirmOutcome.LinkDead() -> dead(model, response);
        };
    }

    private static String dead(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("page", MessagePage.leadingTo("/sign-in", "identity.confirm.dead"));
        return "portal/identity/message";
    }
}
