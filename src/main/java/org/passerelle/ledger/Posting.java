package org.passerelle.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// What is to stand in the books: lines in one currency that sum to zero (PAY-05).
///
/// @param on the day it counts for, of the office's zone
/// @param organisation whom it concerns; its lines show under that organisation
/// @param about the document it comes from: its kind, a blank, its number, as in `order LU-2026-12`
public record Posting(
        OfficeId office,
        LocalDate on,
        Cause cause,
        Optional<OrganisationId> organisation,
        String about,
        List<Line> lines) {

    /// One side: a positive amount is a debit, a negative one a credit.
    public record Line(Account account, Money amount) {
        public Line {
            if (amount.isZero()) {
                throw new IllegalArgumentException("A line of nothing: " + account);
            }
        }

        /// @param amount more than nothing
        public static Line debit(Account account, Money amount) {
            return new Line(account, positive(amount));
        }

        /// @param amount more than nothing
        public static Line credit(Account account, Money amount) {
            return new Line(account, positive(amount).negated());
        }

        private static Money positive(Money amount) {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("More than nothing is posted: " + amount);
            }
            return amount;
        }
    }

    /// @throws IllegalArgumentException when the lines do not sum to zero in one currency
    public Posting {
        lines = List.copyOf(lines);
        if (lines.size() < 2) {
            throw new IllegalArgumentException(cause + ": an entry has two lines at least");
        }
        var currency = lines.getFirst().amount().getCurrencyUnit();
        if (lines.stream().anyMatch(line -> !line.amount().getCurrencyUnit().equals(currency))) {
            throw new IllegalArgumentException(cause + ": one currency in an entry");
        }
        var sum = lines.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
        if (!sum.isZero()) {
            throw new IllegalArgumentException(cause + ": off by " + sum);
        }
    }

    /// `amount`, more than nothing, from the account credited to the account debited.
    public static Posting of(
            OfficeId office,
            LocalDate on,
            Cause cause,
            Optional<OrganisationId> organisation,
            String about,
            Account debit,
            Account credit,
            Money amount) {
        return new Posting(
                office,
                on,
                cause,
                organisation,
                about,
                List.of(Line.debit(debit, amount), Line.credit(credit, amount)));
    }

    public CurrencyUnit currency() {
        return lines.getFirst().amount().getCurrencyUnit();
    }

    /// Whether both say the same in the books; the order of lines and the document's name do not
    /// count.
    public boolean sameAs(Posting other) {
        return office.equals(other.office)
                && on.equals(other.on)
                && cause.equals(other.cause)
                && organisation.equals(other.organisation)
                && lines.size() == other.lines.size()
                && sorted(lines).equals(sorted(other.lines));
    }

    private static List<String> sorted(List<Line> lines) {
        return lines.stream().map(Line::toString).sorted().toList();
    }
}
