package org.passerelle.paypal;

import java.time.Instant;
import java.util.Locale;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.PayableRef;

/// One try to pay a payable by card or PayPal, and where it stands (PAY-03).
///
/// @param looks how often PayPal was asked about it by the agenda
public record Attempt(
        AttemptId id,
        PayableRef payable,
        OrganisationId organisation,
        OfficeId office,
        Choice choice,
        Money amount,
        AttemptState state,
        int looks,
        Instant startedAt,
        Signature startedBy) {

    /// What the buyer chose; at PayPal's either can still be taken, and both need no account of
    /// ours.
    public enum Choice {
        PAYPAL,
        CARD;

        /// As addresses and forms write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Attempt in(AttemptState next) {
        return new Attempt(
                id,
                payable,
                organisation,
                office,
                choice,
                amount,
                next,
                looks,
                startedAt,
                startedBy);
    }

    public Attempt looked() {
        return new Attempt(
                id,
                payable,
                organisation,
                office,
                choice,
                amount,
                state,
                looks + 1,
                startedAt,
                startedBy);
    }
}
