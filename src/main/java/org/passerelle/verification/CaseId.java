package org.passerelle.verification;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one case of qualification.
public record CaseId(UUID value) implements TypedId {
    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static CaseId of(String text) {
        return new CaseId(TypedId.parse("cas", text));
    }

    @Override
    public String toString() {
        return TypedId.format("cas", value);
    }
}
