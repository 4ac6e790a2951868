package org.passerelle.ui;

import java.util.List;
import java.util.Optional;

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
    public record Row(
            String criterion,
            String yours,
            Outcome outcome,
            String demanded,
            Optional<String> change,
            Optional<Link> link) {

        public static Row met(String criterion, String yours, String demanded) {
            return new Row(
                    criterion, yours, Outcome.MET, demanded, Optional.empty(), Optional.empty());
        }
    }

    public long met() {
        return rows.stream().filter(row -> row.outcome() == Outcome.MET).count();
    }
}
