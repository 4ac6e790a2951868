package org.passerelle.verification;

import java.util.Optional;

/// How far an organisation's qualification is.
///
/// @param newest the newest case
/// @param whyNotAgain why no case can be opened anew now; empty when one can
public record Progress(Optional<CaseView> newest, Optional<TryAgainOutcome.Why> whyNotAgain) {}
