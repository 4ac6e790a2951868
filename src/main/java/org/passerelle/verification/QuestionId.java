package org.passerelle.verification;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one question put to an organisation.
public record QuestionId(UUID value) implements TypedId {
    public static QuestionId random() {
        return new QuestionId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static QuestionId of(String text) {
        return new QuestionId(TypedId.parse("que", text));
    }

    @Override
    public String toString() {
        return TypedId.format("que", value);
    }
}
