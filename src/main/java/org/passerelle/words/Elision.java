package org.passerelle.words;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// French says `d’Amélie`, `parce qu’Amélie` and `des Amis du Livre` of an organisation that is
/// called Les Amis du Livre: how `de`, `à` and `que` join is known only when the name that follows
/// is, so no word book can write it.
final class Elision {
    private static final Pattern JOINED =
            Pattern.compile("(?iuU)\\b(d|(?:|jus|lors|puis)qu)e \\{(\\d+)}|\\bà \\{(\\d+)}");

    /// A vowel, a `y` before a consonant, or an `h` that is mute in names of associations; most
    /// other names with `h` (Handicap, Hub, Heinz) are not elided.
    private static final Pattern VOWEL =
            Pattern.compile(
                    "(?iu)(?:[aeiouàâäæéèêëîïôöœùûü]|y[^aeiouéè]"
                            + "|h(?:abit|arm|él|enri|ist|om[mœ]|ôp|osp|um|ydr)).*");

    /// The article a name may begin with. `Le` joins nothing: it is a family name too.
    private static final String ARTICLE = "Les ";

    private final String pattern;
    private final List<Object> arguments;

    private Elision(String pattern, Object[] arguments) {
        this.arguments = new ArrayList<>(Arrays.asList(arguments));
        this.pattern = JOINED.matcher(pattern).replaceAll(this::joined);
    }

    /// The pattern filled, each name joined as it is said.
    static String format(String pattern, Object[] arguments, Locale locale) {
        var joined = new Elision(pattern, arguments);
        return new MessageFormat(joined.pattern, locale).format(joined.arguments.toArray());
    }

    private String joined(MatchResult found) {
        var de = found.group(1);
        var place = Integer.parseInt(de == null ? found.group(3) : found.group(2));
        if (place >= arguments.size() || !(arguments.get(place) instanceof String name)) {
            return found.group();
        }
        if (name.startsWith(ARTICLE) && (de == null || de.equalsIgnoreCase("d"))) {
            arguments.add(name.substring(ARTICLE.length()));
            return (de == null ? aux(found) : de + "es") + " {" + (arguments.size() - 1) + "}";
        }
        return de != null && VOWEL.matcher(name).matches()
                ? de + "’{" + place + "}"
                : found.group();
    }

    private static String aux(MatchResult found) {
        return found.group().startsWith("À") ? "Aux" : "aux";
    }
}
