package org.passerelle.backoffice.finance;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Pager;
import org.passerelle.ui.Why;

/// What the pages of the ledger show.
public final class LedgerPage {
    private LedgerPage() {}

    /// Which days and which currency.
    ///
    /// @param from and `until` as a field of a date holds them
    /// @param query of the same days and currency, to lead on with
    public record Days(String from, String until, List<Currency> currencies, String query) {}

    public record Currency(String code, boolean chosen) {}

    /// A sum of accounts, or of one.
    ///
    /// @param path of what it is made of
    /// @param hint what the kind is, in one sentence
    public record Sum(
            String name,
            String path,
            String hint,
            String opening,
            String debit,
            String credit,
            String closing) {}

    /// All kinds, and that they sum to zero.
    public record Trial(Days days, List<Sum> sums, Sum all, boolean balanced) {}

    /// The accounts of one kind.
    public record Accounts(
            Days days, String kind, String hint, List<Sum> sums, Optional<Pager> pager) {}

    /// @param document its address is empty where it has no page
    /// @param who the organisation, where the account is not its own
    public record Line(
            String on,
            String what,
            String reference,
            Why.Link document,
            Optional<Why.Link> who,
            String debit,
            String credit,
            String balance) {}

    /// @param code of the kind, to lead back with
    public record Statement(
            Days days,
            String code,
            String key,
            String kind,
            String name,
            String opening,
            String closing,
            List<Line> lines,
            Optional<Pager> pager) {}

    /// One side of an entry.
    public record Side(String account, String path, String debit, String credit) {}

    public record Entry(
            String on, String what, String reference, Why.Link document, List<Side> sides) {}

    /// All that concerns an organisation.
    ///
    /// @param figures what it owes, what is ordered and not invoiced, what is promised back
    public record Organisation(
            String id, String name, Days days, List<Figure> figures, List<Entry> entries) {}

    public record Figure(String name, String amount) {}
}
