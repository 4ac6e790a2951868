package org.passerelle.notification;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one letter.
public record LetterId(UUID value) implements TypedId {
    public static LetterId random() {
        return new LetterId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static LetterId of(String text) {
        return new LetterId(TypedId.parse("let", text));
    }

    @Override
    public String toString() {
        return TypedId.format("let", value);
    }
}
