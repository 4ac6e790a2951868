package org.passerelle.banking;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one statement of an office's account.
public record StatementId(UUID value) implements TypedId {
    public static StatementId random() {
        return new StatementId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static StatementId of(String text) {
        return new StatementId(TypedId.parse("stm", text));
    }

    @Override
    public String toString() {
        return TypedId.format("stm", value);
    }
}
