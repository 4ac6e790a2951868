package org.passerelle.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.invoicing.domain.CameBack;
import org.passerelle.invoicing.domain.Delivered;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Order;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.returns.Share;
import org.passerelle.tax.TaxAmount;
import org.passerelle.tax.Taxes;
import org.springframework.stereotype.Component;

/// What waits for the month's run, and whom its invoices will name. Runs in the transaction of who
/// asks; asked twice, it does nothing twice.
@Component
class Billable {
    private final InvoiceBook book;
    private final CameBack cameBack;
    private final Organisations organisations;
    private final Taxes taxes;
    private final Parties parties;
    private final Packs packs;
    private final Clock clock;

    Billable(
            InvoiceBook book,
            CameBack cameBack,
            Organisations organisations,
            Taxes taxes,
            Parties parties,
            Packs packs,
            Clock clock) {
        this.book = book;
        this.cameBack = cameBack;
        this.organisations = organisations;
        this.taxes = taxes;
        this.parties = parties;
        this.packs = packs;
        this.clock = clock;
    }

    /// Holds what is known of an order until the transaction ends.
    void hold(Order order) {
        cameBack.hold(order.number().office(), order.number().value());
    }

    /// Holds what waits of an office, too: no run invoices it meanwhile.
    void holdWaiting(Order order) {
        hold(order);
        var office = order.number().office();
        cameBack.holdNumbers(office, today(office).getYear());
    }

    LocalDate today(OfficeId office) {
        return clock.instant().atZone(packs.get(office).office().zone()).toLocalDate();
    }

    /// A line of an order that the caller holds waits from now on, without the units that came back
    /// already. What costs nothing is not invoiced: nobody wants an invoice of nothing.
    void delivered(Order order, Order.Line line) {
        var zone = packs.get(order.number().office()).office().zone();
        var on = order.deliveredOn(line.position(), zone);
        var gone = neverBilled(order, line);
        var units = line.price().quantity() - gone;
        if (on.isEmpty() || line.price().gross().isZero() || units < 1) {
            return;
        }
        book.add(
                new Delivered(
                        order.number().office(),
                        order.organisation(),
                        order.number().value(),
                        line.partner().value(),
                        line.kind().code(),
                        line(order, line, gone, on.get()),
                        on.get()));
        book.hold(order.organisation());
        keepBuyer(order.organisation());
    }

    private long neverBilled(Order order, Order.Line line) {
        return cameBack.neverBilled(
                order.number().office(), order.number().value(), line.position());
    }

    private static Invoice.Line line(Order order, Order.Line line, long gone, LocalDate on) {
        var price = line.price();
        var units = price.quantity() - gone;
        var base = price.fee().multipliedBy(units);
        return new Invoice.Line(
                order.number().toString(),
                line.position(),
                line.sku(),
                line.title(),
                units,
                price.fee(),
                rest(line, gone).stream().map(due -> Tax.of(due, base, order.language())).toList(),
                Optional.of(on));
    }

    /// Units of a line came back before they were invoiced: what waits is the rest.
    void lessen(Order order, Order.Line line) {
        var gone = neverBilled(order, line);
        book.rest(
                order.number().office(),
                order.number().value(),
                line.position(),
                line.price().quantity() - gone,
                rest(line, gone).stream().map(TaxAmount::amount).toList());
    }

    /// What each tax of a line comes to without the units that are gone.
    private static List<TaxAmount> rest(Order.Line line, long gone) {
        return Share.taxes(line.price(), gone, line.price().quantity() - gone);
    }

    /// What invoices will say of an organisation follows its facts, however many change at once
    /// (INV-03).
    void factsChanged(OrganisationId organisation) {
        book.hold(organisation);
        if (book.buyer(organisation).isPresent()) {
            keepBuyer(organisation);
        }
    }

    /// A VAT number by which an order was taxed stays on what is still to be invoiced, even when
    /// the organisation has taken it back since.
    private void keepBuyer(OrganisationId id) {
        var organisation = organisations.get(id);
        var now = parties.buyer(organisation, taxes.buyer(organisation));
        var before = book.buyer(id).filter(_ -> now.vatNumber().isEmpty() && book.owesTax(id));
        book.keep(
                id,
                organisation.profile().language(),
                before.map(then -> now.withVat(then.vatNumber(), then.vatChecked())).orElse(now));
    }
}
