package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.invoicing.domain.Issued;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Posting;
import org.passerelle.ledger.Posting.Line;
import org.passerelle.ordering.Order;

/// What documents mean in the books (PAY-05): an invoice turns what was ordered into fees and
/// taxes, a credit note turns them into what the organisation no longer owes.
final class InvoicePostings {
    private InvoicePostings() {}

    static Posting invoice(OfficeId office, LocalDate on, Issued issued) {
        var lines = new ArrayList<Line>();
        lines.add(Line.debit(Account.ordered(issued.organisation()), issued.gross()));
        issued.fees()
                .forEach((key, net) -> lines.add(Line.credit(new Account(Kind.FEES, key), net)));
        issued.taxes()
                .forEach((code, due) -> lines.add(Line.credit(new Account(Kind.TAX, code), due)));
        return posting(office, on, issued, "invoice", lines);
    }

    static Posting creditNote(OfficeId office, LocalDate on, Issued issued) {
        var lines = new ArrayList<Line>();
        issued.fees()
                .forEach((key, net) -> lines.add(Line.debit(new Account(Kind.FEES, key), net)));
        issued.taxes()
                .forEach((code, due) -> lines.add(Line.debit(new Account(Kind.TAX, code), due)));
        lines.add(Line.credit(Account.customer(issued.organisation()), issued.gross()));
        return posting(office, on, issued, "credit-note", lines);
    }

    /// What came back before it was invoiced: the organisation owes it no more, and it is ordered
    /// no more.
    static Posting neverBilled(
            OfficeId office, LocalDate on, Order order, String returned, Money gross) {
        return new Posting(
                office,
                on,
                new Cause("returned", returned),
                Optional.of(order.organisation()),
                order.number().payable().toString(),
                List.of(
                        Line.debit(Account.ordered(order.organisation()), gross),
                        Line.credit(Account.customer(order.organisation()), gross)));
    }

    private static Posting posting(
            OfficeId office, LocalDate on, Issued issued, String kind, List<Line> lines) {
        var number = issued.number().toString();
        return new Posting(
                office,
                on,
                new Cause(kind, number),
                Optional.of(issued.organisation()),
                kind + " " + number,
                lines);
    }
}
