package org.passerelle.invoicing;

import org.passerelle.ordering.LineDelivered;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.OrganisationFactsChanged;
import org.passerelle.returns.LineReturned;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.tax.VatNumberChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears what is delivered, to whom, and what comes back. Told twice, it does nothing twice.
@Component
class DeliveryNews {
    private final Ordering ordering;
    private final Billable billable;
    private final ReturnedLines returned;

    DeliveryNews(Ordering ordering, Billable billable, ReturnedLines returned) {
        this.ordering = ordering;
        this.billable = billable;
        this.returned = returned;
    }

    @ApplicationModuleListener
    void on(LineDelivered delivered) {
        var order = ordering.order(delivered.order()).orElseThrow();
        billable.hold(order);
        billable.delivered(order, order.line(delivered.line()));
    }

    @ApplicationModuleListener
    void on(OrganisationFactsChanged changed) {
        billable.factsChanged(changed.organisation());
    }

    @ApplicationModuleListener
    void on(VatNumberChanged changed) {
        billable.factsChanged(changed.organisation());
    }

    /// The first of a return's lines stands for all of them: one return is one credit note.
    @ApplicationModuleListener
    void on(LineReturned news) {
        var cause = news.cause();
        returned.settle(ReturnNumber.ofKey(cause.substring(0, cause.lastIndexOf('/'))));
    }
}
