package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.passerelle.identity.SignedIn;
import org.passerelle.security.Unsent;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A form whose session ended before it was sent: shown again, and sent to where it was going when
/// its author presses. Every check is made there, as if the session had never ended.
@Controller
public class UnsentPages {

    /// @param written what can be recognised: texts, not the codes of ticked boxes
    /// @param withFiles whether files may be chosen for it, as on the page it was typed on
    public record UnsentPage(
            String path,
            boolean withFiles,
            Map<String, List<String>> fields,
            List<String> written) {}

    @GetMapping("/unsent")
    String unsent(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Frame frame,
            Model model,
            RedirectAttributes redirect) {
        var unsent = Unsent.of(request);
        if (unsent.isEmpty()) {
            Notice.info(frame.word("identity.unsent.none")).showAfter(redirect);
            return home(who);
        }
        var written =
                unsent.get().fields().values().stream()
                        .flatMap(Collection::stream)
                        .filter(text -> !text.matches("[A-Za-z0-9_.-]*"))
                        .toList();
        model.addAttribute(
                "page",
                new UnsentPage(
                        unsent.get().path(),
                        unsent.get().withFiles(),
                        unsent.get().fields(),
                        written));
        return "portal/identity/unsent";
    }

    @PostMapping("/unsent/drop")
    String drop(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Frame frame,
            RedirectAttributes redirect) {
        Unsent.forget(request);
        Notice.info(frame.word("identity.unsent.dropped")).showAfter(redirect);
        return home(who);
    }

    private static String home(SignedIn who) {
        return "redirect:" + (who.person().isStaff() ? "/staff" : "/organisation");
    }
}
