package org.passerelle.ledger.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Posting;
import org.passerelle.ledger.Statement;
import org.passerelle.ledger.TrialBalance;

/// Keeps entries; only ever adds. Days are inclusive.
public interface Books {

    /// What names an entry: its cause in its office.
    record Key(OfficeId office, Cause cause) {
        public static Key of(Posting posting) {
            return new Key(posting.office(), posting.cause());
        }
    }

    /// Makes those accounts that are not there yet.
    void open(OfficeId office, CurrencyUnit currency, List<Account> accounts);

    /// Adds those of `postings`, of different keys, whose key is new; answers their keys.
    Set<Key> add(List<Posting> postings, Instant now);

    List<Entry> find(List<Key> keys);

    Money balance(OfficeId office, Account account, CurrencyUnit currency, LocalDate until);

    Statement statement(
            OfficeId office,
            Account account,
            CurrencyUnit currency,
            LocalDate from,
            LocalDate until,
            int offset,
            int size);

    TrialBalance trialBalance(
            OfficeId office, CurrencyUnit currency, LocalDate from, LocalDate until);

    TrialBalance.Accounts accounts(
            OfficeId office,
            CurrencyUnit currency,
            Kind kind,
            LocalDate from,
            LocalDate until,
            int offset,
            int size);

    /// The sums of the lines of a kind of account, by the kind of their cause.
    Map<String, Money> byCause(
            OfficeId office, CurrencyUnit currency, Kind kind, LocalDate from, LocalDate until);

    /// Entries that concern an organisation, oldest first.
    List<Entry> entries(OrganisationId organisation, LocalDate from, LocalDate until);

    List<CurrencyUnit> currencies(OfficeId office);
}
