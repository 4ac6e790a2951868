package org.passerelle.help;

import java.util.Optional;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.pack.Packs;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// Tells the author of a comment what the office decided, and why.
@Component
class CommentLetters {
    private final Notification notification;
    private final HelpCentre centre;
    private final People people;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    CommentLetters(
            Notification notification,
            HelpCentre centre,
            People people,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.centre = centre;
        this.people = people;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    void decided(Comment comment) {
        people.find(comment.person()).ifPresent(author -> write(comment, author));
    }

    private void write(Comment comment, Person author) {
        var words = book.in(author.language());
        var pack = packs.get(comment.office());
        var decision = comment.decision().orElseThrow();
        var kind = decision.reason().isPresent() ? "refused" : "shown";
        var key = "help.letter.comment." + kind;
        var title =
                centre.article(pack, comment.article(), author.language())
                        .map(article -> article.entry().title())
                        .orElse(comment.article());
        var subject = words.get(key + ".subject");
        var layout =
                LetterLayout.in(
                                words.language(),
                                pack.office().name().in(words.language()),
                                subject)
                        .paragraph(words.get(key + ".text"));
        if (decision.reason().isPresent()) {
            layout = layout.fact(words.get("help.letter.comment.reason"), decision.reason().get());
        }
        layout =
                layout.fact(words.get("help.letter.comment.article"), title)
                        .fact(words.get("help.letter.comment.yours"), comment.text())
                        .button(
                                words.get("help.letter.comment.button"),
                                web.of("/help/" + comment.article()))
                        .because(words.get("help.letter.comment.why"));
        notification.send(
                Letter.of(
                        Optional.<OrganisationId>empty(),
                        Optional.of(author.id()),
                        author.email(),
                        "help.comment-" + kind,
                        subject,
                        layout,
                        "help.comment:" + comment.id() + ":" + decision.at()));
    }
}
