package org.passerelle.backoffice.messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.backoffice.StaffBounds;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.SignedIn;
import org.passerelle.notification.LetterId;
import org.passerelle.notification.Mailings;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;
import org.passerelle.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// Every letter that was written, and sending one again (NOT-01).
@Controller
@RequestMapping("/staff/messages")
public class StaffMessagesPages {
    private static final int A_PAGE = 20;
    private static final int PAGES_MAX = 1_000_000;

    private final Notification notification;
    private final Organisations organisations;
    private final StaffBounds bounds;
    private final Audit audit;
    private final Mailings mailings;

    StaffMessagesPages(
            Notification notification,
            Organisations organisations,
            StaffBounds bounds,
            Audit audit,
            Mailings mailings) {
        this.notification = notification;
        this.organisations = organisations;
        this.bounds = bounds;
        this.audit = audit;
        this.mailings = mailings;
    }

    /// @param text and `state` as asked for
    public record MessagesPage(
            String text,
            String state,
            List<Option> states,
            List<SentLetter> letters,
            Pager pager) {}

    /// @param isLeft whether its reader wants no more of its kind: staff cannot send it again
    public record MessagePage(SentLetter letter, boolean isLeft) {
        /// A letter to a person about their own account may hold a link that opens it: its text is
        /// nobody else's. What concerns an organisation is staff's to read.
        public boolean isPersonal() {
            return letter.organisation().isEmpty();
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        var words = frame.words();
        var office = StaffOffice.of(frame);
        var ours =
                new Notification.Within(organisations.outside(office), bounds.persons(who, office));
        var number = Math.clamp(page, 1, PAGES_MAX);
        var found =
                notification.search(text, stateOf(state), ours, A_PAGE + 1, (number - 1) * A_PAGE);
        var shown = found.subList(0, Math.min(A_PAGE, found.size()));
        var first = (number - 1) * A_PAGE + 1;
        var pager =
                new Pager(
                        shown.isEmpty()
                                ? words.get("messages.none")
                                : words.get("messages.range", first, first + shown.size() - 1),
                        number == 1
                                ? Optional.empty()
                                : Optional.of(address(text, state, number - 1)),
                        found.size() > A_PAGE
                                ? Optional.of(address(text, state, number + 1))
                                : Optional.empty());
        model.addAttribute("page", new MessagesPage(text, state, states(words), shown, pager));
        return "backoffice/messages/list";
    }

    @GetMapping("/{id}")
    String letter(@PathVariable LetterId id, Model model) {
        model.addAttribute("page", page(find(id)));
        return "backoffice/messages/letter";
    }

    private MessagePage page(SentLetter letter) {
        return new MessagePage(letter, isLeft(letter));
    }

    private boolean isLeft(SentLetter letter) {
        return letter.person()
                .flatMap(
                        who -> letter.mailing().filter(mailing -> !mailings.isWanted(who, mailing)))
                .isPresent();
    }

    /// The copy and its line in the trail are one.
    @PostMapping("/{id}/resend")
    @Transactional
    String resend(
            @PathVariable LetterId id,
            @AuthenticationPrincipal SignedIn staff,
            Frame frame,
            RedirectAttributes redirect) {
        var letter = find(id);
        if (isLeft(letter)) {
            Notice.bad(frame.words().get("messages.left")).showAfter(redirect);
            return "redirect:/staff/messages/" + id;
        }
        var copy = notification.resend(id, staff.actor());
        audit.record(
                new AuditEntry(
                        staff.actor(),
                        "notification.letter-resent",
                        new AuditSubject("letter", id.toString()),
                        letter.organisation(),
                        letter.subject()));
        Notice.ok(frame.words().get("messages.resent", letter.to())).showAfter(redirect);
        return "redirect:/staff/messages/" + copy;
    }

    private SentLetter find(LetterId id) {
        return notification
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Option> states(Words words) {
        return List.of(SentLetter.State.values()).stream()
                .map(SentLetter.State::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(name -> Option.of(name, words.get("messages.state." + name)))
                .toList();
    }

    private static Optional<SentLetter.State> stateOf(String code) {
        return List.of(SentLetter.State.values()).stream()
                .filter(state -> state.name().equalsIgnoreCase(code))
                .findFirst();
    }

    private static String address(String text, String state, int page) {
        return UriComponentsBuilder.fromPath("/staff/messages")
                .queryParam("text", "{text}")
                .queryParam("state", "{state}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(text, state)
                .toUriString();
    }
}
