package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.passerelle.identity.Attempts;
import org.passerelle.identity.Limit;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Members;
import org.passerelle.pack.Packs;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Asking to join an organisation that somebody registered (ACC-06). The answer is the same whether
/// there is one or not.
@Controller
public class JoinPages {
    private static final int LONGEST_MESSAGE = 1000;

    private final Members members;
    private final Attempts attempts;
    private final Packs packs;

    JoinPages(Members members, Attempts attempts, Packs packs) {
        this.members = members;
        this.attempts = attempts;
        this.packs = packs;
    }

    /// The form of a request.
    public record JoinPage(Form form, FormErrors errors, List<Option> schemes) {}

    @GetMapping("/organisation/join")
    String form(Form form, Frame frame, Model model) {
        return page(form, FormErrors.none(), frame, model);
    }

    @PostMapping("/organisation/join")
    String ask(
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var scheme = LegalNumberScheme.of(form.value("scheme")).orElse(LegalNumberScheme.LU_RCS);
        var check = LegalNumbers.check(scheme, form.value("number"));
        var errors =
                check instanceof LegalNumberCheck.Invalid invalid
                        ? FaultWords.errors(
                                List.of(new Fault("number", new Fault.Flaw.Number(invalid))),
                                frame.words())
                        : FormErrors.none();
        var message = form.trimmed("message");
        errors = errors.withIf(message.isEmpty(), "message", "organisation.join.message.missing");
        if (errors.any() || !(check instanceof LegalNumberCheck.Valid valid)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, errors, frame, model);
        }
        if (attempts.charge(Limit.JOIN_BY_PERSON, who.getName()).isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            errors = errors.with("number", "organisation.join.too-many");
            return page(form, errors, frame, model);
        }
        members.askToJoin(
                who.actor(),
                who.id(),
                packs.installed().getFirst().id(),
                scheme.code(),
                valid.normalised(),
                message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        Notice.ok(frame.word("organisation.join.sent")).showAfter(redirect);
        return "redirect:/organisation";
    }

    private String page(Form form, FormErrors errors, Frame frame, Model model) {
        var schemes =
                packs.installed().getFirst().office().forms().values().stream()
                        .flatMap(one -> one.identifiers().stream())
                        .distinct()
                        .map(code -> Option.of(code, frame.word("organisation.scheme." + code)))
                        .toList();
        model.addAttribute("page", new JoinPage(form, errors, schemes));
        return "portal/organisation/join";
    }
}
