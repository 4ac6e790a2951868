package org.passerelle.paypal;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one attempt to pay by card or PayPal. PayPal gets it as `custom_id` (PAY-03).
public record AttemptId(UUID value) implements TypedId {
    public static AttemptId random() {
        return new AttemptId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static AttemptId of(String text) {
        return new AttemptId(TypedId.parse("att", text));
    }

    @Override
    public String toString() {
        return TypedId.format("att", value);
    }
}
