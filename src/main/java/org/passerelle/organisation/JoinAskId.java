package org.passerelle.organisation;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names a request to join towards its asker; says nothing of whether there is an organisation.
public record JoinAskId(UUID value) implements TypedId {
    public static JoinAskId random() {
        return new JoinAskId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static JoinAskId of(String text) {
        return new JoinAskId(TypedId.parse("ask", text));
    }

    @Override
    public String toString() {
        return TypedId.format("ask", value);
    }
}
