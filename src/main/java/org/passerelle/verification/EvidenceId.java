package org.passerelle.verification;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one document given as evidence.
public record EvidenceId(UUID value) implements TypedId {
    public static EvidenceId random() {
        return new EvidenceId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static EvidenceId of(String text) {
        return new EvidenceId(TypedId.parse("evi", text));
    }

    @Override
    public String toString() {
        return TypedId.format("evi", value);
    }
}
