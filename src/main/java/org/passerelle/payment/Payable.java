package org.passerelle.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// What is owed for one thing, how to pay it, and what came in for it so far.
///
/// `received` is all that came and was not taken back, `returned` all that was noted to go back;
/// `missing` and `excess` follow from both. `epc` asks for what is missing, and is empty once
/// nothing is, or for an office that is not paid in euros. `remindOn` and `lastDay`, inclusive, are
/// days of the office (ORD-13).
public record Payable(
        PayableRef ref,
        OrganisationId organisation,
        OfficeId office,
        State state,
        Money amount,
        Money received,
        Money returned,
        StructuredCommunication communication,
        String beneficiary,
        String iban,
        String bic,
        Optional<EpcQrCode> epc,
        Instant expectedAt,
        List<LocalDate> remindOn,
        LocalDate lastDay,
        Optional<Instant> settledAt,
        List<Receipt> receipts,
        List<Repayment> repayments,
        List<Payout> payouts,
        List<Reversal> reversals) {

    /// `WITHDRAWN`: nothing is owed any more; what still comes in goes back.
    public enum State {
        AWAITING,
        SETTLED,
        WITHDRAWN
    }

    /// Money that came, as the bank named it; `on` is the bank's day. `fee` is what whoever carried
    /// it kept out of it; `movement` the bank movement it is part of.
    public record Receipt(
            String bankReference,
            Money amount,
            LocalDate on,
            Instant recordedAt,
            Signature by,
            Means means,
            Payer payer,
            Optional<Money> fee,
            Optional<String> movement) {

        /// As it came.
        public Incoming incoming() {
            return new Incoming(means, amount, on, bankReference, payer, fee, movement);
        }
    }

    /// Money noted to go back to the account that paid, and why. It `lowersOwed` when it was owed
    /// and is given back after all, as for goods that came back; how it goes is told by `payouts`.
    public record Repayment(
            Money amount, String reason, Instant notedAt, Signature by, boolean lowersOwed) {}

    /// Money of a receipt that was taken back by whoever carried it.
    public record Reversal(TakenBack what, Instant recordedAt, Signature by) {}

    /// What is owed in the end: nothing once withdrawn, less what was given back after all.
    public Money owed() {
        var zero = Money.zero(amount.getCurrencyUnit());
        return state == State.WITHDRAWN
                ? zero
                : repayments.stream()
                        .filter(Repayment::lowersOwed)
                        .map(Repayment::amount)
                        .reduce(amount, Money::minus);
    }

    /// What still has to come; zero once settled or withdrawn.
    public Money missing() {
        var open = owed().minus(received).plus(returned);
        return state == State.AWAITING && open.isPositive()
                ? open
                : Money.zero(amount.getCurrencyUnit());
    }

    /// What came and is not owed, and was not yet noted to go back.
    public Money excess() {
        var over = received.minus(returned).minus(owed());
        return over.isPositive() ? over : Money.zero(amount.getCurrencyUnit());
    }
}
