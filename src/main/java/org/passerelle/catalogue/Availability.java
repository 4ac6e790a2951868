package org.passerelle.catalogue;

/// How many units of an offer can be had now (CAT-05).
public sealed interface Availability {
    record Unlimited() implements Availability {}

    /// Pieces, or codes of a pool, that nobody holds.
    record Counted(long units) implements Availability {}

    default boolean has(long units) {
        return switch (this) {
            case Unlimited _ -> true;
            case Counted(var left) -> left >= units;
        };
    }
}
