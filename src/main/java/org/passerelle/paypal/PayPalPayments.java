package org.passerelle.paypal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.agenda.Agenda;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office.Payment.Means;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payments;
import org.passerelle.paypal.AttemptState.Begun;
import org.passerelle.paypal.AttemptState.Left;
import org.passerelle.paypal.AttemptState.Open;
import org.passerelle.paypal.domain.Answer.Declined;
import org.passerelle.paypal.domain.Answer.Silent;
import org.passerelle.paypal.domain.Answer.Told;
import org.passerelle.paypal.domain.Attempts;
import org.passerelle.paypal.domain.Course;
import org.passerelle.paypal.domain.PayPalApi;
import org.passerelle.paypal.domain.PayPalApi.NewOrder;
import org.passerelle.paypal.domain.PayPalOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Face of the paypal module: to pay by card or PayPal, and to know what became of it (PAY-03).
///
/// Whatever asks PayPal runs outside a transaction: a connection is never held while it answers.
@Service
public class PayPalPayments {
    static final String LOOK = "paypal.look";

    private final Attempts attempts;
    private final Settling settling;
    private final PayPalApi paypal;
    private final Payments payments;
    private final Packs packs;
    private final Agenda agenda;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PayPalPayments(
            Attempts attempts,
            Settling settling,
            PayPalApi paypal,
            Payments payments,
            Packs packs,
            Agenda agenda,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.attempts = attempts;
        this.settling = settling;
        this.paypal = paypal;
        this.payments = payments;
        this.packs = packs;
        this.agenda = agenda;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Where the buyer comes back to: a page of ours, given the attempt.
    public interface WayBack {
        String agreed(AttemptId attempt);

        String cancelled(AttemptId attempt);
    }

    /// Whether an office takes card and PayPal, by its pack and with an account.
    public boolean isTakenBy(OfficeId office) {
        return packs.get(office).office().payment().takes(Means.PAYPAL) && paypal.knows(office);
    }

    /// Begins to pay all that is missing for `ref`.
    ///
    /// @param about what the buyer reads on PayPal's page
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    @Transactional(propagation = Propagation.NEVER)
    public StartOutcome start(
            Actor actor,
            PayableRef ref,
            Attempt.Choice choice,
            String about,
            Language language,
            WayBack wayBack) {
        var payable = payments.get(ref);
        if (!isTakenBy(payable.office())) {
            return new StartOutcome.NotTaken();
        }
        if (!payable.missing().isPositive()) {
            return new StartOutcome.NothingOwed();
        }
        var waiting = waiting(ref);
        if (waiting.isPresent()) {
            return new StartOutcome.Waits(waiting.get());
        }
        var now = clock.instant();
        var attempt =
                new Attempt(
                        AttemptId.random(),
                        ref,
                        payable.organisation(),
                        payable.office(),
                        choice,
                        payable.missing(),
                        new Begun(now),
                        0,
                        now,
                        actor.signature());
        transaction.executeWithoutResult(_ -> {
            attempts.add(attempt);
            agenda.plan(LOOK, attempt.id().toString(), Course.nextLook(0, now));
        });
        var order =
                new NewOrder(
                        attempt,
                        about,
                        language,
                        packs.get(payable.office()).office().countries().getFirst(),
                        wayBack.agreed(attempt.id()),
                        wayBack.cancelled(attempt.id()));
        return switch (paypal.create(payable.office(), order)) {
            case Told<PayPalOrder>(var told) when told.approveAt().isPresent() ->
                    opened(attempt, told.id(), told.approveAt().get());
            case Told<PayPalOrder>(var told) ->
                    new StartOutcome.Unreachable("no page for the buyer: " + told);
            case Declined<PayPalOrder>(_, var issue, var debugId) ->
                    new StartOutcome.Unreachable(issue + " " + debugId);
            case Silent<PayPalOrder>(var why) -> new StartOutcome.Unreachable(why);
        };
    }

    private StartOutcome opened(Attempt attempt, String order, String approveAt) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var locked = attempts.lock(attempt.id()).orElseThrow();
                    var open = settling.move(locked, new Open(clock.instant(), order, approveAt));
                    return new StartOutcome.Ready(open, approveAt);
                }));
    }

    /// The attempt that may have brought money already: nobody should pay again until it is known.
    @Transactional(readOnly = true)
    public Optional<Attempt> waiting(PayableRef ref) {
        return attempts.of(ref).stream()
                .filter(attempt -> attempt.state().mayHaveMoney())
                .findFirst();
    }

    /// The buyer is back and agreed, as the address says; whether it is true PayPal tells.
    @Transactional(propagation = Propagation.NEVER)
    public Attempt comeBack(AttemptId id) {
        return settling.settle(id);
    }

    /// The buyer is back and did not agree.
    @Transactional(propagation = Propagation.NEVER)
    public Attempt leave(AttemptId id) {
        return settling.leave(id);
    }

    /// Asks PayPal how an attempt stands.
    @Transactional(propagation = Propagation.NEVER)
    public Attempt ask(AttemptId id) {
        return settling.look(id);
    }

    @Transactional(readOnly = true)
    public Optional<Attempt> find(AttemptId id) {
        return attempts.find(id);
    }

    /// Attempts to pay a payable, newest first.
    @Transactional(readOnly = true)
    public List<Attempt> of(PayableRef ref) {
        return attempts.of(ref);
    }

    /// An office's attempts that brought money, may still, were refused or were taken back, newest
    /// first.
    @Transactional(readOnly = true)
    public List<Attempt> ofOffice(OfficeId office, int limit) {
        return attempts.ofOffice(office, limit);
    }

    /// What the agenda does about an attempt that is left open; runs in the agenda's transaction,
    /// which PayPal is not asked in.
    void lookAgain(AttemptId id) {
        var outside =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        outside.setPropagationBehavior(
                org.springframework.transaction.TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        var attempt = outside.execute(_ -> settling.look(id));
        if (attempt == null || attempt.state().isOver() && !(attempt.state() instanceof Left)) {
            return;
        }
        if (attempt.state() instanceof Left && attempt.looks() > 0) {
            return;
        }
        attempts.move(attempts.lock(id).orElseThrow().looked());
        agenda.plan(LOOK, id.toString(), Course.nextLook(attempt.looks() + 1, clock.instant()));
    }
}
