package org.passerelle.portal.messages;

import jakarta.servlet.http.HttpServletRequest;
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
    private final Notification notification;
    private final Acting acting;

    MessagesPages(Notification notification, Acting acting) {
        this.notification = notification;
        this.acting = acting;
    }

    public record MessagesPage(List<SentLetter> letters) {}

    /// @param text of the letter, with its links
    public record MessagePage(SentLetter letter, List<LinkedText.Part> text) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
        var letters =
                acting.of(who, request)
                        .map(membership -> notification.ofOrganisation(membership.organisation()))
                        .orElse(List.of());
        model.addAttribute("page", new MessagesPage(letters));
        return "portal/messages/list";
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
