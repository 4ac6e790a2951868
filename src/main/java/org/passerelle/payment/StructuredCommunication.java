package org.passerelle.payment;

import java.util.Optional;

/// The reference of a Belgian or Luxembourg transfer: ten digits and two check digits, written
/// `+++123/1234/12345+++` (PAY-01).
///
/// The check digits are the ten digits modulo 97, and 97 where that is zero. Any one wrong digit
/// and any two neighbours changed about are found.
public record StructuredCommunication(String digits) {
    private static final int MODULUS = 97;

    /// @throws IllegalArgumentException when it is not twelve digits, or they do not check
    public StructuredCommunication {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("No structured communication: " + digits);
        }
    }

    /// The communication of a number of at most ten digits.
    public static StructuredCommunication ofNumber(long number) {
        if (number < 0 || number > 9_999_999_999L) {
            throw new IllegalArgumentException("More than ten digits: " + number);
        }
        return new StructuredCommunication("%010d%02d".formatted(number, checkDigits(number)));
    }

    /// Reads it as people and banks write it: with `+++` or `***`, slashes, blanks, or digits only.
    public static Optional<StructuredCommunication> parse(String text) {
        var stripped = text.strip().replaceAll("^(\\+{3}|\\*{3})|(\\+{3}|\\*{3})$", "");
        if (!stripped.matches("[0-9/\\s\\u00a0.]+")) {
            return Optional.empty();
        }
        var digits = stripped.replaceAll("[^0-9]", "");
        return isValid(digits)
                ? Optional.of(new StructuredCommunication(digits))
                : Optional.empty();
    }

    private static boolean isValid(String digits) {
        return digits.matches("[0-9]{12}")
                && checkDigits(Long.parseLong(digits.substring(0, 10)))
                        == Integer.parseInt(digits.substring(10));
    }

    private static int checkDigits(long number) {
        var rest = (int) (number % MODULUS);
        return rest == 0 ? MODULUS : rest;
    }

    /// As people read it: `+++123/1234/12345+++`.
    @Override
    public String toString() {
        return "+++%s/%s/%s+++"
                .formatted(digits.substring(0, 3), digits.substring(3, 7), digits.substring(7));
    }
}
