package org.passerelle.notification;

import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// Something to say to somebody, written out in their language (NOT-01). [LetterLayout] gives the
/// two forms of its text.
///
/// @param organisation in whose account it is kept, if it concerns one
/// @param person whom it is for, if they have an account
/// @param to the mail address
/// @param template the kind of letter, such as `ordering.placed`, for whoever looks for one
/// @param subject one line: the fact
/// @param dedupeKey what this letter is about, once, such as `ordering.placed:10482`: writing
///   another with the same key changes nothing
/// @param mailing what the person chose that brings the letter; empty for one that must be written
/// @param about the thing on whose page it is shown too, if there is one
public record Letter(
        Optional<OrganisationId> organisation,
        Optional<PersonId> person,
        String to,
        Language language,
        String template,
        String subject,
        String html,
        String text,
        String dedupeKey,
        Optional<LetterAbout> about,
        Optional<Mailing> mailing) {

    public Letter {
        if (subject.indexOf('\n') >= 0 || subject.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A subject is one line");
        }
        if (to.isBlank() || subject.isBlank() || dedupeKey.isBlank()) {
            throw new IllegalArgumentException("A letter has an address, a subject and a key");
        }
        if (mailing.isPresent() && person.isEmpty()) {
            throw new IllegalArgumentException("Who chose a mailing is a person");
        }
    }

    /// A letter with its text laid out.
    public static Letter of(
            Optional<OrganisationId> organisation,
            Optional<PersonId> person,
            String to,
            String template,
            String subject,
            LetterLayout layout,
            String dedupeKey) {
        return new Letter(
                organisation,
                person,
                to,
                layout.language(),
                template,
                subject,
                layout.html(),
                layout.text(),
                dedupeKey,
                Optional.empty(),
                Optional.empty());
    }

    /// The same letter, found again by what it is about.
    public Letter about(LetterAbout subject) {
        return new Letter(
                organisation,
                person,
                to,
                language,
                template,
                this.subject,
                html,
                text,
                dedupeKey,
                Optional.of(subject),
                mailing);
    }

    /// The same as one of a mailing: mail programs then show how to leave it.
    public Letter of(Mailing chosen) {
        return new Letter(
                organisation,
                person,
                to,
                language,
                template,
                subject,
                html,
                text,
                dedupeKey,
                about,
                Optional.of(chosen));
    }
}
