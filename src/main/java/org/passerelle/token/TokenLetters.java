package org.passerelle.token;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// What an organisation is written about its tokens: what the office did to them (NOT-01). What its
/// holder does, the page says at once.
@Component
class TokenLetters {
    private final Notification notification;
    private final Organisations organisations;
    private final People people;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    TokenLetters(
            Notification notification,
            Organisations organisations,
            People people,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.organisations = organisations;
        this.people = people;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    /// Staff ended these many tokens; the reason stays in the office's trail.
    void allRevoked(OrganisationId id, int count, Instant at) {
        var organisation = organisations.get(id);
        var profile = organisation.profile();
        var words = book.in(profile.language());
        var office = packs.get(organisation.office()).office();
        var layout =
                LetterLayout.in(
                                words.language(),
                                office.name().in(words.language()),
                                words.get("token.letter.all-revoked.subject", organisation.name()))
                        .paragraph(words.get("token.letter.all-revoked.text", count))
                        .then(words.get("token.letter.all-revoked.then"))
                        .button(words.get("token.letter.button"), web.of("/tokens"))
                        .because(words.get("token.letter.why", organisation.name()));
        profile.officialEmail()
                .or(() -> people.find(organisation.holder()).map(Person::email))
                .map(to ->
                        Letter.of(
                                Optional.of(id),
                                Optional.empty(),
                                to,
                                "token.all-revoked",
                                layout.heading(),
                                layout,
                                "token.all-revoked:" + id + ":" + at))
                .ifPresent(notification::send);
    }
}
