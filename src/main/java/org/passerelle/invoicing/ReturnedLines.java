package org.passerelle.invoicing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoicing.GivenBack;
import org.passerelle.invoicing.domain.CameBack;
import org.passerelle.invoicing.domain.CameBack.Units;
import org.passerelle.invoicing.domain.Issued;
import org.passerelle.kernel.Actor;
import org.passerelle.ledger.Ledger;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.Returns;
import org.passerelle.returns.Share;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// What comes back for money (INV-01): of what was invoiced there is a credit note, one for each
/// invoice; what was not invoiced yet is never billed at all.
@Component
class ReturnedLines {
    private static final Actor PRODUCT = new Actor.Product("returns");

    private final Returns returns;
    private final Ordering ordering;
    private final CameBack cameBack;
    private final Billable billable;
    private final Invoicing invoicing;
    private final Ledger ledger;
    private final WordBook book;

    ReturnedLines(
            Returns returns,
            Ordering ordering,
            CameBack cameBack,
            Billable billable,
            Invoicing invoicing,
            Ledger ledger,
            WordBook book) {
        this.returns = returns;
        this.ordering = ordering;
        this.cameBack = cameBack;
        this.billable = billable;
        this.invoicing = invoicing;
        this.ledger = ledger;
        this.book = book;
    }

    /// Units of a line that came back, after `before` that had come back already.
    private record Back(Order.Line line, long before, long units) {
        GivenBack givenBack() {
            var taxes =
                    Share.taxes(line.price(), before, units).stream()
                            .collect(
                                    Collectors.toMap(
                                            due -> due.tax().code(),
                                            due -> due.amount(),
                                            Money::plus));
            return new GivenBack(line.position(), units, taxes);
        }

        Money gross() {
            return Share.gross(line.price(), before, units);
        }
    }

    /// Deals with all that was accepted of a return, once for ever. In the caller's transaction.
    void settle(ReturnNumber number) {
        var asked = returns.find(number).orElseThrow();
        var order = ordering.order(number.order()).orElseThrow();
        billable.holdWaiting(order);
        if (!(asked.state() instanceof ReturnState.Settled state)
                || state.remedy() != Remedy.MONEY
                || cameBack.knows(number.key())) {
            return;
        }
        var waiting = new ArrayList<Back>();
        var invoiced = new LinkedHashMap<InvoiceNumber, List<Back>>();
        for (var back : backs(order, asked)) {
            invoicing
                    .invoiceOf(
                            order.number().office(), order.number().value(), back.line().position())
                    .map(invoice -> invoiced.computeIfAbsent(invoice, _ -> new ArrayList<>()))
                    .orElse(waiting)
                    .add(back);
        }
        invoiced.forEach((invoice, backs) -> credit(order, number, invoice, backs));
        neverBill(order, number, waiting);
    }

    private List<Back> backs(Order order, Return asked) {
        return asked.lines().stream()
                .filter(line -> line.accepted() > 0)
                .map(line ->
                        new Back(
                                order.line(line.position()),
                                before(asked, line.position()),
                                line.accepted()))
                .filter(back -> back.line().price().gross().isPositive())
                .toList();
    }

    /// Units of a line that had come back for money when this return was settled.
    private long before(Return asked, int position) {
        return returns.of(asked.number().order()).stream()
                .filter(one -> !one.number().equals(asked.number()))
                .filter(one ->
                        one.state() instanceof ReturnState.Settled state
                                && state.remedy() == Remedy.MONEY
                                && isEarlier(one, asked))
                .flatMap(one -> one.lines().stream())
                .filter(line -> line.position() == position)
                .mapToLong(Return.Line::accepted)
                .sum();
    }

    private static boolean isEarlier(Return one, Return other) {
        var since = one.state().since().compareTo(other.state().since());
        return since < 0 || (since == 0 && one.number().sequence() < other.number().sequence());
    }

    private void credit(Order order, ReturnNumber number, InvoiceNumber invoice, List<Back> backs) {
        var note =
                invoicing.credit(
                        PRODUCT,
                        order.number().office(),
                        invoice,
                        order.number().value(),
                        backs.stream().map(Back::givenBack).toList(),
                        language -> book.in(language).get("invoicing.returned", number));
        keep(order, number, backs, note.map(Issued::id));
    }

    private void neverBill(Order order, ReturnNumber number, List<Back> backs) {
        if (backs.isEmpty()) {
            return;
        }
        keep(order, number, backs, Optional.empty());
        backs.forEach(back -> billable.lessen(order, back.line()));
        var office = order.number().office();
        ledger.post(
                InvoicePostings.neverBilled(
                        office,
                        billable.today(office),
                        order,
                        number.key(),
                        Money.total(backs.stream().map(Back::gross).toList())));
    }

    private void keep(Order order, ReturnNumber number, List<Back> backs, Optional<UUID> note) {
        for (var back : backs) {
            cameBack.keep(
                    new Units(
                            number.key(),
                            order.number().office(),
                            order.number().value(),
                            back.line().position(),
                            back.units()),
                    note);
        }
    }
}
