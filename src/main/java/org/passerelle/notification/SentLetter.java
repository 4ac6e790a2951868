package org.passerelle.notification;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// A letter that was written, and how far it is.
///
/// @param sentAt when the mail server took it
/// @param problem why the last attempt failed, as the mail server says it
/// @param mailing what the person chose that brings it, and may leave
/// @param copyOf the letter this one repeats, and `copiedBy` who asked for it
public record SentLetter(
        LetterId id,
        Optional<OrganisationId> organisation,
        Optional<PersonId> person,
        String to,
        Language language,
        String template,
        String subject,
        String html,
        String text,
        State state,
        Instant writtenAt,
        Optional<Instant> sentAt,
        int attempts,
        Optional<String> problem,
        Optional<LetterId> copyOf,
        Optional<String> copiedBy,
        Optional<LetterAbout> about,
        Optional<Mailing> mailing) {

    /// Waiting for the mail server, taken by it, or given up after days.
    public enum State {
        DUE,
        SENT,
        FAILED
    }
}
