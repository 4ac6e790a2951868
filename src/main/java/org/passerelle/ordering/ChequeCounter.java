package org.passerelle.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.domain.ChequeOrders;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.payment.Incoming;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payments;
import org.passerelle.payment.RecordOutcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for orders that are paid by cheque: who may, which wait for one, what comes of one that
/// came (PAY-04).
@Service
@Transactional
public class ChequeCounter {
    private final ChequeOrders cheques;
    private final Orders orders;
    private final Organisations organisations;
    private final Payments payments;
    private final Fulfilment fulfilment;
    private final Reservations reservations;
    private final UnpaidOrders unpaid;
    private final OrderLog log;
    private final Packs packs;
    private final Audit audit;
    private final Clock clock;

    ChequeCounter(
            ChequeOrders cheques,
            Orders orders,
            Organisations organisations,
            Payments payments,
            Fulfilment fulfilment,
            Reservations reservations,
            UnpaidOrders unpaid,
            OrderLog log,
            Packs packs,
            Audit audit,
            Clock clock) {
        this.cheques = cheques;
        this.orders = orders;
        this.organisations = organisations;
        this.payments = payments;
        this.fulfilment = fulfilment;
        this.reservations = reservations;
        this.unpaid = unpaid;
        this.log = log;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether the office takes cheques at all.
    public boolean isTakenBy(OfficeId office) {
        return packs.get(office).office().payment().takes(Office.Payment.Means.CHEQUE);
    }

    /// Whether the organisation may pay by cheque: its office takes them, and staff allowed it.
    @Transactional(readOnly = true)
    public boolean mayPay(OrganisationId organisation) {
        return isTakenBy(organisations.get(organisation).office())
                && cheques.permission(organisation).filter(ChequePermission::allowed).isPresent();
    }

    /// What staff decided last about the organisation's cheques.
    @Transactional(readOnly = true)
    public Optional<ChequePermission> permission(OrganisationId organisation) {
        return cheques.permission(organisation);
    }

    /// Staff allow it, or not any more, and say why. Orders that wait for a cheque go on waiting.
    /// False without a reason, or where the office takes no cheques.
    public boolean permit(
            Actor staff, OrganisationId organisation, boolean allowed, String reason) {
        if (reason.isBlank() || !isTakenBy(organisations.get(organisation).office())) {
            return false;
        }
        cheques.permit(
                organisation,
                new ChequePermission(allowed, reason.strip(), clock.instant(), staff.signature()));
        audit.record(
                new AuditEntry(
                        staff,
                        allowed ? "cheque.allowed" : "cheque.not-allowed",
                        new AuditSubject("organisation", organisation.toString()),
                        Optional.of(organisation),
                        reason.strip()));
        return true;
    }

    /// Whether the order waits for a cheque and holds no stock until it comes.
    @Transactional(readOnly = true)
    public boolean waits(OrderNumber number) {
        return cheques.holdsNothing(number);
    }

    /// Orders that wait for their cheque, the oldest first.
    @Transactional(readOnly = true)
    public List<Order> waiting(OfficeId office, int from, int size) {
        return cheques.waiting(office, from, size).stream()
                .flatMap(number -> orders.find(number).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    public int countWaiting(OfficeId office) {
        return cheques.countWaiting(office);
    }

    /// A cheque came: the order takes its stock now. Where that is gone, or nothing is owed any
    /// more, the cheque goes back. The same cheque of an order told twice counts once.
    public ChequeOutcome received(
            Actor staff,
            OrderNumber number,
            Money amount,
            LocalDate on,
            String cheque,
            String drawer) {
        orders.lock(number); // the order before its money, as whatever ends an order does
        var incoming =
                new Incoming(
                        Means.CHEQUE,
                        amount,
                        on,
                        "CHQ " + number.value() + " " + cheque.strip(),
                        Payer.of(drawer.strip(), cheque.strip()));
        return switch (payments.record(staff, number.payable(), incoming)) {
            case RecordOutcome.Settled _, RecordOutcome.Over _ -> {
                fulfilment.paid(number, staff);
                var order = orders.find(number).orElseThrow();
                yield order.state() instanceof OrderState.Cancelled
                        ? new ChequeOutcome.GoesBack(order)
                        : new ChequeOutcome.Paid(order);
            }
            case RecordOutcome.Short(_, var missing) -> new ChequeOutcome.Short(missing);
            case RecordOutcome.NoLongerOwed _ -> {
                payments.returnExcess(staff, number.payable(), "nothing is owed any more");
                yield new ChequeOutcome.GoesBack(orders.find(number).orElseThrow());
            }
            case RecordOutcome.AlreadyRecorded why -> new ChequeOutcome.NotKept(why);
            case RecordOutcome.Differs why -> new ChequeOutcome.NotKept(why);
            case RecordOutcome.OtherCurrency why -> new ChequeOutcome.NotKept(why);
            case RecordOutcome.NotAnAmount why -> new ChequeOutcome.NotKept(why);
        };
    }

    /// Whether an order that waits for other money may be paid by cheque instead: not while a
    /// payment by card or PayPal is under way.
    @Transactional(readOnly = true)
    public boolean mayChange(Order order) {
        return order.state() instanceof OrderState.AwaitingPayment
                && mayPay(order.organisation())
                && !cheques.holdsNothing(order.number())
                && !unpaid.isUnderWay(order.number());
    }

    /// It is to be paid by cheque after all: what it held of the stock is free until that is there,
    /// and it has the time that a cheque takes. What came of its money stays. False, and nothing
    /// changed, where that may not be.
    public boolean payByCheque(Actor actor, OrderNumber number) {
        var order = orders.lock(number).orElseThrow();
        if (!mayChange(order)) {
            return false;
        }
        reservations.leaveStock(order, actor);
        unpaid.waitForCheque(order, actor);
        log.note(order, Order.Event.Kind.STOCK_LEFT, "", actor);
        return true;
    }

    /// It is to be paid otherwise after all, and takes its stock now. False, and it goes on waiting
    /// for the cheque, where that is gone or the order waits no more.
    public boolean payOtherwise(Actor actor, OrderNumber number) {
        var order = orders.lock(number).orElseThrow();
        if (!(order.state() instanceof OrderState.AwaitingPayment)
                || !cheques.holdsNothing(number)
                || !reservations.take(order, actor)) {
            return false;
        }
        log.note(order, Order.Event.Kind.STOCK_HELD, "", actor);
        return true;
    }
}
