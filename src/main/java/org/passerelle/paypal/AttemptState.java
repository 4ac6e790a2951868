package org.passerelle.paypal;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/// Where an attempt to pay stands (PAY-03). `order` and `capture` are PayPal's own ids.
public sealed interface AttemptState {

    /// Since when it stands there.
    Instant since();

    /// Nothing more is to be asked of PayPal.
    default boolean isOver() {
        return switch (this) {
            case Begun _, Open _, Asked _, Pending _ -> false;
            case Captured _, Refused _, Left _, TakenBack _ -> true;
        };
    }

    /// Money may be on its way: paying again now could pay twice.
    default boolean mayHaveMoney() {
        return switch (this) {
            case Asked _, Pending _ -> true;
            case Begun _, Open _, Captured _, Refused _, Left _, TakenBack _ -> false;
        };
    }

    /// PayPal's order; empty until it has one.
    default Optional<String> paypalOrder() {
        return switch (this) {
            case Begun _ -> Optional.empty();
            case Open it -> Optional.of(it.order());
            case Asked it -> Optional.of(it.order());
            case Pending it -> Optional.of(it.order());
            case Captured it -> Optional.of(it.order());
            case Refused it -> Optional.of(it.order());
            case TakenBack it -> Optional.of(it.order());
            case Left it -> it.order();
        };
    }

    /// Kept here, not yet known to PayPal.
    record Begun(Instant since) implements AttemptState {}

    /// PayPal waits for the buyer, at the address `approveAt`.
    record Open(Instant since, String order, String approveAt) implements AttemptState {}

    /// The buyer agreed and PayPal was asked for the money; what it answered is not known yet.
    record Asked(Instant since, String order) implements AttemptState {}

    /// PayPal holds the money back; `reason` is its word, such as `ECHECK` or `PENDING_REVIEW`.
    record Pending(Instant since, String order, String capture, String reason)
            implements AttemptState {}

    /// The money is there; `fee` is what PayPal keeps of it, where it said so.
    record Captured(Instant since, String order, String capture, Money amount, Optional<Money> fee)
            implements AttemptState {}

    /// PayPal or the bank of the card said no; `reason` is its word.
    record Refused(Instant since, String order, String reason) implements AttemptState {}

    /// The buyer went away, or nothing was owed any more before anything was captured.
    record Left(Instant since, Optional<String> order, Why why) implements AttemptState {}

    /// Captured and later taken back: a dispute that the office lost. Finance looks after it.
    record TakenBack(Instant since, String order, String capture, Money amount)
            implements AttemptState {}

    /// Why an attempt ended without money.
    enum Why {
        CANCELLED,
        LAPSED,
        NOT_OWED,
        OTHER_AMOUNT
    }
}
