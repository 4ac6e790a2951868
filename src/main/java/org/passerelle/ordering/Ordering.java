package org.passerelle.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.PlaceOutcome.NotAllowed;
import org.passerelle.ordering.PlaceOutcome.Placed;
import org.passerelle.ordering.domain.Carts;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.OfferId;
import org.passerelle.payment.Payments;
import org.passerelle.payment.RecordOutcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Face of the ordering module: the cart, the order and its way to the goods (ORD-01 to ORD-11).
@Service
@Transactional
public class Ordering {
    private final Carts carts;
    private final Orders orders;
    private final CartDesk desk;
    private final Checkout checkout;
    private final Fulfilment fulfilment;
    private final Deliveries deliveries;
    private final Parcels parcels;
    private final SeatDesk seats;
    private final ChequeCounter cheques;
    private final Organisations organisations;
    private final Payments payments;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Counters counters = new Counters();

    Ordering(
            Carts carts,
            Orders orders,
            CartDesk desk,
            Checkout checkout,
            Fulfilment fulfilment,
            Deliveries deliveries,
            Parcels parcels,
            SeatDesk seats,
            ChequeCounter cheques,
            Organisations organisations,
            Payments payments,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.carts = carts;
        this.orders = orders;
        this.desk = desk;
        this.checkout = checkout;
        this.fulfilment = fulfilment;
        this.deliveries = deliveries;
        this.parcels = parcels;
        this.seats = seats;
        this.cheques = cheques;
        this.organisations = organisations;
        this.payments = payments;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    // -- the cart

    /// The organisation's cart as it stands today.
    @Transactional(readOnly = true)
    public CartView cart(OrganisationId organisation, Language language) {
        return desk.look(organisation, Optional.empty(), language);
    }

    /// Only the lines of these offers, judged as an order of their own.
    @Transactional(readOnly = true)
    public CartView cart(OrganisationId organisation, List<OfferId> only, Language language) {
        return desk.look(organisation, Optional.of(only), language);
    }

    /// How many lines the cart has.
    @Transactional(readOnly = true)
    public int cartSize(OrganisationId organisation) {
        return carts.size(organisation);
    }

    /// Puts an offer into the cart, or changes how many are wanted: exactly what was typed.
    public void put(OrganisationId organisation, OfferId offer, String quantity) {
        carts.put(organisation, offer, quantity, clock.instant());
    }

    /// Changes how many are wanted of a line that is in the cart.
    public void changeQuantity(OrganisationId organisation, OfferId offer, String quantity) {
        carts.quantity(organisation, offer, quantity);
    }

    public void remove(OrganisationId organisation, OfferId offer) {
        carts.remove(organisation, offer);
    }

    /// Keeps the answers to some questions of a line, as typed; the other answers stay.
    public void answer(OrganisationId organisation, OfferId offer, Map<String, String> answers) {
        carts.answers(organisation, offer, answers);
    }

    /// Keeps who shall use some units of a line, by place from one on, as typed; the others stay.
    public void name(
            OrganisationId organisation, OfferId offer, Map<Integer, Cart.Person> persons) {
        carts.persons(organisation, offer, persons);
    }

    /// Accepts one condition in the words that were shown: `version` is theirs, short or whole.
    /// False when the words have changed meanwhile; nothing is accepted then (ORD-01).
    public boolean accept(
            Actor actor,
            OrganisationId organisation,
            OfferId offer,
            String text,
            String version,
            Language language) {
        var pack = desk.packOf(organisation);
        var today = pack.texts().find(text, language, pack.office().languages());
        if (today.isEmpty() || !today.get().isVersion(version)) {
            return false;
        }
        carts.accept(
                organisation,
                offer,
                text,
                new Cart.Acceptance(
                        today.get().version(),
                        today.get().language(),
                        clock.instant(),
                        actor.signature()));
        return true;
    }

    public void withdrawAcceptance(OrganisationId organisation, OfferId offer, String text) {
        carts.withdrawAcceptance(organisation, offer, text);
    }

    // -- placing

    /// Orders what is in the cart: all of it, or only the lines of `only`; the others stay. The
    /// same key again answers the same order. Must not be called in a transaction: it is one.
    ///
    /// @throws org.springframework.dao.TransientDataAccessException when the database is away or
    ///   too many order at once: nothing happened, and the same key may be tried again
    /// @param seen the [CartView#seal] of what the buyer agreed to; empty where nobody looked
    @Transactional(propagation = Propagation.NEVER)
    public PlaceOutcome place(
            Actor actor,
            OrganisationId organisation,
            IdempotencyKey key,
            Optional<List<OfferId>> only,
            Optional<String> seen) {
        return place(actor, organisation, key, only, seen, false);
    }

    /// The same; `byCheque` where that is allowed: no stock is held until it is there (PAY-04).
    @Transactional(propagation = Propagation.NEVER)
    public PlaceOutcome place(
            Actor actor,
            OrganisationId organisation,
            IdempotencyKey key,
            Optional<List<OfferId>> only,
            Optional<String> seen,
            boolean byCheque) {
        if (byCheque && !cheques.mayPay(organisation)) {
            return new NotAllowed();
        }
        return placed(
                actor,
                organisation,
                () -> {
                    // Before the cart is read: of two who order the same cart, the second finds it
                    // empty.
                    orders.hold(organisation);
                    var cart = carts.get(organisation);
                    var chosen =
                            cart.lines().stream()
                                    .filter(l -> only.map(o -> o.contains(l.offer())).orElse(true))
                                    .toList();
                    var outcome =
                            checkout.place(
                                    actor, new Cart(organisation, chosen), key, seen, byCheque);
                    if (outcome instanceof Placed(var order, var again) && !again) {
                        order.lines().forEach(l -> carts.remove(organisation, l.offer()));
                    }
                    return outcome;
                });
    }

    /// Orders these lines without a cart, as a machine does.
    @Transactional(propagation = Propagation.NEVER)
    public PlaceOutcome placeDirectly(
            Actor actor, OrganisationId organisation, IdempotencyKey key, List<Cart.Line> lines) {
        return placed(
                actor,
                organisation,
                () ->
                        checkout.place(
                                actor,
                                new Cart(organisation, lines),
                                key,
                                Optional.empty(),
                                false));
    }

    private PlaceOutcome placed(
            Actor actor,
            OrganisationId organisation,
            java.util.function.Supplier<PlaceOutcome> place) {
        return counters.served(() -> {
            if (!mayOrder(actor, organisation)) {
                return new NotAllowed();
            }
            return java.util.Objects.requireNonNull(
                    transaction.execute(status -> {
                        var outcome = place.get();
                        if (!(outcome instanceof Placed)) {
                            status.setRollbackOnly();
                        }
                        return outcome;
                    }));
        });
    }

    /// Whether somebody may order for an organisation: its holder and orderers (ACC-05).
    private boolean mayOrder(Actor actor, OrganisationId organisation) {
        return switch (actor) {
            case Actor.Member(var person, _) ->
                    organisations
                            .may(person, organisation)
                            .filter(role -> role.mayActAs(MemberRole.ORDERER))
                            .isPresent();
            case Actor.Staff(var person, _) ->
                    organisations
                            .may(person, organisation)
                            .filter(role -> role.mayActAs(MemberRole.ORDERER))
                            .isPresent();
            case Actor.Product _ -> true;
            case Actor.Partner _ -> false;
        };
    }

    // -- looking

    @Transactional(readOnly = true)
    public Optional<Order> order(OrderNumber number) {
        return orders.find(number);
    }

    /// The order of that number, of the organisation alone: another's does not exist for it.
    @Transactional(readOnly = true)
    public Optional<Order> orderOf(OrganisationId organisation, long number) {
        return orders.find(new OrderNumber(organisations.get(organisation).office(), number))
                .filter(order -> order.organisation().equals(organisation));
    }

    /// All orders of that number: one for each office that gave it.
    @Transactional(readOnly = true)
    public List<Order> numbered(long number) {
        return orders.numbered(number).stream()
                .flatMap(found -> orders.find(found).stream())
                .toList();
    }

    /// Everything an organisation ordered, newest first (ORD-05).
    @Transactional(readOnly = true)
    public List<Order> history(OrganisationId organisation) {
        return orders.ofOrganisation(organisation);
    }

    /// The organisation's orders that wait for a transfer, newest first.
    @Transactional(readOnly = true)
    public List<Unpaid> toPay(OrganisationId organisation) {
        return orders.unpaidOf(organisation);
    }

    /// An office's orders in these states, or in any, newest first.
    @Transactional(readOnly = true)
    public List<Order> ofOffice(OfficeId office, Set<OrderState.Code> states, int limit) {
        return orders.ofOffice(office, states, limit);
    }

    /// Orders of an office, newest first: `size` of them after the first `from`.
    @Transactional(readOnly = true)
    public OrdersFound search(OfficeId office, OrderQuery query, int from, int size) {
        return orders.search(office, query, from, size);
    }

    /// How many orders an office has in each state; states without any are left out.
    @Transactional(readOnly = true)
    public Map<OrderState.Code, Integer> countByState(OfficeId office) {
        return orders.countByState(office);
    }

    /// The keys, PINs and codes of one hand-over, for whoever may read the order.
    @Transactional(readOnly = true)
    public List<String> secrets(Order order, HandOver handOver) {
        return deliveries.secrets(order, handOver);
    }

    // -- after placing

    /// Staff record a transfer: the money is kept and, once it is all there, the order goes on.
    public RecordOutcome recordPayment(
            Actor staff, OrderNumber number, Money received, LocalDate on, String bankReference) {
        orders.lock(number); // the order before its money, as whatever ends an order does
        var outcome = payments.record(staff, number.payable(), received, on, bankReference);
        if (outcome instanceof RecordOutcome.Settled || outcome instanceof RecordOutcome.Over) {
            fulfilment.paid(number, staff);
        }
        return outcome;
    }

    /// The order went to the partner: from now on it cannot be cancelled.
    public ActOutcome transmit(Actor staff, OrderNumber number) {
        return fulfilment.transmit(staff, number);
    }

    /// The partner's yes (ORD-07).
    public ActOutcome approve(Actor staff, OrderNumber number) {
        return fulfilment.approve(staff, number);
    }

    /// The partner's no: mailed at once, allotment and stock let go, money returned (ORD-07).
    public ActOutcome refuse(Actor staff, OrderNumber number, String reason) {
        return fulfilment.refuse(staff, number, reason);
    }

    /// By the organisation, until transmission; everything comes back (ORD-08).
    public ActOutcome cancel(Actor actor, OrderNumber number, String reason) {
        return fulfilment.cancel(actor, number, reason);
    }

    /// Hands something over for a line; `last` when nothing more will follow (ORD-11). Parcels must
    /// still arrive before it counts as delivered. The same under the same key again is handed over
    /// once; something else under it is refused.
    public ActOutcome deliver(
            Actor staff, OrderNumber number, int line, UUID key, HandedOver given, boolean last) {
        return deliveries.deliver(staff, number, line, key, given, last);
    }

    /// Nothing more will follow for a line; what was handed over was all (ORD-11).
    public ActOutcome allHanded(Actor staff, OrderNumber number, int line) {
        return deliveries.allHanded(staff, number, line);
    }

    /// From when a parcel of which nobody says a word counts as arrived; empty for anything else.
    @Transactional(readOnly = true)
    public Optional<LocalDate> countsAsArrived(Order order, HandOver handOver) {
        return parcels.countsAsArrived(order, handOver);
    }

    /// A parcel was there on this day; the line is delivered with the last of its parcels (ORD-11).
    public ActOutcome arrived(Actor by, OrderNumber number, UUID parcel, LocalDate on) {
        return parcels.arrived(by, number, parcel, on);
    }

    /// Another day is expected for a line; the organisation is told the reason (ORD-06).
    public ActOutcome expect(
            Actor staff, OrderNumber number, int line, LocalDate day, String reason) {
        return deliveries.expect(staff, number, line, day, reason);
    }

    /// Writes the letter of a hand-over once more, to today's official address; for a member only a
    /// few times a day (ORD-11).
    public ActOutcome resend(Actor actor, OrderNumber number, UUID handOver) {
        return deliveries.resend(actor, number, handOver);
    }

    /// Gives a free unit of a line to a named person, by the rules of the programme (ORD-12).
    public SeatOutcome assignSeat(Actor actor, OrderNumber number, int line, Cart.Person person) {
        return seats.assign(actor, number, line, person);
    }

    /// The person at that place of a line has its unit no more (ORD-12).
    public SeatOutcome freeSeat(Actor actor, OrderNumber number, int line, int place) {
        return seats.free(actor, number, line, place);
    }

    /// Whether units of this line are for persons who are new with the partner.
    @Transactional(readOnly = true)
    public boolean isForNewUsers(Order order, Order.Line line) {
        return seats.isForNewUsers(order, line);
    }
}
