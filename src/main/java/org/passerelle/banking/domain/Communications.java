package org.passerelle.banking.domain;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.banking.Movement;
import org.passerelle.payment.StructuredCommunication;

/// Finds communications and numbers wherever payers and banks put them (PAY-02).
record Communications(Set<String> valid, Set<String> misspelt, Set<String> numbers) {
    private static final Pattern TWELVE =
            Pattern.compile("(?<![0-9])[0-9](?:[ /.\\-]{0,2}[0-9]){11}(?![0-9])");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{4,10}(?![0-9])");
    private static final Pattern CREDITOR_REFERENCE =
            Pattern.compile("(?i)RF[0-9]{2}([0-9A-Z]{1,21})");

    static Communications of(Movement movement) {
        var valid = new LinkedHashSet<String>();
        var misspelt = new LinkedHashSet<String>();
        var numbers = new LinkedHashSet<String>();
        var texts =
                Stream.concat(
                                movement.references().stream(),
                                Stream.of(movement.text(), movement.bank().endToEnd()))
                        .toList();
        for (var text : texts) {
            var twelve = TWELVE.matcher(withoutPrefix(text));
            while (twelve.find()) {
                var digits = twelve.group().replaceAll("[^0-9]", "");
                (communication(digits).isPresent() ? valid : misspelt).add(digits);
            }
            var number = NUMBER.matcher(text);
            while (number.find()) {
                numbers.add(number.group().replaceFirst("^0+", ""));
            }
        }
        return new Communications(valid, misspelt, numbers);
    }

    /// A creditor reference (ISO 11649) bears its own check digits before ours.
    private static String withoutPrefix(String text) {
        return CREDITOR_REFERENCE.matcher(text).replaceAll("$1");
    }

    private static Optional<StructuredCommunication> communication(String digits) {
        return StructuredCommunication.parse(digits);
    }
}
