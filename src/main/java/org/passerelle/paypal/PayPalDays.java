package org.passerelle.paypal;

import org.passerelle.agenda.DueHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due: attempts left open are asked about, money goes back (PAY-03, ORD-09).
@Configuration(proxyBeanMethods = false)
class PayPalDays {
    @Bean
    DueHandler sendBack(SendingBack back) {
        return DueHandler.of(SendingBack.KIND, (subject, _) -> back.due(subject));
    }

    @Bean
    DueHandler lookAtAttempt(PayPalPayments paypal) {
        return DueHandler.of(
                PayPalPayments.LOOK, (attempt, _) -> paypal.lookAgain(AttemptId.of(attempt)));
    }
}
