package org.passerelle.payment;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;

/// Where an office's money stands, by the names all who post it use (PAY-05).
public final class MoneyAccounts {
    private MoneyAccounts() {}

    /// An account at the bank: what its statements say, nothing else is posted there.
    public static Account bank(String account) {
        return new Account(Kind.BANK, compact(account));
    }

    /// What that account's money passes on its way to or from what it is for.
    public static Account clearing(String account) {
        return new Account(Kind.CLEARING, compact(account));
    }

    /// Where money of that means stands once it is here; a transfer's is cleared with the statement
    /// that shows it, sooner or later.
    public static Account of(Means means, String account) {
        return switch (means) {
            case TRANSFER -> clearing(account);
            case CARD, PAYPAL -> new Account(Kind.PAYPAL, "paypal");
            case CHEQUE -> new Account(Kind.CHEQUES, "cheques");
        };
    }

    /// What stood on that account before its first statement.
    public static Account opening(String account) {
        return new Account(Kind.OTHER, "opening " + compact(account));
    }

    /// What passed a bank account and is none of the office's sales.
    public static Account other() {
        return new Account(Kind.OTHER, "set-aside");
    }

    /// Promised back by that means and not yet gone.
    public static Account payouts(Means means) {
        return new Account(Kind.PAYOUTS, code(means));
    }

    /// What whoever carries that means keeps.
    public static Account costs(Means means) {
        return new Account(Kind.PAYMENT_COSTS, means == Means.CARD ? "paypal" : code(means));
    }

    /// All of them, for an office with that account at its bank.
    static List<Account> all(String account) {
        var shared = Stream.of(bank(account), clearing(account), opening(account), other());
        var byMeans =
                Stream.of(Means.values())
                        .flatMap(means ->
                                Stream.of(of(means, account), payouts(means), costs(means)));
        return Stream.concat(shared, byMeans).distinct().toList();
    }

    private static String code(Means means) {
        return switch (means) {
            case TRANSFER -> "transfer";
            case CARD -> "card";
            case PAYPAL -> "paypal";
            case CHEQUE -> "cheque";
        };
    }

    private static String compact(String account) {
        return account.replaceAll("\\s", "");
    }
}
