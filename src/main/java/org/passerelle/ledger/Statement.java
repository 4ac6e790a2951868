package org.passerelle.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.OrganisationId;

/// An account's lines of some days, oldest first, with the balance after each (PAY-05).
///
/// @param opening the balance before the first day
/// @param closing the balance after the last day
/// @param total how many lines those days have; `lines` are those of one page
public record Statement(Money opening, Money closing, int total, List<Line> lines) {
    public Statement {
        lines = List.copyOf(lines);
    }

    /// @param entry names the entry it is of
    /// @param amount debit positive, credit negative
    /// @param balance of the account after this line
    public record Line(
            long entry,
            LocalDate on,
            Cause cause,
            Optional<OrganisationId> organisation,
            String about,
            Money amount,
            Money balance) {}
}
