package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.identity.People;
import org.passerelle.identity.ResetOutcome;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Lets somebody who forgot their password choose another (ACC-02).
@Controller
class ForgottenPages {
    private final People people;

    ForgottenPages(People people) {
        this.people = people;
    }

    @GetMapping("/forgotten-password")
    String blank(Model model) {
        model.addAttribute("page", FormPage.empty("/forgotten-password"));
        return "portal/identity/forgotten";
    }

    /// The answer is the same whether there is such an account or not.
    @PostMapping("/forgotten-password")
    String ask(Submission sent) {
        var form = sent.form();
        if (form.trimmed("login").isEmpty()) {
            sent.refuse();
            var errors = FormErrors.none().with("login", "identity.forgotten.missing");
            sent.model().addAttribute("page", new FormPage("/forgotten-password", form, errors));
            return "portal/identity/forgotten";
        }
        var wait = people.askReset(form.value("login"), sent.request().getRemoteAddr());
        return wait.isPresent()
                ? WaitPage.show(wait.get(), sent)
                : "redirect:/forgotten-password/sent";
    }

    @GetMapping("/forgotten-password/sent")
    String sent(Model model) {
        model.addAttribute("page", MessagePage.of("identity.forgotten.sent"));
        return "portal/identity/message";
    }

    @GetMapping("/reset/{link}")
    String choose(@PathVariable String link, Model model, HttpServletResponse response) {
        if (!people.resetStands(link)) {
            return dead(model, response);
        }
        model.addAttribute("page", FormPage.empty("/reset/" + link));
        return "portal/identity/reset";
    }

    @PostMapping("/reset/{link}")
    String reset(@PathVariable String link, Submission sent) {
        var form = sent.form();
        return switch (people.reset(link, form.value("password"))) {
            case ResetOutcome.PasswordSet _ -> "redirect:/sign-in?reset";
            case ResetOutcome.Refused(var faults) -> {
                sent.refuse();
                sent.model()
                        .addAttribute(
                                "page",
                                new FormPage("/reset/" + link, form, Faults.errors(faults)));
                yield "portal/identity/reset";
            }
            case ResetOutcome.LinkDead() -> dead(sent.model(), sent.response());
        };
    }

    private static String dead(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute(
                "page", MessagePage.leadingTo("/forgotten-password", "identity.reset.dead"));
        return "portal/identity/message";
    }
}
