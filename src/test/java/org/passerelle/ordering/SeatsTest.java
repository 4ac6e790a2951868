package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.STAFF;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.ordering.SeatOutcome.AlreadyHasOne;
import org.passerelle.ordering.SeatOutcome.Done;
import org.passerelle.ordering.SeatOutcome.NewUserUnsaid;
import org.passerelle.ordering.SeatOutcome.NoFreeSeat;
import org.passerelle.ordering.SeatOutcome.NobodyThere;
import org.passerelle.ordering.SeatOutcome.NotANewUser;
import org.passerelle.ordering.SeatOutcome.NotNow;
import org.passerelle.ordering.SeatOutcome.PersonIncomplete;
import org.passerelle.pack.model.OfferId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Units that are for one named person each pass from hand to hand within the organisation, and the
/// cart goes by who has them now.
@ProductTest
@Requirement({"ORD-12", "ORD-03"})
class SeatsTest {
    private static final OfferId CREATIVE = OfferId.of("creative-cloud-all-apps");

    @Autowired OrderingFixture house;
    @Autowired UnitsGivenBack units;
    @Autowired TransactionTemplate transaction;

    private static Cart.Person person(String name) {
        return new Cart.Person(
                name, name.toLowerCase(java.util.Locale.ROOT) + "@mainsvertes.example", yes());
    }

    private static Optional<Boolean> yes() {
        return Optional.of(true);
    }

    private Order ordered(Buyer buyer, String... names) {
        house.fill(buyer, CREATIVE, "" + names.length);
        for (var place = 1; place <= names.length; place++) {
            house.ordering.name(
                    buyer.organisation(), CREATIVE, Map.of(place, person(names[place - 1])));
        }
        if (house.place(buyer) instanceof PlaceOutcome.Placed(var order, _)) {
            house.pay(order);
            return order;
        }
        throw new IllegalStateException(
                house.ordering.cart(buyer.organisation(), Language.FR).restrictions().toString());
    }

    private Order now(Order order) {
        return house.ordering.order(order.number()).orElseThrow();
    }

    private SeatOutcome gives(Buyer buyer, Order order, Cart.Person person) {
        return house.ordering.assignSeat(buyer.actor(), order.number(), 1, person);
    }

    @Test
    void a_seat_is_freed_and_given_to_another_and_who_had_it_stays_known() {
        var buyer = house.qualified();
        var order = ordered(buyer, "Anna", "Boris");
        assertThat(gives(buyer, order, person("Carla"))).isInstanceOf(NoFreeSeat.class);

        house.ordering.freeSeat(buyer.actor(), order.number(), 1, 1);
        assertThat(house.ordering.freeSeat(buyer.actor(), order.number(), 1, 1))
                .isInstanceOf(NobodyThere.class);
        assertThat(now(order).line(1).freeSeats()).isEqualTo(1);
        assertThat(gives(buyer, order, person("Carla"))).isInstanceOf(Done.class);

        var line = now(order).line(1);
        assertThat(line.holders()).extracting(Order.Person::name).containsExactly("Boris", "Carla");
        assertThat(line.persons()).filteredOn(one -> !one.holds()).hasSize(1);
        assertThat(now(order).events())
                .extracting(Order.Event::detail)
                .noneMatch(detail -> detail.contains("mainsvertes") || detail.contains("Anna"));
    }

    @Test
    void one_person_has_one_wherever_it_was_given() {
        var buyer = house.qualified();
        var first = ordered(buyer, "Anna");
        var second = ordered(buyer, "Boris", "Carla");
        house.ordering.freeSeat(buyer.actor(), second.number(), 1, 2);

        assertThat(gives(buyer, second, person("Anna")))
                .isEqualTo(new AlreadyHasOne("anna@mainsvertes.example"));
        assertThat(gives(buyer, second, person("Dina"))).isInstanceOf(Done.class);

        house.fill(buyer, CREATIVE, "1");
        house.ordering.name(buyer.organisation(), CREATIVE, Map.of(1, person("Dina")));
        assertThat(house.ordering.cart(buyer.organisation(), Language.FR).restrictions())
                .hasExactlyElementsOfTypes(Restriction.PersonAlreadyHasOne.class);
        house.ordering.freeSeat(buyer.actor(), first.number(), 1, 1);
        house.ordering.name(buyer.organisation(), CREATIVE, Map.of(1, person("Eva")));
        assertThat(house.ordering.cart(buyer.organisation(), Language.FR).isReady()).isTrue();
    }

    @Test
    @Requirement("ORD-09")
    void a_unit_that_came_back_takes_the_seat_given_last_and_leaves_no_free_one() {
        var buyer = house.qualified();
        var order = ordered(buyer, "Anna", "Boris", "Carla");
        handedOver(order);
        house.ordering.freeSeat(buyer.actor(), order.number(), 1, 1);

        assertThat(comesBack(order, 1).persons()).isEmpty();
        assertThat(now(order).line(1).freeSeats()).isZero();
        assertThat(gives(buyer, order, person("Dina"))).isInstanceOf(NoFreeSeat.class);
        assertThat(comesBack(order, 1).persons()).containsExactly("Carla");
        assertThat(now(order).line(1).holders())
                .extracting(Order.Person::name)
                .containsExactly("Boris");
        assertThat(comesBack(order, 1).persons()).containsExactly("Boris");
        assertThat(now(order).line(1).kept()).isZero();
    }

    private UnitsGivenBack.Ended comesBack(Order order, long count) {
        return Objects.requireNonNull(
                transaction.execute(_ -> units.end(STAFF, order.number(), 1, count)));
    }

    private void handedOver(Order order) {
        house.ordering.deliver(
                STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.Codes(List.of("C-" + order.number())),
                false);
    }

    /// A press on the wrong button takes nothing from anybody.
    @Test
    void who_was_freed_before_anything_was_handed_over_gets_the_seat_back() {
        var buyer = house.qualified();
        var order = ordered(buyer, "Anna", "Boris");
        house.ordering.freeSeat(buyer.actor(), order.number(), 1, 1);
        assertThat(gives(buyer, order, person("Anna"))).isInstanceOf(Done.class);

        house.ordering.freeSeat(buyer.actor(), order.number(), 1, 2);
        house.fill(buyer, CREATIVE, "1");
        house.ordering.name(buyer.organisation(), CREATIVE, Map.of(1, person("Boris")));
        assertThat(house.ordering.cart(buyer.organisation(), Language.FR).isReady()).isTrue();
    }

    @Test
    void whether_a_person_is_new_is_asked_before_it_is_judged() {
        var buyer = house.qualified();
        var order = ordered(buyer, "Anna");
        house.ordering.freeSeat(buyer.actor(), order.number(), 1, 1);
        assertThat(
                        gives(
                                buyer,
                                order,
                                new Cart.Person("Boris", "boris@x.example", Optional.empty())))
                .isEqualTo(new NewUserUnsaid());
    }

    @Test
    void who_had_one_before_is_no_new_user_any_more() {
        var buyer = house.qualified();
        var order = ordered(buyer, "Anna");
        handedOver(order);
        house.ordering.freeSeat(buyer.actor(), order.number(), 1, 1);
        assertThat(gives(buyer, order, person("Anna")))
                .isEqualTo(new NotANewUser("anna@mainsvertes.example"));
        assertThat(
                        gives(
                                buyer,
                                order,
                                new Cart.Person("Boris", "boris@x.example", Optional.of(false))))
                .isEqualTo(new NotANewUser("boris@x.example"));

        house.fill(buyer, CREATIVE, "1");
        house.ordering.name(buyer.organisation(), CREATIVE, Map.of(1, person("Anna")));
        assertThat(house.ordering.cart(buyer.organisation(), Language.FR).restrictions())
                .hasExactlyElementsOfTypes(Restriction.NotANewUser.class);
    }

    @Test
    void what_is_missing_is_named_and_an_ended_order_has_no_seats() {
        var buyer = house.qualified();
        var order = ordered(buyer, "Anna");
        house.ordering.freeSeat(buyer.actor(), order.number(), 1, 1);
        assertThat(gives(buyer, order, new Cart.Person(" ", "no address", yes())))
                .isEqualTo(new PersonIncomplete(true, true));

        house.ordering.cancel(buyer.actor(), order.number(), "Erreur");
        assertThat(gives(buyer, order, person("Boris"))).isInstanceOf(NotNow.class);
        var again = ordered(buyer, "Anna"); // what was cancelled, nobody ever had
        assertThat(now(again).line(1).holders()).hasSize(1);
    }
}
