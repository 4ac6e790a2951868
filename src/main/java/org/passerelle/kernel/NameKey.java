package org.passerelle.kernel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Brings names to the form in which they are compared: no accents, case, punctuation, articles or
/// legal forms; usual abbreviations written out; numbers as digits.
public final class NameKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern APOSTROPHES = Pattern.compile("(?<=\\p{L})['’`´](?=s\\b)");
    private static final Pattern ORDINAL =
            Pattern.compile("\\b(\\d+)(?:st|nd|rd|th|er|ere|e|eme|ste|de)\\b");
    private static final Pattern ZEROS = Pattern.compile("\\b0+(?=\\d)");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /// Words that make a body legal and do not name it. "Association" or "foundation" do: two
    /// bodies of one town may differ by that alone.
    private static final Set<String> LEGAL_FORMS =
            Set.of(
                    "inc",
                    "incorporated",
                    "corp",
                    "corporation",
                    "ltd",
                    "limited",
                    "llc",
                    "llp",
                    "plc",
                    "co",
                    "company",
                    "cic",
                    "cio",
                    "scio",
                    "asbl",
                    "aisbl",
                    "ivzw",
                    "vzw",
                    "ev",
                    "gmbh",
                    "ggmbh",
                    "ug",
                    "pty",
                    "nfp",
                    "npo",
                    "sis",
                    "sarl",
                    "sàrl",
                    "bv",
                    "nv",
                    "rup",
                    "eg",
                    "ngo");

    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "the", "a", "an", "and", "of", "for", "to", "in", "at", "le", "la", "les", "l",
                    "de", "des", "du", "d", "et", "en", "der", "die", "das", "und", "van", "von",
                    "het", "voor", "y", "el", "los", "las", "del");

    private static final Map<String, String> WRITTEN_OUT =
            Map.ofEntries(
                    Map.entry("assn", "association"),
                    Map.entry("assoc", "association"),
                    Map.entry("asso", "association"),
                    Map.entry("ass", "association"),
                    Map.entry("fdn", "foundation"),
                    Map.entry("fnd", "foundation"),
                    Map.entry("found", "foundation"),
                    Map.entry("soc", "society"),
                    Map.entry("ctr", "center"),
                    Map.entry("centre", "center"),
                    Map.entry("intl", "international"),
                    Map.entry("internatl", "international"),
                    Map.entry("natl", "national"),
                    Map.entry("amer", "american"),
                    Map.entry("dept", "department"),
                    Map.entry("dist", "district"),
                    Map.entry("hosp", "hospital"),
                    Map.entry("univ", "university"),
                    Map.entry("sch", "school"),
                    Map.entry("hs", "high school"),
                    Map.entry("elem", "elementary"),
                    Map.entry("comm", "community"),
                    Map.entry("cmty", "community"),
                    Map.entry("svcs", "services"),
                    Map.entry("svc", "service"),
                    Map.entry("serv", "service"),
                    Map.entry("org", "organization"),
                    Map.entry("organisation", "organization"),
                    Map.entry("comt", "committee"),
                    Map.entry("dev", "development"),
                    Map.entry("educ", "education"),
                    Map.entry("mem", "memorial"),
                    Map.entry("meml", "memorial"),
                    Map.entry("hist", "historical"),
                    Map.entry("ch", "church"),
                    Map.entry("st", "saint"),
                    Map.entry("ste", "saint"),
                    Map.entry("sainte", "saint"),
                    Map.entry("mt", "mount"),
                    Map.entry("ft", "fort"),
                    Map.entry("co-op", "cooperative"),
                    Map.entry("coop", "cooperative"),
                    Map.entry("first", "1"),
                    Map.entry("second", "2"),
                    Map.entry("third", "3"),
                    Map.entry("fourth", "4"),
                    Map.entry("fifth", "5"));

    private NameKey() {}

    /// The key of a name; empty when nothing in it is a letter or digit.
    public static String of(String name) {
        var words = words(name);
        var naming =
                words.stream()
                        .filter(word -> !LEGAL_FORMS.contains(word) && !SMALL_WORDS.contains(word))
                        .map(word -> WRITTEN_OUT.getOrDefault(word, word))
                        .toList();
        return String.join(" ", naming.isEmpty() ? words : naming);
    }

    /// Whether the last words of a name are these, such as those of its town; a legal form after
    /// them is passed over.
    public static boolean endsWith(String name, String words) {
        var key = of(words);
        return !key.isEmpty() && (" " + of(name)).endsWith(" " + key);
    }

    /// The numbers within a key: `5a` in "circuit 5a".
    public static Set<String> numbers(String key) {
        var numbers = new TreeSet<String>();
        for (var word : key.split(" ")) {
            if (word.chars().anyMatch(Character::isDigit)) {
                numbers.add(word);
            }
        }
        return numbers;
    }

    /// Letters and digits of a postal code, in capitals: `L-1630` and `1630` stay two.
    public static String postalCode(String text) {
        return OTHERS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /// A street or town, simplified as names are but with nothing left out.
    public static String plain(String text) {
        return String.join(" ", words(text));
    }

    private static List<String> words(String text) {
        var simple = text.toLowerCase(Locale.ROOT).replace("&", " and ").replace("ß", "ss");
        simple = simple.replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l");
        simple = MARKS.matcher(Normalizer.normalize(simple, Normalizer.Form.NFKD)).replaceAll("");
        simple = DOTTED.matcher(simple).replaceAll("$1");
        simple = APOSTROPHES.matcher(simple).replaceAll("");
        simple = ORDINAL.matcher(simple).replaceAll("$1");
        simple = ZEROS.matcher(OTHERS.matcher(simple).replaceAll(" ")).replaceAll("");
        var words = new ArrayList<String>();
        for (var word : simple.strip().split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
