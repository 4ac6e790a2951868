package org.passerelle.ordering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.catalogue.StockOutcome;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.PlaceOutcome.Blocked;
import org.passerelle.ordering.PlaceOutcome.Changed;
import org.passerelle.ordering.PlaceOutcome.NothingToOrder;
import org.passerelle.ordering.PlaceOutcome.Placed;
import org.passerelle.ordering.domain.ChequeOrders;
import org.passerelle.ordering.domain.DeliveryDates;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payments;
import org.passerelle.programme.Excess;
import org.passerelle.programme.Programmes;
import org.passerelle.programme.ReserveOutcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Places an order: number, lines, allotment, stock, payable, letter and event, all in the
/// transaction it is called in, or nothing at all (ORD-01, ORD-04).
@Component
class Checkout {
    private final Orders orders;
    private final CartDesk desk;
    private final Organisations organisations;
    private final Programmes programmes;
    private final Stockroom stock;
    private final Payments payments;
    private final Fulfilment fulfilment;
    private final OrderLetters letters;
    private final UnpaidOrders unpaid;
    private final ChequeOrders cheques;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Checkout(
            Orders orders,
            CartDesk desk,
            Organisations organisations,
            Programmes programmes,
            Stockroom stock,
            Payments payments,
            Fulfilment fulfilment,
            OrderLetters letters,
            UnpaidOrders unpaid,
            ChequeOrders cheques,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.organisations = organisations;
        this.programmes = programmes;
        this.stock = stock;
        this.payments = payments;
        this.fulfilment = fulfilment;
        this.letters = letters;
        this.unpaid = unpaid;
        this.cheques = cheques;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Whoever calls must undo the transaction unless the answer is [Placed].
    ///
    /// One organisation's orders are placed one after the other, so the restrictions are judged by
    /// what is really there, persons and lifetimes included.
    ///
    /// @param byCheque whether it is to be paid by cheque, and holds no stock until that is there
    PlaceOutcome place(
            Actor actor, Cart cart, IdempotencyKey key, Optional<String> seen, boolean byCheque) {
        var organisation = organisations.get(cart.organisation());
        orders.hold(organisation.id());
        var before = orders.byKey(organisation.id(), key.value());
        if (before.isPresent()) {
            return new Placed(orders.find(before.get()).orElseThrow(), true);
        }
        if (cart.isEmpty()) {
            return new NothingToOrder();
        }
        var view = desk.view(cart, organisation.profile().language());
        if (!view.isReady()) {
            return new Blocked(view.restrictions());
        }
        if (seen.isPresent() && !seen.get().equals(view.seal())) {
            return new Changed();
        }
        var order = order(actor, organisation, view);
        orders.add(order, key.value());
        if (programmes.reserve(
                        organisation.id(),
                        order.number().key(),
                        OrderLedger.wanted(desk.packOf(organisation.id()), order))
                instanceof ReserveOutcome.Exceeded(var excesses)) {
            return new Blocked(exceeded(order, excesses));
        }
        var waitsForCheque = byCheque && !order.total().gross().isZero();
        if (waitsForCheque) {
            cheques.chosen(order.number(), order.placedAt());
        } else if (stock.hold(order.number().office(), Reservations.wanted(order), actor)
                instanceof StockOutcome.Short(var shortages)) {
            return new Blocked(outOfStock(order, shortages));
        }
        var payable =
                payments.expect(
                        order.number().payable(),
                        organisation.id(),
                        order.number().office(),
                        order.total().gross());
        if (waitsForCheque) {
            unpaid.waitForCheque(order, actor);
        } else if (payable.state() == Payable.State.AWAITING) {
            unpaid.plan(order.number(), payable);
        }
        audit(actor, order);
        events.publishEvent(new OrderPlaced(order.number(), organisation.id()));
        letters.placed(order);
        if (payable.state() == Payable.State.SETTLED) {
            fulfilment.paid(order.number(), actor);
        }
        return new Placed(orders.find(order.number()).orElseThrow(), false);
    }

    private Order order(Actor actor, Organisation organisation, CartView view) {
        var pack = desk.packOf(organisation.id());
        var now = clock.instant();
        var number = new OrderNumber(pack.id(), orders.nextNumber(pack.id()));
        var lines = new ArrayList<Order.Line>();
        for (var line : view.lines()) {
            lines.add(line(pack, organisation, line, lines.size() + 1));
        }
        return new Order(
                number,
                organisation.id(),
                actor.signature(),
                now,
                organisation.profile().language(),
                deliverTo(organisation),
                view.lines().stream().anyMatch(CartView.Line::needsApproval),
                new OrderState.AwaitingPayment(now),
                LinePrice.Total.of(
                        pack.office().currency(), lines.stream().map(Order.Line::price).toList()),
                lines,
                List.of(),
                List.of(new Order.Event(Order.Event.Kind.PLACED, "", now, actor.signature())));
    }

    /// Goods go to the registered address (ORD-10).
    private static String deliverTo(Organisation organisation) {
        return organisation.name()
                + organisation.profile().address().map(address -> "\n" + address.line()).orElse("");
    }

    private Order.Line line(
            Pack pack, Organisation organisation, CartView.Line line, int position) {
        var offer = line.offer().orElseThrow();
        var language = organisation.profile().language();
        var today = clock.instant().atZone(pack.office().zone()).toLocalDate();
        return new Order.Line(
                position,
                offer.id(),
                offer.sku(),
                offer.title().in(language),
                offer.kind(),
                offer.partner(),
                offer.programme(),
                line.price().orElseThrow(),
                offer.marketValue()
                        .filter(value -> value.getCurrencyUnit().equals(pack.office().currency())),
                accepted(line),
                answers(line, language),
                persons(line),
                DeliveryDates.promised(
                        offer,
                        Offer.Delivery.After.REQUEST,
                        today,
                        desk.calendarOf(organisation.id())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private List<Order.Person> persons(CartView.Line line) {
        var persons = new ArrayList<Order.Person>();
        line.typed().persons().stream()
                .filter(CartDesk::isNamed)
                .limit(line.persons())
                .forEach(person ->
                        persons.add(
                                new Order.Person(
                                        persons.size() + 1,
                                        person.name().strip(),
                                        person.email().strip(),
                                        person.newUser(),
                                        clock.instant(),
                                        Optional.empty())));
        return persons;
    }

    private static List<Order.Accepted> accepted(CartView.Line line) {
        return line.conditions().stream()
                .flatMap(condition ->
                        condition.accepted().stream()
                                .map(acceptance ->
                                        new Order.Accepted(
                                                condition.text().path(),
                                                acceptance.version(),
                                                acceptance.language(),
                                                acceptance.at(),
                                                acceptance.by())))
                .toList();
    }

    private static List<Order.Answer> answers(CartView.Line line, Language language) {
        return line.questions().stream()
                .filter(question -> line.typed().answers().containsKey(question.id()))
                .map(question -> answer(line, question, language))
                .filter(answer -> !answer.answer().isBlank())
                .toList();
    }

    private static Order.Answer answer(
            CartView.Line line, Programme.Question question, Language language) {
        return new Order.Answer(
                question.id(),
                question.text().in(language),
                line.typed().answers().getOrDefault(question.id(), "").strip());
    }

    private static List<Restriction> exceeded(Order order, List<Excess> excesses) {
        return excesses.stream()
                .<Restriction>map(excess ->
                        new Restriction.AllotmentExceeded(
                                excess.line(),
                                order.lines().get(excess.line()).offer(),
                                excess.state(),
                                excess.asked(),
                                List.of(
                                        excess.remains() > 0
                                                ? new WayOut.ReduceTo(excess.remains())
                                                : new WayOut.RemoveLine())))
                .toList();
    }

    private static List<Restriction> outOfStock(
            Order order, List<StockOutcome.Shortage> shortages) {
        var restrictions = new ArrayList<Restriction>();
        for (var line : order.lines()) {
            shortages.stream()
                    .filter(shortage -> shortage.offer().equals(line.offer()))
                    .forEach(shortage ->
                            restrictions.add(
                                    new Restriction.OutOfStock(
                                            line.position() - 1,
                                            line.offer(),
                                            shortage.available(),
                                            shortage.asked(),
                                            List.of(
                                                    shortage.available() > 0
                                                            ? new WayOut.ReduceTo(
                                                                    shortage.available())
                                                            : new WayOut.RemoveLine()))));
        }
        return restrictions;
    }

    private void audit(Actor actor, Order order) {
        audit.record(
                new AuditEntry(
                        actor,
                        "order.placed",
                        new AuditSubject("order", order.number().key()),
                        Optional.of(order.organisation()),
                        order.lines().size() + " lines, " + order.total().gross()));
    }
}
