package org.passerelle.organisation.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.organisation.Fault.EmailPart;

/// Reads the ways to reach an organisation.
public final class ContactReading {
    private static final int FEWEST_PHONE_DIGITS = 6;
    private static final int MOST_PHONE_DIGITS = 15;

    private ContactReading() {}

    /// The part of an e-mail address that cannot be right; whether it arrives is another question.
    public static Optional<EmailPart> emailFlaw(String typed) {
        if (typed.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of(EmailPart.SPACE);
        }
        var sign = typed.indexOf('@');
        if (sign < 0 || typed.indexOf('@', sign + 1) >= 0) {
            return Optional.of(EmailPart.SIGN);
        }
        if (sign == 0) {
            return Optional.of(EmailPart.BEFORE_SIGN);
        }
        var domain = typed.substring(sign + 1);
        if (domain.isEmpty()) {
            return Optional.of(EmailPart.AFTER_SIGN);
        }
        return isDomain(domain) ? Optional.empty() : Optional.of(EmailPart.DOMAIN);
    }

    static boolean isPhone(String typed) {
        var digits = typed.chars().filter(c -> c >= '0' && c <= '9').count();
        return typed.matches("\\+?[0-9 ().\\-/\\u00a0]+")
                && digits >= FEWEST_PHONE_DIGITS
                && digits <= MOST_PHONE_DIGITS;
    }

    /// The address of a website with its scheme; `https` is taken where none was typed.
    static Optional<String> website(String typed) {
        var text = typed.contains("://") ? typed : "https://" + typed;
        try {
            var uri = new URI(text);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var isWeb = scheme.equals("http") || scheme.equals("https");
            return isWeb && uri.getHost() != null && isDomain(uri.getHost())
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isDomain(String text) {
        return text.matches(
                "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
                        + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");
    }
}
