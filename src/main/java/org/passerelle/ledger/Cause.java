package org.passerelle.ledger;

/// Why there is an entry: one for each cause in an office, for ever. Posting it again changes
/// nothing (PAY-05).
///
/// @param kind such as `receipt`; each kind belongs to one module
/// @param key what names it within its kind
public record Cause(String kind, String key) {
    public Cause {
        if (kind.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("A cause has a kind and a key");
        }
    }

    @Override
    public String toString() {
        return kind + " " + key;
    }
}
