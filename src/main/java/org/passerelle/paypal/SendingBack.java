package org.passerelle.paypal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.agenda.Agenda;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutDue;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.Payouts;
import org.passerelle.paypal.domain.Answer;
import org.passerelle.paypal.domain.Answer.Declined;
import org.passerelle.paypal.domain.Answer.Silent;
import org.passerelle.paypal.domain.Answer.Told;
import org.passerelle.paypal.domain.PayPalApi;
import org.passerelle.paypal.domain.PayPalApi.Refund;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends money back to whoever paid by card or PayPal, over the capture that brought it (ORD-09).
/// The agenda asks, and asks again while PayPal is silent; what PayPal refuses is finance's.
@Component
class SendingBack {
    static final String KIND = "paypal.refund";
    private static final Duration PENDING_PAUSE = Duration.ofHours(12);

    private final Payouts payouts;
    private final PayPalApi paypal;
    private final Packs packs;
    private final Agenda agenda;
    private final TransactionTemplate outside;
    private final Clock clock;

    SendingBack(
            Payouts payouts,
            PayPalApi paypal,
            Packs packs,
            Agenda agenda,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.payouts = payouts;
        this.paypal = paypal;
        this.packs = packs;
        this.agenda = agenda;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(PayoutDue due) {
        if (isOurs(due.means())) {
            agenda.plan(KIND, due.payout().toString(), clock.instant());
        }
    }

    private static boolean isOurs(Means means) {
        return switch (means) {
            case PAYPAL, CARD -> true;
            case TRANSFER, CHEQUE -> false;
        };
    }

    /// What falls due: a payout to send, or one whose refund is under way, as `payout refund`.
    void due(String subject) {
        var parts = subject.split(" ");
        if (parts.length == 1) {
            send(PayoutId.of(parts[0]));
        } else {
            ask(PayoutId.of(parts[0]), parts[1]);
        }
    }

    /// Asks how a refund stands that PayPal had not made yet.
    ///
    /// @throws IllegalStateException while PayPal does not answer
    void ask(PayoutId id, String refund) {
        var payout = payouts.find(id).orElseThrow();
        if (!(payout.state() instanceof Payout.State.Due)) {
            return;
        }
        switch (Objects.requireNonNull(
                outside.execute(_ -> paypal.refund(payout.office(), refund)))) {
            case Told<Refund>(var told) -> told(payout, told);
            case Declined<Refund>(_, var issue, var debugId) ->
                    payouts.refused(
                            Settling.PAYPAL, payout, "PayPal: " + (issue + " " + debugId).strip());
            case Silent<Refund>(var why) ->
                    throw new IllegalStateException("PayPal is silent: " + why);
        }
    }

    /// A refund of ours is made.
    void done(PayoutId id, Refund refund) {
        var payout = payouts.find(id).orElseThrow();
        if (payout.state() instanceof Payout.State.Due) {
            told(payout, refund);
        }
    }

    /// The payout that a refund was asked for, if it was by us.
    Optional<PayoutId> payoutOf(Refund refund) {
        try {
            return Optional.of(PayoutId.of(refund.named()))
                    .filter(id -> payouts.find(id).isPresent());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Once for each turn of a payout, however often it is tried.
    ///
    /// @throws IllegalStateException while PayPal does not answer: the agenda tries again later
    void send(PayoutId id) {
        var payout = payouts.find(id).orElseThrow();
        if (!(payout.state() instanceof Payout.State.Due) || !isOurs(payout.means())) {
            return;
        }
        var capture = payout.to().account();
        if (capture.isEmpty()) {
            payouts.refused(Settling.PAYPAL, payout, "no capture is known");
            return;
        }
        switch (ask(payout, capture.get())) {
            case Told<Refund>(var refund) -> told(payout, refund);
            case Declined<Refund>(_, var issue, var debugId) ->
                    payouts.refused(
                            Settling.PAYPAL, payout, "PayPal: " + (issue + " " + debugId).strip());
            case Silent<Refund>(var why) ->
                    throw new IllegalStateException("PayPal is silent: " + why);
        }
    }

    private Answer<Refund> ask(Payout payout, String capture) {
        return Objects.requireNonNull(
                outside.execute(_ ->
                        paypal.refund(
                                payout.office(),
                                capture,
                                payout.amount(),
                                payout.id() + "-" + payout.turn(),
                                payout.id().toString(),
                                payout.payable().map(Object::toString).orElse(""))));
    }

    private void told(Payout payout, Refund refund) {
        switch (refund.status()) {
            case COMPLETED ->
                    payouts.sent(
                            Settling.PAYPAL, payout.id(), "PayPal " + refund.id(), today(payout));
            case PENDING, UNKNOWN ->
                    agenda.plan(
                            KIND,
                            payout.id() + " " + refund.id(),
                            clock.instant().plus(PENDING_PAUSE));
            case FAILED, CANCELLED ->
                    payouts.refused(Settling.PAYPAL, payout, "PayPal: " + refund.status());
        }
    }

    private LocalDate today(Payout payout) {
        var zone = packs.get(payout.office()).office().zone();
        return clock.instant().atZone(zone).toLocalDate();
    }
}
