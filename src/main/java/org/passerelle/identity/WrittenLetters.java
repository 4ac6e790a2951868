package org.passerelle.identity;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.domain.PendingAccounts.Registration;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// The letters about accounts. Links begin with the address the settings name, never with what a
/// request claims to be.
@Component
class WrittenLetters implements AccountLetters {
    private final Notification notification;
    private final WordBook book;
    private final WebAddress site;

    private record Reader(
            Optional<PersonId> person, String email, String firstName, Language language) {
        static Reader of(Person person) {
            return new Reader(
                    Optional.of(person.id()),
                    person.email(),
                    person.firstName(),
                    person.language());
        }
    }

    WrittenLetters(Notification notification, WordBook book, WebAddress site) {
        this.notification = notification;
        this.book = book;
        this.site = site;
    }

    @Override
    public void confirmation(Registration registration, OneTimeSecret link) {
        var reader =
                new Reader(
                        Optional.empty(),
                        registration.email(),
                        registration.firstName(),
                        registration.language());
        send(reader, "confirm", "/confirm/" + link.text(), hashOf(link));
    }

    @Override
    public void accountExists(Person holder) {
        send(Reader.of(holder), "exists", "/sign-in", UUID.randomUUID().toString());
    }

    @Override
    public void reset(Person person, OneTimeSecret link) {
        send(Reader.of(person), "reset", "/reset/" + link.text(), hashOf(link));
    }

    @Override
    public void stopped(Person person, OneTimeSecret link) {
        send(Reader.of(person), "stopped", "/reset/" + link.text(), hashOf(link));
    }

    @Override
    public void passwordChanged(Person person) {
        send(Reader.of(person), "changed", "/forgotten-password", UUID.randomUUID().toString());
    }

    @Override
    public void usernameChanged(Person person) {
        send(Reader.of(person), "username", "/forgotten-password", UUID.randomUUID().toString());
    }

    @Override
    public void confirmEmail(Person person, String newEmail, OneTimeSecret link) {
        var reader =
                new Reader(
                        Optional.of(person.id()), newEmail, person.firstName(), person.language());
        send(reader, "new-email", "/new-email/" + link.text(), hashOf(link));
    }

    @Override
    public void emailChanging(Person person, String newEmail, OneTimeSecret stop) {
        send(
                Reader.of(person),
                "email-changing",
                "/stop-email/" + stop.text(),
                hashOf(stop),
                newEmail);
    }

    @Override
    public void restored(Person person, OneTimeSecret link) {
        send(Reader.of(person), "restored", "/reset/" + link.text(), hashOf(link));
    }

    @Override
    public void erasurePlanned(Person person, java.time.LocalDate day) {
        send(Reader.of(person), "erasure", "/account/data", UUID.randomUUID().toString(), day);
    }

    @Override
    public void erasureHindered(Person person) {
        send(Reader.of(person), "erasure-hindered", "/account/data", UUID.randomUUID().toString());
    }

    @Override
    public void closed(Person person) {
        send(Reader.of(person), "closed", "/requests", UUID.randomUUID().toString());
    }

    private void send(
            Reader reader, String template, String path, String unique, Object... arguments) {
        var words = book.in(reader.language());
        var key = "identity.letter." + template + ".";
        var subject = words.get(key + "subject");
        var layout =
                LetterLayout.in(words.language(), words.get("identity.letter.sender"), subject)
                        .paragraph(words.get("identity.letter.hello", reader.firstName()))
                        .paragraph(words.get(key + "body", arguments))
                        .button(words.get(key + "button"), site.of(path))
                        .because(words.get(key + "why"));
        notification.send(
                Letter.of(
                        Optional.empty(),
                        reader.person(),
                        reader.email(),
                        "identity." + template,
                        subject,
                        layout,
                        "identity." + template + ":" + unique));
    }

    private static String hashOf(OneTimeSecret link) {
        return HexFormat.of().formatHex(link.hash());
    }
}
