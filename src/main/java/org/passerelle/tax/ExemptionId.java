package org.passerelle.tax;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one exemption from tax that was asked for.
public record ExemptionId(UUID value) implements TypedId {
    public static ExemptionId random() {
        return new ExemptionId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static ExemptionId of(String text) {
        return new ExemptionId(TypedId.parse("exm", text));
    }

    @Override
    public String toString() {
        return TypedId.format("exm", value);
    }
}
