package org.passerelle.payment;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one payout.
public record PayoutId(UUID value) implements TypedId {
    public static PayoutId random() {
        return new PayoutId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static PayoutId of(String text) {
        return new PayoutId(TypedId.parse("payout", text));
    }

    @Override
    public String toString() {
        return TypedId.format("payout", value);
    }
}
