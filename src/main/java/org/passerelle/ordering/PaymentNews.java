package org.passerelle.ordering;

import org.passerelle.kernel.Actor;
import org.passerelle.payment.PaymentExceeded;
import org.passerelle.payment.PaymentSettled;
import org.passerelle.payment.PaymentShort;
import org.passerelle.payment.PaymentTakenBack;
import org.passerelle.paypal.PaymentRefused;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears what came in for orders. Told twice, it does nothing twice.
@Component
class PaymentNews {
    static final Actor PAYMENT = new Actor.Product("payment");

    private final Fulfilment fulfilment;

    PaymentNews(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @ApplicationModuleListener
    void on(PaymentSettled settled) {
        if (OrderNumber.isOrder(settled.payable())) {
            fulfilment.paid(OrderNumber.of(settled.payable()), PAYMENT);
        }
    }

    @ApplicationModuleListener
    void on(PaymentShort missing) {
        if (OrderNumber.isOrder(missing.payable())) {
            fulfilment.paidShort(
                    OrderNumber.of(missing.payable()),
                    missing.received(),
                    missing.missing(),
                    PAYMENT);
        }
    }

    @ApplicationModuleListener
    void on(PaymentTakenBack taken) {
        if (OrderNumber.isOrder(taken.payable())) {
            fulfilment.takenBack(taken, PAYMENT);
        }
    }

    /// A payment that was under way came to nothing: whoever believed it paid is told.
    @ApplicationModuleListener
    void on(PaymentRefused refused) {
        if (OrderNumber.isOrder(refused.payable())) {
            fulfilment.paymentRefused(
                    OrderNumber.of(refused.payable()), refused.attempt().toString());
        }
    }

    @ApplicationModuleListener
    void on(PaymentExceeded exceeded) {
        if (OrderNumber.isOrder(exceeded.payable())) {
            fulfilment.paidTooMuch(OrderNumber.of(exceeded.payable()), exceeded.excess(), PAYMENT);
        }
    }
}
