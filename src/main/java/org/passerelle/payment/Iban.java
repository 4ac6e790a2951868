package org.passerelle.payment;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// An international bank account number, checked by ISO 7064 modulo 97-10.
public record Iban(String value) {

    /// @throws IllegalArgumentException when the check digits or the form are wrong
    public Iban {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No IBAN: " + value);
        }
    }

    /// Reads it with or without blanks, in either case.
    public static Optional<Iban> parse(String text) {
        var compact = text.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
        return isValid(compact) ? Optional.of(new Iban(compact)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        if (!value.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        var turned = value.substring(4) + value.substring(0, 4);
        var number = new StringBuilder();
        turned.chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /// In groups of four, as it is printed.
    public String printed() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
