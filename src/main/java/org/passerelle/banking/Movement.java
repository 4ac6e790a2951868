package org.passerelle.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/// One movement on an account as the bank's statement tells it (PAY-02).
///
/// @param bookedOn the bank's day
/// @param amount positive for money that came, negative for money that left
/// @param references structured creditor references as they stand, without blanks
/// @param text what the payer wrote, and what the bank adds
/// @param reversal the bank takes an earlier movement back
/// @param returnReason why a transfer came back, in the bank's code; empty for any other
/// @param batch one booking for several payments whose details the bank did not give
/// @param charges what the bank kept, within or beside the amount
public record Movement(
        LocalDate bookedOn,
        Optional<LocalDate> valuedOn,
        Money amount,
        Counterparty counterparty,
        BankReferences bank,
        List<String> references,
        String text,
        boolean reversal,
        Optional<String> returnReason,
        boolean batch,
        Optional<Money> charges) {

    public Movement {
        references = List.copyOf(references);
    }

    /// Who paid or was paid, as far as the bank says; empty texts where it does not.
    ///
    /// @param account an IBAN without blanks where it is one
    public record Counterparty(String name, String account, String bic) {
        public static final Counterparty UNKNOWN = new Counterparty("", "", "");
    }

    /// How the bank and the payer named the movement; empty texts where they did not.
    ///
    /// @param servicer the bank's own reference, of the payment or else of the booking
    /// @param transaction the interbank reference
    /// @param endToEnd the payer's reference
    public record BankReferences(String servicer, String transaction, String endToEnd) {
        public static final BankReferences NONE = new BankReferences("", "", "");
    }

    public boolean isCredit() {
        return amount.isPositive();
    }

    /// What makes two tellings of a movement the same one: day, amount, and how bank and payer name
    /// it. Where nobody named it, what stands on it.
    public String key() {
        var named =
                bank.servicer().isEmpty() && bank.transaction().isEmpty()
                        ? String.join("|", simple(counterparty.account()), simple(text))
                        : String.join("|", bank.servicer(), bank.transaction());
        return String.join(
                "|",
                bookedOn.toString(),
                amount.getCurrencyUnit().getCode(),
                Long.toString(amount.getAmountMinorLong()),
                named,
                bank.endToEnd(),
                String.join(",", references));
    }

    /// Letters and digits only: banks break lines of a text anew in each export.
    private static String simple(String text) {
        return text.replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
