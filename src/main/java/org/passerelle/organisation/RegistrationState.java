package org.passerelle.organisation;

import java.time.Instant;

/// Whether the organisation may still edit what it declares (ORG-04).
public sealed interface RegistrationState {
    /// Can be left, resumed and changed.
    record Draft() implements RegistrationState {}

    /// Handed to the office; changes go by request from here on.
    record Submitted(Instant at) implements RegistrationState {}
}
