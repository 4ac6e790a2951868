package org.passerelle.ordering;

import java.util.UUID;

/// A line or a parcel of an order, as the agenda names it.
record PartOfOrder(OrderNumber order, String part) {
    static PartOfOrder of(OrderNumber order, int position) {
        return new PartOfOrder(order, Integer.toString(position));
    }

    static PartOfOrder of(OrderNumber order, UUID parcel) {
        return new PartOfOrder(order, parcel.toString());
    }

    /// As [#toString()] wrote it.
    static PartOfOrder of(String text) {
        var parts = text.split(" ", 2);
        return new PartOfOrder(OrderNumber.ofKey(parts[0]), parts[1]);
    }

    int position() {
        return Integer.parseInt(part);
    }

    UUID parcel() {
        return UUID.fromString(part);
    }

    @Override
    public String toString() {
        return order.key() + " " + part;
    }
}
