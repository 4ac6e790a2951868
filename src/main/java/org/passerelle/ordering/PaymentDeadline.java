package org.passerelle.ordering;

import java.time.Instant;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.Actor;
import org.springframework.stereotype.Component;

/// An order that nobody paid ends with the office's last day for it (ORD-13).
@Component
class PaymentDeadline implements DueHandler {
    static final String KIND = "ordering.payment-deadline";

    private final Fulfilment fulfilment;

    PaymentDeadline(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fallDue(String subject, Instant due) {
        fulfilment.expire(
                OrderNumber.ofKey(subject), new Actor.Product("payment deadline of " + due));
    }
}
