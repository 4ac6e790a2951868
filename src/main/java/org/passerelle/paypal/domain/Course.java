package org.passerelle.paypal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.AttemptState.Captured;
import org.passerelle.paypal.AttemptState.Left;
import org.passerelle.paypal.AttemptState.Open;
import org.passerelle.paypal.AttemptState.Pending;
import org.passerelle.paypal.AttemptState.Refused;
import org.passerelle.paypal.AttemptState.TakenBack;
import org.passerelle.paypal.AttemptState.Why;

/// How an attempt goes on by what PayPal tells of it, in whatever order and however often it is
/// told (PAY-03).
public final class Course {
    private static final Duration FIRST_LOOK = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    /// PayPal forgets an order nobody agreed to after some hours.
    private static final Duration OPEN_FOR = Duration.ofHours(6);

    private Course() {}

    /// The state once PayPal told `order`. Money, once there, is never untold by an older answer.
    public static AttemptState after(AttemptState now, PayPalOrder order, Instant at) {
        if (now instanceof Captured || now instanceof TakenBack) {
            return now;
        }
        return switch (order.status()) {
            case COMPLETED ->
                    order.capture().map(capture -> captured(now, order, capture, at)).orElse(now);
            case VOIDED -> new Left(at, Optional.of(order.id()), Why.LAPSED);
            case CREATED, SAVED, PAYER_ACTION_REQUIRED -> waiting(now, order, at);
            case APPROVED, UNKNOWN -> now;
        };
    }

    private static AttemptState captured(
            AttemptState now, PayPalOrder order, PayPalOrder.Capture capture, Instant at) {
        return switch (capture.status()) {
            case COMPLETED, PARTIALLY_REFUNDED, REFUNDED ->
                    new Captured(at, order.id(), capture.id(), capture.amount(), capture.fee());
            case PENDING ->
                    now instanceof Pending
                            ? now
                            : new Pending(at, order.id(), capture.id(), capture.reason());
            case DECLINED, FAILED -> new Refused(at, order.id(), capture.reason());
            case UNKNOWN -> now;
        };
    }

    /// The buyer has not agreed, or must choose another card: nothing was taken.
    private static AttemptState waiting(AttemptState now, PayPalOrder order, Instant at) {
        return switch (now) {
            case AttemptState.Begun _, AttemptState.Asked _ ->
                    order.approveAt()
                            .<AttemptState>map(page -> new Open(at, order.id(), page))
                            .orElse(now);
            case Open _, Pending _, Captured _, Refused _, Left _, TakenBack _ -> now;
        };
    }

    /// The state of an attempt that PayPal knows nothing of any more.
    public static AttemptState forgotten(AttemptState now, Instant at) {
        return now.isOver() ? now : new Left(at, now.paypalOrder(), Why.LAPSED);
    }

    /// Whether nobody will agree to it any more.
    public static boolean isStale(Attempt attempt, Instant at) {
        return switch (attempt.state()) {
            case AttemptState.Begun _, Open _ -> attempt.startedAt().plus(OPEN_FOR).isBefore(at);
            case AttemptState.Asked _, Pending _, Captured _, Refused _, Left _, TakenBack _ ->
                    false;
        };
    }

    /// When to ask PayPal next if nobody says a word: soon at first, then twice a day.
    public static Instant nextLook(int looks, Instant at) {
        var pause = FIRST_LOOK.multipliedBy(1L << Math.min(looks, 10));
        return at.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
