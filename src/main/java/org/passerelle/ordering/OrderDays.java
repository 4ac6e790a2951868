package org.passerelle.ordering;

import java.time.Instant;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due of an order: its payment (ORD-13), the support that comes with it (ORD-11).
@Configuration(proxyBeanMethods = false)
class OrderDays {

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

    @Bean
    DueHandler beginOfSupport(SupportContracts contracts) {
        return DueHandler.of(
                SupportContracts.KIND,
                (line, due) ->
                        contracts.begin(SupportContracts.Subject.of(line), agenda("support", due)));
    }

    private static Actor agenda(String what, Instant due) {
        return new Actor.Product(what + " of " + due);
    }
}
