package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.invoicing.Invoice.Category;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.invoicing.domain.Delivered;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.LineDelivered;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.OrganisationFactsChanged;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.tax.TaxAmount;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears what is delivered, and to whom. Told twice, it does nothing twice.
@Component
class DeliveryNews {
    private final InvoiceBook book;
    private final Ordering ordering;
    private final Organisations organisations;
    private final Parties parties;
    private final Packs packs;

    DeliveryNews(
            InvoiceBook book,
            Ordering ordering,
            Organisations organisations,
            Parties parties,
            Packs packs) {
        this.book = book;
        this.ordering = ordering;
        this.organisations = organisations;
        this.parties = parties;
        this.packs = packs;
    }

    /// What costs nothing is not invoiced: nobody wants an invoice of nothing.
    @ApplicationModuleListener
    void on(LineDelivered delivered) {
        var order = ordering.order(delivered.order()).orElseThrow();
        var line = order.line(delivered.line());
        if (line.price().gross().isZero()) {
            return;
        }
        keepBuyer(order.organisation());
        var zone = packs.get(order.number().office()).office().zone();
        var on = order.deliveredOn(line.position(), zone).orElseThrow();
        book.add(
                new Delivered(
                        order.number().office(),
                        order.organisation(),
                        order.number().value(),
                        line.partner().value(),
                        line.kind().code(),
                        line(order, line, on),
                        on));
    }

    private static Invoice.Line line(Order order, Order.Line line, LocalDate on) {
        var price = line.price();
        return new Invoice.Line(
                order.number().toString(),
                line.position(),
                line.sku(),
                line.title(),
                price.quantity(),
                price.fee(),
                price.taxes().stream().map(due -> tax(due, line, order.language())).toList(),
                Optional.of(on));
    }

    private static Tax tax(TaxAmount due, Order.Line line, Language language) {
        var tax = due.tax();
        return new Tax(
                tax.code(),
                tax.name().map(name -> name.in(language)),
                tax.percent(),
                Category.valueOf(tax.category().code()),
                tax.reason().map(reason -> reason.in(language)),
                line.price().net(),
                due.amount());
    }

    @ApplicationModuleListener
    void on(OrganisationFactsChanged changed) {
        if (book.knows(changed.organisation())) {
            keepBuyer(changed.organisation());
        }
    }

    private void keepBuyer(OrganisationId id) {
        var organisation = organisations.get(id);
        book.keep(id, organisation.profile().language(), parties.buyer(organisation));
    }
}
