package org.passerelle.verification;

import java.time.Instant;
import java.util.List;

/// A decision with all it rests on, as it was at that instant (VER-09).
///
/// `reasons` are words of the pack's list; `words` is what the reviewer wrote; `evidence` are the
/// documents that lay on the table; `packHash` names the exact rules.
public record Decision(
        List<String> reasons,
        String words,
        Reviewer by,
        Instant at,
        List<EvidenceId> evidence,
        String packHash) {

    public Decision {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }
}
