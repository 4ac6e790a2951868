package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.identity.SignedIn;
import org.passerelle.security.Unsent;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A form whose session ended before it was sent: shown again, and sent to where it was going when
/// its author presses. Every check is made there, as if the session had never ended.
@Controller
public class UnsentPages {
    /// What members' pages post besides texts: codes of choices, ids.
    private static final Pattern CODE = Pattern.compile("[a-z_.-]*|[A-Za-z0-9_.-]{30,}");

    /// Visitors' forms are short: but for ticked boxes and ids, all in them was typed or chosen.
    private static final Pattern CHOICE = Pattern.compile("\\s*|on|true|false|[A-Za-z0-9_-]{36,}");

    /// What a page posts of its own: prints of what it showed, keys, codes of lists.
    private static final Set<String> NOT_TYPED =
            Set.of("seen", "offered", "key", "go", "main-activity");

    /// @param written what can be recognised: texts, not the codes of ticked boxes
    /// @param withFiles whether files may be chosen for it, as on the page it was typed on
    /// @param kept whether it waits for its author; else it stands on this page alone
    public record UnsentPage(
            String path,
            boolean withFiles,
            Map<String, List<String>> fields,
            List<String> written,
            boolean kept) {}

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
        return show(unsent.get(), true, model);
    }

    /// A visitor's form that could not be taken: what they typed comes back in the answer itself.
    @PostMapping("/stale")
    String stale(HttpServletRequest request, HttpServletResponse response, Model model) {
        var unsent =
                Unsent.answered(request)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("Cache-Control", "no-store");
        return show(unsent, false, model);
    }

    private static String show(Unsent unsent, boolean kept, Model model) {
        var written =
                unsent.fields().entrySet().stream()
                        .filter(field -> !NOT_TYPED.contains(field.getKey()))
                        .flatMap(field -> field.getValue().stream())
                        .filter(text -> !(kept ? CODE : CHOICE).matcher(text).matches())
                        .toList();
        model.addAttribute(
                "page",
                new UnsentPage(unsent.path(), unsent.withFiles(), unsent.fields(), written, kept));
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
