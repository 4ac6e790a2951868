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
/// `received` is all that came, `returned` all that was noted to go back; `missing` and `excess`
/// follow from both. `epc` asks for what is missing, and is empty once nothing is, or for an office
/// that is not paid in euros. `remindOn` and `lastDay`, inclusive, are days of the office (ORD-13).
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
        LocalDate remindOn,
        LocalDate lastDay,
        Optional<Instant> settledAt,
        List<Receipt> receipts,
        List<Repayment> repayments) {

    /// `WITHDRAWN`: nothing is owed any more; what still comes in goes back.
    public enum State {
        AWAITING,
        SETTLED,
        WITHDRAWN
    }

    /// Money that came, as the bank named it; `on` is the bank's day.
    public record Receipt(
            String bankReference, Money amount, LocalDate on, Instant recordedAt, Signature by) {}

    /// Money noted to go back to the account that paid, and why.
    public record Repayment(Money amount, String reason, Instant notedAt, Signature by) {}

    /// What still has to come; zero once settled or withdrawn.
    public Money missing() {
        var open = amount.minus(received);
        return state == State.AWAITING && open.isPositive()
                ? open
                : Money.zero(amount.getCurrencyUnit());
    }

    /// What came and is not owed, and was not yet noted to go back.
    public Money excess() {
        var kept = received.minus(returned);
        var over = state == State.WITHDRAWN ? kept : kept.minus(amount);
        return over.isPositive() ? over : Money.zero(amount.getCurrencyUnit());
    }
}
