package org.passerelle.portal.mailbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.passerelle.notification.LetterId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.portal.LinkedText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What would have been mailed. There is no such page where letters really leave, except in a demo:
/// it would hand everybody's links to anybody.
@Controller
@RequestMapping("/dev/mailbox")
public class MailboxPages {
    private static final int SHOWN = 100;

    private final Notification notification;
    private final boolean open;

    MailboxPages(Notification notification, @Value("${passerelle.demo:false}") boolean demo) {
        this.notification = notification;
        this.open = demo || !notification.leavesTheHouse();
    }

    /// @param to the address asked for; may be empty
    public record MailboxPage(String to, List<SentLetter> letters) {}

    /// @param text of the letter, with its links
    public record LetterPage(SentLetter letter, List<LinkedText.Part> text) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String to, Model model) {
        requireOpen();
        var letters = notification.search(to, Optional.empty(), SHOWN, 0);
        model.addAttribute("page", new MailboxPage(to, letters));
        return "portal/mailbox/list";
    }

    @GetMapping("/{id}")
    String letter(@PathVariable LetterId id, Model model) {
        var letter = find(id);
        model.addAttribute("page", new LetterPage(letter, LinkedText.of(letter.text())));
        return "portal/mailbox/letter";
    }

    /// The letter as a mail program would show it, under a policy that lets it do nothing.
    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable LetterId id, HttpServletResponse response) {
        var letter = find(id);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                        + " sandbox allow-popups allow-top-navigation-by-user-activation;"
                        + " frame-ancestors 'none'");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(letter.html());
    }

    private SentLetter find(LetterId id) {
        requireOpen();
        return notification
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void requireOpen() {
        if (!open) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
