package org.passerelle.banking.domain;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.banking.Sign;
import org.passerelle.kernel.NameKey;
import org.passerelle.kernel.Nearest;

/// Compares the name on a payment with an organisation's: without accents, case and legal forms,
/// with slips of the hand, in any order of words.
final class Names {
    /// Banks cut names at 35 or 70 characters, some sooner.
    private static final int MAY_BE_CUT = 30;

    private static final int LETTERS_PER_SLIP = 6;
    private static final int LEAST_WORD = 4;

    private Names() {}

    static Optional<Sign> sign(String payer, String organisation) {
        var paid = NameKey.of(payer);
        var known = NameKey.of(organisation);
        if (paid.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        if (sorted(paid).equals(sorted(known))
                || payer.strip().length() >= MAY_BE_CUT && known.startsWith(paid)) {
            return Optional.of(Sign.of(Sign.Kind.SAME_NAME));
        }
        var slips = Nearest.slips(paid, known);
        // Two bodies of one name differ by their numbers alone.
        if (slips <= Math.max(1, known.length() / LETTERS_PER_SLIP)
                && NameKey.numbers(paid).equals(NameKey.numbers(known))) {
            return Optional.of(new Sign(Sign.Kind.NAME_MISSPELT, slips));
        }
        return shareWords(paid, known)
                ? Optional.of(Sign.of(Sign.Kind.NAME_IN_PART))
                : Optional.empty();
    }

    private static String sorted(String key) {
        return Arrays.stream(key.split(" ")).sorted().collect(Collectors.joining(" "));
    }

    private static boolean shareWords(String paid, String known) {
        var words = new HashSet<>(Arrays.asList(known.split(" ")));
        var all = words.size();
        words.retainAll(Arrays.asList(paid.split(" ")));
        return words.stream().anyMatch(word -> word.length() >= LEAST_WORD)
                && 2 * words.size() >= all;
    }
}
