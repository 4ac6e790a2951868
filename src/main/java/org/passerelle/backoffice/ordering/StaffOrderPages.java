package org.passerelle.backoffice.ordering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.SignedIn;
import org.passerelle.ordering.ActOutcome;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.payment.Payments;
import org.passerelle.payment.RecordOutcome;
import org.passerelle.returns.Returns;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Option;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Orders for staff: what blocks, record a payment, the partner's answer, hand over (ORD-07,
/// ORD-11, PAY-01).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'PROGRAMME_MANAGER', 'SUPPORT', 'ADMINISTRATOR')")
class StaffOrderPages {
    /// Characters of the partner's reason.
    private static final int REFUSAL_MAX = 2000;

    private static final String FINANCE = "hasAnyRole('FINANCE', 'ADMINISTRATOR')";
    private static final String PROGRAMME = "hasAnyRole('PROGRAMME_MANAGER', 'ADMINISTRATOR')";
    private static final String HAND_OVER =
            "hasAnyRole('PROGRAMME_MANAGER', 'SUPPORT', 'ADMINISTRATOR')";

    private final Ordering ordering;
    private final Payments payments;
    private final Organisations organisations;
    private final Returns returns;
    private final Named named;
    private final Packs packs;
    private final Clock clock;

    StaffOrderPages(
            Ordering ordering,
            Payments payments,
            Organisations organisations,
            Returns returns,
            Named named,
            Packs packs,
            Clock clock) {
        this.ordering = ordering;
        this.payments = payments;
        this.organisations = organisations;
        this.returns = returns;
        this.named = named;
        this.packs = packs;
        this.clock = clock;
    }

    @GetMapping("/staff/orders")
    String orders(Form form, Frame frame, Model model) {
        var pack = packs.get(StaffOffice.of(frame));
        var view = OrderFilter.of(form);
        var paging = Paging.of(form);
        var found =
                ordering.search(
                        pack.id(),
                        view.query(named.fitting(pack.id(), view.text())),
                        paging.from(),
                        paging.size());
        var counts = ordering.countByState(pack.id());
        model.addAttribute(
                "page",
                new StaffOrdersPage(
                        Stream.of(OrderFilter.View.values())
                                .map(tab ->
                                        new StaffOrdersPage.Tab(
                                                frame.word("ordering.staff.view." + tab.code()),
                                                "/staff/orders?view=" + tab.code(),
                                                tab.count(counts),
                                                tab == view.view()))
                                .toList(),
                        form,
                        pack.partners().values().stream()
                                .map(partner -> Option.of(partner.id().value(), partner.name()))
                                .toList(),
                        frame.word("ordering.staff.found", found.total()),
                        rows(pack, found.orders(), frame),
                        paging.pager(frame, found.total())));
        return "backoffice/ordering/orders";
    }

    /// An order whose organisation or payment is unknown here stops no list: no foreign key crosses
    /// modules.
    private List<StaffOrdersPage.Row> rows(Pack pack, List<Order> orders, Frame frame) {
        var views = views(pack, frame);
        var names = named.of(orders.stream().map(Order::organisation).toList());
        var billed = payments.all(orders.stream().map(o -> o.number().payable()).toList());
        return orders.stream()
                .map(order ->
                        views.row(
                                order,
                                names.getOrDefault(
                                        order.organisation(), order.organisation().toString()),
                                Optional.ofNullable(billed.get(order.number().payable()))))
                .toList();
    }

    private StaffOrderViews views(Pack pack, Frame frame) {
        var today = clock.instant().atZone(frame.zone()).toLocalDate();
        return new StaffOrderViews(pack, frame.words(), frame.zone(), today);
    }

    @GetMapping("/staff/orders/{number}")
    String order(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            Model model) {
        return show(found(number, who, frame), who, form, FormErrors.none(), frame, model);
    }

    private String show(
            Order order, SignedIn who, Form form, FormErrors errors, Frame frame, Model model) {
        var pack = packs.get(order.number().office());
        model.addAttribute(
                "page",
                views(pack, frame)
                        .page(
                                order,
                                organisations.get(order.organisation()),
                                payments.get(order.number().payable()),
                                returns.of(order.number()),
                                who));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "backoffice/ordering/order";
    }

    /// The order of that number; where several of the reader's offices gave it, the one of the
    /// office chosen.
    private Order found(String number, SignedIn who, Frame frame) {
        if (!number.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var all = ordering.numbered(Long.parseLong(number));
        return all.stream()
                .filter(order -> order.number().office().equals(StaffOffice.of(frame)))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(order -> who.worksFor(order.number().office()))
                                .findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/staff/orders/{number}/payments")
    @PreAuthorize(FINANCE)
    String recordPayment(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var order = found(number, who, sent.frame());
        var typed = TypedPayment.of(sent.form(), order.total().gross().getCurrencyUnit());
        if (typed.errors().any()) {
            return refused(order, who, typed.errors(), sent);
        }
        var outcome =
                ordering.recordPayment(
                        who.actor(),
                        order.number(),
                        typed.amount().orElseThrow(),
                        typed.day().orElseThrow(),
                        typed.reference());
        var said = PaymentWords.of(outcome, sent.frame().words());
        if (outcome instanceof RecordOutcome.Differs
                || outcome instanceof RecordOutcome.OtherCurrency
                || outcome instanceof RecordOutcome.NotAnAmount) {
            return refused(
                    order,
                    who,
                    FormErrors.none().with("reference", said.key(), said.arguments()),
                    sent);
        }
        return sent.lead(
                StaffOrderViews.path(order),
                new Notice(said.tone(), sent.frame().word(said.key(), said.arguments())));
    }

    @PostMapping("/staff/orders/{number}/return-excess")
    @PreAuthorize(FINANCE)
    String returnExcess(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var order = found(number, who, sent.frame());
        var returned =
                payments.returnExcess(
                        who.actor(),
                        order.number().payable(),
                        sent.frame().word("ordering.staff.excess.reason"));
        return sent.done(StaffOrderViews.path(order), "ordering.staff.excess.returned", returned);
    }

    @PostMapping("/staff/orders/{number}/transmit")
    @PreAuthorize(PROGRAMME)
    String transmit(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var order = found(number, who, sent.frame());
        return decided(
                ordering.transmit(who.actor(), order.number()),
                "ordering.staff.transmitted",
                order,
                who,
                sent);
    }

    @PostMapping("/staff/orders/{number}/approve")
    @PreAuthorize(PROGRAMME)
    String approve(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var order = found(number, who, sent.frame());
        return decided(
                ordering.approve(who.actor(), order.number()),
                "ordering.staff.approved",
                order,
                who,
                sent);
    }

    @PostMapping("/staff/orders/{number}/refuse")
    @PreAuthorize(PROGRAMME)
    String refuse(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var order = found(number, who, sent.frame());
        var written = sent.form().trimmed("refusal").length();
        if (written > REFUSAL_MAX) {
            var tooLong =
                    FormErrors.none().with("refusal", "ordering.reason.long", written, REFUSAL_MAX);
            return refused(order, who, tooLong, sent);
        }
        return decided(
                ordering.refuse(who.actor(), order.number(), sent.form().value("refusal")),
                "ordering.staff.refused",
                order,
                who,
                sent);
    }

    @PostMapping("/staff/orders/{number}/lines/{line}")
    @PreAuthorize(HAND_OVER)
    String handOver(
            @PathVariable String number,
            @PathVariable int line,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var order = withLine(found(number, who, sent.frame()), line);
        var typed = TypedHandOver.of(sent.form());
        if (typed.given().isEmpty()) {
            return refused(order, who, typed.errors(), sent);
        }
        return after(
                ordering.deliver(
                        who.actor(),
                        order.number(),
                        line,
                        typed.key(),
                        typed.given().get(),
                        sent.form().has("last", "true")),
                "ordering.staff.handed-over",
                order,
                who,
                sent);
    }

    /// The last part was handed over without saying that it was the last.
    @PostMapping("/staff/orders/{number}/lines/{line}/all-handed")
    @PreAuthorize(HAND_OVER)
    String allHanded(
            @PathVariable String number,
            @PathVariable int line,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var order = withLine(found(number, who, sent.frame()), line);
        return after(
                ordering.allHanded(who.actor(), order.number(), line),
                "ordering.staff.all-handed.done",
                order,
                who,
                sent);
    }

    /// Staff follow parcels whose arrival nobody tells.
    @PostMapping("/staff/orders/{number}/deliveries/{delivery}/arrived")
    @PreAuthorize(HAND_OVER)
    String arrived(
            @PathVariable String number,
            @PathVariable UUID delivery,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var order = found(number, who, sent.frame());
        var day = TypedHandOver.day(sent.form().trimmed("arrived"));
        return day.isEmpty()
                ? refused(
                        order, who, FormErrors.none().with("", "ordering.arrived.day-wrong"), sent)
                : after(
                        ordering.arrived(who.actor(), order.number(), delivery, day.get()),
                        "ordering.arrived",
                        order,
                        who,
                        sent);
    }

    /// On request by phone or mail: the letter goes to the official address, whoever asks.
    @PostMapping("/staff/orders/{number}/deliveries/{delivery}/resend")
    @PreAuthorize(HAND_OVER)
    String resend(
            @PathVariable String number,
            @PathVariable UUID delivery,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var order = found(number, who, sent.frame());
        var outcome = ordering.resend(who.actor(), order.number(), delivery);
        return after(outcome, "ordering.resent", order, who, sent);
    }

    @PostMapping("/staff/orders/{number}/lines/{line}/expected")
    @PreAuthorize(HAND_OVER)
    String expect(
            @PathVariable String number,
            @PathVariable int line,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var order = withLine(found(number, who, sent.frame()), line);
        var day = TypedHandOver.day(sent.form().trimmed("expected-" + line));
        if (day.isEmpty()) {
            return refused(
                    order,
                    who,
                    FormErrors.none().with("expected-" + line, "ordering.staff.expect.day-missing"),
                    sent);
        }
        var reason = sent.form().value("why-" + line);
        var outcome = ordering.expect(who.actor(), order.number(), line, day.get(), reason);
        if (outcome instanceof ActOutcome.ReasonMissing) {
            return refused(
                    order,
                    who,
                    FormErrors.none().with("why-" + line, "ordering.staff.expect.why-missing"),
                    sent);
        }
        return after(outcome, "ordering.staff.expect.done", order, who, sent);
    }

    private static Order withLine(Order order, int line) {
        if (order.lines().stream().noneMatch(one -> one.position() == line)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return order;
    }

    /// Of an order that a colleague, the organisation or the clock has moved on meanwhile, the page
    /// shows where it stands now.
    private String decided(
            ActOutcome outcome, String done, Order order, SignedIn who, Submission sent) {
        if (!(outcome instanceof ActOutcome.NotNow(var now))) {
            return after(outcome, done, order, who, sent);
        }
        var state = sent.frame().word("ordering.state." + now.word());
        var said = sent.frame().word("ordering.staff.moved-on", state);
        return sent.lead(StaffOrderViews.path(order), Notice.warn(said));
    }

    private String after(
            ActOutcome outcome, String done, Order order, SignedIn who, Submission sent) {
        var error = ActFaults.of(outcome);
        return error == null
                ? sent.done(StaffOrderViews.path(order), done, order.number())
                : refused(order, who, error, sent);
    }

    private String refused(Order order, SignedIn who, FormErrors errors, Submission sent) {
        sent.refuse();
        return show(order, who, sent.form(), errors, sent.frame(), sent.model());
    }
}
