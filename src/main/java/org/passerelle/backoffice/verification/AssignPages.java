package org.passerelle.backoffice.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.SignedIn;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.ReviewOutcome;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who works on what: the next case for the reader, and several at once for anybody (VER-05).
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'ADMINISTRATOR')")
class AssignPages {
    static final String NOBODY = "nobody";

    private final Verification verification;
    private final NextCase next;

    AssignPages(Verification verification, NextCase next) {
        this.verification = verification;
        this.next = next;
    }

    /// Takes the next case, so that two reviewers who ask at once get two; back to the queue when
    /// there is none.
    @PostMapping("/staff/cases/next")
    String next(
            @RequestParam(required = false) @Nullable CaseId after,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        var left = Optional.ofNullable(after).flatMap(verification::find);
        var taken = next.take(left, who, frame);
        if (taken.isEmpty()) {
            Notice.ok(frame.word("verification.queue.done")).showAfter(redirect);
        }
        return "redirect:" + QueueViews.PATH + taken.map(one -> "/" + one.id()).orElse("");
    }

    /// Where somebody lands who had to sign in on the way to the next case.
    @GetMapping("/staff/cases/next")
    String next() {
        return "redirect:" + QueueViews.PATH;
    }

    /// Gives the ticked cases to somebody, or puts the reader's own back.
    @PostMapping("/staff/cases/assign")
    String assign(
            @RequestParam(name = "case", defaultValue = "") List<String> numbers,
            @RequestParam String to,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Frame frame,
            RedirectAttributes redirect) {
        var office = StaffOffice.of(frame);
        var colleague = verification.reviewers(office).stream().filter(is(to)).findFirst();
        if (colleague.isEmpty() && !to.equals(NOBODY)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var ticked =
                verification.queue(office).stream()
                        .filter(one -> numbers.contains(String.valueOf(one.number())))
                        .toList();
        var done = ticked.stream().filter(one -> given(one, colleague, who)).count();
        if (numbers.isEmpty()) {
            Notice.warn(frame.word("verification.assign.none")).showAfter(redirect);
        } else if (done > 0) {
            var name = colleague.map(Reviewer::name).orElse("");
            var word = colleague.isEmpty() ? "freed" : "several";
            Notice.ok(frame.word("verification.assign." + word, done, name)).showAfter(redirect);
        }
        if (done < numbers.size()) {
            var word = colleague.isEmpty() ? "kept" : "unchanged";
            Notice.warn(frame.word("verification.assign." + word, numbers.size() - done))
                    .showAfter(redirect);
        }
        return "redirect:"
                + QueueViews.PATH
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static Predicate<Reviewer> is(String id) {
        return one -> one.id().toString().equals(id);
    }

    private boolean given(CaseView one, Optional<Reviewer> colleague, SignedIn who) {
        var id = one.id();
        if (colleague.isPresent() && one.reviewer().equals(colleague)) {
            return true;
        }
        var outcome =
                colleague.isPresent()
                        ? verification.handOver(who.actor(), id, colleague.get())
                        : verification.release(who.actor(), id, NextCase.reviewer(who));
        return outcome instanceof ReviewOutcome.Done;
    }
}
