package org.passerelle.identity.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.identity.AccountFault;

/// What a password must be: long enough, not on the list of common ones, not made of what anybody
/// knows about the person. No rule asks for digits or signs: such rules make passwords worse.
public final class PasswordRule {
    /// Below this a password is refused; the page recommends [#CHARACTERS_RECOMMENDED].
    public static final int CHARACTERS_MIN = 8;

    public static final int CHARACTERS_RECOMMENDED = 15;

    /// Above this a text is no password but an attempt to keep the hash busy.
    public static final int CHARACTERS_MAX = 200;

    private static final int WORD_MIN = 4;

    private final Set<String> common;

    /// `common` are well-known passwords in lower case.
    public PasswordRule(Set<String> common) {
        this.common = common;
    }

    /// Every fault of `password` for a person known by `words`: username, address, names, the
    /// product's own name.
    public List<AccountFault> check(String password, List<String> words) {
        var faults = new ArrayList<AccountFault>();
        var length = password.codePointCount(0, password.length());
        if (length < CHARACTERS_MIN) {
            faults.add(AccountFault.PASSWORD_TOO_SHORT);
        }
        if (length > CHARACTERS_MAX) {
            faults.add(AccountFault.PASSWORD_TOO_LONG);
            return faults;
        }
        var plain = normalised(password).toLowerCase(Locale.ROOT);
        if (common.contains(plain) || isOneCharacter(plain)) {
            faults.add(AccountFault.PASSWORD_COMMON);
        }
        if (words.stream().anyMatch(word -> isMadeOf(plain, word.toLowerCase(Locale.ROOT)))) {
            faults.add(AccountFault.PASSWORD_NAMES_YOU);
        }
        return faults;
    }

    /// The same characters typed on another keyboard are the same password.
    public static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /// A long password may hold the person's name; one that has little else may not.
    private static boolean isMadeOf(String password, String word) {
        return word.length() >= WORD_MIN
                && password.contains(word)
                && password.replace(word, "").length() < CHARACTERS_MIN;
    }

    private static boolean isOneCharacter(String password) {
        return password.codePoints().distinct().count() <= 1;
    }
}
