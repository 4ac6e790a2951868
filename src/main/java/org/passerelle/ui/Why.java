package org.passerelle.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;

/// A decision beside its reasons: what was found, what is demanded, and the deck between the two
/// banks, whole when the criterion is met (ELI-02).
///
/// @param caption whose criteria these are, for a screen reader
/// @param demander who demands, as the last column is headed: `Le partenaire demande`
public record Why(String caption, String demander, List<Row> rows) {

    public enum Outcome {
        MET("yes", "check"),
        UNMET("no", "cross"),
        UNKNOWN("wait", "clock");

        private final String mark;
        private final String icon;

        Outcome(String mark, String icon) {
            this.mark = mark;
            this.icon = icon;
        }

        public String mark() {
            return mark;
        }

        public String icon() {
            return icon;
        }

        /// The key of its word.
        public String key() {
            return "ui.why." + mark;
        }
    }

    /// A link after the text of what would have to change.
    public record Link(String text, String url) {}

    /// @param change what would have to change; empty when the criterion is met
    /// @param either names the group of criteria of which one is enough; empty for a criterion that
    ///   counts by itself
    /// @param yoursLang of `yours` where it is not the page's (WCAG 3.1.2)
    /// @param demandedLang of `demanded`, the same
    public record Row(
            String criterion,
            String yours,
            Outcome outcome,
            String demanded,
            Optional<String> change,
            Optional<Link> link,
            String either,
            @Nullable String yoursLang,
            @Nullable String demandedLang) {

        public Row(
                String criterion,
                String yours,
                Outcome outcome,
                String demanded,
                Optional<String> change,
                Optional<Link> link) {
            this(criterion, yours, outcome, demanded, change, link, "", null, null);
        }

        public static Row met(String criterion, String yours, String demanded) {
            return new Row(
                    criterion, yours, Outcome.MET, demanded, Optional.empty(), Optional.empty());
        }

        /// The same criterion as one of a group of which one is enough.
        public Row either(String group) {
            return new Row(
                    criterion,
                    yours,
                    outcome,
                    demanded,
                    change,
                    link,
                    group,
                    yoursLang,
                    demandedLang);
        }

        /// The same with more said of what is demanded.
        public Row demanding(String all) {
            return new Row(
                    criterion, yours, outcome, all, change, link, either, yoursLang, demandedLang);
        }

        /// The same where a pack does not speak the reader's language.
        public Row spoken(Optional<Language> yours, Optional<Language> demanded) {
            return new Row(
                    criterion,
                    this.yours,
                    outcome,
                    this.demanded,
                    change,
                    link,
                    either,
                    yours.map(Language::code).orElse(null),
                    demanded.map(Language::code).orElse(null));
        }
    }

    /// Whether a row is the first of a group of which one is enough.
    public boolean opensGroup(int row) {
        var group = rows.get(row).either();
        return !group.isEmpty() && (row == 0 || !rows.get(row - 1).either().equals(group));
    }

    /// How many criteria there are; a group of which one is enough is one.
    public long all() {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).either().isEmpty() || opensGroup(row))
                .count();
    }

    /// How many criteria are met.
    public long met() {
        var alone =
                rows.stream()
                        .filter(row -> row.either().isEmpty() && row.outcome() == Outcome.MET)
                        .count();
        var groups =
                rows.stream()
                        .filter(row -> !row.either().isEmpty() && row.outcome() == Outcome.MET)
                        .map(Row::either)
                        .distinct()
                        .count();
        return alone + groups;
    }
}
