package org.passerelle.ordering;

import org.passerelle.payment.Goods;
import org.passerelle.payment.PayableRef;
import org.springframework.stereotype.Component;

/// What of an order was handed over, for those who move its money (PAY-02).
@Component
class GoodsOfOrders implements Goods {
    private final Ordering ordering;

    GoodsOfOrders(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public boolean isHandedOver(PayableRef ref) {
        return OrderNumber.isOrder(ref)
                && ordering.order(OrderNumber.of(ref))
                        .filter(order ->
                                !order.handedOver().isEmpty()
                                        || order.lines().stream()
                                                .anyMatch(it -> it.deliveredAt().isPresent()))
                        .isPresent();
    }
}
