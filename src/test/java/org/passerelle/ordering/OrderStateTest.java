package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.OrderState.AwaitingApproval;
import org.passerelle.ordering.OrderState.AwaitingPayment;
import org.passerelle.ordering.OrderState.Cancelled;
import org.passerelle.ordering.OrderState.InFulfilment;

@Requirement("ORD-05")
class OrderStateTest {
    private static final Instant PLACED = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant PAID = PLACED.plusSeconds(60);
    private static final Instant LATER = PAID.plusSeconds(60);

    @Test
    @Requirement("ORD-07")
    void payment_leads_to_the_partner_where_it_approves_and_else_on() {
        var awaiting = new AwaitingPayment(PLACED);

        assertThat(awaiting.paid(PAID, true))
                .isEqualTo(new AwaitingApproval(PAID, PAID, Optional.empty()));
        assertThat(awaiting.paid(PAID, false))
                .isEqualTo(new InFulfilment(PAID, PAID, Optional.empty()));
    }

    @Test
    @Requirement("ORD-08")
    void until_transmission_any_open_order_can_be_cancelled_after_it_none() {
        var approval = new AwaitingApproval(PAID, PAID, Optional.empty());
        var working = new InFulfilment(PAID, PAID, Optional.empty());

        for (var open : List.of(new AwaitingPayment(PLACED), approval, working)) {
            assertThat(open.cancelled(LATER, Signature.of("Inès"), "why"))
                    .contains(new Cancelled(LATER, open.paidAt(), Signature.of("Inès"), "why"));
        }
        for (var sent : List.of(approval.transmitted(LATER), working.transmitted(LATER))) {
            assertThat(sent.cancelled(LATER, Signature.of("Inès"), "why")).isEmpty();
        }
    }

    @Test
    void transmitting_again_keeps_the_first_time_and_an_approval_means_transmitted() {
        var working = new InFulfilment(PAID, PAID, Optional.empty());

        assertThat(working.transmitted(PAID).transmitted(LATER).transmitted()).contains(PAID);
        assertThat(new AwaitingApproval(PAID, PAID, Optional.empty()).approved(LATER))
                .isEqualTo(new InFulfilment(LATER, PAID, Optional.of(LATER)));
        assertThat(working.delivered(LATER).transmitted()).isEqualTo(LATER);
    }
}
