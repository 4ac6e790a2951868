package org.passerelle.faults;

import static org.passerelle.faults.Course.Step.APPROVE;
import static org.passerelle.faults.Course.Step.CANCEL;
import static org.passerelle.faults.Course.Step.DELIVER;
import static org.passerelle.faults.Course.Step.FILL;
import static org.passerelle.faults.Course.Step.PAY;
import static org.passerelle.faults.Course.Step.PLACE;
import static org.passerelle.faults.Course.Step.REFUSE;
import static org.passerelle.faults.Course.Step.TRANSMIT;

import java.util.List;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.OfferId;

/// The ways an order may go, from the cart to its end.
enum Course {
    APPROVED(
            OrderingFixture.SWITCH,
            OrderState.Code.DELIVERED,
            FILL,
            PLACE,
            PAY,
            TRANSMIT,
            APPROVE,
            DELIVER),
    REFUSED(OrderingFixture.SWITCH, OrderState.Code.REFUSED, FILL, PLACE, PAY, REFUSE),
    CANCELLED(OrderingFixture.WINDOWS, OrderState.Code.CANCELLED, FILL, PLACE, PAY, CANCEL),
    FROM_STOCK(OrderingFixture.LAPTOP, OrderState.Code.DELIVERED, FILL, PLACE, PAY, DELIVER),
    FROM_POOL(OfferId.of("zoom-meetings-1y"), OrderState.Code.DELIVERED, FILL, PLACE, PAY, DELIVER);

    enum Step {
        FILL,
        PLACE,
        PAY,
        TRANSMIT,
        APPROVE,
        DELIVER,
        REFUSE,
        CANCEL
    }

    private final OfferId offer;
    private final OrderState.Code end;
    private final List<Step> steps;

    Course(OfferId offer, OrderState.Code end, Step... steps) {
        this.offer = offer;
        this.end = end;
        this.steps = List.of(steps);
    }

    OfferId offer() {
        return offer;
    }

    OrderState.Code end() {
        return end;
    }

    List<Step> steps() {
        return steps;
    }

    /// Whether it takes from a shelf or a pool: rows that other orders wait for.
    boolean takesStock() {
        return this == FROM_STOCK || this == FROM_POOL;
    }
}
