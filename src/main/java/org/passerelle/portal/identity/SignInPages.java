package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignInOutcome;
import org.passerelle.identity.SignedIn;
import org.passerelle.security.Sessions;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Submission;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signs a person in by username or e-mail address.
@Controller
class SignInPages {
    private final People people;
    private final Sessions sessions;

    SignInPages(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String blank(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "continue", defaultValue = "") String wish,
            HttpServletRequest request,
            Model model) {
        if (who != null) {
            return "redirect:" + goal(wish, who.person());
        }
        var form = Form.empty().with("continue", LocalPath.of(wish).orElse(""));
        return show(form, FormErrors.none(), reason(request), model);
    }

    @PostMapping("/sign-in")
    String signIn(Submission sent) {
        var form = sent.form();
        var request = sent.request();
        var outcome =
                people.signIn(form.value("login"), form.value("password"), request.getRemoteAddr());
        return switch (outcome) {
            case SignInOutcome.Welcome welcome -> {
                sessions.begin(welcome, request, sent.response());
                yield "redirect:" + goal(form.value("continue"), welcome.person());
            }
            case SignInOutcome.Wrong() -> {
                sent.refuse();
                var errors = FormErrors.none().with("login", "identity.sign-in.wrong");
                yield show(form, errors, Optional.empty(), sent.model());
            }
            case SignInOutcome.Unconfirmed() -> {
                sent.refuse();
                var errors = FormErrors.none().with("login", "identity.sign-in.unconfirmed");
                yield show(form, errors, Optional.empty(), sent.model());
            }
            case SignInOutcome.TooManyTries(var wait) -> WaitPage.show(wait, sent);
        };
    }

    private static String show(Form form, FormErrors errors, Optional<String> reason, Model model) {
        model.addAttribute("page", new SignInPage(form, errors, reason));
        return "portal/identity/sign-in";
    }

    /// Why somebody arrives here, where the address says so.
    private static Optional<String> reason(HttpServletRequest request) {
        for (var reason : SignInPage.REASONS) {
            if (request.getParameter(reason) != null) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    private static String goal(String wish, Person person) {
        return LocalPath.of(wish).orElse(person.isStaff() ? "/staff" : "/organisation");
    }
}
