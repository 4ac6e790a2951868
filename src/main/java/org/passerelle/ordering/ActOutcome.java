package org.passerelle.ordering;

import java.time.LocalDate;

/// What became of something done to an order: cancelled, approved, refused, transmitted, handed
/// over, arrived, expected on another day.
public sealed interface ActOutcome {
    /// Done, or done before: `order` is as it stands now.
    record Done(Order order) implements ActOutcome {}

    /// Not from the state the order is in.
    record NotNow(OrderState.Code state) implements ActOutcome {}

    /// Cancelling ends with the transmission to the partner (ORD-08).
    record AlreadyTransmitted() implements ActOutcome {}

    record ReasonMissing() implements ActOutcome {}

    /// Nothing to hand over was given: no key, no address, no tracking number.
    record NothingGiven() implements ActOutcome {}

    /// This form was sent before, and said something else then: what it said stands.
    record SentBefore() implements ActOutcome {}

    /// An address that is no https address.
    record NotAnAddress(String given) implements ActOutcome {}

    /// The day must lie between these, both included.
    record DayOutOfRange(LocalDate earliest, LocalDate latest) implements ActOutcome {}

    /// The organisation had its letter written again so often today that it must wait.
    record TooOften(int most) implements ActOutcome {}

    /// The line holds no codes in its pool, or holds no pool at all.
    record NoCodeHeld() implements ActOutcome {}
}
