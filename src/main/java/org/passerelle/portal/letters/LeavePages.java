package org.passerelle.portal.letters;

import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Leaves a mailing by the address in its letters (RFC 8058): mail programs post to it, without
/// session and without being sent on; a person who opens it is shown a button, for a scanner that
/// opens links must change nothing (NOT-03).
@Controller
public class LeavePages {
    private final Mailings mailings;

    LeavePages(Mailings mailings) {
        this.mailings = mailings;
    }

    /// @param mailing whose letters; its code is in the keys of words
    /// @param isDone whether they are left, else the page asks
    public record LeavePage(String seal, String mailing, boolean isDone) {}

    @GetMapping("/leave/{seal}")
    String ask(@PathVariable String seal, Model model, HttpServletResponse response) {
        var mailing = mailings.reader(seal).map(Mailings.Reader::mailing);
        return mailing.map(one -> show(seal, one, false, model)).orElseGet(() -> unknown(response));
    }

    @PostMapping("/leave/{seal}")
    String leave(@PathVariable String seal, Model model, HttpServletResponse response) {
        return mailings.leave(seal)
                .map(one -> show(seal, one, true, model))
                .orElseGet(() -> unknown(response));
    }

    private static String show(String seal, Mailing mailing, boolean isDone, Model model) {
        model.addAttribute("page", new LeavePage(seal, mailing.code(), isDone));
        return "portal/letters/leave";
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "portal/letters/unknown";
    }
}
