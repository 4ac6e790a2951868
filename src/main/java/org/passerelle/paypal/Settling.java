package org.passerelle.paypal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Incoming;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payout;
import org.passerelle.payment.RecordOutcome;
import org.passerelle.paypal.AttemptState.Asked;
import org.passerelle.paypal.AttemptState.Begun;
import org.passerelle.paypal.AttemptState.Captured;
import org.passerelle.paypal.AttemptState.Left;
import org.passerelle.paypal.AttemptState.Open;
import org.passerelle.paypal.AttemptState.Pending;
import org.passerelle.paypal.AttemptState.Refused;
import org.passerelle.paypal.AttemptState.TakenBack;
import org.passerelle.paypal.AttemptState.Why;
import org.passerelle.paypal.domain.Answer.Declined;
import org.passerelle.paypal.domain.Answer.Silent;
import org.passerelle.paypal.domain.Answer.Told;
import org.passerelle.paypal.domain.Attempts;
import org.passerelle.paypal.domain.Course;
import org.passerelle.paypal.domain.PayPalApi;
import org.passerelle.paypal.domain.PayPalOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the money of an attempt, once: whoever comes first, page, message or agenda, asks PayPal
/// for it outside any transaction, and keeps what PayPal told in a short one on the locked attempt.
/// PayPal captures once under one request id, and a capture is booked once under its own id, so
/// that they may all come at the same instant (PAY-03).
@Component
class Settling {
    static final Actor PAYPAL = new Actor.Product("PayPal");
    private static final int NOT_FOUND = 404;
    private static final String DISPUTE = "PayPal: dispute";
    private static final String BY_HAND = "PayPal: refund";

    /// Longer than a call of ours waits.
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);

    private static final int LOOKS = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Attempts attempts;
    private final PayPalApi paypal;
    private final Payments payments;
    private final Packs packs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate alone;
    private final Clock clock;

    Settling(
            Attempts attempts,
            PayPalApi paypal,
            Payments payments,
            Packs packs,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.attempts = attempts;
        this.paypal = paypal;
        this.payments = payments;
        this.packs = packs;
        this.audit = audit;
        this.events = events;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// The buyer agreed, as page or message says: the money is asked for, by whoever says so first;
    /// the others wait for what that one is told. What was refused stays so until the buyer has
    /// agreed anew.
    Attempt settle(AttemptId id) {
        while (true) {
            var seen = attempts.find(id).orElseThrow();
            if (seen.state() instanceof Asked asked && isBeingAsked(asked)) {
                return answered(id);
            }
            if (seen.state() instanceof Refused(_, var order, _) && waitsForBuyer(seen, order)) {
                return seen;
            }
            var claimed = Objects.requireNonNull(alone.execute(_ -> claim(seen)));
            if (claimed.isPresent()) {
                return claimed.get().state() instanceof Asked(_, var order)
                        ? ask(claimed.get(), order)
                        : claimed.get();
            }
        }
    }

    private boolean isBeingAsked(Asked asked) {
        return asked.since().plus(ANSWERED_WITHIN).isAfter(clock.instant());
    }

    /// As PayPal's answer to somebody else has it; still asked where that takes its time, and a
    /// later look tells.
    private Attempt answered(AttemptId id) {
        var attempt = attempts.find(id).orElseThrow();
        for (var looks = 0; looks < LOOKS && attempt.state() instanceof Asked; looks++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            attempt = attempts.find(id).orElseThrow();
        }
        return attempt;
    }

    private boolean waitsForBuyer(Attempt attempt, String order) {
        return paypal.order(attempt.office(), order) instanceof Told<PayPalOrder>(var told)
                && told.status() != PayPalOrder.Status.APPROVED;
    }

    private Attempt ask(Attempt claimed, String order) {
        var id = claimed.id();
        return switch (paypal.capture(claimed.office(), order, id + "-capture")) {
            case Told<PayPalOrder>(var told) -> keep(id, told);
            case Declined<PayPalOrder>(_, var issue, _) -> declined(claimed, order, issue);
            case Silent<PayPalOrder> _ -> claimed;
        };
    }

    /// Asks PayPal how it stands, and for the money where the buyer agreed meanwhile.
    Attempt look(AttemptId id) {
        var attempt = attempts.find(id).orElseThrow();
        var order = attempt.state().paypalOrder();
        if (attempt.state().isOver() && !(attempt.state() instanceof Left)) {
            return attempt;
        }
        if (order.isEmpty()) {
            return doing(() -> closeIfStale(id));
        }
        return switch (paypal.order(attempt.office(), order.get())) {
            case Told<PayPalOrder>(var told) when told.status() == PayPalOrder.Status.APPROVED ->
                    settle(id);
            case Told<PayPalOrder>(var told) -> {
                keep(id, told);
                yield doing(() -> closeIfStale(id));
            }
            case Declined<PayPalOrder>(var status, _, _) when status == NOT_FOUND ->
                    doing(() -> forget(id));
            case Declined<PayPalOrder> _, Silent<PayPalOrder> _ -> attempt;
        };
    }

    /// Only one attempt of a payable may be asked for at a time, and only for what is owed now.
    /// Nothing when it has moved since it was seen.
    private Optional<Attempt> claim(Attempt seen) {
        var all = attempts.lockAll(seen.payable());
        var id = seen.id();
        var attempt = all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        if (!attempt.state().equals(seen.state())) {
            return Optional.empty();
        }
        var order = attempt.state().paypalOrder();
        if (order.isEmpty()) {
            return Optional.of(attempt);
        }
        return Optional.of(
                switch (attempt.state()) {
                    case Asked _, Pending _, Captured _, TakenBack _, Begun _ -> attempt;
                    case Open _, Left _, Refused _ -> {
                        var other =
                                all.stream()
                                        .filter(one -> !one.id().equals(id))
                                        .anyMatch(one -> one.state().mayHaveMoney());
                        yield move(attempt, asked(attempt, order.get(), other));
                    }
                });
    }

    private AttemptState asked(Attempt attempt, String order, boolean anotherIsUnderWay) {
        var now = clock.instant();
        var missing = payments.get(attempt.payable()).missing();
        if (anotherIsUnderWay || missing.isZero()) {
            return new Left(now, Optional.of(order), Why.NOT_OWED);
        }
        return missing.equals(attempt.amount())
                ? new Asked(now, order)
                : new Left(now, Optional.of(order), Why.OTHER_AMOUNT);
    }

    private Attempt declined(Attempt attempt, String order, String issue) {
        var id = attempt.id();
        return switch (issue) {
            // The answer to an earlier call was lost on its way, or nobody has agreed.
            case "ORDER_ALREADY_CAPTURED", "ORDER_NOT_APPROVED" -> look(id, order);
            case "RESOURCE_NOT_FOUND", "ORDER_EXPIRED", "INVALID_RESOURCE_ID" ->
                    doing(() -> forget(id));
            default ->
                    doing(() ->
                            attempts.lock(id)
                                    .filter(one ->
                                            one.state() instanceof Asked
                                                    || one.state() instanceof Open)
                                    .map(one ->
                                            move(one, new Refused(clock.instant(), order, issue)))
                                    .orElseGet(() -> attempts.find(id).orElseThrow()));
        };
    }

    private Attempt look(AttemptId id, String order) {
        var attempt = attempts.find(id).orElseThrow();
        return paypal.order(attempt.office(), order) instanceof Told<PayPalOrder>(var told)
                ? keep(id, told)
                : attempt;
    }

    /// Keeps what PayPal told, and books the money the first time it is there.
    Attempt keep(AttemptId id, PayPalOrder told) {
        return doing(() -> {
            var attempt = attempts.lock(id).orElseThrow();
            var next = Course.after(attempt.state(), told, clock.instant());
            if (next.equals(attempt.state())) {
                return attempt;
            }
            var moved = move(attempt, next);
            if (next instanceof Captured captured) {
                book(moved, captured);
            } else if (next instanceof Refused && attempt.state() instanceof Pending) {
                events.publishEvent(new PaymentRefused(attempt.payable(), id));
            }
            return moved;
        });
    }

    /// What came for an order that ended, or was paid otherwise meanwhile, goes back.
    private void book(Attempt attempt, Captured captured) {
        switch (record(attempt, captured)) {
            case RecordOutcome.Settled _,
                    RecordOutcome.Short _,
                    RecordOutcome.AlreadyRecorded _ -> {}
            case RecordOutcome.Over _, RecordOutcome.NoLongerOwed _ ->
                    payments.returnExcess(PAYPAL, attempt.payable(), "not owed any more");
            case RecordOutcome.Differs _,
                    RecordOutcome.OtherCurrency _,
                    RecordOutcome.NotAnAmount _ ->
                    note(
                            attempt,
                            "paypal.not-booked",
                            captured.amount() + " " + captured.capture());
        }
    }

    private RecordOutcome record(Attempt attempt, Captured captured) {
        var money =
                new Incoming(
                        attempt.choice() == Attempt.Choice.CARD ? Means.CARD : Means.PAYPAL,
                        captured.amount(),
                        today(attempt.office()),
                        "PayPal " + captured.capture(),
                        Payer.of("", captured.capture()));
        var fee = captured.fee().filter(kept -> kept.isLessThan(captured.amount()));
        return payments.record(PAYPAL, attempt.payable(), fee.map(money::withFee).orElse(money));
    }

    private LocalDate today(OfficeId office) {
        return clock.instant().atZone(packs.get(office).office().zone()).toLocalDate();
    }

    /// A dispute that was lost: what PayPal took back is owed again, less what had gone back.
    Attempt takenBack(AttemptId id) {
        return doing(() -> {
            var attempt = attempts.lock(id).orElseThrow();
            if (!(attempt.state() instanceof Captured(_, var order, var capture, var amount, _))) {
                return attempt;
            }
            var moved = move(attempt, new TakenBack(clock.instant(), order, capture, amount));
            reverse(attempt, capture, Optional.empty(), "PayPal " + capture + " reversed", DISPUTE);
            return moved;
        });
    }

    /// Money that the office sent back on PayPal's own pages: what it was for is owed again.
    void sentBackThere(AttemptId id, String refund, Money amount) {
        doing(() -> {
            var attempt = attempts.lock(id).orElseThrow();
            if (attempt.state() instanceof Captured(_, _, var capture, _, _)) {
                reverse(attempt, capture, Optional.of(amount), "PayPal " + refund, BY_HAND);
            }
            return attempt;
        });
    }

    /// @param part of the capture; else what is left of it there
    private void reverse(
            Attempt attempt, String capture, Optional<Money> part, String reference, String why) {
        var payable = payments.get(attempt.payable());
        var receipt =
                payable.receipts().stream()
                        .filter(one -> one.bankReference().equals("PayPal " + capture))
                        .findFirst();
        if (receipt.isEmpty()) {
            return;
        }
        var name = receipt.get().bankReference();
        var gone =
                payable.payouts().stream()
                        .filter(one -> one.receipt().filter(name::equals).isPresent())
                        .filter(one -> one.state() instanceof Payout.State.Sent)
                        .map(Payout::amount)
                        .reduce(Money.zero(attempt.amount().getCurrencyUnit()), Money::plus);
        var taken =
                payable.reversals().stream()
                        .map(Payable.Reversal::what)
                        .filter(one -> one.receipt().equals(name))
                        .map(org.passerelle.payment.TakenBack::amount)
                        .reduce(gone, Money::plus);
        var left = receipt.get().amount().minus(taken);
        var amount = part.filter(left::isGreaterThan).orElse(left);
        if (amount.isPositive()) {
            payments.takeBack(
                    PAYPAL,
                    attempt.payable(),
                    org.passerelle.payment.TakenBack.whole(
                                    receipt.get(), today(attempt.office()), reference, why)
                            .part(amount));
        }
    }

    /// The buyer went away without having agreed.
    Attempt leave(AttemptId id) {
        return doing(() -> {
            var attempt = attempts.lock(id).orElseThrow();
            return attempt.state() instanceof Open(_, var order, _)
                    ? move(attempt, new Left(clock.instant(), Optional.of(order), Why.CANCELLED))
                    : attempt;
        });
    }

    private Attempt forget(AttemptId id) {
        var attempt = attempts.lock(id).orElseThrow();
        var next = Course.forgotten(attempt.state(), clock.instant());
        return next.equals(attempt.state()) ? attempt : move(attempt, next);
    }

    private Attempt closeIfStale(AttemptId id) {
        var attempt = attempts.lock(id).orElseThrow();
        return Course.isStale(attempt, clock.instant()) ? forget(id) : attempt;
    }

    Attempt move(Attempt attempt, AttemptState next) {
        var moved = attempt.in(next);
        attempts.move(moved);
        if (next instanceof Captured
                || next instanceof Pending
                || next instanceof Refused
                || next instanceof TakenBack) {
            note(moved, "paypal." + word(next), moved.amount() + " " + moved.id());
        }
        return moved;
    }

    private static String word(AttemptState state) {
        return switch (state) {
            case Begun _ -> "begun";
            case Open _ -> "open";
            case Asked _ -> "asked";
            case Pending _ -> "pending";
            case Captured _ -> "captured";
            case Refused _ -> "refused";
            case Left _ -> "left";
            case TakenBack _ -> "taken-back";
        };
    }

    private void note(Attempt attempt, String action, String detail) {
        audit.record(
                new AuditEntry(
                        PAYPAL,
                        action,
                        new AuditSubject(attempt.payable().kind(), attempt.payable().number()),
                        Optional.of(attempt.organisation()),
                        detail));
    }

    private Attempt doing(java.util.function.Supplier<Attempt> act) {
        return Objects.requireNonNull(alone.execute(_ -> act.get()));
    }
}
