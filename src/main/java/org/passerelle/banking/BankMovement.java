package org.passerelle.banking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.PayableRef;

/// A movement that was taken in, and what was decided about it.
///
/// @param number as people say it
/// @param account of the office
/// @param partOf the booking of which this is one payment; empty for a booking
public record BankMovement(
        MovementId id,
        long number,
        OfficeId office,
        String account,
        StatementId statement,
        Optional<MovementId> partOf,
        Movement movement,
        List<Decision> decisions) {

    public BankMovement {
        decisions = List.copyOf(decisions);
    }

    /// What became of a movement or a part of it.
    ///
    /// @param position from 1, in the order of deciding
    /// @param reference under which the receipt stands; empty where there is none
    /// @param reason in the words of who decided; empty where the kind says all
    /// @param purpose what it is that was set aside; empty for any other kind
    /// @param byItself decided by the product, for it was certain
    public record Decision(
            int position,
            Kind kind,
            Optional<Purpose> purpose,
            Money amount,
            Optional<PayableRef> payable,
            Optional<OrganisationId> organisation,
            String reference,
            String reason,
            boolean byItself,
            Instant at,
            Signature by,
            Optional<Undone> undone) {

        public boolean stands() {
            return undone.isEmpty();
        }
    }

    public record Undone(Instant at, Signature by) {}

    public enum Kind {
        /// Recorded as a receipt for what it pays.
        ASSIGNED,
        /// Goes back to the account it came from.
        SENT_BACK,
        /// Pays nothing that the office sells, or is recorded already: see [Purpose].
        SET_ASIDE,
        /// The bank took a credit back, or this is that credit.
        TAKEN_BACK,
        /// Money that the office sent: a transfer it asked for.
        PAID_OUT,
        /// A booking of several payments, each of which is a movement now.
        SPLIT
    }

    /// What a movement is that pays nothing (PAY-05).
    public enum Purpose {
        /// What the bank keeps for itself, or gives back of it.
        BANK_COSTS,
        /// Between the bank account and the office's account at PayPal.
        PAYPAL,
        /// Somebody recorded it before the statement showed it, as a deposit of cheques.
        RECORDED,
        /// None of the office's sales, as its own transfers.
        OTHER
    }

    public Money amount() {
        return movement.amount();
    }

    /// What nobody decided yet, with the sign of the movement; zero when all is decided.
    public Money open() {
        return decisions.stream()
                .filter(Decision::stands)
                .map(Decision::amount)
                .reduce(amount(), Money::minus);
    }

    public boolean isOpen() {
        return !open().isZero();
    }

    /// The last decision where it set the movement, or a part of it, aside.
    public Optional<Decision> setAside() {
        return undoable().filter(last -> last.kind() == Kind.SET_ASIDE);
    }

    /// The decision that is taken back next, if any: what was promised to its sender is sent, and
    /// what the bank did is done.
    public Optional<Decision> undoable() {
        return decisions.stream()
                .filter(Decision::stands)
                .reduce((_, last) -> last)
                .filter(last ->
                        switch (last.kind()) {
                            case ASSIGNED, SET_ASIDE -> true;
                            case SENT_BACK, TAKEN_BACK, PAID_OUT, SPLIT -> false;
                        });
    }
}
