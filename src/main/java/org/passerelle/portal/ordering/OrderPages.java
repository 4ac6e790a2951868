package org.passerelle.portal.ordering;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.identity.SignedIn;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.ActOutcome;
import org.passerelle.ordering.ChequeCounter;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.ordering.SeatOutcome;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Payments;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.portal.Acting;
import org.passerelle.portal.returns.ReturnWriter;
import org.passerelle.returns.Returns;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// What was ordered and what became of it (ORD-05, ORD-08, ORD-11). Another organisation's order
/// does not exist here.
@Controller
class OrderPages {
    /// Characters of a reason.
    private static final int REASON_MAX = 1000;

    private final Ordering ordering;
    private final OwnOrders orders;
    private final ChequeCounter cheques;
    private final Payments payments;
    private final PayPalPayments paypal;
    private final Returns returns;
    private final Organisations organisations;
    private final Packs packs;
    private final Notification notification;
    private final Acting acting;
    private final Clock clock;

    OrderPages(
            Ordering ordering,
            OwnOrders orders,
            ChequeCounter cheques,
            Payments payments,
            PayPalPayments paypal,
            Returns returns,
            Organisations organisations,
            Packs packs,
            Notification notification,
            Acting acting,
            Clock clock) {
        this.ordering = ordering;
        this.orders = orders;
        this.cheques = cheques;
        this.payments = payments;
        this.paypal = paypal;
        this.returns = returns;
        this.organisations = organisations;
        this.packs = packs;
        this.notification = notification;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping("/orders")
    String orders(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            return Acting.none("orders", model);
        }
        var organisation = membership.get().organisation();
        model.addAttribute(
                "page", writer(membership.get(), frame).list(ordering.history(organisation)));
        return "portal/ordering/orders";
    }

    @GetMapping("/orders/{number}")
    String order(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.member(who, request);
        return show(
                membership,
                orders.find(membership, number),
                Form.empty(),
                FormErrors.none(),
                frame,
                model);
    }

    /// The order just placed: its number and how to pay (ORD-06).
    @GetMapping("/orders/{number}/placed")
    String placed(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.member(who, request);
        model.addAttribute("page", page(membership, orders.find(membership, number), 0, frame));
        return "portal/ordering/placed";
    }

    /// The order on one sheet, with how to pay: to print, for whoever signs or pays (ORD-06).
    @GetMapping("/orders/{number}/summary")
    String summary(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.member(who, request);
        model.addAttribute("page", page(membership, orders.find(membership, number), 0, frame));
        model.addAttribute(
                "office",
                packs.get(organisations.get(membership.organisation()).office())
                        .office()
                        .name()
                        .in(frame.words().language()));
        return "portal/ordering/summary";
    }

    private String show(
            Membership membership,
            Order order,
            Form form,
            FormErrors errors,
            Frame frame,
            Model model) {
        var line = form.value("line");
        var naming = line.matches("[0-9]{1,4}") ? Integer.parseInt(line) : 0;
        model.addAttribute("page", page(membership, order, naming, frame));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "portal/ordering/order";
    }

    /// @param naming the line for which somebody is just being named; zero for none
    private OrderPage page(Membership membership, Order order, int naming, Frame frame) {
        return writer(membership, frame)
                .page(
                        order,
                        payments.get(order.number().payable()),
                        new OrderWriter.Online(
                                membership.role().mayActAs(MemberRole.ORDERER)
                                        && paypal.isTakenBy(order.number().office()),
                                paypal.waiting(order.number().payable()),
                                cheques.waits(order.number()),
                                cheques.mayChange(order),
                                membership.role().mayActAs(MemberRole.ORDERER)),
                        new OrderLineWriter.SeatForm(
                                membership.role().mayActAs(MemberRole.ORDERER),
                                naming,
                                line -> ordering.isForNewUsers(order, line)),
                        new OrderLineWriter.Known(
                                handOver -> ordering.secrets(order, handOver),
                                handOver -> ordering.countsAsArrived(order, handOver)),
                        notification.about(order.number().letters()),
                        new ReturnWriter(returns, frame.words(), frame.zone())
                                .listed(returns.of(order.number())));
    }

    @PostMapping("/orders/{number}/cancel")
    String cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable String number, Submission sent) {
        var form = sent.form();
        var membership = orderer(who, sent.request());
        var order = orders.find(membership, number);
        var written = form.trimmed("reason").length();
        if (written > REASON_MAX) {
            sent.refuse();
            var tooLong =
                    FormErrors.none().with("reason", "ordering.reason.long", written, REASON_MAX);
            return show(membership, order, form, tooLong, sent.frame(), sent.model());
        }
        return switch (ordering.cancel(who.actor(), order.number(), because(order, form))) {
            case ActOutcome.Done _ ->
                    sent.done("/orders/" + number, "ordering.cancelled", order.number());
            case ActOutcome.ReasonMissing _ -> {
                sent.refuse();
                yield show(
                        membership,
                        order,
                        form,
                        FormErrors.none().with("reason", "ordering.cancel.reason.missing"),
                        sent.frame(),
                        sent.model());
            }
            case ActOutcome.AlreadyTransmitted _,
                    ActOutcome.NotNow _,
                    ActOutcome.NothingGiven _,
                    ActOutcome.SentBefore _,
                    ActOutcome.NotAnAddress _,
                    ActOutcome.DayOutOfRange _,
                    ActOutcome.TooOften _,
                    ActOutcome.NoCodeHeld _ ->
                    sent.lead(
                            "/orders/" + number,
                            Notice.warn(sent.frame().word("ordering.cancel.too-late")));
        };
    }

    /// It is to be paid otherwise than by cheque after all (PAY-04).
    @PostMapping("/orders/{number}/pay-otherwise")
    String payOtherwise(
            @AuthenticationPrincipal SignedIn who, @PathVariable String number, Submission sent) {
        var order = orders.find(orderer(who, sent.request()), number);
        var path = "/orders/" + number;
        return cheques.payOtherwise(who.actor(), order.number())
                ? sent.done(path, "ordering.cheque.held")
                : sent.lead(path, Notice.warn(sent.frame().word("ordering.cheque.gone")));
    }

    /// It is to be paid by cheque after all (PAY-04).
    @PostMapping("/orders/{number}/pay-by-cheque")
    String payByCheque(
            @AuthenticationPrincipal SignedIn who, @PathVariable String number, Submission sent) {
        var order = orders.find(orderer(who, sent.request()), number);
        var path = "/orders/" + number;
        return cheques.payByCheque(who.actor(), order.number())
                ? sent.done(path, "ordering.cheque.chosen")
                : sent.lead(path, Notice.warn(sent.frame().word("ordering.cheque.not-now")));
    }

    /// The reason chosen, in the language of the order, and what was written besides.
    private String because(Order order, Form form) {
        var reasons = packs.get(order.number().office()).office().cancellationReasons();
        return Stream.concat(
                        Optional.ofNullable(reasons.get(form.value("why"))).stream()
                                .map(reason -> reason.in(order.language())),
                        Stream.of(form.trimmed("reason")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    @PostMapping("/orders/{number}/deliveries/{delivery}/resend")
    String resend(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable UUID delivery,
            Submission sent) {
        var order = orders.find(orderer(who, sent.request()), number);
        var path = "/orders/" + number;
        var outcome = ordering.resend(who.actor(), order.number(), delivery);
        if (outcome instanceof ActOutcome.TooOften(var most)) {
            return sent.lead(path, Notice.warn(sent.frame().word("ordering.resent.often", most)));
        }
        return outcome instanceof ActOutcome.Done
                ? sent.done(path, "ordering.resent")
                : "redirect:" + path;
    }

    /// A parcel is there (ORD-11).
    @PostMapping("/orders/{number}/deliveries/{delivery}/arrived")
    String arrived(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable UUID delivery,
            Submission sent) {
        var order = orders.find(orderer(who, sent.request()), number);
        var path = "/orders/" + number;
        var day = TypedDay.of(sent.form().trimmed("day"));
        var outcome = day.map(on -> ordering.arrived(who.actor(), order.number(), delivery, on));
        return outcome.filter(ActOutcome.Done.class::isInstance).isPresent()
                ? sent.done(path, "ordering.arrived")
                : sent.lead(path, Notice.warn(sent.frame().word("ordering.arrived.day-wrong")));
    }

    @PostMapping("/orders/{number}/lines/{line}/seats")
    String assignSeat(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable int line,
            Submission sent) {
        var membership = orderer(who, sent.request());
        var order = withLine(orders.find(membership, number), line);
        var person = TypedSeat.person(sent.form(), line);
        var outcome = ordering.assignSeat(who.actor(), order.number(), line, person);
        if (outcome instanceof SeatOutcome.Done) {
            return sent.done("/orders/" + number, "ordering.seats.given", person.name().strip());
        }
        sent.refuse();
        return show(
                membership,
                order,
                sent.form().with("line", Integer.toString(line)),
                TypedSeat.errors(outcome, line),
                sent.frame(),
                sent.model());
    }

    @PostMapping("/orders/{number}/lines/{line}/seats/{place}/free")
    String freeSeat(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable int line,
            @PathVariable int place,
            Submission sent) {
        var order = withLine(orders.find(orderer(who, sent.request()), number), line);
        var outcome = ordering.freeSeat(who.actor(), order.number(), line, place);
        return outcome instanceof SeatOutcome.Done
                ? sent.done("/orders/" + number, "ordering.seats.freed")
                : "redirect:/orders/" + number;
    }

    private static Order withLine(Order order, int line) {
        if (order.lines().stream().noneMatch(one -> one.position() == line)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return order;
    }

    private Membership orderer(SignedIn who, HttpServletRequest request) {
        acting.as(MemberRole.ORDERER, who, request);
        return acting.member(who, request);
    }

    private OrderWriter writer(Membership membership, Frame frame) {
        var office = organisations.get(membership.organisation()).office();
        var today = clock.instant().atZone(frame.zone()).toLocalDate();
        return new OrderWriter(packs.get(office), frame.words(), frame.zone(), today);
    }
}
