package org.passerelle.programme;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one waiver on file.
public record WaiverId(UUID value) implements TypedId {
    public static WaiverId random() {
        return new WaiverId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static WaiverId of(String text) {
        return new WaiverId(TypedId.parse("wai", text));
    }

    @Override
    public String toString() {
        return TypedId.format("wai", value);
    }
}
