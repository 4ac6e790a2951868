package org.passerelle.identity;

import java.util.List;

/// What came of opening an account for somebody.
public sealed interface CreateOutcome {
    record Created(Person person) implements CreateOutcome {}

    record Refused(List<AccountFault> faults) implements CreateOutcome {}

    /// The address has an account; only staff is told so plainly.
    record AddressTaken() implements CreateOutcome {}
}
