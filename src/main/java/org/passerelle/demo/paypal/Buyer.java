package org.passerelle.demo.paypal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Whoever stands before the simulated PayPal's page, for those of the story who pay by card.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
public class Buyer {
    private final SimulatedPayPal paypal;

    Buyer(SimulatedPayPal paypal) {
        this.paypal = paypal;
    }

    /// Pays by card, and nothing comes in between.
    public void paysByCard(String paypalOrder) {
        paypal.approve(paypalOrder, SimulatedOrder.Course.CARD);
    }
}
