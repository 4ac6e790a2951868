package org.passerelle.programme;

import java.time.Instant;

/// A decision as it was made, with the moment it was made at.
public record KeptDecision(EligibilityDecision decision, Instant decidedAt) {}
