package org.passerelle.programme;

import java.util.Collection;
import java.util.Locale;

/// The three answers to a condition. "We cannot tell yet" is neither yes nor no (ELI-01).
public enum Outcome {
    MET,
    UNMET,
    UNKNOWN;

    /// As `pack try` and the API write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(boolean met) {
        return met ? MET : UNMET;
    }

    /// What is met becomes unmet and the reverse; unknown stays unknown.
    public Outcome not() {
        return switch (this) {
            case MET -> UNMET;
            case UNMET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// One unmet is enough for unmet, else one unknown for unknown; nothing asked is met.
    public static Outcome all(Collection<Outcome> outcomes) {
        if (outcomes.contains(UNMET)) {
            return UNMET;
        }
        return outcomes.contains(UNKNOWN) ? UNKNOWN : MET;
    }

    /// One met is enough for met, else one unknown for unknown; of nothing, none is met.
    public static Outcome any(Collection<Outcome> outcomes) {
        if (outcomes.contains(MET)) {
            return MET;
        }
        return outcomes.contains(UNKNOWN) ? UNKNOWN : UNMET;
    }
}
