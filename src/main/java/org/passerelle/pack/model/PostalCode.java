package org.passerelle.pack.model;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/// How a country writes its postal codes.
///
/// @param form empty where nobody said; else as `L-9999`, `A9A 9A9`: `9` is a digit, `A` a letter;
///   other letters stand for themselves, and those before the first digit may be left out
/// @param letters that `A` may be; empty for any
/// @param example of one, for messages
public record PostalCode(String country, String form, String letters, String example) {
    private static final char DIGIT = '9';
    private static final char LETTER = 'A';

    /// Of a country for which nobody said how: taken as typed, in capitals.
    static PostalCode any(String country) {
        return new PostalCode(country, "", "", "");
    }

    /// The code as an envelope has it, however its spaces, hyphens and capitals were typed; empty
    /// when it is none.
    public Optional<String> read(String typed) {
        if (form.isEmpty()) {
            return Optional.of(typed.toUpperCase(Locale.ROOT));
        }
        var signs = only(typed.toUpperCase(Locale.ROOT), Character::isLetterOrDigit);
        return written(signs).or(() -> written(prefix() + signs));
    }

    /// Letters of the form before its first place for a sign.
    private String prefix() {
        var signs = only(form, Character::isLetterOrDigit);
        var first = 0;
        while (first < signs.length() && !isPlace(signs.charAt(first))) {
            first++;
        }
        return signs.substring(0, first);
    }

    private Optional<String> written(String signs) {
        var code = new StringBuilder();
        var next = 0;
        for (var place : form.toCharArray()) {
            if (!Character.isLetterOrDigit(place)) {
                code.append(place);
            } else if (next < signs.length() && fits(place, signs.charAt(next))) {
                code.append(signs.charAt(next++));
            } else {
                return Optional.empty();
            }
        }
        return next == signs.length() ? Optional.of(code.toString()) : Optional.empty();
    }

    private boolean fits(char place, char sign) {
        return switch (place) {
            case DIGIT -> sign >= '0' && sign <= '9';
            case LETTER ->
                    sign >= 'A' && sign <= 'Z' && (letters.isEmpty() || letters.indexOf(sign) >= 0);
            default -> sign == place;
        };
    }

    private static boolean isPlace(char sign) {
        return sign == DIGIT || sign == LETTER;
    }

    private static String only(String text, IntPredicate wanted) {
        return text.codePoints()
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
