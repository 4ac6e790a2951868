package org.passerelle.kernel;

import java.util.UUID;

/// Names one person who has an account.
public record PersonId(UUID value) implements TypedId {
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static PersonId of(String text) {
        return new PersonId(TypedId.parse("per", text));
    }

    @Override
    public String toString() {
        return TypedId.format("per", value);
    }
}
