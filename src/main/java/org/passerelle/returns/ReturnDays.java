package org.passerelle.returns;

import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due of a return: its parcel's last day.
@Configuration(proxyBeanMethods = false)
class ReturnDays {
    @Bean
    DueHandler parcelNotBack(Returns returns) {
        return DueHandler.of(
                Returns.PARCEL_DEADLINE,
                (number, due) ->
                        returns.lapse(
                                new Actor.Product("return parcel of " + due),
                                ReturnNumber.ofKey(number)));
    }
}
