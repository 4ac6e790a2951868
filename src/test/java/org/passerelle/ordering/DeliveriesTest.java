package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.SWITCH;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.ActOutcome.DayOutOfRange;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.ActOutcome.NotNow;
import org.passerelle.ordering.ActOutcome.NothingGiven;
import org.passerelle.ordering.ActOutcome.ReasonMissing;
import org.passerelle.ordering.ActOutcome.SentBefore;
import org.passerelle.ordering.ActOutcome.TooOften;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.programme.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// An order that comes in several parcels, the days that are expected, the support that follows.
@ProductTest
@Requirement("ORD-11")
class DeliveriesTest {
    @Autowired OrderingFixture house;
    @Autowired Notification notification;
    @Autowired Agenda agenda;
    @Autowired List<DueHandler> handlers;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private Order now(Order order) {
        return house.ordering.order(order.number()).orElseThrow();
    }

    private LocalDate today() {
        return clock.instant().atZone(house.pack().office().zone()).toLocalDate();
    }

    private List<SentLetter> letters(Order order, String template) {
        return notification.ofOrganisation(order.organisation()).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    private Buyer disadvantaged() {
        var buyer = house.qualified();
        house.programmes.judge(
                STAFF, buyer.organisation(), "serves-disadvantaged", true, "Ils aident.");
        return buyer;
    }

    private Order approved(Buyer buyer) {
        var order = house.paid(buyer, SWITCH, "2");
        house.ordering.approve(STAFF, order.number());
        return now(order);
    }

    private HandOver sent(Order order, String tracking, boolean last) {
        house.ordering.deliver(
                STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.Parcel(
                        "Post",
                        tracking,
                        Optional.of("1 commutateur et son alimentation"),
                        Optional.of(today().plusDays(2))),
                last);
        return now(order).handedOver().getLast();
    }

    private ActOutcome arrives(Buyer buyer, Order order, HandOver parcel) {
        return house.ordering.arrived(buyer.actor(), order.number(), parcel.id(), today());
    }

    private History.State ledger(Order order) {
        return house.programmes.historyOf(order.organisation()).lines().getFirst().state();
    }

    @Test
    @Requirement("ORD-06")
    void a_line_in_two_parcels_is_delivered_when_the_second_is_there_whichever_that_is() {
        var buyer = disadvantaged();
        var order = approved(buyer);
        var first = sent(order, "P1", false);
        assertThat(letters(order, "ordering.delivery").getFirst().subject()).contains("Colis P1");
        assertThat(letters(order, "ordering.delivery").getFirst().text())
                .contains("P1", "1 commutateur et son alimentation", "d’autres envois suivront");
        arrives(buyer, order, first);
        assertThat(now(order).line(1).deliveredAt()).isEmpty(); // more was said to follow
        var second = sent(order, "P2", false);
        var third = sent(order, "P3", true);

        var last = "tout ce que vous avez commandé est remis";
        assertThat(letters(order, "ordering.delivery"))
                .filteredOn(letter -> letter.text().contains(last))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains("Colis P3"));
        assertThat(arrives(buyer, order, third)).isInstanceOf(Done.class);
        assertThat(now(order).state()).isInstanceOf(OrderState.InFulfilment.class);
        assertThat(ledger(order)).isNotEqualTo(History.State.DELIVERED);
        assertThat(arrives(buyer, order, second)).isInstanceOf(Done.class);
        assertThat(arrives(buyer, order, second)).isInstanceOf(Done.class);

        assertThat(now(order).state()).isInstanceOf(OrderState.Delivered.class);
        assertThat(now(order).handedOver()).noneMatch(now(order)::isCounted);
        assertThat(ledger(order)).isEqualTo(History.State.DELIVERED);
        assertThat(now(order).events())
                .filteredOn(event -> event.kind() == Kind.ARRIVED)
                .hasSize(3);
    }

    @Test
    void a_parcel_arrives_between_the_day_it_was_sent_and_today() {
        var buyer = disadvantaged();
        var order = approved(buyer);
        var parcel = sent(order, "P1", true);

        for (var day : List.of(today().minusDays(1), today().plusDays(1))) {
            assertThat(house.ordering.arrived(buyer.actor(), order.number(), parcel.id(), day))
                    .isEqualTo(new DayOutOfRange(today(), today()));
        }
        assertThat(now(order).line(1).deliveredAt()).isEmpty();
    }

    private ActOutcome hands(Order order, HandedOver given) {
        return house.ordering.deliver(STAFF, order.number(), 1, UUID.randomUUID(), given, false);
    }

    private HandedOver parcelFor(LocalDate day) {
        return new HandedOver.Parcel("Post", "P1", Optional.empty(), Optional.of(day));
    }

    private HandedOver contractFrom(LocalDate day) {
        return new HandedOver.SupportContract(Optional.of("SN-1"), day);
    }

    @Test
    void a_day_that_cannot_be_is_refused_and_nothing_is_handed_over() {
        var order = approved(disadvantaged());
        var latest = today().plusYears(2);

        for (var day : List.of(today().minusDays(1), latest.plusDays(1))) {
            assertThat(hands(order, parcelFor(day))).isEqualTo(new DayOutOfRange(today(), latest));
            assertThat(hands(order, contractFrom(day)))
                    .isEqualTo(new DayOutOfRange(today(), latest));
        }

        assertThat(now(order).handedOver()).isEmpty();
        assertThat(letters(order, "ordering.delivery")).isEmpty();
        assertThat(hands(order, parcelFor(today()))).isInstanceOf(Done.class);
    }

    @Test
    @Requirement("ORD-08")
    void an_order_that_cannot_be_cancelled_any_more_says_when_it_was_transmitted() {
        var accepted = approved(disadvantaged());
        var handed = house.paid(house.qualified(), WINDOWS, "1");
        hands(handed, new HandedOver.Keys(List.of("K-1")));
        hands(handed, new HandedOver.Keys(List.of("K-2")));
        var told = house.paid(house.qualified(), WINDOWS, "1");
        house.ordering.transmit(STAFF, told.number());
        hands(told, new HandedOver.Keys(List.of("K-3")));

        for (var order : List.of(accepted, handed, told)) {
            assertThat(now(order).events())
                    .filteredOn(event -> event.kind() == Kind.TRANSMITTED)
                    .hasSize(1);
        }
    }

    private ActOutcome hands(Order order, UUID key, String secret, boolean last) {
        var keys = new HandedOver.Keys(List.of(secret));
        return house.ordering.deliver(STAFF, order.number(), 1, key, keys, last);
    }

    @Test
    void a_form_sent_twice_hands_over_once_and_one_that_says_something_else_is_refused() {
        var order = house.paid(house.qualified(), WINDOWS, "1");
        var key = UUID.randomUUID();

        assertThat(hands(order, key, "K-1", false)).isInstanceOf(Done.class);
        assertThat(hands(order, key, "K-1", false)).isInstanceOf(Done.class);
        assertThat(hands(order, key, "K-2", false)).isInstanceOf(SentBefore.class);
        assertThat(now(order).handedOver()).hasSize(1);
        assertThat(letters(order, "ordering.delivery")).hasSize(1);

        assertThat(hands(order, key, "K-1", true)).isInstanceOf(Done.class);
        assertThat(hands(order, key, "K-1", true)).isInstanceOf(Done.class);
        assertThat(now(order).handedOver()).hasSize(1);
        assertThat(now(order).state()).isInstanceOf(OrderState.Delivered.class);
    }

    @Test
    void staff_say_afterwards_that_what_was_handed_over_was_all() {
        var order = house.paid(house.qualified(), WINDOWS, "1");
        assertThat(house.ordering.allHanded(STAFF, order.number(), 1))
                .isInstanceOf(NothingGiven.class);
        hands(order, UUID.randomUUID(), "K-1", false);

        assertThat(house.ordering.allHanded(STAFF, order.number(), 1)).isInstanceOf(Done.class);
        assertThat(house.ordering.allHanded(STAFF, order.number(), 1)).isInstanceOf(Done.class);

        assertThat(now(order).state()).isInstanceOf(OrderState.Delivered.class);
    }

    @Test
    void a_parcel_of_which_nobody_says_a_word_counts_as_arrived_by_the_offices_days() {
        var order = approved(disadvantaged());
        var parcel = sent(order, "P1", true);
        var subject = PartOfOrder.of(order.number(), parcel.id()).toString();
        var due = agenda.due(Parcels.KIND, subject).orElseThrow();
        var day = due.atZone(house.pack().office().zone()).toLocalDate();
        assertThat(day)
                .isEqualTo(
                        BusinessCalendars.of(house.pack().office())
                                .plusBusinessDays(today().plusDays(2), 15));
        assertThat(house.ordering.countsAsArrived(now(order), parcel)).contains(day);
        assertThat(letters(order, "ordering.delivery").getFirst().text())
                .contains("compte comme arrivé le");

        falls(Parcels.KIND, subject, clock.instant()); // too early: it waits for its day
        assertThat(now(order).underWay(1)).hasSize(1);
        falls(Parcels.KIND, subject, due);
        falls(Parcels.KIND, subject, due);

        assertThat(now(order).state()).isInstanceOf(OrderState.Delivered.class);
        assertThat(now(order).handedOver().getLast().arrivedOn()).contains(day);
        assertThat(now(order).isCounted(now(order).handedOver().getLast())).isTrue();
        assertThat(now(order).deliveredOn(1, house.pack().office().zone())).contains(day);
        assertThat(letters(order, "ordering.counted"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("P1"));
    }

    @Test
    @Requirement("NOT-01")
    void staff_who_say_that_a_parcel_came_write_it_and_a_member_needs_no_letter_about_it() {
        var buyer = disadvantaged();
        var order = approved(buyer);
        arrives(buyer, order, sent(order, "P1", false));
        assertThat(letters(order, "ordering.arrived")).isEmpty();

        house.arrives(sentNow(order, "P2"));

        assertThat(letters(order, "ordering.arrived"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("P2"));
    }

    private Order sentNow(Order order, String tracking) {
        sent(order, tracking, true);
        return now(order);
    }

    @Test
    @Requirement("ORD-06")
    void another_expected_day_is_told_with_its_reason_and_stands_on_the_order() {
        var order = approved(disadvantaged());
        var promised = order.line(1).expectedOn().orElseThrow();
        assertThat(promised).isEqualTo(today().plusDays(90));
        var later = promised.plusWeeks(3);
        assertThat(house.ordering.expect(STAFF, order.number(), 1, later, " "))
                .isInstanceOf(ReasonMissing.class);
        assertThat(house.ordering.expect(STAFF, order.number(), 1, today().minusDays(1), "x"))
                .isInstanceOf(DayOutOfRange.class);

        house.ordering.expect(STAFF, order.number(), 1, later, "Rupture chez le fabricant");
        house.ordering.expect(STAFF, order.number(), 1, later, "Rupture chez le fabricant");

        assertThat(now(order).line(1).expectedOn()).contains(later);
        assertThat(letters(order, "ordering.expected"))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text())
                                .contains("Rupture chez le fabricant", "Prévue avant"));
        var paid = house.placed(house.qualified(), WINDOWS, "1");
        house.ordering.cancel(STAFF, paid.number(), "Non");
        assertThat(house.ordering.expect(STAFF, paid.number(), 1, later, "x"))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void support_is_planned_by_the_pack_when_all_has_arrived_and_begins_on_its_day() {
        var buyer = disadvantaged();
        var order = approved(buyer);
        arrives(buyer, order, sent(order, "P1", true));

        var planned = now(order).line(1).contract().orElseThrow();
        assertThat(planned.from()).isEqualTo(today().plusWeeks(5));
        assertThat(planned.until()).contains(today().plus(Period.ofYears(5)).minusDays(1));
        assertThat(planned.activeSince()).isEmpty();
        assertThat(letters(order, "ordering.support-planned").getFirst().text())
                .contains("Cisco SMARTnet");
        var key = PartOfOrder.of(order.number(), 1).toString();
        assertThat(agenda.due(SupportContracts.KIND, key).orElseThrow())
                .isEqualTo(planned.from().atStartOfDay(house.pack().office().zone()).toInstant());

        begins(key); // too early: nothing happens
        assertThat(now(order).line(1).contract()).contains(planned);
        house.ordering.deliver(
                STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.SupportContract(Optional.of("SN-77"), today()),
                true);
        begins(key);
        begins(key);

        var active = now(order).line(1).contract().orElseThrow();
        assertThat(active.activeSince()).isPresent();
        assertThat(active.number()).contains("SN-77");
        assertThat(letters(order, "ordering.support-active"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("SN-77", "Cisco SMARTnet"));
        assertThat(now(order).state()).isInstanceOf(OrderState.Delivered.class);
    }

    private void begins(String key) {
        falls(SupportContracts.KIND, key, clock.instant());
    }

    private void falls(String kind, String subject, Instant due) {
        var handler =
                handlers.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
        transaction.executeWithoutResult(_ -> handler.fallDue(subject, due));
    }

    @Test
    void an_organisation_has_a_letter_written_again_a_few_times_a_day_and_staff_without_end() {
        var buyer = house.qualified();
        var order = house.paid(buyer, WINDOWS, "1");
        house.handsKey(order, "K", false);
        house.handsKey(order, "L", true);
        var id = now(order).handedOver().getFirst().id();

        for (var time = 0; time < 3; time++) {
            assertThat(house.ordering.resend(buyer.actor(), order.number(), id))
                    .isInstanceOf(Done.class);
        }
        assertThat(house.ordering.resend(buyer.actor(), order.number(), id))
                .isEqualTo(new TooOften(3));
        assertThat(house.ordering.resend(STAFF, order.number(), id)).isInstanceOf(Done.class);
        var other = now(order).handedOver().getLast().id();
        assertThat(house.ordering.resend(buyer.actor(), order.number(), other))
                .as("another letter of the order")
                .isInstanceOf(Done.class);

        assertThat(letters(order, "ordering.delivery"))
                .hasSize(7)
                .allSatisfy(one -> assertThat(one.to()).isEqualTo("bureau@mainsvertes.example"));
    }
}
