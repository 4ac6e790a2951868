package org.passerelle.backoffice.ordering;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.ordering.AnswersAsAsked;
import org.passerelle.ordering.EventWords;
import org.passerelle.ordering.HandOver;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.PayoutWords;
import org.passerelle.ordering.TaxWords;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.HandOver.What;
import org.passerelle.pack.model.Pack;
import org.passerelle.payment.Payable;
import org.passerelle.returns.RefundWords;
import org.passerelle.returns.Return;
import org.passerelle.ui.Fact;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.words.Words;

/// Writes orders for staff.
record StaffOrderViews(Pack pack, Words words, ZoneId zone, LocalDate today) {

    StaffOrdersPage.Row row(Order order, String organisation, Optional<Payable> payable) {
        return new StaffOrdersPage.Row(
                path(order),
                order.number().toString(),
                organisation,
                "/staff/organisations/" + order.organisation(),
                order.lines().stream()
                        .map(line -> line.price().quantity() + " × " + title(line))
                        .collect(Collectors.joining(", ")),
                words.date(order.placedAt().atZone(zone).toLocalDate()),
                words.money(order.total().gross()),
                tone(order.state().code()),
                state(order),
                payable.map(billed -> blocks(order, billed)).orElse(""));
    }

    static String path(Order order) {
        return "/staff/orders/" + order.number();
    }

    private String state(Order order) {
        return words.get("ordering.state." + order.state().code().word());
    }

    private static String tone(OrderState.Code code) {
        return switch (code) {
            case AWAITING_PAYMENT -> "warn";
            case AWAITING_APPROVAL, IN_FULFILMENT -> "info";
            case DELIVERED -> "ok";
            case CANCELLED, EXPIRED -> "mute";
            case REFUSED -> "bad";
        };
    }

    /// What the order waits for, and for whom.
    String blocks(Order order, Payable payable) {
        return switch (order.state()) {
            case OrderState.AwaitingPayment _ ->
                    payable.received().isPositive()
                            ? words.get(
                                    "ordering.staff.blocks.short",
                                    words.money(payable.missing()),
                                    words.date(payable.lastDay()))
                            : words.get(
                                    "ordering.staff.blocks.payment", words.date(payable.lastDay()));
            case OrderState.AwaitingApproval it ->
                    words.get(
                            it.transmitted().isPresent()
                                    ? "ordering.staff.blocks.approval"
                                    : "ordering.staff.blocks.transmission");
            case OrderState.InFulfilment _ -> delivery(order);
            case OrderState.Delivered _,
                    OrderState.Cancelled _,
                    OrderState.Refused _,
                    OrderState.Expired _ ->
                    payable.excess().isPositive()
                            ? words.get(
                                    "ordering.staff.blocks.excess", words.money(payable.excess()))
                            : "";
        };
    }

    private String delivery(Order order) {
        var key = "ordering.staff.blocks.delivery";
        var missing = order.lines().stream().filter(line -> line.deliveredAt().isEmpty()).count();
        return order.lateSince(today)
                .map(day -> words.get(key + ".late", missing, day))
                .orElseGet(() -> words.get(key, missing));
    }

    StaffOrderPage page(
            Order order,
            Organisation organisation,
            Payable payable,
            List<Return> returns,
            SignedIn who) {
        var isProgramme = has(who, Role.PROGRAMME_MANAGER);
        var mayHandOver =
                (isProgramme || has(who, Role.SUPPORT))
                        && (order.state() instanceof OrderState.InFulfilment
                                || order.state() instanceof OrderState.Delivered);
        return new StaffOrderPage(
                order.number().toString(),
                path(order),
                organisation.name(),
                "/staff/organisations/" + organisation.id(),
                tone(order.state().code()),
                state(order),
                order.state().endedBecause(),
                blocks(order, payable),
                facts(order, organisation),
                money(order, payable),
                payable.missing().isPositive()
                        ? Optional.of(payable.missing().getAmount().toPlainString())
                        : Optional.empty(),
                payable.amount().getCurrencyUnit().getCode(),
                payable.excess().isPositive()
                        ? Optional.of(words.money(payable.excess()))
                        : Optional.empty(),
                has(who, Role.FINANCE),
                isProgramme && order.state() instanceof OrderState.AwaitingApproval,
                isProgramme
                        && order.state() instanceof OrderState.Open open
                        && !(order.state() instanceof OrderState.AwaitingPayment)
                        && open.transmitted().isEmpty(),
                mayHandOver,
                order.lines().stream().map(line -> line(order, line, mayHandOver)).toList(),
                order.events().reversed().stream().map(event -> event(order, event)).toList(),
                returns.stream().map(this::returned).toList());
    }

    private StaffOrderPage.Returned returned(Return one) {
        var code = one.state().code();
        return new StaffOrderPage.Returned(
                one.number().toString(),
                "/staff/returns/" + one.number(),
                RefundWords.tone(code),
                new RefundWords(words).state(code));
    }

    private static boolean has(SignedIn who, Role role) {
        return who.has(role) || who.has(Role.ADMINISTRATOR);
    }

    private List<Fact> facts(Order order, Organisation organisation) {
        var facts = new ArrayList<Fact>();
        facts.add(
                Fact.of(words.get("ordering.col.placed"), words.dateTime(order.placedAt(), zone)));
        facts.add(Fact.of(words.get("ordering.placed-by"), order.placedBy().name()));
        facts.add(Fact.of(words.get("ordering.deliver-to"), order.deliverTo()));
        organisation
                .profile()
                .officialEmail()
                .ifPresent(email ->
                        facts.add(Fact.of(words.get("ordering.staff.official-email"), email)));
        return facts;
    }

    List<Fact> money(Order order, Payable payable) {
        var facts = new ArrayList<Fact>();
        LinePrice.taxes(order.lines().stream().map(Order.Line::price).toList())
                .forEach((tax, due) ->
                        facts.add(Fact.of(TaxWords.of(tax, words), words.money(due))));
        var total = words.get("ordering.total", TaxWords.included(pack.office(), words));
        facts.add(Fact.of(total, words.money(payable.amount())));
        facts.add(
                Fact.of(
                        words.get("ordering.pay.communication"),
                        payable.communication().toString()));
        payable.receipts()
                .forEach(receipt ->
                        facts.add(
                                Fact.of(
                                        words.get("ordering.received", receipt.on()),
                                        words.money(receipt.amount())
                                                + "\n"
                                                + receipt.bankReference()
                                                + " · "
                                                + words.actor(receipt.by().name()))));
        payable.reversals()
                .forEach(taken ->
                        facts.add(
                                Fact.of(
                                        words.get("ordering.taken-back", taken.what().on()),
                                        words.money(taken.what().amount())
                                                + "\n"
                                                + taken.what().why()
                                                + " · "
                                                + words.actor(taken.by().name()))));
        payable.payouts()
                .forEach(payout ->
                        facts.add(
                                Fact.of(
                                        PayoutWords.of(payout, zone, words),
                                        words.money(payout.amount())
                                                + "\n"
                                                + payout.reason()
                                                + " · "
                                                + words.actor(payout.by().name()))));
        return facts;
    }

    private StaffOrderPage.Line line(Order order, Order.Line line, boolean mayHandOver) {
        var offer = pack.offer(line.offer());
        var isOpen = order.state() instanceof OrderState.Open;
        var isKept = isOpen || order.state() instanceof OrderState.Delivered;
        var due = isKept ? due(offer, line, order.handedOver(line.position())) : List.<Option>of();
        return new StaffOrderPage.Line(
                line.position(),
                title(line),
                pack.partner(line.partner()).map(p -> p.name()).orElse(""),
                line.price().quantity(),
                words.money(line.price().net()),
                tone(line, isOpen),
                stands(order, line, isOpen),
                due.stream().map(Option::label).toList(),
                due,
                options(offer),
                AnswersAsAsked.of(pack, line).stream()
                        .map(a -> Fact.of(a.asked(), a.answer()))
                        .toList(),
                line.holders().stream().map(p -> p.name() + ", " + p.email()).toList(),
                order.handedOver(line.position()).stream()
                        .map(one ->
                                new StaffOrderPage.Handed(
                                        one.id().toString(),
                                        handed(order, one),
                                        mayHandOver && one.isUnderWay()))
                        .toList(),
                line.contract().map(this::contract),
                UUID.randomUUID().toString(),
                mayHandOver,
                mayHandOver
                        && line.allHandedAt().isEmpty()
                        && !order.handedOver(line.position()).isEmpty(),
                mayHandOver && line.deliveredAt().isEmpty());
    }

    private String tone(Order.Line line, boolean isOpen) {
        if (line.deliveredAt().isPresent()) {
            return "ok";
        }
        return isOpen && line.isLate(today) ? "warn" : "mute";
    }

    private String stands(Order order, Order.Line line, boolean isOpen) {
        var delivered = order.deliveredOn(line.position(), zone);
        if (delivered.isPresent()) {
            return words.get("ordering.line.delivered", delivered.get());
        }
        if (!isOpen) {
            return words.get("ordering.line.ended");
        }
        return line.expectedOn()
                .map(day ->
                        words.get(
                                line.isLate(today)
                                        ? "ordering.line.late"
                                        : "ordering.line.expected",
                                day))
                .orElseGet(() -> words.get("ordering.line.waiting"));
    }

    private String contract(Order.SupportContract contract) {
        if (contract.endedOn().isPresent()) {
            return words.get("ordering.support.ended", contract.endedOn().get());
        }
        var key = "ordering.support." + (contract.activeSince().isPresent() ? "active" : "planned");
        return contract.until()
                .map(until -> words.get(key + ".until", contract.from(), until))
                .orElseGet(() -> words.get(key, contract.from()));
    }

    /// What the pack expects and nobody has handed over yet: parcels until the last one. A contract
    /// that follows the last parcel begins on its own.
    private List<Option> due(Optional<Offer> offer, Order.Line line, List<HandOver> handed) {
        var due = new ArrayList<What>();
        offer.stream()
                .flatMap(o -> o.handOver().stream())
                .filter(expected ->
                        expected.what() != What.SUPPORT_CONTRACT || expected.after().isEmpty())
                .forEach(expected -> due.add(expected.what()));
        handed.stream()
                .map(HandOver::what)
                .filter(what -> what != What.PARCEL || line.allHandedAt().isPresent())
                .forEach(due::remove);
        if (line.contract().isPresent()) {
            due.remove(What.SUPPORT_CONTRACT);
        }
        return options(offer, due.stream().distinct());
    }

    private List<Option> options(Optional<Offer> offer) {
        return options(offer, Stream.of(What.values()));
    }

    /// A pool's codes come before typed ones.
    private List<Option> options(Optional<Offer> offer, Stream<What> kinds) {
        var hasPool = offer.filter(o -> o.stock() instanceof Offer.Stock.CodePool).isPresent();
        return kinds.flatMap(what ->
                        what == What.CODE && hasPool
                                ? Stream.of(option("code-from-pool"), option(word(what)))
                                : Stream.of(option(word(what))))
                .toList();
    }

    private Option option(String word) {
        return Option.of(word, words.get("ordering.hand." + word));
    }

    static String word(What what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String handed(Order order, HandOver handOver) {
        return Stream.of(
                        Optional.of(words.get("ordering.hand." + word(handOver.what()))),
                        handOver.carrier(),
                        handOver.reference(),
                        handOver.contents(),
                        handOver.address(),
                        handOver.onDay().map(words::date),
                        handOver.arrivedOn()
                                .map(day ->
                                        words.get(
                                                order.isCounted(handOver)
                                                        ? "ordering.staff.counted"
                                                        : "ordering.staff.arrived",
                                                words.date(day))),
                        Optional.of(words.dateTime(handOver.at(), zone)),
                        Optional.of(handOver.by().name()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private String title(Order.Line line) {
        return pack.offer(line.offer())
                .map(offer -> offer.title().in(words.language()))
                .orElse(line.title());
    }

    private LogEntry event(Order order, Order.Event event) {
        var said = new EventWords(words, this::title);
        return new LogEntry(
                EventWords.tone(event),
                said.name(order, event),
                event.at(),
                said.who(event),
                said.detail(order, event));
    }
}
