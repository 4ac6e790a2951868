package org.passerelle.registry;

import java.util.Set;

/// An entry that may be the organisation looked for.
///
/// @param score from 0 to 100. Only a legal number makes 100; from [#NEAR_CERTAIN] on both name and
///   place agree
/// @param namesakes how many other entries bear exactly this name
public record Match(Entry entry, int score, Set<Difference> differences, int namesakes) {

    /// From here on a match is near certain. Measured on the registers of the IRS: see
    /// `docs/registers.md`.
    public static final int NEAR_CERTAIN = 90;

    public Match {
        differences = Set.copyOf(differences);
    }

    public boolean isNearCertain() {
        return score >= NEAR_CERTAIN;
    }
}
