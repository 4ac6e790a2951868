package org.passerelle.token;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one token, whatever code it has. Not secret.
public record TokenId(UUID value) implements TypedId {
    public static TokenId random() {
        return new TokenId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static TokenId of(String text) {
        return new TokenId(TypedId.parse("tok", text));
    }

    @Override
    public String toString() {
        return TypedId.format("tok", value);
    }
}
