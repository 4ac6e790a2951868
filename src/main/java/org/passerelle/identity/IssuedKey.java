package org.passerelle.identity;

/// A key with its whole text, which is shown this once and never again.
public record IssuedKey(ApiKey key, String text) {
    /// Without the secret: a record's text ends in logs sooner or later.
    @Override
    public String toString() {
        return "IssuedKey[" + key.id() + "]";
    }
}
