package org.passerelle.portal.organisation;

import java.util.List;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.Ordering;
import org.passerelle.pack.Packs;
import org.passerelle.portal.organisation.OrganisationPage.Todo;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// The orders that wait for a transfer, as things to do: until they are paid nothing is delivered.
@Component
class OrdersToPay {
    private final Ordering ordering;
    private final Packs packs;

    OrdersToPay(Ordering ordering, Packs packs) {
        this.ordering = ordering;
        this.packs = packs;
    }

    List<Todo> of(OrganisationId organisation, Words words) {
        return ordering.history(organisation).stream()
                .filter(order -> order.state() instanceof OrderState.AwaitingPayment)
                .map(order -> toPay(order, words))
                .toList();
    }

    private Todo toPay(Order order, Words words) {
        var number = order.number().toString();
        var office = packs.get(order.number().office()).office();
        var placed = order.placedAt().atZone(office.zone()).toLocalDate();
        var titles = order.lines().stream().map(Order.Line::title).toList();
        return new Todo(
                words.get(
                        "organisation.todo.pay",
                        number,
                        words.date(office.payment().lastDay(placed))),
                words.get(
                        "organisation.todo.pay.hint",
                        words.money(order.total().gross()),
                        String.join(", ", titles)),
                words.get("organisation.todo.pay.button"),
                "/orders/" + number);
    }
}
