package org.passerelle.backoffice.ordering;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ui.Form;

/// Which orders are shown, as the address says it.
record OrderFilter(View view, String partner, String text) {

    enum View {
        OPEN,
        PAYMENT,
        APPROVAL,
        DELIVERY,
        ENDED,
        ALL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean holds(Order order) {
            var code = order.state().code();
            return switch (this) {
                case OPEN -> order.state() instanceof OrderState.Open;
                case PAYMENT -> code == OrderState.Code.AWAITING_PAYMENT;
                case APPROVAL -> code == OrderState.Code.AWAITING_APPROVAL;
                case DELIVERY -> code == OrderState.Code.IN_FULFILMENT;
                case ENDED ->
                        EnumSet.of(
                                        OrderState.Code.DELIVERED,
                                        OrderState.Code.CANCELLED,
                                        OrderState.Code.REFUSED,
                                        OrderState.Code.EXPIRED)
                                .contains(code);
                case ALL -> true;
            };
        }
    }

    static OrderFilter of(Form form) {
        return new OrderFilter(
                Stream.of(View.values())
                        .filter(view -> view.code().equals(form.value("view")))
                        .findFirst()
                        .orElse(View.OPEN),
                form.value("partner"),
                form.trimmed("q").toLowerCase(java.util.Locale.ROOT));
    }

    boolean fits(Order order, String organisation) {
        return view.holds(order)
                && (partner.isEmpty()
                        || order.lines().stream()
                                .anyMatch(line -> line.partner().value().equals(partner)))
                && (text.isEmpty()
                        || order.number().toString().equals(text)
                        || organisation.toLowerCase(java.util.Locale.ROOT).contains(text)
                        || titles(order).stream().anyMatch(title -> title.contains(text)));
    }

    private static List<String> titles(Order order) {
        return order.lines().stream()
                .map(line -> line.title().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
