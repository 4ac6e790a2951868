package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.identity.Attempts;
import org.passerelle.identity.Limit;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Members;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.ServingOffice;
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
    private final ServingOffice serving;

    JoinPages(Members members, Attempts attempts, Packs packs, ServingOffice serving) {
        this.members = members;
        this.attempts = attempts;
        this.packs = packs;
        this.serving = serving;
    }

    /// The form of a request.
    public record JoinPage(Form form, FormErrors errors, List<Option> schemes) {}

    @GetMapping("/organisation/join")
    String form(Form form, Frame frame, HttpServletRequest request, Model model) {
        return page(form, FormErrors.none(), frame, request, model);
    }

    @PostMapping("/organisation/join")
    String ask(
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var wanted = wanted(form.value("scheme"), request);
        var check = LegalNumbers.check(wanted.scheme(), form.value("number"));
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
            return page(form, errors, frame, request, model);
        }
        if (attempts.charge(Limit.JOIN_BY_PERSON, who.getName()).isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            errors = errors.with("number", "organisation.join.too-many");
            return page(form, errors, frame, request, model);
        }
        var asked =
                members.askToJoin(
                        who.actor(),
                        who.id(),
                        wanted.office(),
                        wanted.scheme().code(),
                        valid.normalised(),
                        message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        var said = asked ? "organisation.join.sent" : "organisation.join.belongs";
        Notice.ok(frame.word(said)).showAfter(redirect);
        return "redirect:/organisation";
    }

    /// A number belongs to an office: two may ask for the same kind.
    private record Wanted(OfficeId office, LegalNumberScheme scheme) {
        String code() {
            return code(office, scheme.code());
        }

        static String code(OfficeId office, String scheme) {
            return office.value() + "/" + scheme;
        }
    }

    /// What the list of numbers said; what it never offers means the first number of the office at
    /// hand.
    private Wanted wanted(String typed, HttpServletRequest request) {
        for (var pack : packs.installed()) {
            for (var scheme : schemes(pack)) {
                if (typed.equals(Wanted.code(pack.id(), scheme))) {
                    return new Wanted(pack.id(), LegalNumberScheme.of(scheme).orElseThrow());
                }
            }
        }
        var here = serving.of(request);
        var scheme =
                LegalNumberScheme.of(typed)
                        .or(() -> LegalNumberScheme.of(schemes(here).getFirst()))
                        .orElseThrow();
        return new Wanted(here.id(), scheme);
    }

    /// The country's own of all forms, then those of other countries.
    private static List<String> schemes(Pack pack) {
        var own =
                pack.office().forms().values().stream()
                        .flatMap(form -> form.identifiers().stream());
        return Stream.concat(own, pack.office().foreignIdentifiers().stream()).distinct().toList();
    }

    /// The numbers of all offices, those of the office at hand first.
    private String page(
            Form form, FormErrors errors, Frame frame, HttpServletRequest request, Model model) {
        var here = serving.of(request);
        var several = packs.installed().size() > 1;
        var schemes =
                Stream.concat(
                                Stream.of(here),
                                packs.installed().stream()
                                        .filter(pack -> !pack.id().equals(here.id())))
                        .flatMap(pack ->
                                schemes(pack).stream()
                                        .map(scheme -> option(pack, scheme, several, frame)))
                        .toList();
        var chosen = form.with("scheme", wanted(form.value("scheme"), request).code());
        model.addAttribute("page", new JoinPage(chosen, errors, schemes));
        return "portal/organisation/join";
    }

    private static Option option(Pack pack, String scheme, boolean several, Frame frame) {
        var abroad = pack.office().foreignIdentifiers().contains(scheme);
        var option =
                Option.of(
                        Wanted.code(pack.id(), scheme),
                        abroad
                                ? NumberFields.labelAbroad(scheme, frame.words())
                                : NumberFields.label(scheme, frame.words()));
        return several ? option.in(pack.office().name().in(frame.language())) : option;
    }
}
