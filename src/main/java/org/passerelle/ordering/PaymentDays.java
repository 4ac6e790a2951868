package org.passerelle.ordering;

import java.time.Instant;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due of an order that waits for its payment (ORD-13).
@Configuration(proxyBeanMethods = false)
class PaymentDays {

    @Bean
    DueHandler remindOfPayment(UnpaidOrders unpaid) {
        return DueHandler.of(
                UnpaidOrders.REMIND,
                (order, due) ->
                        unpaid.remind(OrderNumber.ofKey(order), agenda("payment reminder", due)));
    }

    @Bean
    DueHandler endOfPayment(UnpaidOrders unpaid) {
        return DueHandler.of(
                UnpaidOrders.DEADLINE,
                (order, due) ->
                        unpaid.expire(
                                OrderNumber.ofKey(order), due, agenda("payment deadline", due)));
    }

    private static Actor agenda(String what, Instant due) {
        return new Actor.Product(what + " of " + due);
    }
}
