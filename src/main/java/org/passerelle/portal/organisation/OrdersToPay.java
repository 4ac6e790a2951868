package org.passerelle.portal.organisation;

import java.util.List;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Ordering;
import org.passerelle.ordering.Unpaid;
import org.passerelle.payment.Payments;
import org.passerelle.portal.organisation.OrganisationPage.Todo;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// The orders that wait for a transfer, as things to do: until they are paid nothing is delivered.
@Component
class OrdersToPay {
    private final Ordering ordering;
    private final Payments payments;

    OrdersToPay(Ordering ordering, Payments payments) {
        this.ordering = ordering;
        this.payments = payments;
    }

    List<Todo> of(OrganisationId organisation, Words words) {
        return ordering.toPay(organisation).stream().map(order -> toPay(order, words)).toList();
    }

    private Todo toPay(Unpaid order, Words words) {
        var number = order.number().toString();
        var payable = payments.get(order.number().payable());
        return Todo.at(
                words.get("organisation.todo.pay", number, words.date(payable.lastDay())),
                words.get(
                        "organisation.todo.pay.hint",
                        words.money(payable.missing()),
                        String.join(", ", order.titles())),
                words.get("organisation.todo.pay.button"),
                "/orders/" + number);
    }
}
