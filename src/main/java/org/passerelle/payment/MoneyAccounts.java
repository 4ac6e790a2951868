package org.passerelle.payment;

import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;

/// Where an office's money stands, by the names all who post it use (PAY-05).
public final class MoneyAccounts {
    private MoneyAccounts() {}

    /// An account at the bank.
    public static Account bank(String iban) {
        return new Account(Kind.BANK, compact(iban));
    }

    /// Money on that account which nothing was found for yet.
    public static Account unassigned(String iban) {
        return new Account(Kind.UNASSIGNED, compact(iban));
    }

    /// Where money of that means stands once it is here; a transfer's at the bank.
    public static Account of(Means means, String iban) {
        return switch (means) {
            case TRANSFER -> bank(iban);
            case CARD, PAYPAL -> new Account(Kind.PAYPAL, "paypal");
            case CHEQUE -> new Account(Kind.CHEQUES, "cheques");
        };
    }

    /// Promised back by that means and not yet gone.
    public static Account payouts(Means means) {
        return new Account(Kind.PAYOUTS, code(means));
    }

    /// What whoever carries that means keeps.
    public static Account costs(Means means) {
        return new Account(Kind.PAYMENT_COSTS, means == Means.CARD ? "paypal" : code(means));
    }

    private static String code(Means means) {
        return switch (means) {
            case TRANSFER -> "transfer";
            case CARD -> "card";
            case PAYPAL -> "paypal";
            case CHEQUE -> "cheque";
        };
    }

    private static String compact(String iban) {
        return iban.replaceAll("\\s", "");
    }
}
