package org.passerelle.pack.reading;

import java.math.BigInteger;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses of mail, web and bank.
final class Addresses {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private static final Pattern ACCOUNT = Pattern.compile("[A-Z0-9][A-Z0-9 -]{3,33}");

    private Addresses() {}

    static Optional<String> email(Value value) {
        return value.text()
                .flatMap(text ->
                        EMAIL.matcher(text).matches()
                                ? Optional.of(text)
                                : value.wrong("'" + text + "' is no e-mail address"));
    }

    static Optional<String> website(Value value) {
        return value.text()
                .flatMap(text -> {
                    try {
                        var uri = URI.create(text);
                        if (uri.getHost() != null
                                && ("https".equals(uri.getScheme())
                                        || "http".equals(uri.getScheme()))) {
                            return Optional.of(text);
                        }
                    } catch (IllegalArgumentException _) {
                        // said below: the text is no address
                    }
                    return value.wrong(
                            "'"
                                    + text
                                    + "' is no web address such as"
                                    + " https://www.example.org");
                });
    }

    /// Without blanks, its check digits right (ISO 13616).
    static Optional<String> iban(Value value) {
        return value.text()
                .flatMap(text -> {
                    var iban = text.replace(" ", "");
                    if (!IBAN.matcher(iban).matches()) {
                        return value.wrong("'" + text + "' is no IBAN");
                    }
                    var digits = new StringBuilder();
                    (iban.substring(4) + iban.substring(0, 4))
                            .chars()
                            .forEach(c -> digits.append(Character.digit(c, 36)));
                    var rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97));
                    return rest.intValue() == 1
                            ? Optional.of(iban)
                            : value.wrong("the check digits of '" + text + "' are wrong");
                });
    }

    /// The number of an account in a country without IBAN, without blanks.
    static Optional<String> account(Value value) {
        return value.text()
                .flatMap(text -> {
                    var account = text.replace(" ", "");
                    if (IBAN.matcher(account).matches()) {
                        return value.wrong("'" + text + "' looks like an IBAN: it is an 'iban'");
                    }
                    return ACCOUNT.matcher(text).matches()
                            ? Optional.of(account)
                            : value.wrong("'" + text + "' is no number of an account");
                });
    }

    static Optional<String> bic(Value value) {
        return value.text()
                .flatMap(text ->
                        BIC.matcher(text).matches()
                                ? Optional.of(text)
                                : value.wrong("'" + text + "' is no BIC"));
    }
}
