package org.passerelle.backoffice.ordering;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.OrderQuery;
import org.passerelle.ordering.OrderState.Code;
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

        /// The states it shows.
        Set<Code> states() {
            return switch (this) {
                case OPEN ->
                        EnumSet.of(
                                Code.AWAITING_PAYMENT, Code.AWAITING_APPROVAL, Code.IN_FULFILMENT);
                case PAYMENT -> EnumSet.of(Code.AWAITING_PAYMENT);
                case APPROVAL -> EnumSet.of(Code.AWAITING_APPROVAL);
                case DELIVERY -> EnumSet.of(Code.IN_FULFILMENT);
                case ENDED ->
                        EnumSet.of(Code.DELIVERED, Code.CANCELLED, Code.REFUSED, Code.EXPIRED);
                case ALL -> EnumSet.allOf(Code.class);
            };
        }

        int count(Map<Code, Integer> counts) {
            return states().stream().mapToInt(code -> counts.getOrDefault(code, 0)).sum();
        }
    }

    static OrderFilter of(Form form) {
        return new OrderFilter(
                Stream.of(View.values())
                        .filter(view -> view.code().equals(form.value("view")))
                        .findFirst()
                        .orElse(View.OPEN),
                form.value("partner"),
                form.trimmed("q"));
    }

    /// @param named the organisations whose name, town or number fits the text
    OrderQuery query(Set<OrganisationId> named) {
        return new OrderQuery(view.states(), partner, text, named);
    }
}
