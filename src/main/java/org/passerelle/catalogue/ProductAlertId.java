package org.passerelle.catalogue;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one product alert.
public record ProductAlertId(UUID value) implements TypedId {
    public static ProductAlertId random() {
        return new ProductAlertId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static ProductAlertId of(String text) {
        return new ProductAlertId(TypedId.parse("alt", text));
    }

    @Override
    public String toString() {
        return TypedId.format("alt", value);
    }
}
