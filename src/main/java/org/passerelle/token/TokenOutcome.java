package org.passerelle.token;

import java.util.List;

/// What came of creating, renewing or revoking a token.
public sealed interface TokenOutcome {
    record Done(TokenView token) implements TokenOutcome {}

    record Refused(List<TokenFault> faults) implements TokenOutcome {}

    /// A revoked token stays revoked; another one is created instead.
    record IsRevoked() implements TokenOutcome {}

    /// There is none, or it is another organisation's: the same answer.
    record Unknown() implements TokenOutcome {}
}
