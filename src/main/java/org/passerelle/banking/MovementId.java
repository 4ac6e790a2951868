package org.passerelle.banking;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one movement of an office's account.
public record MovementId(UUID value) implements TypedId {
    public static MovementId random() {
        return new MovementId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static MovementId of(String text) {
        return new MovementId(TypedId.parse("mov", text));
    }

    @Override
    public String toString() {
        return TypedId.format("mov", value);
    }
}
