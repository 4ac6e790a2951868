package org.passerelle.kernel;

import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.kernel.LegalNumberCheck.Guess;
import org.passerelle.kernel.LegalNumberCheck.Valid;

/// Guesses what a wrong legal number was meant to be: a right number of another register, or the
/// right one but for a slip of the hand (ORG-02).
final class LegalNumberGuess {
    private static final String LETTERS = "OQILSBZ";
    private static final String DIGITS = "0011582";

    private LegalNumberGuess() {}

    /// @param typed as the person typed it
    /// @param upper in capitals
    /// @param text without separators, too
    static Optional<Guess> of(LegalNumberScheme scheme, String typed, String upper, String text) {
        return OtherNumber.in(scheme, upper, text)
                .<Guess>map(found -> new Guess.Other(found.kind(), typed, found.holds()))
                .or(() -> perhaps(scheme, text));
    }

    private static Optional<Guess> perhaps(LegalNumberScheme scheme, String text) {
        return Stream.concat(
                        filled(scheme, text), readAsDigits(text).flatMap(t -> filled(scheme, t)))
                .filter(candidate -> !candidate.equals(text))
                .map(candidate -> LegalNumbers.judged(scheme, candidate, candidate))
                .filter(Valid.class::isInstance)
                .<Guess>map(right -> new Guess.Perhaps(((Valid) right).normalised()))
                .findFirst();
    }

    /// Letters read as the digits they resemble, but for as many as some numbers begin with.
    private static Stream<String> readAsDigits(String text) {
        return Stream.of(0, 1, 2)
                .filter(kept -> kept <= text.length())
                .map(kept -> text.substring(0, kept) + digits(text.substring(kept)));
    }

    static boolean resemblesDigit(char c) {
        return LETTERS.indexOf(c) >= 0;
    }

    private static String digits(String text) {
        var read = new StringBuilder();
        for (var c : text.toCharArray()) {
            var at = LETTERS.indexOf(c);
            read.append(at < 0 ? c : DIGITS.charAt(at));
        }
        return read.toString();
    }

    /// As it is, and with what is often left out: a zero that a spreadsheet took away, the letters
    /// before the number.
    private static Stream<String> filled(LegalNumberScheme scheme, String text) {
        return switch (scheme) {
            case US_EIN, FR_SIREN -> Stream.of(text, padded("", text, 9));
            case LU_TVA, NL_KVK -> Stream.of(text, padded("", text, 8));
            case GB_SC -> Stream.of(text, padded("SC", text, 6));
            case FR_RNA -> Stream.of(text, padded("W", text, 9));
            case CA_BN -> Stream.of(text, account(text));
            case NL_RSIN, BE_BCE_KBO, LU_RCS, LU_MATRICULE, GB_CHC, GB_NIC, DE_VR ->
                    Stream.of(text);
        };
    }

    /// One zero at most: more would be inventing.
    private static String padded(String prefix, String text, int length) {
        var digits = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        return prefix + (digits.length() == length - 1 ? "0" + digits : digits);
    }

    /// `RR1` for `RR0001`, and letters among the digits on both sides of `RR`.
    private static String account(String text) {
        var at = text.indexOf("RR");
        if (at < 0) {
            return text;
        }
        var reference = digits(text.substring(at + 2));
        var zeros = "0".repeat(Math.max(0, 4 - reference.length()));
        return digits(text.substring(0, at))
                + "RR"
                + (reference.isEmpty() ? "" : zeros + reference);
    }
}
