package org.passerelle.demo;

import org.passerelle.demo.paypal.Buyer;
import org.passerelle.identity.Person;
import org.passerelle.notification.WebAddress;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.paypal.Attempt.Choice;
import org.passerelle.paypal.AttemptId;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.paypal.StartOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Has orders of the story paid by card, where the office takes no transfers: as a member does,
/// through the simulated PayPal, so that the fee is kept and money goes back to the card.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class CardPayments {
    private final PayPalPayments paypal;
    private final Buyer buyer;
    private final WebAddress web;

    CardPayments(PayPalPayments paypal, Buyer buyer, WebAddress web) {
        this.paypal = paypal;
        this.buyer = buyer;
        this.web = web;
    }

    /// Pays all that is missing.
    ///
    /// @throws IllegalStateException when it is not paid after that
    void pay(OrderNumber number, Person payer) {
        var outcome =
                paypal.start(
                        payer.actor(),
                        number.payable(),
                        Choice.CARD,
                        Long.toString(number.value()),
                        payer.language(),
                        wayBack(number));
        switch (outcome) {
            case StartOutcome.Ready(var attempt, _) -> agree(attempt.id());
            case StartOutcome.NothingOwed _ -> {}
            case StartOutcome.Waits _, StartOutcome.NotTaken _, StartOutcome.Unreachable _ ->
                    throw new IllegalStateException("Not begun: " + outcome);
        }
    }

    private void agree(AttemptId id) {
        var order = paypal.find(id).flatMap(one -> one.state().paypalOrder()).orElseThrow();
        buyer.paysByCard(order);
        var state = paypal.comeBack(id).state();
        if (!(state instanceof AttemptState.Captured)) {
            throw new IllegalStateException("Not paid: " + state);
        }
    }

    private PayPalPayments.WayBack wayBack(OrderNumber number) {
        var path = "/orders/" + number.value() + "/pay/";
        return new PayPalPayments.WayBack() {
            @Override
            public String agreed(AttemptId attempt) {
                return web.of(path + attempt + "/agreed");
            }

            @Override
            public String cancelled(AttemptId attempt) {
                return web.of(path + attempt + "/cancelled");
            }
        };
    }
}
