package org.passerelle.backoffice.verification;

import java.time.Clock;
import java.util.List;
import org.passerelle.backoffice.StaffBounds;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.SignedIn;
import org.passerelle.pack.model.Pack;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.Verification;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The offices somebody works for, where they are several: each with what waits there, and a link
/// that chooses it.
@Controller
public class OfficePages {
    private final StaffBounds bounds;
    private final Verification verification;
    private final Clock clock;

    OfficePages(StaffBounds bounds, Verification verification, Clock clock) {
        this.bounds = bounds;
        this.verification = verification;
        this.clock = clock;
    }

    /// @param late cases past their promise
    public record Row(
            String name, String zone, String path, boolean current, int open, long late) {}

    @GetMapping("/staff/offices")
    String offices(@AuthenticationPrincipal SignedIn who, Frame frame, Model model) {
        model.addAttribute(
                "page", bounds.offices(who).stream().map(pack -> row(pack, frame)).toList());
        return "backoffice/verification/offices";
    }

    private Row row(Pack pack, Frame frame) {
        List<CaseView> queue = verification.queue(pack.id());
        var now = clock.instant();
        return new Row(
                pack.office().name().in(frame.language()),
                frame.words().dateTime(now, pack.office().zone()),
                "/staff?office=" + pack.id().value(),
                pack.id().equals(StaffOffice.of(frame)),
                queue.size(),
                queue.stream().filter(one -> one.isOverdue(now)).count());
    }
}
