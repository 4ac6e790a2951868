package org.passerelle.words;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// French says `d’Amélie` and `parce qu’Amélie`: whether `de` and `que` elide is known only when
/// the name that follows is, so no word book can write it.
final class Elision {
    private static final Pattern JOINED =
            Pattern.compile("(?iu)\\b(d|(?:|jus|lors|puis)qu)e \\{(\\d+)}");

    /// A vowel, a `y` before a consonant, or an `h` that is mute in names of associations; most
    /// other names with `h` (Handicap, Hub, Heinz) are not elided.
    private static final Pattern VOWEL =
            Pattern.compile(
                    "(?iu)(?:[aeiouàâäæéèêëîïôöœùûü]|y[^aeiouéè]"
                            + "|h(?:abit|arm|él|enri|ist|om[mœ]|ôp|osp|um|ydr)).*");

    private Elision() {}

    /// The pattern with `de {0}` and `que {0}` elided where the text for `{0}` asks for it.
    static String in(String pattern, Object[] arguments) {
        return JOINED.matcher(pattern)
                .replaceAll(joined ->
                        elides(joined, arguments)
                                ? joined.group(1) + "’{" + joined.group(2) + "}"
                                : joined.group());
    }

    private static boolean elides(MatchResult joined, Object[] arguments) {
        var argument = Integer.parseInt(joined.group(2));
        return argument < arguments.length
                && arguments[argument] instanceof String name
                && VOWEL.matcher(name).matches();
    }
}
