package org.passerelle.organisation;

import java.util.Optional;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence.Note;
import org.passerelle.pack.Packs;
import org.springframework.stereotype.Component;

/// Tells an organisation that its request for a change arrived, and that none of it was accepted.
/// What an accepted change brings is told by `programme`, which knows what follows from it.
@Component
class ChangeLetters {
    private final Correspondence correspondence;
    private final Packs packs;
    private final WebAddress web;

    ChangeLetters(Correspondence correspondence, Packs packs, WebAddress web) {
        this.correspondence = correspondence;
        this.packs = packs;
        this.web = web;
    }

    void received(Organisation to, ChangeRequest request) {
        var words = correspondence.words(to);
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
        var words = correspondence.words(to);
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
        var words = correspondence.words(to);
        return correspondence
                .begin(to, subject(to, request, kind))
                .paragraph(words.get("changes.letter." + kind + ".text", to.name()))
                .button(
                        words.get("changes.letter.button"),
                        web.of("/organisation/changes/" + request.number()));
    }

    private String subject(Organisation to, ChangeRequest request, String kind) {
        return correspondence
                .words(to)
                .get("changes.letter." + kind + ".subject", "" + request.number());
    }

    private void send(Organisation to, ChangeRequest request, String kind, LetterLayout layout) {
        correspondence.send(
                to,
                new Note(
                        "organisation.change-" + kind,
                        layout,
                        "changes.letter.why",
                        "" + request.number(),
                        Optional.of(LetterAbout.of("change", request.number()))));
    }
}
