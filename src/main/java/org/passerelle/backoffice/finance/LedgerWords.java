package org.passerelle.backoffice.finance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.Banking;
import org.passerelle.banking.MovementId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.Iban;
import org.passerelle.payment.PayableRef;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What people call what stands in the books: accounts, what happened, the document of a line.
@Component
class LedgerWords {
    private final Organisations organisations;
    private final Banking banking;
    private final FinanceNames names;

    LedgerWords(Organisations organisations, Banking banking, FinanceNames names) {
        this.organisations = organisations;
        this.banking = banking;
        this.names = names;
    }

    /// What these accounts are called, in the reader's words.
    Map<Account, String> names(OfficeId office, List<Account> accounts, Words words) {
        var known =
                organisations.names(
                        accounts.stream()
                                .flatMap(account -> organisation(account).stream())
                                .distinct()
                                .toList());
        return accounts.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                account -> account,
                                account -> name(office, account, known, words)));
    }

    String name(OfficeId office, Account account, Words words) {
        return names(office, List.of(account), words).getOrDefault(account, account.key());
    }

    private String name(
            OfficeId office, Account account, Map<OrganisationId, String> known, Words words) {
        return switch (account.kind()) {
            case CUSTOMER, ORDERED -> organisation(account).map(known::get).orElse(account.key());
            case BANK, CLEARING -> iban(account.key());
            case PAYOUTS, CHEQUES, PAYPAL, PAYMENT_COSTS ->
                    words.find("ledger.means." + account.key()).orElse(account.key());
            case FEES -> names.fees(office, account.key(), words);
            case TAX -> names.tax(office, account.key(), words);
            case OTHER -> {
                var parts = account.key().split(" ", 2);
                var what = words.find("ledger.other." + parts[0]).orElse(parts[0]);
                yield parts.length == 1 ? what : what + " " + iban(parts[1]);
            }
            case ROUNDING -> account.key();
        };
    }

    private static String iban(String key) {
        return Iban.parse(key).map(Iban::printed).orElse(key);
    }

    private static Optional<OrganisationId> organisation(Account account) {
        if (account.kind() != Kind.CUSTOMER && account.kind() != Kind.ORDERED) {
            return Optional.empty();
        }
        try {
            return Optional.of(OrganisationId.of(account.key()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What happened; the code itself for a kind of cause that no word was written for.
    static String happened(Cause cause, Words words) {
        return words.find("ledger.cause." + cause.kind()).orElse(cause.kind());
    }

    /// The document a line comes from; its address is empty where it has no page.
    Why.Link document(OfficeId office, Cause cause, String about, Words words) {
        var parts = about.split(" ", 2);
        if (parts.length < 2) {
            return new Why.Link(about, "");
        }
        var ref = new PayableRef(parts[0], parts[1]);
        if (OrderNumber.isOrder(ref) && ref.number().matches(".+/[0-9]{1,18}")) {
            var number = OrderNumber.of(ref).toString();
            return new Why.Link(words.get("ordering.order", number), "/staff/orders/" + number);
        }
        var what = words.find("ledger.document." + parts[0]).orElse(parts[0]);
        return new Why.Link(what + " " + parts[1], page(office, parts[0], parts[1], cause));
    }

    private String page(OfficeId office, String kind, String number, Cause cause) {
        return switch (kind) {
            case "invoice", "credit-note" -> "/staff/invoices/" + number;
            case "movement" ->
                    movement(cause)
                            .or(() -> numbered(office, number))
                            .map(id -> "/staff/bank/movements/" + id)
                            .orElse("");
            default -> "";
        };
    }

    /// Where money of the queue goes back, its number says which.
    private Optional<MovementId> numbered(OfficeId office, String number) {
        var digits = number.split("/", 2)[0];
        return digits.matches("[0-9]{1,15}")
                ? banking.numbered(office, Long.parseLong(digits)).map(BankMovement::id)
                : Optional.empty();
    }

    /// Its id begins the key; a part of the movement follows after a slash.
    private static Optional<MovementId> movement(Cause cause) {
        try {
            return Optional.of(MovementId.of(cause.key().split("/", 2)[0]));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The reference of a receipt, which the bank or PayPal knows it by; empty for other causes.
    static String reference(Cause cause) {
        return Stream.of("receipt", "movement").anyMatch(cause.kind()::equals) ? cause.key() : "";
    }
}
