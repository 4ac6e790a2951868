package org.passerelle.identity;

import java.time.Duration;
import java.util.List;

/// What came of a change a person makes to their own account.
public sealed interface AccountOutcome {
    /// `sessionEpoch` is the one the session that asked must remember to live on.
    record Changed(Person person, int sessionEpoch) implements AccountOutcome {}

    record Refused(List<AccountFault> faults) implements AccountOutcome {}

    record TooManyTries(Duration retryAfter) implements AccountOutcome {}
}
