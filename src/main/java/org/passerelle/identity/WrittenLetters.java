package org.passerelle.identity;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.store.RegistrationRows.Registration;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The letters about accounts, in the reader's language where we speak it, else in English.
///
/// Links begin with the address the settings name, never with what a request claims to be.
@Component
class WrittenLetters implements AccountLetters {
    private final Post post;
    private final String site;

    WrittenLetters(Post post, @Value("${passerelle.public-address}") String site) {
        this.post = post;
        this.site = site.replaceAll("/+$", "");
    }

    @Override
    public void confirmation(Registration registration, OneTimeSecret link) {
        send(
                Optional.empty(),
                registration.email(),
                registration.language(),
                "confirm",
                registration.firstName(),
                site + "/confirm/" + link.text(),
                hashOf(link));
    }

    @Override
    public void accountExists(Person holder) {
        send(holder, "exists", site + "/sign-in", java.util.UUID.randomUUID().toString());
    }

    @Override
    public void reset(Person person, OneTimeSecret link) {
        send(person, "reset", site + "/reset/" + link.text(), hashOf(link));
    }

    @Override
    public void passwordChanged(Person person) {
        send(
                person,
                "changed",
                site + "/forgotten-password",
                java.util.UUID.randomUUID().toString());
    }

    private void send(Person person, String template, String link, String unique) {
        send(
                Optional.of(person.id()),
                person.email(),
                person.language(),
                template,
                person.firstName(),
                link,
                unique);
    }

    private void send(
            Optional<PersonId> person,
            String to,
            Language language,
            String template,
            String firstName,
            String link,
            String unique) {
        var words = ResourceBundle.getBundle("messages.identity", spoken(language));
        var key = "identity.letter." + template + ".";
        post.send(
                new Post.Note(
                        person,
                        to,
                        language,
                        "identity/" + template,
                        words.getString(key + "subject"),
                        MessageFormat.format(words.getString("identity.letter.hello"), firstName),
                        words.getString(key + "body"),
                        words.getString(key + "button"),
                        link,
                        words.getString(key + "why"),
                        "identity." + template + "." + unique));
    }

    private static String hashOf(OneTimeSecret link) {
        return java.util.HexFormat.of().formatHex(link.hash());
    }

    private static Locale spoken(Language language) {
        return language == Language.FR ? Locale.FRENCH : Locale.ENGLISH;
    }
}
