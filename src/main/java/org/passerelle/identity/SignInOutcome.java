package org.passerelle.identity;

import java.time.Duration;

/// What came of trying to sign in.
public sealed interface SignInOutcome {
    /// `sessionEpoch` is what the session must remember: when the person's grows, the session ends.
    record Welcome(Person person, int sessionEpoch) implements SignInOutcome {}

    /// Right password, but the address is not confirmed yet; the link was mailed again.
    record Unconfirmed() implements SignInOutcome {}

    /// Unknown, wrong or closed: never told which.
    record Wrong() implements SignInOutcome {}

    record TooManyTries(Duration retryAfter) implements SignInOutcome {}
}
