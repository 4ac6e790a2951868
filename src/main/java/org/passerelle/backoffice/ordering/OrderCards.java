package org.passerelle.backoffice.ordering;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.OrderState.Code;
import org.passerelle.ordering.Ordering;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// What waits among the orders.
@Component
class OrderCards implements TodayCards {
    private final Ordering ordering;

    OrderCards(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public String group() {
        return "orders";
    }

    @Override
    public List<Card> of(SignedIn who, OfficeId office, Frame frame) {
        var cards = new ArrayList<Card>();
        var sees = who.has(Role.ADMINISTRATOR) || who.has(Role.PROGRAMME_MANAGER);
        if (sees || who.has(Role.FINANCE)) {
            cards.add(card(office, Code.AWAITING_PAYMENT, "payment", frame));
        }
        if (sees) {
            cards.add(card(office, Code.AWAITING_APPROVAL, "approval", frame));
        }
        if (sees || who.has(Role.SUPPORT)) {
            cards.add(card(office, Code.IN_FULFILMENT, "delivery", frame));
        }
        return cards;
    }

    private Card card(OfficeId office, Code state, String view, Frame frame) {
        var count = ordering.countByState(office).getOrDefault(state, 0);
        return new Card(
                frame.word("ordering.staff.view." + view),
                count,
                frame.word("ordering.staff.card." + view),
                count == 0 ? "ok" : "info",
                "/staff/orders?view=" + view);
    }
}
