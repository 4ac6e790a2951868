package org.passerelle.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// Money on its way back, by the means that brought it (ORD-09). What is noted to go back over two
/// receipts is two payouts.
///
/// @param organisation and `payable` are empty for money of the queue, which nobody was billed for
/// @param receipt the reference of the receipt that brought it; empty where it is not known
/// @param movement the bank movement it came with, for money of the queue
/// @param to where it goes; a transfer without an account has to be told one
/// @param turn how often it was due: 1, and one more each time it was directed anew
public record Payout(
        PayoutId id,
        OfficeId office,
        Optional<OrganisationId> organisation,
        Optional<PayableRef> payable,
        Optional<String> receipt,
        Optional<String> movement,
        Means means,
        Money amount,
        Payer to,
        String reason,
        State state,
        int turn,
        Instant dueAt,
        Signature by) {

    public sealed interface State {
        /// Promised; whoever carries that means has to send it.
        record Due() implements State {}

        /// It left on that day of the bank or of PayPal, under that reference.
        record Sent(LocalDate on, String reference) implements State {}

        /// It did not leave, or came back. Staff decide: directed anew, or sent after all.
        record Failed(String why) implements State {}

        /// It goes nowhere: the money it was made of was taken back by whoever had carried it.
        record Dropped(String why) implements State {}

        enum Code {
            DUE,
            SENT,
            FAILED,
            DROPPED
        }

        default Code code() {
            return switch (this) {
                case Due _ -> Code.DUE;
                case Sent _ -> Code.SENT;
                case Failed _ -> Code.FAILED;
                case Dropped _ -> Code.DROPPED;
            };
        }
    }

    /// Whether it left, or is to leave.
    public boolean counts() {
        return !(state instanceof State.Dropped);
    }

    Payout in(State next) {
        return new Payout(
                id,
                office,
                organisation,
                payable,
                receipt,
                movement,
                means,
                amount,
                to,
                reason,
                next,
                turn,
                dueAt,
                by);
    }

    Payout directed(Means anew, Payer payee) {
        return new Payout(
                id,
                office,
                organisation,
                payable,
                receipt,
                movement,
                anew,
                amount,
                payee,
                reason,
                new State.Due(),
                turn + 1,
                dueAt,
                by);
    }
}
