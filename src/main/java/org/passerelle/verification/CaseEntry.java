package org.passerelle.verification;

import java.time.Instant;
import org.passerelle.kernel.Signature;

/// One line of a case's history, for both sides. `detail` is a name or a number, never a sentence.
public record CaseEntry(Instant at, Signature by, CaseEvent event, String detail) {}
