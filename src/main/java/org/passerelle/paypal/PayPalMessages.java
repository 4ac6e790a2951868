package org.passerelle.paypal;

import java.time.Clock;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.paypal.domain.Answer.Declined;
import org.passerelle.paypal.domain.Answer.Silent;
import org.passerelle.paypal.domain.Answer.Told;
import org.passerelle.paypal.domain.Attempts;
import org.passerelle.paypal.domain.PayPalApi;
import org.passerelle.paypal.domain.PayPalApi.Message;
import org.passerelle.paypal.domain.PayPalApi.Refund;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What PayPal says on its own (PAY-03). A message is verified, noted once, and taken as a reason
/// to ask PayPal how the attempt stands: so their order does not matter, and one that is late or
/// comes twice changes nothing.
@Service
public class PayPalMessages {
    private final Attempts attempts;
    private final Settling settling;
    private final SendingBack back;
    private final PayPalApi paypal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PayPalMessages(
            Attempts attempts,
            Settling settling,
            SendingBack back,
            PayPalApi paypal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.attempts = attempts;
        this.settling = settling;
        this.back = back;
        this.transaction = new TransactionTemplate(transactions);
        this.paypal = paypal;
        this.clock = clock;
    }

    /// @param message exactly as it came
    @Transactional(propagation = Propagation.NEVER)
    public HearOutcome hear(OfficeId office, Transmission transmission, String message) {
        if (!paypal.knows(office)) {
            return new HearOutcome.NoAccount();
        }
        var read = paypal.read(message);
        if (read.isEmpty()) {
            return new HearOutcome.Unreadable();
        }
        return switch (paypal.isGenuine(office, transmission, message)) {
            case Told<Boolean>(var genuine) ->
                    genuine ? genuine(office, read.get()) : new HearOutcome.Forged();
            case Declined<Boolean> _ -> new HearOutcome.Forged();
            case Silent<Boolean> _ -> new HearOutcome.Later();
        };
    }

    private HearOutcome genuine(OfficeId office, Message message) {
        if (!attempts.receive(office, message, clock.instant())) {
            return new HearOutcome.Heard();
        }
        var attempt = attemptOf(message).filter(one -> one.office().equals(office));
        attempt.ifPresent(one -> act(one, message));
        attempts.heard(office, message.id(), attempt.map(Attempt::id), clock.instant());
        return new HearOutcome.Heard();
    }

    /// Money went back: it was asked for by us, or sent on PayPal's own pages.
    private void refunded(Attempt attempt, String id) {
        if (paypal.refund(attempt.office(), id) instanceof Told<Refund>(var refund)
                && refund.status() == Refund.Status.COMPLETED) {
            var ours = back.payoutOf(refund);
            if (ours.isPresent()) {
                transaction.executeWithoutResult(_ -> back.done(ours.get(), refund));
            } else {
                refund.amount()
                        .ifPresent(amount -> settling.sentBackThere(attempt.id(), id, amount));
            }
        }
    }

    private void act(Attempt attempt, Message message) {
        switch (message.kind()) {
            case "CHECKOUT.ORDER.APPROVED" -> settling.settle(attempt.id());
            case "PAYMENT.CAPTURE.REVERSED" -> {
                settling.look(attempt.id());
                settling.takenBack(attempt.id());
            }
            case "CHECKOUT.ORDER.COMPLETED",
                    "CHECKOUT.ORDER.VOIDED",
                    "CHECKOUT.PAYMENT-APPROVAL.REVERSED",
                    "PAYMENT.CAPTURE.COMPLETED",
                    "PAYMENT.CAPTURE.PENDING",
                    "PAYMENT.CAPTURE.DENIED",
                    "PAYMENT.CAPTURE.DECLINED" ->
                    settling.look(attempt.id());
            case "PAYMENT.CAPTURE.REFUNDED" -> refunded(attempt, message.resource());
            // Kinds that mean nothing to us are acknowledged, or PayPal sends them for days.
            default -> {}
        }
    }

    private Optional<Attempt> attemptOf(Message message) {
        return message.attempt()
                .flatMap(PayPalMessages::id)
                .flatMap(attempts::find)
                .or(() -> message.order().flatMap(attempts::ofOrder))
                .or(() -> message.capture().flatMap(attempts::ofCapture));
    }

    private static Optional<AttemptId> id(String text) {
        try {
            return Optional.of(AttemptId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
