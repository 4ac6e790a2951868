package org.passerelle.payment;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.OrganisationId;

/// A cheque that came, and where it is now (PAY-04).
///
/// @param reference of its receipt, which names it in the office
/// @param payer whose it is, with its number
/// @param movedOn the day of its stage, where it is not in hand
/// @param note the deposit's reference, why it bounced, or under what it was sent back
/// @param payout by which it goes back
public record Cheque(
        PayableRef payable,
        OrganisationId organisation,
        String reference,
        Money amount,
        LocalDate receivedOn,
        Payer payer,
        Stage stage,
        Optional<LocalDate> movedOn,
        String note,
        Optional<PayoutId> payout) {

    public enum Stage {
        /// In the drawer: to be taken to the bank.
        IN_HAND,
        /// It goes back to whoever sent it: what it was for is not to be had, or owed, any more.
        TO_SEND_BACK,
        BANKED,
        /// The bank did not pay it.
        BOUNCED,
        SENT_BACK
    }
}
