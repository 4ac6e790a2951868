package org.passerelle.portal.ordering;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.ChequeAddress;
import org.passerelle.ordering.EventWords;
import org.passerelle.ordering.HandOver;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.PayoutWords;
import org.passerelle.ordering.TaxWords;
import org.passerelle.pack.model.Office.Payment.Means;
import org.passerelle.pack.model.Pack;
import org.passerelle.payment.Payable;
import org.passerelle.paypal.Attempt;
import org.passerelle.portal.ordering.OrderPage.Cancel;
import org.passerelle.portal.returns.ReturnsPage;
import org.passerelle.ui.Fact;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.ui.Step;
import org.passerelle.words.Words;

/// Writes orders in the reader's words.
record OrderWriter(Pack pack, Words words, ZoneId zone, LocalDate today) {

    private OrderLineWriter lines() {
        return new OrderLineWriter(pack, words, zone, today);
    }

    OrdersPage list(List<Order> orders) {
        return new OrdersPage(
                orders.stream()
                        .map(order ->
                                new OrdersPage.Row(
                                        order.number().toString(),
                                        words.date(day(order)),
                                        order.lines().stream()
                                                .map(line ->
                                                        line.price().quantity()
                                                                + " × "
                                                                + lines().title(line))
                                                .collect(Collectors.joining(", ")),
                                        words.money(order.total().gross()),
                                        tone(order.state().code()),
                                        state(order.state().code()),
                                        next(order)))
                        .toList());
    }

    /// What comes next, and by when, where a day is promised; a day gone by is said to be one.
    private String next(Order order) {
        var key = "ordering.next." + order.state().code().word();
        var late = order.lateSince(today);
        if (order.state() instanceof OrderState.InFulfilment && late.isPresent()) {
            return words.get(key + ".late", words.date(late.get()));
        }
        if (order.state() instanceof OrderState.Refused && order.total().gross().isZero()) {
            return words.get("ordering.next.cancelled");
        }
        var last =
                order.lines().stream()
                        .filter(line -> line.deliveredAt().isEmpty())
                        .flatMap(line -> line.expectedOn().stream())
                        .max(Comparator.naturalOrder());
        return order.state() instanceof OrderState.InFulfilment && last.isPresent()
                ? words.get(key + ".by", words.date(last.get()))
                : words.get(key);
    }

    private LocalDate day(Order order) {
        return order.placedAt().atZone(zone).toLocalDate();
    }

    String state(OrderState.Code code) {
        return words.get("ordering.state." + code.word());
    }

    static String tone(OrderState.Code code) {
        return switch (code) {
            case AWAITING_PAYMENT -> "warn";
            case AWAITING_APPROVAL, IN_FULFILMENT -> "info";
            case DELIVERED -> "ok";
            case CANCELLED, EXPIRED -> "mute";
            case REFUSED -> "bad";
        };
    }

    OrderPage page(
            Order order,
            Payable payable,
            Online online,
            OrderLineWriter.SeatForm seats,
            OrderLineWriter.Known known,
            List<SentLetter> letters,
            List<ReturnsPage.Listed> returns) {
        return new OrderPage(
                order.number().toString(),
                words.dateTime(order.placedAt(), zone),
                tone(order.state().code()),
                state(order.state().code()),
                order.state().endedBecause(),
                ended(order, payable),
                steps(order),
                payable.state() == Payable.State.AWAITING
                        ? Optional.of(payment(order, payable, online))
                        : Optional.empty(),
                order.lines().stream()
                        .map(line -> lines().line(order, line, seats, known))
                        .toList(),
                words.money(order.total().net()),
                vats(order),
                words.money(order.total().gross()),
                facts(order, payable),
                order.events().reversed().stream().map(event -> event(order, event)).toList(),
                cancel(order, seats.mayAct()),
                seats.mayAct(),
                today.toString(),
                letters.stream()
                        .map(letter ->
                                new OrderPage.Document(
                                        letter.subject(),
                                        words.dateTime(letter.writtenAt(), zone),
                                        "/messages/" + letter.id()))
                        .toList(),
                returns,
                cancelling(order, payable));
    }

    /// What became of what it reserved and of the money, and what may be done now.
    private Optional<String> ended(Order order, Payable payable) {
        return switch (order.state()) {
            case OrderState.Cancelled _, OrderState.Refused _, OrderState.Expired _ -> {
                var money = payable.receipts().isEmpty() ? "" : ".paid";
                yield Optional.of(
                        words.get("ordering.ended." + order.state().code().word() + money));
            }
            case OrderState.Open _, OrderState.Delivered _ -> Optional.empty();
        };
    }

    /// Placed, paid, approved where it must be, delivered; or placed and ended.
    private List<Step> steps(Order order) {
        var steps = new ArrayList<Step>();
        steps.add(Step.done(words.get("ordering.step.placed"), words.date(day(order))));
        var code = order.state().code();
        var since = words.date(order.state().since().atZone(zone).toLocalDate());
        switch (order.state()) {
            case OrderState.Cancelled _, OrderState.Refused _, OrderState.Expired _ ->
                    steps.add(Step.now(state(code), since));
            case OrderState.AwaitingPayment _,
                    OrderState.AwaitingApproval _,
                    OrderState.InFulfilment _,
                    OrderState.Delivered _ -> {
                if (!order.total().gross().isZero()) {
                    steps.add(step(code, OrderState.Code.AWAITING_PAYMENT, "paid", "now"));
                }
                if (order.needsApproval()) {
                    steps.add(step(code, OrderState.Code.AWAITING_APPROVAL, "approved", "now"));
                }
                steps.add(
                        code == OrderState.Code.DELIVERED
                                ? Step.done(words.get("ordering.step.delivered"), delivered(order))
                                : step(
                                        code,
                                        OrderState.Code.IN_FULFILMENT,
                                        "delivered",
                                        isUnderWay(order) ? "under-way" : "now"));
            }
        }
        return steps;
    }

    private String delivered(Order order) {
        return order.lines().stream()
                .flatMap(line -> order.deliveredOn(line.position(), zone).stream())
                .max(Comparator.naturalOrder())
                .map(words::date)
                .orElse("");
    }

    private static boolean isUnderWay(Order order) {
        return order.handedOver().stream().anyMatch(HandOver::isUnderWay);
    }

    /// The step that ends when the order leaves the state `during`.
    ///
    /// @param how it stands while it goes on
    private Step step(OrderState.Code now, OrderState.Code during, String key, String how) {
        var name = words.get("ordering.step." + key);
        if (now == during) {
            return Step.now(name, words.get("ordering.step." + key + "." + how));
        }
        return now.compareTo(during) > 0 ? Step.done(name, "") : Step.ahead(name, "");
    }

    /// How an order can be paid by card or PayPal, for one reader.
    ///
    /// @param open whether the reader may do so
    /// @param waiting a payment that is not decided yet
    /// @param cheque whether the order waits for a cheque instead
    /// @param mayBeCheque whether it may be paid by cheque instead
    /// @param mayPay whether the reader may choose how to pay
    record Online(
            boolean open,
            Optional<Attempt> waiting,
            boolean cheque,
            boolean mayBeCheque,
            boolean mayPay) {}

    private OrderPage.Payment payment(Order order, Payable payable, Online online) {
        return new OrderPage.Payment(
                order.number().toString(),
                online.open() && online.waiting().isEmpty(),
                pack.office().payment().takes(Means.TRANSFER),
                online.waiting().map(attempt -> underWay(order, attempt)),
                payable.beneficiary(),
                payable.iban(),
                payable.bic(),
                payable.communication().toString(),
                words.money(payable.amount()),
                payable.received().isPositive()
                        ? Optional.of(words.money(payable.missing()))
                        : Optional.empty(),
                Optional.of(words.date(payable.lastDay())),
                payable.epc().map(code -> code.svgPath()),
                payable.epc().map(code -> code.viewSize()).orElse(0),
                pack.office().payment().instructions().in(words.language()),
                online.cheque()
                        ? Optional.of(
                                new OrderPage.ByCheque(
                                        payable.beneficiary(),
                                        ChequeAddress.of(pack.office()),
                                        online.mayPay()))
                        : Optional.empty(),
                online.mayBeCheque() && online.mayPay());
    }

    private OrderPage.UnderWay underWay(Order order, Attempt attempt) {
        return new OrderPage.UnderWay(
                words.get(
                        "paypal.waits.text",
                        words.money(attempt.amount()),
                        words.dateTime(attempt.startedAt(), zone)),
                "/orders/" + order.number() + "/pay/" + attempt.id());
    }

    private List<CartPage.Vat> vats(Order order) {
        return LinePrice.taxes(order.lines().stream().map(line -> line.price()).toList())
                .entrySet()
                .stream()
                .map(due ->
                        new CartPage.Vat(
                                TaxWords.of(due.getKey(), words), words.money(due.getValue())))
                .toList();
    }

    private List<Fact> facts(Order order, Payable payable) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(words.get("ordering.placed-by"), order.placedBy().name()));
        facts.add(Fact.of(words.get("ordering.deliver-to"), order.deliverTo()));
        payable.receipts()
                .forEach(receipt ->
                        facts.add(
                                Fact.of(
                                        words.get("ordering.received", receipt.on()),
                                        words.money(receipt.amount()))));
        payable.reversals()
                .forEach(taken ->
                        facts.add(
                                Fact.of(
                                        words.get("ordering.taken-back", taken.what().on()),
                                        words.money(taken.what().amount()))));
        payable.payouts()
                .forEach(payout ->
                        facts.add(
                                Fact.of(
                                        PayoutWords.of(payout, zone, words),
                                        words.money(payout.amount()))));
        if (payable.excess().isPositive()) {
            facts.add(Fact.of(words.get("ordering.excess"), words.money(payable.excess())));
        }
        return facts;
    }

    private LogEntry event(Order order, Order.Event event) {
        var said = new EventWords(words, lines()::title);
        return new LogEntry(
                EventWords.tone(event),
                said.name(order, event),
                event.at(),
                said.who(event),
                said.detail(order, event));
    }

    private OrderPage.Cancelling cancelling(Order order, Payable payable) {
        var effects = new ArrayList<String>();
        effects.add(words.get("ordering.cancel.effect.whole"));
        effects.add(words.get("ordering.cancel.effect.free"));
        if (payable.received().isPositive()) {
            effects.add(words.get("ordering.cancel.effect.money", words.money(payable.received())));
        } else if (!order.total().gross().isZero()) {
            effects.add(words.get("ordering.cancel.effect.unpaid"));
        }
        effects.add(words.get("ordering.cancel.effect.kept"));
        return new OrderPage.Cancelling(
                pack.office().cancellationReasons().entrySet().stream()
                        .map(one -> Option.of(one.getKey(), one.getValue().in(words.language())))
                        .toList(),
                effects);
    }

    private static Cancel cancel(Order order, boolean mayOrder) {
        return switch (order.state()) {
            case OrderState.Open open when open.transmitted().isPresent() -> Cancel.TRANSMITTED;
            case OrderState.Open _ -> mayOrder ? Cancel.POSSIBLE : Cancel.READER;
            case OrderState.Delivered _,
                    OrderState.Cancelled _,
                    OrderState.Refused _,
                    OrderState.Expired _ ->
                    Cancel.OVER;
        };
    }
}
