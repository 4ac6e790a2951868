package org.passerelle.identity;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one request to regain access.
public record RecoveryId(UUID value) implements TypedId {
    public static RecoveryId random() {
        return new RecoveryId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static RecoveryId of(String text) {
        return new RecoveryId(TypedId.parse("rcv", text));
    }

    @Override
    public String toString() {
        return TypedId.format("rcv", value);
    }
}
