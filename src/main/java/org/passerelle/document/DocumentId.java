package org.passerelle.document;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one document.
public record DocumentId(UUID value) implements TypedId {
    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static DocumentId of(String text) {
        return new DocumentId(TypedId.parse("doc", text));
    }

    @Override
    public String toString() {
        return TypedId.format("doc", value);
    }
}
