package org.passerelle.ordering;

/// What became of something done to an order: cancelled, approved, refused, transmitted, handed
/// over.
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

    /// An address that is no https address.
    record NotAnAddress(String given) implements ActOutcome {}

    /// The line holds no codes in its pool, or holds no pool at all.
    record NoCodeHeld() implements ActOutcome {}
}
