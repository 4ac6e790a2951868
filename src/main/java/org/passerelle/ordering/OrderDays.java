package org.passerelle.ordering;

import java.time.Instant;
import java.util.regex.Pattern;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due of an order: its payment (ORD-13), the parcels and the support that come with it
/// (ORD-11).
@Configuration(proxyBeanMethods = false)
class OrderDays {
    private static final Pattern BY_AGENDA = Pattern.compile(".+ of [0-9-]{10}T[0-9:.]+Z");

    @Bean
    DueHandler remindOfPayment(UnpaidOrders unpaid) {
        return DueHandler.of(
                UnpaidOrders.REMIND,
                (order, due) ->
                        unpaid.remind(
                                OrderNumber.ofKey(order), due, agenda("payment reminder", due)));
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
                (line, due) -> contracts.begin(PartOfOrder.of(line), agenda("support", due)));
    }

    @Bean
    DueHandler parcelWithoutWord(Parcels parcels) {
        return DueHandler.of(
                Parcels.KIND,
                (parcel, due) ->
                        parcels.countAsArrived(
                                PartOfOrder.of(parcel), due, agenda("parcel without a word", due)));
    }

    /// Whether this is the label of what did something on its day.
    static boolean isAgenda(String by) {
        return BY_AGENDA.matcher(by).matches();
    }

    private static Actor agenda(String what, Instant due) {
        return new Actor.Product(what + " of " + due);
    }
}
