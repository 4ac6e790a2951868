package org.passerelle.verification;

import java.time.Instant;
import java.util.List;

/// A decision with all it rests on, as it was at that instant (VER-09).
///
/// `reasons` are words of the pack's list; `words` is what the reviewer wrote; `evidence` are the
/// documents that lay on the table; `packHash` names the exact rules; `facts` are the data that the
/// decision stands and falls with, as `field=value`; `statuses` are those found, such as charity or
/// library, in words of the pack (VER-04).
public record Decision(
        List<String> reasons,
        String words,
        Reviewer by,
        Instant at,
        List<EvidenceId> evidence,
        String packHash,
        List<String> facts,
        List<String> statuses) {

    public Decision {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
        facts = List.copyOf(facts);
        statuses = List.copyOf(statuses);
    }
}
