package org.passerelle.verification;

import java.util.List;
import java.util.Set;

/// What a reviewer decides. `words` is free text to the organisation and may be empty.
public sealed interface Ruling {
    String words();

    /// `statuses` are those that the reviewer found beside those of the legal form, such as charity
    /// or library (VER-04), in words of the pack.
    record Qualify(String words, Set<String> statuses) implements Ruling {
        public Qualify {
            statuses = Set.copyOf(statuses);
        }
    }

    /// `reasons` are words of the pack's list, at least one.
    record Refuse(List<String> reasons, String words) implements Ruling {}
}
