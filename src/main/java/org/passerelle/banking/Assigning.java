package org.passerelle.banking;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.passerelle.banking.BankMovement.Decision;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.Incoming;
import org.passerelle.payment.Means;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payments;
import org.passerelle.payment.RecordOutcome;
import org.springframework.stereotype.Component;

/// Writes decisions about movements, and the receipts that follow from them.
@Component
class Assigning {
    /// A bank may take a transfer back for over a year; after that nobody looks for it here.
    private static final long DAYS_TAKEN_BACK = 400;

    private final BankBooks books;
    private final Payments payments;
    private final BankPostings postings;
    private final Releasing releasing;
    private final Clock clock;

    Assigning(
            BankBooks books,
            Payments payments,
            BankPostings postings,
            Releasing releasing,
            Clock clock) {
        this.books = books;
        this.payments = payments;
        this.postings = postings;
        this.releasing = releasing;
        this.clock = clock;
    }

    /// Records a share of a movement for what it pays, under the bank's reference where that is the
    /// movement's own: what somebody typed from the same statement before is found again and counts
    /// once.
    RecordOutcome assign(
            Actor actor, MovementId id, PayableRef ref, Money share, boolean byItself) {
        var movement = books.find(id).orElseThrow();
        var reference = reference(movement);
        var from = movement.movement().counterparty();
        var position = movement.decisions().size() + 1;
        var money =
                new Incoming(
                                Means.TRANSFER,
                                share,
                                movement.movement().bookedOn(),
                                reference,
                                Payer.of(from.name(), from.account()))
                        .ofMovement(part(movement, position));
        var outcome = payments.record(actor, ref, money);
        if (isKept(outcome)) {
            var payable = payments.get(ref);
            books.decide(
                    movement,
                    new Decision(
                            position,
                            Kind.ASSIGNED,
                            Optional.empty(),
                            share,
                            Optional.of(ref),
                            Optional.of(payable.organisation()),
                            reference,
                            "",
                            byItself,
                            clock.instant(),
                            actor.signature(),
                            Optional.empty()));
        }
        return outcome;
    }

    /// Names a part of a movement in the office for ever.
    static String part(BankMovement movement, int position) {
        return movement.number() + "/" + position;
    }

    private String reference(BankMovement movement) {
        var servicer = movement.movement().bank().servicer();
        var own =
                servicer.isEmpty() || books.isShared(movement.office(), servicer)
                        ? "B" + movement.number()
                        : servicer;
        return movement.decisions().isEmpty() ? own : own + "/" + (movement.decisions().size() + 1);
    }

    /// Whether a receipt of this amount stands under the bank's reference already.
    boolean isRecorded(BankMovement movement, PayableRef ref) {
        var reference = movement.movement().bank().servicer();
        return !reference.isEmpty()
                && payments.get(ref).receipts().stream()
                        .anyMatch(receipt ->
                                receipt.bankReference().equals(reference)
                                        && receipt.amount().equals(movement.amount()));
    }

    static boolean isKept(RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Settled _,
                    RecordOutcome.Short _,
                    RecordOutcome.Over _,
                    RecordOutcome.NoLongerOwed _,
                    RecordOutcome.AlreadyRecorded _ ->
                    true;
            case RecordOutcome.Differs _,
                    RecordOutcome.OtherCurrency _,
                    RecordOutcome.NotAnAmount _ ->
                    false;
        };
    }

    /// Keeps a decision by which nothing is recorded and nothing posted.
    void decide(
            Actor actor,
            BankMovement movement,
            Kind kind,
            Money amount,
            String reason,
            boolean byItself) {
        keep(actor, movement, kind, Optional.empty(), amount, reason, byItself);
    }

    /// What is open of a movement pays nothing that the office sells.
    void setAside(
            Actor actor, BankMovement movement, Purpose purpose, String reason, boolean byItself) {
        var open = movement.open();
        postings.setAside(movement, movement.decisions().size() + 1, purpose, open);
        keep(actor, movement, Kind.SET_ASIDE, Optional.of(purpose), open, reason, byItself);
    }

    private void keep(
            Actor actor,
            BankMovement movement,
            Kind kind,
            Optional<Purpose> purpose,
            Money amount,
            String reason,
            boolean byItself) {
        books.decide(
                movement,
                new Decision(
                        movement.decisions().size() + 1,
                        kind,
                        purpose,
                        amount,
                        Optional.empty(),
                        Optional.<OrganisationId>empty(),
                        "",
                        reason,
                        byItself,
                        clock.instant(),
                        actor.signature(),
                        Optional.empty()));
    }

    /// A decision by which nothing was recorded is taken back: the money stands in the queue again.
    void undo(Actor actor, BankMovement movement, Decision last) {
        books.undo(movement, last, clock.instant(), actor.signature());
        last.purpose()
                .ifPresent(it -> postings.undone(movement, last.position(), it, last.amount()));
    }

    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Earlier credits that a debit may take back where the bank says that it takes something back:
    /// of the same amount, with a reference in common, else from the same account.
    List<BankMovement> takenBackBy(BankMovement debit) {
        var found = alike(debit);
        var named = found.stream().filter(one -> sharesReference(one, debit)).toList();
        return named.isEmpty() ? found : named;
    }

    private static boolean sharesReference(BankMovement one, BankMovement other) {
        var here = one.movement().bank();
        var there = other.movement().bank();
        return same(here.servicer(), there.servicer())
                || same(here.transaction(), there.transaction())
                || same(here.endToEnd(), there.endToEnd());
    }

    private static boolean same(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private List<BankMovement> alike(BankMovement debit) {
        var movement = debit.movement();
        var says = movement.reversal() || movement.returnReason().isPresent();
        return books.alike(debit.office(), movement).stream()
                .filter(one -> !one.id().equals(debit.id()))
                .filter(one -> one.amount().equals(debit.amount().negated()))
                .filter(one -> !one.movement().bookedOn().isAfter(movement.bookedOn()))
                .filter(one ->
                        ChronoUnit.DAYS.between(one.movement().bookedOn(), movement.bookedOn())
                                <= DAYS_TAKEN_BACK)
                .filter(one -> says)
                .filter(one ->
                        one.decisions().stream()
                                .filter(Decision::stands)
                                .map(Decision::kind)
                                .noneMatch(Set.of(Kind.TAKEN_BACK, Kind.SPLIT)::contains))
                .filter(one -> !releasing.isTakenBack(one))
                .toList();
    }
}
