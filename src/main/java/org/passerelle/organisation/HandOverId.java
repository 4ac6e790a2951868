package org.passerelle.organisation;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one hand-over of the account holder's role.
public record HandOverId(UUID value) implements TypedId {
    public static HandOverId random() {
        return new HandOverId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static HandOverId of(String text) {
        return new HandOverId(TypedId.parse("hov", text));
    }

    @Override
    public String toString() {
        return TypedId.format("hov", value);
    }
}
