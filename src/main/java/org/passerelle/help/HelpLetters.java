package org.passerelle.help;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.pack.Packs;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// Tells whoever asked that the request arrived, and what the office writes back.
@Component
class HelpLetters {
    private final Notification notification;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;
    private final FollowAddress follow;

    HelpLetters(
            Notification notification,
            Packs packs,
            WordBook book,
            WebAddress web,
            FollowAddress follow) {
        this.notification = notification;
        this.packs = packs;
        this.book = book;
        this.web = web;
        this.follow = follow;
    }

    void received(HelpRequest to) {
        var words = book.in(to.asker().language());
        var zone = packs.get(to.office()).office().zone();
        var layout = layout(to, "received").paragraph(words.get("help.letter.received.text"));
        var due = to.due().map(end -> end.minusSeconds(1).atZone(zone).toLocalDate());
        if (due.isPresent()) {
            layout = layout.fact(words.get("help.letter.due"), words.date(due.get()));
        }
        send(to, "received", forVisitor(layout, to), "");
    }

    /// The last message, and what happens if the asker does not write.
    ///
    /// @param closes when the request is closed then, exclusive
    void written(HelpRequest to, Instant closes) {
        var kind = to.state() == HelpRequest.State.ANSWERED ? "answered" : "asked-back";
        var words = book.in(to.asker().language());
        var layout =
                layout(to, kind)
                        .paragraph(to.messages().getLast().text())
                        .then(words.get("help.letter." + kind + ".closes", lastDay(to, closes)));
        send(to, kind, forVisitor(layout, to), ":" + to.messages().size());
    }

    private String lastDay(HelpRequest to, Instant closes) {
        var zone = packs.get(to.office()).office().zone();
        var day = closes.minusSeconds(1).atZone(zone).toLocalDate();
        return book.in(to.asker().language()).date(day);
    }

    /// @param closes when the request is closed without a reply, exclusive
    void reminder(HelpRequest to, Instant closes) {
        var words = book.in(to.asker().language());
        var text = words.get("help.letter.reminder.text", lastDay(to, closes));
        var layout = layout(to, "reminder").paragraph(text);
        send(to, "reminder", forVisitor(layout, to), ":" + to.messages().size());
    }

    void closed(HelpRequest to) {
        closed(to, "text");
    }

    void closedByOffice(HelpRequest to) {
        closed(to, "by-office");
    }

    private void closed(HelpRequest to, String why) {
        var words = book.in(to.asker().language());
        var layout = layout(to, "closed").paragraph(words.get("help.letter.closed." + why));
        send(to, "closed", layout, "");
    }

    /// Whoever has no account follows the request, and replies, by the link of their letters.
    private LetterLayout forVisitor(LetterLayout layout, HelpRequest to) {
        if (to.asker().person().isPresent()) {
            return layout;
        }
        return layout.then(book.in(to.asker().language()).get("help.letter.visitor"));
    }

    private LetterLayout layout(HelpRequest to, String kind) {
        var words = book.in(to.asker().language());
        var pack = packs.get(to.office());
        var name = pack.office().name().in(words.language());
        var title =
                pack.request(to.kind())
                        .map(one -> one.title().in(words.language()))
                        .orElse(to.kind());
        var page =
                to.asker().person().isPresent()
                        ? web.of("/account/requests/" + to.number())
                        : follow.of(to);
        return LetterLayout.in(words.language(), name, subject(to, kind))
                .fact(words.get("help.letter.about"), title)
                .fact(words.get("help.letter.number"), "" + to.number())
                .because(words.get("help.letter.why"))
                .button(words.get("help.letter.button"), page);
    }

    private String subject(HelpRequest to, String kind) {
        return book.in(to.asker().language())
                .get("help.letter." + kind + ".subject", "" + to.number());
    }

    private void send(HelpRequest to, String kind, LetterLayout layout, String unique) {
        notification.send(
                Letter.of(
                                Optional.<org.passerelle.kernel.OrganisationId>empty(),
                                to.asker().person(),
                                to.asker().email(),
                                "help." + kind,
                                subject(to, kind),
                                layout,
                                "help." + kind + ":" + to.number() + unique)
                        .about(LetterAbout.of("request", to.number())));
    }
}
