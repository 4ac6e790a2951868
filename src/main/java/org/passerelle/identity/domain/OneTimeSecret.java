package org.passerelle.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret of 256 random bits as it travels in a link or a key: 43 characters of base64url.
///
/// Only its hash is stored. It needs no salt and no slow hash: nobody can guess 256 bits.
public record OneTimeSecret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static OneTimeSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// SHA-256 of the text; whatever text a stranger sends has one.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Hidden: a record's text ends in logs sooner or later.
    @Override
    public String toString() {
        return "OneTimeSecret[…]";
    }
}
