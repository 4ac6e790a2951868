package org.passerelle.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.domain.Books;
import org.passerelle.ledger.domain.Books.Key;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the ledger: what is posted, and what stands on an account (PAY-05).
///
/// Days are of the office's zone and inclusive. A posting stands or falls with the transaction of
/// whoever posts.
@Service
@Transactional
public class Ledger {
    /// Before the first and after the last day of any books.
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    /// So many entries go to the database at once: memory stays flat however many there are.
    private static final int BATCH = 2_000;

    private final Books books;
    private final Clock clock;

    Ledger(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /// Makes accounts before anything is posted to them. An account is made by the first posting
    /// that names it, too, but others wait for that one's transaction then: two that make the same
    /// accounts in different orders would stop each other.
    public void open(OfficeId office, CurrencyUnit currency, List<Account> accounts) {
        books.open(office, currency, accounts);
    }

    /// Puts `posting` in the books; false when its cause stands there already with the same
    /// content, and nothing changes.
    ///
    /// @throws CauseTaken when its cause stands there with another content
    public boolean post(Posting posting) {
        return add(List.of(posting)) == 1;
    }

    /// The same for many, in the order given and in one transaction; answers how many are new.
    /// Reads the stream as it goes.
    ///
    /// @throws CauseTaken as [#post]
    public int postAll(Stream<Posting> postings) {
        var added = 0;
        var batch = new ArrayList<Posting>(BATCH);
        for (var next = postings.iterator(); next.hasNext(); ) {
            batch.add(next.next());
            if (batch.size() == BATCH || !next.hasNext()) {
                added += add(batch);
                batch.clear();
            }
        }
        return added;
    }

    private int add(List<Posting> postings) {
        Map<Key, Posting> asked = new LinkedHashMap<>();
        for (var posting : postings) {
            var before = asked.putIfAbsent(Key.of(posting), posting);
            if (before != null && !before.sameAs(posting)) {
                throw new CauseTaken(posting, before);
            }
        }
        var added = books.add(List.copyOf(asked.values()), clock.instant());
        var known = asked.keySet().stream().filter(key -> !added.contains(key)).toList();
        for (var entry : books.find(known)) {
            var posting = asked.get(Key.of(entry.posting()));
            if (posting != null && !posting.sameAs(entry.posting())) {
                throw new CauseTaken(posting, entry.posting());
            }
        }
        return added.size();
    }

    /// What stands in the books for `cause`.
    @Transactional(readOnly = true)
    public Optional<Entry> find(OfficeId office, Cause cause) {
        return books.find(List.of(new Key(office, cause))).stream().findFirst();
    }

    /// The sum of an account's lines; zero for one that has none.
    @Transactional(readOnly = true)
    public Money balance(OfficeId office, Account account, CurrencyUnit currency) {
        return books.balance(office, account, currency, EVER);
    }

    /// The sum of an account's lines up to the end of the day `until`.
    @Transactional(readOnly = true)
    public Money balance(OfficeId office, Account account, CurrencyUnit currency, LocalDate until) {
        return books.balance(office, account, currency, until);
    }

    /// An account's lines, oldest first: `size` of them after the first `offset`, with the balance
    /// after each.
    @Transactional(readOnly = true)
    public Statement statement(
            OfficeId office,
            Account account,
            CurrencyUnit currency,
            LocalDate from,
            LocalDate until,
            int offset,
            int size) {
        return books.statement(office, account, currency, from, until, offset, size);
    }

    /// The sums of all accounts, by kind.
    @Transactional(readOnly = true)
    public TrialBalance trialBalance(
            OfficeId office, CurrencyUnit currency, LocalDate from, LocalDate until) {
        return books.trialBalance(office, currency, from, until);
    }

    /// The accounts of one kind that have lines, by key: `size` of them after the first `offset`.
    @Transactional(readOnly = true)
    public TrialBalance.Accounts accounts(
            OfficeId office,
            CurrencyUnit currency,
            Kind kind,
            LocalDate from,
            LocalDate until,
            int offset,
            int size) {
        return books.accounts(office, currency, kind, from, until, offset, size);
    }

    /// What moved on all accounts of a kind, by the kind of cause; debit positive.
    @Transactional(readOnly = true)
    public Map<String, Money> byCause(
            OfficeId office, CurrencyUnit currency, Kind kind, LocalDate from, LocalDate until) {
        return books.byCause(office, currency, kind, from, until);
    }

    /// All that was posted about an organisation, in all offices, oldest first.
    @Transactional(readOnly = true)
    public List<Entry> entries(OrganisationId organisation, LocalDate from, LocalDate until) {
        return books.entries(organisation, from, until);
    }

    /// The currencies in which an office has entries, by code.
    @Transactional(readOnly = true)
    public List<CurrencyUnit> currencies(OfficeId office) {
        return books.currencies(office);
    }
}
