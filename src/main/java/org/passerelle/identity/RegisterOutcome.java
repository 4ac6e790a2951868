package org.passerelle.identity;

import java.time.Duration;
import java.util.List;

/// What came of asking for an account.
public sealed interface RegisterOutcome {
    /// A message went to this address. Whether it holds a link or says that there is an account
    /// already is for its reader alone.
    record MessageSent(String email) implements RegisterOutcome {}

    record Refused(List<AccountFault> faults) implements RegisterOutcome {}

    record TooManyTries(Duration retryAfter) implements RegisterOutcome {}
}
