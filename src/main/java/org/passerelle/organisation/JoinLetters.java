package org.passerelle.organisation;

import java.util.Optional;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.pack.Packs;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// Tells a person what became of their request to join an organisation (ACC-06).
@Component
class JoinLetters {
    private final Notification notification;
    private final People people;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    JoinLetters(
            Notification notification, People people, Packs packs, WordBook book, WebAddress web) {
        this.notification = notification;
        this.people = people;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    void answered(JoinRequest request, Organisation organisation, boolean accepted) {
        people.find(request.person())
                .ifPresent(person -> send(person, request, organisation, accepted));
    }

    /// Who is refused is told no more than they wrote themselves.
    private void send(Person to, JoinRequest request, Organisation organisation, boolean accepted) {
        var words = book.in(to.language());
        var kind = accepted ? "accepted" : "refused";
        var subject = words.get("organisation.join.letter." + kind + ".subject");
        var name = accepted ? organisation.name() : "";
        var layout =
                LetterLayout.in(
                                words.language(),
                                packs.get(organisation.office())
                                        .office()
                                        .name()
                                        .in(words.language()),
                                subject)
                        .paragraph(words.get("organisation.join.letter." + kind + ".text", name))
                        .because(words.get("organisation.join.letter.why"));
        var whole =
                accepted
                        ? layout.button(
                                words.get("organisation.join.letter.button"),
                                web.of("/organisations"))
                        : layout;
        notification.send(
                Letter.of(
                        Optional.empty(),
                        Optional.of(to.id()),
                        to.email(),
                        "organisation.join-" + kind,
                        subject,
                        whole,
                        "organisation.join:" + request.id()));
    }
}
