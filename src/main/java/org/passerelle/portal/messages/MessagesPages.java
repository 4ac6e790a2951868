package org.passerelle.portal.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.identity.SignedIn;
import org.passerelle.notification.LetterId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.MemberRole;
import org.passerelle.portal.Acting;
import org.passerelle.portal.LinkedText;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// Everything we wrote to the organisation, to be read again by its members (NOT-01).
@Controller
@RequestMapping("/messages")
public class MessagesPages {
    /// Letters of one event are written in one transaction.
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Notification notification;
    private final Acting acting;

    MessagesPages(Notification notification, Acting acting) {
        this.notification = notification;
        this.acting = acting;
    }

    /// What went to several mailboxes at once stands there once.
    public record MessagesPage(List<Line> lines) {}

    /// @param to all it went to, the official address first
    public record Line(SentLetter letter, List<String> to) {
        private boolean holds(SentLetter other) {
            return letter.template().equals(other.template())
                    && letter.subject().equals(other.subject())
                    && letter.copyOf().equals(other.copyOf())
                    && !to.contains(other.to())
                    && Duration.between(other.writtenAt(), letter.writtenAt()).compareTo(AT_ONCE)
                            < 0;
        }

        private Line with(SentLetter other) {
            var mailboxes = new ArrayList<>(to);
            mailboxes.addFirst(other.to());
            return new Line(other, List.copyOf(mailboxes));
        }
    }

    /// @param text of the letter, with its links
    public record MessagePage(SentLetter letter, List<LinkedText.Part> text) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
        var letters =
                acting.of(who, request)
                        .map(membership -> notification.ofOrganisation(membership.organisation()))
                        .orElse(List.of());
        model.addAttribute("page", new MessagesPage(lines(letters)));
        return "portal/messages/list";
    }

    /// @param letters the newest first
    private static List<Line> lines(List<SentLetter> letters) {
        var lines = new ArrayList<Line>();
        for (var letter : letters) {
            if (!lines.isEmpty() && lines.getLast().holds(letter)) {
                lines.add(lines.removeLast().with(letter));
            } else {
                lines.add(new Line(letter, List.of(letter.to())));
            }
        }
        return lines;
    }

    @GetMapping("/{id}")
    String letter(
            @PathVariable LetterId id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Model model) {
        var organisation = acting.as(MemberRole.READER, who, request);
        var letter =
                notification
                        .find(id)
                        .filter(one -> one.organisation().filter(organisation::equals).isPresent())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", new MessagePage(letter, LinkedText.of(letter.text())));
        return "portal/messages/letter";
    }
}
