package org.passerelle.backoffice.ordering;

import java.util.List;

/// What is there: counted pieces and pools of codes (CAT-05, VOU-05).
public record StockPage(List<Item> items, List<Pool> pools, List<String> poolErrors) {

    public record Item(
            String offer,
            String title,
            long available,
            long held,
            long onHand,
            boolean isOut,
            List<String> movements) {}

    public record Pool(
            String name, String free, String held, String given, String expired, boolean isOut) {}
}
