package org.passerelle.paypal;

/// What became of a message from PayPal; it sends again whatever was not taken (PAY-03).
public sealed interface HearOutcome {

    /// Verified and acted upon, now or before; or of a kind that means nothing here.
    record Heard() implements HearOutcome {}

    /// PayPal says that it did not send this.
    record Forged() implements HearOutcome {}

    /// Not a message at all.
    record Unreadable() implements HearOutcome {}

    /// The office has no account at PayPal.
    record NoAccount() implements HearOutcome {}

    /// PayPal could not be asked; it is to send again.
    record Later() implements HearOutcome {}
}
