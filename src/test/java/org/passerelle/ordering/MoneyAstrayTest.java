package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.SWITCH;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.notification.Notification;
import org.passerelle.payment.Payable;
import org.passerelle.payment.RecordOutcome;
import org.springframework.beans.factory.annotation.Autowired;

/// Money that comes twice or too much is never lost and moves nothing it should not.
@ProductTest
@Requirement("PAY-01")
class MoneyAstrayTest {
    @Autowired OrderingFixture house;
    @Autowired Notification notification;

    private RecordOutcome record(Order order, Money amount) {
        var reference = "bank " + UUID.randomUUID();
        return house.ordering.recordPayment(
                STAFF, order.number(), amount, LocalDate.of(2026, 11, 2), reference);
    }

    private Order now(Order order) {
        return house.ordering.order(order.number()).orElseThrow();
    }

    private Payable payable(Order order) {
        return house.payments.get(order.number().payable());
    }

    @Test
    void the_whole_amount_twice_pays_once_and_the_second_goes_back() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var total = order.total().gross();

        assertThat(record(order, total)).isInstanceOf(RecordOutcome.Settled.class);
        assertThat(record(order, total)).isInstanceOf(RecordOutcome.Over.class);

        assertThat(now(order).state()).isInstanceOf(OrderState.InFulfilment.class);
        assertThat(payable(order).excess()).isEqualTo(total);
    }

    @Test
    @Requirement("ORD-07")
    void the_letter_of_a_partner_s_no_names_the_sum_that_comes_back() {
        var buyer = house.qualified();
        house.programmes.judge(STAFF, buyer.organisation(), "serves-disadvantaged", true, "Oui.");
        var order = house.paid(buyer, SWITCH, "1");
        house.ordering.refuse(STAFF, order.number(), "Déjà servi");

        var letter =
                notification.ofOrganisation(order.organisation()).stream()
                        .filter(one -> one.template().equals("ordering.refused"))
                        .findFirst()
                        .orElseThrow();
        assertThat(letter.text().replaceAll("[^0-9,]", ""))
                .contains(order.total().gross().getAmount().toPlainString().replace('.', ','));
    }
}
