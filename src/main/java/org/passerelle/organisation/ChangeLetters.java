package org.passerelle.organisation;

import java.util.Optional;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.pack.Packs;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// Tells an organisation that its request for a change arrived, and that none of it was accepted.
/// What an accepted change brings is told by `programme`, which knows what follows from it.
@Component
class ChangeLetters {
    private final Notification notification;
    private final Correspondence correspondence;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    ChangeLetters(
            Notification notification,
            Correspondence correspondence,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.correspondence = correspondence;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    void received(Organisation to, ChangeRequest request) {
        var words = book.in(to.profile().language());
        var office = packs.get(to.office()).office();
        var layout = layout(to, request, "received");
        var said = new ChangeWords(packs.get(to.office()), words);
        for (var value : request.values()) {
            layout =
                    layout.fact(
                            said.name(value.item()),
                            words.get(
                                    "changes.letter.from-to",
                                    said.line(value.item(), value.before()),
                                    said.line(value.item(), value.after())));
        }
        var day = request.due().minusSeconds(1).atZone(office.zone()).toLocalDate();
        send(to, request, "received", layout.fact(words.get("changes.due"), words.date(day)));
    }

    void refused(Organisation to, ChangeRequest request) {
        var words = book.in(to.profile().language());
        var said = new ChangeWords(packs.get(to.office()), words);
        var layout = layout(to, request, "refused");
        for (var value : request.values()) {
            layout =
                    layout.fact(
                            said.name(value.item()),
                            value.decision().map(ChangeValue.Decision::reason).orElse(""));
        }
        send(to, request, "refused", layout);
    }

    private LetterLayout layout(Organisation to, ChangeRequest request, String kind) {
        var words = book.in(to.profile().language());
        var office = packs.get(to.office()).office().name().in(words.language());
        return LetterLayout.in(words.language(), office, subject(to, request, kind))
                .paragraph(words.get("changes.letter." + kind + ".text", to.name()))
                .button(
                        words.get("changes.letter.button"),
                        web.of("/organisation/changes/" + request.number()));
    }

    private String subject(Organisation to, ChangeRequest request, String kind) {
        return book.in(to.profile().language())
                .get("changes.letter." + kind + ".subject", "" + request.number());
    }

    private void send(Organisation to, ChangeRequest request, String kind, LetterLayout layout) {
        var words = book.in(to.profile().language());
        var template = "organisation.change-" + kind;
        for (var mailbox : correspondence.of(to)) {
            var why = words.get(mailbox.why("changes.letter.why"), to.name());
            notification.send(
                    Letter.of(
                                    Optional.of(to.id()),
                                    mailbox.holder(),
                                    mailbox.email(),
                                    template,
                                    subject(to, request, kind),
                                    layout.because(why),
                                    template + ":" + mailbox.unique("" + request.number()))
                            .about(LetterAbout.of("change", request.number())));
        }
    }
}
