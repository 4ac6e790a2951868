package org.passerelle.demo;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.passerelle.demo.DemoAccounts.Desk;
import org.passerelle.demo.Registrations.Registered;
import org.passerelle.demo.Story.Member;
import org.passerelle.demo.Story.OrderGoal;
import org.passerelle.demo.Story.Wish;
import org.passerelle.demo.Timeline.Step;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.CartView;
import org.passerelle.ordering.ChequeCounter;
import org.passerelle.ordering.HandOver;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.Ordering;
import org.passerelle.ordering.PlaceOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office.Payment.Means;
import org.passerelle.payment.Incoming;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Tells how an organisation of the story orders, pays and receives.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class Orders {
    private static final LocalTime MORNING = LocalTime.of(10, 10);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
    private static final int DAYS_TO_PAY = 2;
    private static final int DAYS_TO_DELIVER = 3;
    private static final int DAYS_TO_DECIDE = 8;
    private static final int DAYS_TO_SEND = 10;

    private final Ordering ordering;
    private final Payments payments;
    private final ChequeCounter cheques;
    private final CardPayments cards;
    private final GivenBack givenBack;
    private final Packs packs;
    private final Timeline timeline;
    private final Clock clock;

    Orders(
            Ordering ordering,
            Payments payments,
            ChequeCounter cheques,
            CardPayments cards,
            GivenBack givenBack,
            Packs packs,
            Timeline timeline,
            Clock clock) {
        this.ordering = ordering;
        this.payments = payments;
        this.cheques = cheques;
        this.cards = cards;
        this.givenBack = givenBack;
        this.packs = packs;
        this.timeline = timeline;
        this.clock = clock;
    }

    List<Step> steps(OfficeId office, Story.Words words, Member member, Desk desk, Registered who) {
        var zone = packs.get(office).office().zone();
        var steps = new ArrayList<Step>();
        for (var order : member.orders()) {
            var placed = new Known<OrderNumber>();
            var about = member.name() + ", " + order.wish().offer();
            steps.add(
                    new Step(
                            at(order.placed(), MORNING, zone),
                            about + ", orders",
                            () -> {
                                put(who, order.wish());
                                placed.is(place(office, who, order, desk, words));
                            }));
            then(order)
                    .forEach(later ->
                            steps.add(
                                    new Step(
                                            at(later.daysAgo(), AFTERNOON, zone),
                                            about + ", " + later.goal(),
                                            () ->
                                                    happen(
                                                            later.goal(),
                                                            placed.get(),
                                                            who,
                                                            desk,
                                                            words))));
            for (var one : order.returns()) {
                steps.addAll(givenBack.steps(office, about, one, placed, desk, who));
            }
        }
        member.cart()
                .forEach(wish ->
                        steps.add(
                                new Step(
                                        at(0, MORNING, zone),
                                        member.name() + "'s cart",
                                        () -> put(who, wish))));
        return steps;
    }

    private record Later(int daysAgo, OrderGoal goal) {}

    /// What must happen after placing, for the order to stand where the story wants it.
    private static List<Later> then(Story.Order order) {
        var paid = new Later(order.placed() - DAYS_TO_PAY, OrderGoal.PAID);
        var end = order.goal();
        return switch (end) {
            case AWAITING_PAYMENT, CHEQUE_EXPECTED -> List.of();
            case SHORT, CHEQUE_RECEIVED -> List.of(new Later(order.placed() - DAYS_TO_PAY, end));
            case PAID -> List.of(paid);
            case CANCELLED -> List.of(new Later(order.placed() - 1, end));
            case DELIVERED, PART_DELIVERED ->
                    List.of(paid, new Later(order.placed() - DAYS_TO_DELIVER, end));
            case APPROVED_DELIVERED ->
                    List.of(
                            paid,
                            new Later(order.placed() - DAYS_TO_DECIDE, OrderGoal.APPROVED),
                            new Later(order.placed() - DAYS_TO_SEND, OrderGoal.DELIVERED));
            case AWAITING_APPROVAL ->
                    List.of(paid, new Later(order.placed() - DAYS_TO_DELIVER, end));
            case APPROVED, REFUSED ->
                    List.of(paid, new Later(order.placed() - DAYS_TO_DECIDE, end));
        };
    }

    private java.time.Instant at(int daysAgo, LocalTime time, ZoneId zone) {
        return timeline.at(Math.max(0, daysAgo), time, zone);
    }

    private void put(Registered who, Wish wish) {
        ordering.put(
                who.organisation(), new OfferId(wish.offer()), Integer.toString(wish.quantity()));
    }

    /// Says all that the cart asks for, then places this one line.
    private OrderNumber place(
            OfficeId office, Registered who, Story.Order wanted, Desk desk, Story.Words words) {
        var offer = new OfferId(wanted.wish().offer());
        var language = who.person().language();
        var organisation = who.organisation();
        var view = ordering.cart(organisation, List.of(offer), language);
        view.lines().forEach(line -> fill(who, line, language, words));
        var byCheque =
                wanted.goal().byCheque()
                        || wanted.goal() == OrderGoal.SHORT && !takesTransfers(office);
        if (byCheque) {
            cheques.permit(
                    desk.finance().actor(),
                    organisation,
                    true,
                    "They have neither card nor PayPal");
        }
        var outcome =
                ordering.place(
                        who.person().actor(),
                        organisation,
                        IdempotencyKey.random(),
                        Optional.of(List.of(offer)),
                        Optional.empty(),
                        byCheque);
        return switch (outcome) {
            case PlaceOutcome.Placed(var order, _) -> order.number();
            case PlaceOutcome.Blocked(var restrictions) -> {
                ordering.remove(organisation, offer);
                throw new IllegalStateException("Not placed: " + restrictions);
            }
            case PlaceOutcome.Changed _, PlaceOutcome.NothingToOrder _, PlaceOutcome.NotAllowed _ ->
                    throw new IllegalStateException("Not placed: " + outcome);
        };
    }

    private void fill(Registered who, CartView.Line line, Language language, Story.Words words) {
        var organisation = who.organisation();
        var offer = line.typed().offer();
        line.conditions()
                .forEach(condition ->
                        ordering.accept(
                                who.person().actor(),
                                organisation,
                                offer,
                                condition.text().path(),
                                condition.text().version(),
                                language));
        var answers = new java.util.LinkedHashMap<String, String>();
        line.questions().forEach(question -> answers.put(question.id(), words.answered()));
        ordering.answer(organisation, offer, answers);
        var persons = new java.util.LinkedHashMap<Integer, Cart.Person>();
        for (var place = 1; place <= line.persons(); place++) {
            persons.put(
                    place,
                    new Cart.Person(
                            "Personne " + place,
                            "personne" + place + "@example.org",
                            Optional.of(true)));
        }
        ordering.name(organisation, offer, persons);
    }

    private void happen(
            OrderGoal goal, OrderNumber number, Registered who, Desk desk, Story.Words words) {
        var staff = desk.manager().actor();
        switch (goal) {
            case AWAITING_PAYMENT, CHEQUE_EXPECTED -> {}
            case CHEQUE_RECEIVED -> cheque(number, who, desk, order(number).total().gross());
            case PAID -> pay(number, who, desk);
            case SHORT -> {
                var half = order(number).total().gross().dividedBy(2, RoundingMode.DOWN);
                if (takesTransfers(number.office())) {
                    transfer(number, desk, half);
                } else {
                    cheque(number, who, desk, half);
                }
            }
            case CANCELLED -> ordering.cancel(who.person().actor(), number, words.cancelled());
            case DELIVERED, APPROVED_DELIVERED -> deliver(number, desk, true);
            case PART_DELIVERED -> deliver(number, desk, false);
            case AWAITING_APPROVAL -> ordering.transmit(staff, number);
            case APPROVED -> ordering.approve(staff, number);
            case REFUSED -> ordering.refuse(staff, number, words.refused());
        }
    }

    private Order order(OrderNumber number) {
        return ordering.order(number).orElseThrow();
    }

    private boolean takesTransfers(OfficeId office) {
        return packs.get(office).office().payment().takes(Means.TRANSFER);
    }

    private void pay(OrderNumber number, Registered who, Desk desk) {
        if (takesTransfers(number.office())) {
            transfer(number, desk, order(number).total().gross());
        } else {
            cards.pay(number, who.person());
        }
    }

    private void transfer(OrderNumber number, Desk desk, Money amount) {
        var zone = packs.get(number.office()).office().zone();
        var organisation = order(number).organisation();
        payments.record(
                desk.finance().actor(),
                number.payable(),
                new Incoming(
                        org.passerelle.payment.Means.TRANSFER,
                        amount,
                        clock.instant().atZone(zone).toLocalDate(),
                        "DEMO-" + number.value(),
                        Payer.of("", StoryIban.of(organisation))));
    }

    private void cheque(OrderNumber number, Registered who, Desk desk, Money amount) {
        var zone = packs.get(number.office()).office().zone();
        cheques.received(
                desk.finance().actor(),
                number,
                amount,
                clock.instant().atZone(zone).toLocalDate(),
                "0042",
                who.person().name());
    }

    private void deliver(OrderNumber number, Desk desk, boolean everything) {
        ordering.transmit(desk.manager().actor(), number);
        var order = order(number);
        for (var line : order.lines()) {
            var offer = packs.get(number.office()).offer(line.offer()).orElseThrow();
            var parts = offer.handOver();
            for (var part = 0; part < parts.size(); part++) {
                var last = part == parts.size() - 1;
                if (last && !everything) {
                    return;
                }
                ordering.deliver(
                        desk.manager().actor(),
                        number,
                        line.position(),
                        UUID.randomUUID(),
                        given(offer, parts.get(part).what(), number),
                        last);
            }
        }
        arrive(number, desk);
    }

    /// What was sent is there on the same day: the story needs no waiting.
    private void arrive(OrderNumber number, Desk desk) {
        var zone = packs.get(number.office()).office().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        order(number).handedOver().stream()
                .filter(HandOver::isUnderWay)
                .forEach(parcel ->
                        ordering.arrived(desk.manager().actor(), number, parcel.id(), today));
    }

    private HandedOver given(Offer offer, Offer.HandOver.What what, OrderNumber number) {
        var mark = "DEMO-" + number.value();
        return switch (what) {
            case KEY -> new HandedOver.Keys(List.of(mark + "-AAAA-BBBB-CCCC"));
            case PIN -> new HandedOver.Pins(List.of(mark + "-PIN"));
            case CODE ->
                    offer.stock() instanceof Offer.Stock.CodePool
                            ? new HandedOver.CodesFromPool()
                            : new HandedOver.Codes(List.of(mark + "-CODE"));
            case DOWNLOAD -> new HandedOver.Download("https://download.example.org/" + mark);
            case LINK -> new HandedOver.Link("https://partner.example.org/" + mark);
            case TOKEN -> new HandedOver.Token();
            case PARCEL -> new HandedOver.Parcel("Post", mark, Optional.empty(), Optional.empty());
            case SUPPORT_CONTRACT ->
                    new HandedOver.SupportContract(
                            Optional.of(mark),
                            clock.instant()
                                    .atZone(packs.get(number.office()).office().zone())
                                    .toLocalDate());
        };
    }
}
