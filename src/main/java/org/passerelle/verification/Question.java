package org.passerelle.verification;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.Signature;

/// Something the office asks of an organisation, in the organisation's language. `ready` is the
/// word of the pack's ready text it began as.
public record Question(
        QuestionId id,
        Optional<String> ready,
        String text,
        Instant asked,
        Signature askedBy,
        Optional<Answer> answer) {

    public record Answer(String text, Instant at, Signature by) {}

    public boolean isOpen() {
        return answer.isEmpty();
    }

    public Question answered(Answer given) {
        return new Question(id, ready, text, asked, askedBy, Optional.of(given));
    }
}
