package org.passerelle.returns;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.UnitsGivenBack;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.payment.Payments;
import org.passerelle.programme.Programmes;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.domain.ReturnBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What follows once it is decided how many units of each line came back: money to the means that
/// paid, allotment, stock, the end of seats and support, and the event a credit note hears. Runs on
/// the held order, once for each return (ORD-09).
@Component
class Settlement {
    private final ReturnBook book;
    private final RefundDesk desk;
    private final UnitsGivenBack units;
    private final Payments payments;
    private final Programmes programmes;
    private final Stockroom stock;
    private final Packs packs;
    private final ApplicationEventPublisher events;

    Settlement(
            ReturnBook book,
            RefundDesk desk,
            UnitsGivenBack units,
            Payments payments,
            Programmes programmes,
            Stockroom stock,
            Packs packs,
            ApplicationEventPublisher events) {
        this.book = book;
        this.desk = desk;
        this.units = units;
        this.payments = payments;
        this.programmes = programmes;
        this.stock = stock;
        this.packs = packs;
        this.events = events;
    }

    /// Units of one line that are accepted, and how many of them can be handed over again.
    record Found(int line, long accepted, long restocked) {}

    /// What came of a settled return.
    ///
    /// @param returned what goes back
    /// @param ended what went on with the units that came back
    record Settled(Money returned, List<UnitsGivenBack.Ended> ended) {}

    Settled settle(Actor staff, Order order, Return asked, List<Found> found, Remedy remedy) {
        var zero = Money.zero(order.total().gross().getCurrencyUnit());
        var returned = new ArrayList<LineReturned>();
        for (var one : found) {
            var line = order.line(one.line());
            var before = desk.givenBack(order, one.line());
            var money = remedy == Remedy.MONEY;
            var accepted = money ? one.accepted() : 0;
            var net = Share.of(line.price().net(), line.price().quantity(), before, accepted);
            var taxes = Share.gross(line.price(), before, accepted).minus(net);
            book.inspected(
                    asked.number(),
                    one.line(),
                    new Return.Inspected(one.accepted(), one.restocked(), net, taxes));
            if (accepted > 0) {
                returned.add(
                        new LineReturned(
                                order.number(),
                                one.line(),
                                order.organisation(),
                                line.offer(),
                                asked.number().key() + "/" + one.line(),
                                accepted,
                                before,
                                net,
                                taxes));
            }
        }
        // The order before its money, as whatever ends something of an order does.
        var ended =
                returned.stream()
                        .map(it -> units.end(staff, order.number(), it.line(), it.quantity()))
                        .toList();
        var gross =
                returned.stream().map(it -> it.net().plus(it.taxes())).reduce(zero, Money::plus);
        var given =
                gross.isZero()
                        ? zero
                        : payments.giveBack(
                                staff, order.number().payable(), gross, asked.number().toString());
        // The ledger of allotments counts the places in an order from zero.
        returned.forEach(it ->
                programmes.giveBack(
                        order.number().key(), it.line() - 1, it.quantity(), it.cause()));
        restock(staff, order, asked, found);
        returned.forEach(events::publishEvent);
        return new Settled(given, ended);
    }

    private void restock(Actor staff, Order order, Return asked, List<Found> found) {
        var office = order.number().office();
        for (var one : found) {
            var offer = order.line(one.line()).offer();
            var counted =
                    packs.get(office)
                            .offer(offer)
                            .filter(it -> it.stock() instanceof Offer.Stock.Counted)
                            .isPresent();
            if (one.restocked() > 0 && counted) {
                stock.add(staff, office, offer, one.restocked(), asked.number().toString());
            }
        }
    }
}
