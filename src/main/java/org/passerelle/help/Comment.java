package org.passerelle.help;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;

/// What a reader says under an article of an office (HLP-03).
///
/// @param author as other readers see them: the first name
/// @param decision empty while it waits to be read by staff
public record Comment(
        CommentId id,
        OfficeId office,
        String article,
        PersonId person,
        String author,
        Language language,
        String text,
        Instant writtenAt,
        Optional<Decision> decision) {

    public enum State {
        WAITING,
        SHOWN,
        REFUSED
    }

    /// What staff decided.
    ///
    /// @param reason why it is not shown, for its author to read; empty when it is shown
    public record Decision(Instant at, Signature by, Optional<String> reason) {}

    public State state() {
        return decision.map(made -> made.reason().isPresent() ? State.REFUSED : State.SHOWN)
                .orElse(State.WAITING);
    }

    Comment decided(Decision made) {
        return new Comment(
                id, office, article, person, author, language, text, writtenAt, Optional.of(made));
    }
}
