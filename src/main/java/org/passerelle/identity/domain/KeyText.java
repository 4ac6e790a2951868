package org.passerelle.identity.domain;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// An API key as it travels: `psk_`, its public id, `_`, its secret. The beginning is there for
/// those who search code and logs for keys that got away.
public record KeyText(String id, OneTimeSecret secret) {
    private static final Pattern FORM = Pattern.compile("psk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");

    public static KeyText random() {
        var id = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
        return new KeyText(id, OneTimeSecret.random());
    }

    /// Empty for a text that can be no key.
    public static Optional<KeyText> of(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new KeyText(match.group(1), new OneTimeSecret(match.group(2))))
                : Optional.empty();
    }

    public String text() {
        return "psk_" + id + "_" + secret.text();
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "KeyText[" + id + "]";
    }
}
