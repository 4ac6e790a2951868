package org.passerelle.token.domain;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of a token: `123a4567@1b234c5de6789000` (TOK-01).
///
/// Twelve random bytes, 96 bits: the form holds no more. At the guesses our limits let through, one
/// key and one address together would need some 10^22 years for an even chance.
public record TokenCode(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}@[0-9a-f]{16}");
    private static final int BYTES = 12;
    private static final int BYTES_BEFORE_AT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    public TokenCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not the form of a token");
        }
    }

    public static TokenCode random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of();
        return new TokenCode(
                hex.formatHex(bytes, 0, BYTES_BEFORE_AT)
                        + "@"
                        + hex.formatHex(bytes, BYTES_BEFORE_AT, BYTES));
    }

    /// Reads what people paste: blanks around it and capitals do not matter. Empty when it can be
    /// no token.
    public static Optional<TokenCode> of(String pasted) {
        var text = pasted.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(text).matches() ? Optional.of(new TokenCode(text)) : Optional.empty();
    }

    /// Hidden: a record's text ends in logs sooner or later.
    @Override
    public String toString() {
        return "TokenCode[…]";
    }
}
