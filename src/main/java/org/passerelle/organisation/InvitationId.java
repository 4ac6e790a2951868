package org.passerelle.organisation;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one invitation to become a member.
public record InvitationId(UUID value) implements TypedId {
    public static InvitationId random() {
        return new InvitationId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static InvitationId of(String text) {
        return new InvitationId(TypedId.parse("inv", text));
    }

    @Override
    public String toString() {
        return TypedId.format("inv", value);
    }
}
