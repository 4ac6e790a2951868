package org.passerelle.organisation;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one request to join an organisation.
public record JoinRequestId(UUID value) implements TypedId {
    public static JoinRequestId random() {
        return new JoinRequestId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static JoinRequestId of(String text) {
        return new JoinRequestId(TypedId.parse("joi", text));
    }

    @Override
    public String toString() {
        return TypedId.format("joi", value);
    }
}
