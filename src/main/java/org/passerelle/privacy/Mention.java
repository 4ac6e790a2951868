package org.passerelle.privacy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What names a person in a running text: whole words only, whatever their case. `Anna Li` stands
/// neither in `Anna Lima` nor in `Marie-Anna Li`, and `ann@example.org` not in `joann@example.org`
/// (ACC-09).
public final class Mention {
    /// What may stand inside a name or an address; an apostrophe ends a word: `l’Anna Li`.
    private static final String BEFORE = "(?<![\\p{L}\\p{M}\\p{N}])(?<![\\p{L}\\p{N}][-._+%‐‑])";

    private static final String AFTER = "(?![\\p{L}\\p{M}\\p{N}])(?![-._@‐‑][\\p{L}\\p{N}])";

    /// The same in the words of PostgreSQL.
    private static final String BEFORE_IN_ROWS = "(?<![[:alnum:]])(?<![[:alnum:]][-._+%‐‑])";

    private static final String AFTER_IN_ROWS = "(?![[:alnum:]])(?![-._@‐‑][[:alnum:]])";

    private final Pattern pattern;

    private Mention(Pattern pattern) {
        this.pattern = pattern;
    }

    public static Mention of(String words) {
        return new Mention(
                Pattern.compile(
                        BEFORE + Pattern.quote(words) + AFTER,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /// The text with [PersonalTables#NOBODY] in its place.
    public String struckFrom(String text) {
        return pattern.matcher(text).replaceAll(PersonalTables.NOBODY);
    }

    /// What PostgreSQL's `regexp_replace(…, 'gi')` finds the same by.
    static String inRows(String... words) {
        return Stream.of(words)
                .map(one -> one.replaceAll("([^\\p{L}\\p{M}\\p{N}])", "\\\\$1"))
                .collect(Collectors.joining("|", BEFORE_IN_ROWS + "(?:", ")" + AFTER_IN_ROWS));
    }
}
