package org.passerelle.ordering;

import java.util.UUID;

/// Names one wish to place an order: asked twice with the same, one order.
public record IdempotencyKey(String value) {
    private static final int MAX_LENGTH = 100;

    /// @throws IllegalArgumentException when it is empty or longer than 100 characters
    public IdempotencyKey {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A key has 1 to 100 characters");
        }
    }

    public static IdempotencyKey random() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
