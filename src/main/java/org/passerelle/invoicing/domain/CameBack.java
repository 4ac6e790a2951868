package org.passerelle.invoicing.domain;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.OfficeId;

/// What came back for money, and what of it was never billed (INV-01).
public interface CameBack {
    /// Holds what is known of an order until the transaction ends.
    void hold(OfficeId office, long order);

    /// Holds the numbers of an office and year until the transaction ends: no run invoices what
    /// waits.
    void holdNumbers(OfficeId office, int year);

    /// Whether a return was dealt with.
    ///
    /// @param key names it among those of all offices
    boolean knows(String key);

    /// Units of one line that came back with a return.
    record Units(String key, OfficeId office, long order, int line, long units) {}

    /// Deals with a return's line once for ever.
    ///
    /// @param document the credit note; empty where the line was not invoiced yet, or where staff
    ///   had given it back on paper before
    void keep(Units units, Optional<UUID> document);

    /// Units of a line that came back before they were invoiced.
    long neverBilled(OfficeId office, long order, int line);

    /// Whether the orders of an office from before there were invoices were looked through.
    boolean isCaughtUp(OfficeId office);

    void caughtUp(OfficeId office);
}
