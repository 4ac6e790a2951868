package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for orders of which money is missing: those that wait for it, and those that were delivered
/// before a payment was taken back (ORD-13).
@Service
@Transactional
public class Dunning {
    private final UnpaidOrders unpaid;
    private final Orders orders;
    private final Payments payments;

    Dunning(UnpaidOrders unpaid, Orders orders, Payments payments) {
        this.unpaid = unpaid;
        this.orders = orders;
        this.payments = payments;
    }

    /// One of them.
    ///
    /// @param reminders how many were sent
    /// @param next when the next one is to be; empty where none is
    /// @param expires the last day on which it may be paid; empty for one that was delivered, or is
    ///   with the partner: it does not expire
    public record Open(
            Order order,
            Payable payable,
            int reminders,
            Optional<LocalDate> next,
            Optional<LocalDate> expires) {}

    /// Newest first: `size` of them after the first `from`.
    @Transactional(readOnly = true)
    public List<Open> open(OfficeId office, int from, int size) {
        return payments.search(office, QUERY, from, size).payables().stream()
                .filter(payable -> OrderNumber.isOrder(payable.ref()))
                .flatMap(payable ->
                        orders.find(OrderNumber.of(payable.ref())).stream()
                                .map(order -> of(order, payable)))
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(OfficeId office) {
        return payments.count(office, QUERY);
    }

    private static final PayableQuery QUERY =
            new PayableQuery(PayableQuery.View.AWAITING, "", java.util.Set.of());

    private Open of(Order order, Payable payable) {
        return new Open(
                order,
                payable,
                UnpaidOrders.reminded(order),
                unpaid.nextReminder(order.number()),
                order.state() instanceof OrderState.AwaitingPayment
                        ? Optional.of(payable.lastDay())
                        : Optional.empty());
    }

    /// Staff remind now: the next letter of its row. False when nothing is owed, somebody was
    /// reminded today, or a payment is under way.
    public boolean remind(Actor staff, OrderNumber number) {
        return unpaid.remindNow(number, staff);
    }

    /// Staff wait longer, and say why; the organisation is told. False without a reason, where
    /// nothing is owed, or for a day that is not later than the last one and today.
    public boolean giveTime(Actor staff, OrderNumber number, LocalDate until, String reason) {
        return unpaid.giveTime(number, until, reason, staff);
    }
}
