package org.passerelle.banking;

import java.util.List;

/// What a payment is for.
public sealed interface Match {
    /// For this and nothing else: assigned without asking.
    record Certain(Suggestion suggestion) implements Match {}

    /// Somebody has to say; the likeliest first, none when nothing fits.
    record Undecided(List<Suggestion> suggestions) implements Match {
        public Undecided {
            suggestions = List.copyOf(suggestions);
        }
    }

    /// One thing a payment may be for, and why; the strongest sign first.
    record Suggestion(Owed owed, List<Sign> signs) {
        public Suggestion {
            signs = List.copyOf(signs);
        }

        public boolean has(Sign.Kind kind) {
            return signs.stream().anyMatch(sign -> sign.kind() == kind);
        }

        /// How strongly all signs together speak for it.
        public int score() {
            return signs.stream().mapToInt(sign -> sign.kind().weight() - 2 * sign.slips()).sum();
        }
    }
}
