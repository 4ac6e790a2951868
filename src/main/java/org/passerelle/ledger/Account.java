package org.passerelle.ledger;

import org.passerelle.kernel.OrganisationId;

/// Where money stands, within an office and a currency (PAY-05).
///
/// @param key what tells accounts of one kind apart: an organisation's id, an IBAN, a tax code …
public record Account(Kind kind, String key) {

    /// In the order in which a trial balance shows them.
    public enum Kind {
        /// What an organisation owes: ordered, less what it paid, plus what went back. By
        /// organisation.
        CUSTOMER,
        /// Ordered and not yet invoiced, a credit. By organisation.
        ORDERED,
        /// Fees invoiced, without tax. By `partner:kind`.
        FEES,
        /// Tax invoiced and owed to the state. By tax code.
        TAX,
        /// An account of the office at its bank. By IBAN, or its number where there is none.
        BANK,
        /// Money at PayPal. By the office's account there.
        PAYPAL,
        /// Cheques in hand, not yet on the bank statement. By office.
        CHEQUES,
        /// Between a bank account and what its money is for: what the statement shows and nobody
        /// decided yet, against what somebody recorded and no statement shows yet. By the same.
        CLEARING,
        /// Promised back and not yet gone. By means of payment.
        PAYOUTS,
        /// What banks and PayPal keep for themselves. By whom.
        PAYMENT_COSTS,
        /// Cents lost or won by rounding. By reason.
        ROUNDING,
        /// What is none of the office's sales: what stood at the bank before the first statement,
        /// its own transfers. By which of these.
        OTHER
    }

    public Account {
        if (key.isBlank()) {
            throw new IllegalArgumentException("An account needs a key: " + kind);
        }
    }

    /// What this organisation owes.
    public static Account customer(OrganisationId organisation) {
        return new Account(Kind.CUSTOMER, organisation.toString());
    }

    /// What this organisation ordered and was not yet invoiced.
    public static Account ordered(OrganisationId organisation) {
        return new Account(Kind.ORDERED, organisation.toString());
    }

    @Override
    public String toString() {
        return kind + " " + key;
    }
}
