package org.passerelle.organisation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence.Note;
import org.passerelle.pack.Packs;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What the module writes to persons about their place in an organisation (ACC-05, ACC-06). Words
/// stand under `member.letter.<kind>`.
@Component
class MemberLetters {
    private static final String KEYS = "member.letter.";

    private final Notification notification;
    private final Correspondence correspondence;
    private final People people;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    MemberLetters(
            Notification notification,
            Correspondence correspondence,
            People people,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.correspondence = correspondence;
        this.people = people;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    /// What one letter says.
    ///
    /// @param kind of the letter; its words may name `{0}`, the organisation, and the `arguments`
    ///   from `{1}` on
    /// @param path where its button leads; empty for none
    /// @param key what it is about, once
    record Told(String kind, String path, String key, Object... arguments) {}

    void to(PersonId reader, Organisation organisation, Told told) {
        people.find(reader).ifPresent(person -> to(person, organisation, told));
    }

    void to(Person reader, Organisation organisation, Told told) {
        send(Optional.of(reader.id()), reader.email(), reader.language(), organisation, told);
    }

    /// To an address of which it is not known whether it has an account.
    void to(String email, Language language, Organisation organisation, Told told) {
        send(Optional.empty(), email, language, organisation, told);
    }

    /// To an organisation itself, kept in its account: what happens to it, not to a person's place.
    void toAll(Organisation organisation, Told told) {
        var words = correspondence.words(organisation);
        var key = KEYS + told.kind() + ".";
        var arguments = Stream.concat(Stream.of(organisation.name()), Stream.of(told.arguments()));
        var with = arguments.toArray();
        var layout =
                correspondence
                        .begin(organisation, words.get(key + "subject", with))
                        .paragraph(words.get(key + "text", with))
                        .button(words.get(key + "button"), web.of(told.path()));
        correspondence.send(
                organisation,
                new Note(
                        "organisation." + told.kind(),
                        layout,
                        key + "why",
                        told.key(),
                        Optional.empty()));
    }

    String date(java.time.Instant instant, Organisation organisation, Language language) {
        var zone = packs.get(organisation.office()).office().zone();
        return book.in(language).date(instant.atZone(zone).toLocalDate());
    }

    private void send(
            Optional<PersonId> reader,
            String email,
            Language language,
            Organisation organisation,
            Told told) {
        var words = book.in(language);
        var key = KEYS + told.kind() + ".";
        var arguments = new Object[told.arguments().length + 1];
        arguments[0] = organisation.name();
        for (var i = 0; i < told.arguments().length; i++) {
            arguments[i + 1] =
                    told.arguments()[i] instanceof MemberRole role
                            ? words.get("member.role." + role.name().toLowerCase(Locale.ROOT))
                            : told.arguments()[i];
        }
        var subject = words.get(key + "subject", arguments);
        var layout =
                LetterLayout.in(words.language(), sender(organisation, words), subject)
                        .paragraph(words.get(key + "text", arguments))
                        .because(words.get(key + "why", arguments));
        var whole =
                told.path().isEmpty()
                        ? layout
                        : layout.button(words.get(key + "button"), web.of(told.path()));
        notification.send(
                Letter.of(
                        Optional.empty(),
                        reader,
                        email,
                        "organisation." + told.kind(),
                        subject,
                        whole,
                        "organisation." + told.kind() + ":" + told.key() + ":" + email));
    }

    private String sender(Organisation organisation, Words words) {
        return packs.get(organisation.office()).office().name().in(words.language());
    }
}
