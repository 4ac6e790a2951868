package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.OfferId;
import org.passerelle.payment.PaymentExceeded;
import org.passerelle.payment.PaymentSettled;
import org.passerelle.payment.PaymentShort;
import org.passerelle.payment.PaymentTakenBack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.core.EventSerializer;

/// An event that nobody has heard when the program is killed is read back from the database.
@ProductTest
@Requirement({"ORD-05", "PAY-01"})
class StoredEventsTest {
    @Autowired EventSerializer serializer;
    @Autowired OrderingFixture house;
    @Autowired PaymentNews news;

    static Stream<Object> events() {
        var number = new OrderNumber(OfficeId.of("office"), 10_001);
        var organisation = OrganisationId.random();
        var money = Money.parse("EUR 44.46");
        return Stream.of(
                new OrderPlaced(number, organisation),
                new OrderCancelled(number, organisation, "é"),
                new OrderRefused(number, organisation, "«"),
                new LineDelivered(number, 1, organisation, OfferId.of("offer")),
                new PaymentSettled(number.payable(), money),
                new PaymentShort(number.payable(), money, money),
                new PaymentTakenBack(number.payable(), money, money, "returned 12", "no cover"),
                new PaymentExceeded(number.payable(), money));
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_is_stored_is_read_back_the_same(Object event) {
        assertThat(serializer.deserialize(serializer.serialize(event), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void a_payment_told_again_changes_nothing() {
        var order = house.paid(house.qualified(), OrderingFixture.WINDOWS, "1");
        var before = house.ordering.order(order.number()).orElseThrow();

        news.on(new PaymentSettled(order.number().payable(), order.total().gross()));

        assertThat(house.ordering.order(order.number())).contains(before);
    }
}
