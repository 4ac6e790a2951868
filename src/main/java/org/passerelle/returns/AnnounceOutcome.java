package org.passerelle.returns;

import java.util.List;
import java.util.Map;

/// What became of an announcement.
public sealed interface AnnounceOutcome {
    /// One return for what is decided and sent back alike; most announcements make one.
    record Announced(List<Return> returns) implements AnnounceOutcome {}

    /// By the policies not all of it can be given back: the decisions, by position of the line.
    record NotPossible(Map<Integer, RefundDecision> decisions) implements AnnounceOutcome {}

    /// Nothing was chosen.
    record NothingChosen() implements AnnounceOutcome {}

    /// The office's text asks why.
    record ExplanationMissing() implements AnnounceOutcome {}
}
