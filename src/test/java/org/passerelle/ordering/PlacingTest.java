package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.ACROBAT;
import static org.passerelle.ordering.OrderingFixture.GENUINE;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.PlaceOutcome.Blocked;
import org.passerelle.ordering.PlaceOutcome.NotAllowed;
import org.passerelle.ordering.PlaceOutcome.NothingToOrder;
import org.passerelle.ordering.PlaceOutcome.Placed;
import org.passerelle.payment.Payable;
import org.passerelle.programme.Figure;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class PlacingTest {
    private final OrderingFixture house;
    private final Notification notification;

    PlacingTest(@Autowired OrderingFixture house, @Autowired Notification notification) {
        this.house = house;
        this.notification = notification;
    }

    @Test
    @Requirement({"ORD-01", "ORD-04", "ORD-05", "ORD-06"})
    void an_order_reserves_is_billed_and_is_confirmed_by_letter_all_at_once() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "3");

        var order = ((Placed) house.place(buyer)).order();

        assertThat(order.number().value()).isGreaterThanOrEqualTo(10_001);
        assertThat(order.state()).isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(order.total().gross()).isEqualTo(order.total().net().plus(order.total().vat()));
        var payable = house.payments.get(order.number().payable());
        assertThat(payable.state()).isEqualTo(Payable.State.AWAITING);
        assertThat(payable.amount()).isEqualTo(order.total().gross());
        assertThat(reserved(buyer)).isEqualTo(3);
        assertThat(house.ordering.cart(buyer.organisation(), Language.FR).lines()).isEmpty();
        assertThat(notification.ofOrganisation(buyer.organisation()))
                .filteredOn(letter -> letter.template().equals("ordering.placed"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.to()).isEqualTo("bureau@mainsvertes.example");
                    assertThat(letter.text())
                            .contains(
                                    order.number().toString(),
                                    payable.iban(),
                                    payable.bic(),
                                    payable.communication().toString(),
                                    "jours ouvrables au plus après le paiement");
                });
    }

    private long reserved(OrderingFixture.Buyer buyer) {
        return house.programmes.mayStillOrder(buyer.organisation()).stream()
                .filter(state -> state.of().contains(WINDOWS))
                .mapToLong(state -> ((Figure.Units) state.reserved()).count())
                .sum();
    }

    @Test
    @Requirement("ORD-01")
    void conditions_are_kept_by_the_version_that_was_accepted() {
        var order = house.placed(house.qualified(), WINDOWS, "1");

        assertThat(order.line(1).accepted())
                .extracting(Order.Accepted::text)
                .containsExactlyInAnyOrderElementsOf(house.offer(WINDOWS).conditions());
        assertThat(order.line(1).accepted())
                .allSatisfy(accepted ->
                        assertThat(accepted.version())
                                .isEqualTo(
                                        house.pack()
                                                .texts()
                                                .find(accepted.text(), Language.FR, List.of())
                                                .orElseThrow()
                                                .version()));
    }

    @Test
    @Requirement("ORD-01")
    void words_that_changed_since_they_were_shown_are_not_accepted() {
        var buyer = house.qualified();
        house.ordering.put(buyer.organisation(), WINDOWS, "1");

        var accepted =
                house.ordering.accept(
                        buyer.actor(),
                        buyer.organisation(),
                        WINDOWS,
                        "conditions/donation",
                        "another version",
                        Language.FR);

        assertThat(accepted).isFalse();
        assertThat(codes(house.ordering.cart(buyer.organisation(), Language.FR).restrictions()))
                .contains("conditions-not-accepted");
    }

    @Test
    @Requirement("ORD-02")
    void everything_that_blocks_is_said_at_once_and_nothing_typed_is_lost() {
        var buyer = house.qualified();
        house.ordering.put(buyer.organisation(), WINDOWS, "60");
        house.ordering.put(buyer.organisation(), GENUINE, "1");
        house.ordering.put(buyer.organisation(), ACROBAT, "deux");

        var outcome = (Blocked) house.place(buyer);

        assertThat(codes(outcome.restrictions()))
                .contains(
                        "allotment-exceeded",
                        "must-be-alone",
                        "below-minimum",
                        "conditions-not-accepted");
        var cart = house.ordering.cart(buyer.organisation(), Language.FR).cart();
        assertThat(cart.line(ACROBAT).orElseThrow().quantity()).isEqualTo("deux");
        assertThat(cart.lines()).hasSize(3);
        assertThat(house.ordering.history(buyer.organisation())).isEmpty();
        assertThat(reserved(buyer)).isZero();
    }

    private static List<String> codes(List<Restriction> restrictions) {
        return restrictions.stream().map(restriction -> restriction.code().word()).toList();
    }

    @Test
    @Requirement("ORD-01")
    void who_is_not_qualified_orders_nothing() {
        var buyer = house.unqualified();
        house.fill(buyer, WINDOWS, "1");

        assertThat(codes(((Blocked) house.place(buyer)).restrictions()))
                .startsWith("not-qualified");
        assertThat(house.ordering.history(buyer.organisation())).isEmpty();
    }

    @Test
    @Requirement("ORD-02")
    void what_must_be_alone_can_be_ordered_apart_and_the_rest_stays() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "1");
        house.fill(buyer, GENUINE, "5");

        var outcome =
                house.ordering.place(
                        buyer.actor(),
                        buyer.organisation(),
                        IdempotencyKey.random(),
                        Optional.of(List.of(GENUINE)),
                        Optional.empty());

        assertThat(((Placed) outcome).order().lines())
                .extracting(Order.Line::offer)
                .containsExactly(GENUINE);
        assertThat(house.ordering.cart(buyer.organisation(), Language.FR).lines())
                .extracting(line -> line.typed().offer())
                .containsExactly(WINDOWS);
        house.fill(buyer, GENUINE, "1");
        assertThat(
                        codes(
                                house.ordering
                                        .cart(buyer.organisation(), List.of(GENUINE), Language.FR)
                                        .restrictions()))
                .containsExactly("once-in-a-lifetime");
    }

    @Test
    @Requirement("ORD-01")
    void strangers_and_an_empty_cart_order_nothing() {
        var buyer = house.qualified();

        assertThat(house.place(buyer)).isInstanceOf(NothingToOrder.class);
        assertThat(
                        house.ordering.place(
                                new Actor.Member(PersonId.random(), "Stranger"),
                                buyer.organisation(),
                                IdempotencyKey.random(),
                                Optional.empty(),
                                Optional.empty()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    @Requirement("ORD-05")
    void numbers_of_an_office_rise_and_are_never_used_again() {
        var buyer = house.qualified();
        var first = house.placed(buyer, WINDOWS, "1").number();
        house.ordering.cancel(buyer.actor(), first, "Erreur");
        var second = house.placed(buyer, WINDOWS, "1").number();

        assertThat(second).isGreaterThan(first);
        assertThat(house.ordering.history(buyer.organisation()))
                .extracting(Order::number)
                .containsExactly(second, first);
    }
}
