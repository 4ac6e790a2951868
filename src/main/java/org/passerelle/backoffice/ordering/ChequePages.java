package org.passerelle.backoffice.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.ChequeCounter;
import org.passerelle.ordering.ChequeOutcome;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Cheque;
import org.passerelle.payment.Cheque.Stage;
import org.passerelle.payment.Cheques;
import org.passerelle.payment.Payments;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Cheques: which orders wait for one, which are in hand, at the bank, bounced or on their way
/// back; each step is told here (PAY-04).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class ChequePages {
    static final String PATH = "/staff/cheques";

    private static final int ON_A_PAGE = 50;
    private static final String WAITING = "waiting";

    private final ChequeCounter counter;
    private final Cheques cheques;
    private final Ordering ordering;
    private final Payments payments;
    private final Organisations organisations;
    private final Packs packs;
    private final Clock clock;

    ChequePages(
            ChequeCounter counter,
            Cheques cheques,
            Ordering ordering,
            Payments payments,
            Organisations organisations,
            Packs packs,
            Clock clock) {
        this.counter = counter;
        this.cheques = cheques;
        this.ordering = ordering;
        this.payments = payments;
        this.organisations = organisations;
        this.packs = packs;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String cheques(Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var stage =
                Stream.of(Stage.values())
                        .filter(one -> code(one).equals(form.trimmed("view")))
                        .findFirst();
        var paging = Paging.of(form, ON_A_PAGE);
        var total =
                stage.map(one -> cheques.count(office, one))
                        .orElseGet(() -> counter.countWaiting(office));
        model.addAttribute(
                "page",
                new ChequesPage(
                        tabs(office, stage, frame),
                        frame.word("cheques.found", total),
                        stage.isEmpty(),
                        stage.map(ChequePages::code).orElse(WAITING),
                        stage.map(one -> came(office, one, paging, frame))
                                .orElseGet(() -> waiting(office, paging, frame)),
                        form,
                        today(frame).toString(),
                        currency(office).getCode(),
                        paging.pager(frame, total)));
        return "backoffice/ordering/cheques";
    }

    private static String code(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private CurrencyUnit currency(OfficeId office) {
        return packs.get(office).office().currency();
    }

    private LocalDate today(Frame frame) {
        return clock.instant().atZone(frame.zone()).toLocalDate();
    }

    private List<StaffOrdersPage.Tab> tabs(OfficeId office, Optional<Stage> now, Frame frame) {
        var tabs = new ArrayList<StaffOrdersPage.Tab>();
        tabs.add(tab(WAITING, counter.countWaiting(office), now.isEmpty(), frame));
        for (var stage : Stage.values()) {
            var isNow = now.filter(stage::equals).isPresent();
            tabs.add(tab(code(stage), cheques.count(office, stage), isNow, frame));
        }
        return tabs;
    }

    private static StaffOrdersPage.Tab tab(String code, int count, boolean isNow, Frame frame) {
        return new StaffOrdersPage.Tab(
                frame.word("cheques.stage." + code), PATH + "?view=" + code, count, isNow);
    }

    private List<ChequesPage.Row> waiting(OfficeId office, Paging paging, Frame frame) {
        var found = counter.waiting(office, paging.from(), paging.size());
        var names = organisations.names(found.stream().map(Order::organisation).toList());
        return found.stream()
                .map(order -> {
                    var payable = payments.get(order.number().payable());
                    return new ChequesPage.Row(
                            "",
                            order.number().toString(),
                            "/staff/orders/" + order.number(),
                            names.getOrDefault(order.organisation(), ""),
                            "",
                            frame.words().money(payable.missing()),
                            frame.word("cheques.until", frame.words().date(payable.lastDay())),
                            "info");
                })
                .toList();
    }

    private List<ChequesPage.Row> came(OfficeId office, Stage stage, Paging paging, Frame frame) {
        var found = cheques.search(office, stage, paging.from(), paging.size());
        var names = organisations.names(found.stream().map(Cheque::organisation).toList());
        return found.stream().map(one -> row(one, names, frame)).toList();
    }

    private static ChequesPage.Row row(Cheque one, Map<OrganisationId, String> names, Frame frame) {
        var words = frame.words();
        var number = OrderNumber.of(one.payable()).toString();
        return new ChequesPage.Row(
                one.reference(),
                number,
                "/staff/orders/" + number,
                names.getOrDefault(one.organisation(), ""),
                words.get(
                        "cheques.cheque",
                        one.payer().account().orElse("–"),
                        one.payer().name().orElse("–"),
                        words.date(one.receivedOn())),
                words.money(one.amount()),
                one.movedOn()
                        .map(day ->
                                words.get(
                                        "cheques.is." + code(one.stage()),
                                        words.date(day),
                                        one.note()))
                        .orElseGet(() -> words.get("cheques.stage." + code(one.stage()))),
                switch (one.stage()) {
                    case IN_HAND -> "info";
                    case TO_SEND_BACK -> "warn";
                    case BANKED -> "ok";
                    case BOUNCED -> "bad";
                    case SENT_BACK -> "mute";
                });
    }

    /// A cheque came.
    @PostMapping(PATH + "/received")
    String received(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var frame = sent.frame();
        var office = StaffOffice.of(frame);
        var order =
                Optional.of(form.trimmed("order"))
                        .filter(typed -> typed.matches("[0-9]{1,18}"))
                        .flatMap(typed ->
                                ordering.order(new OrderNumber(office, Long.parseLong(typed))));
        var amount = TypedPayment.amount(form.trimmed("amount"), currency(office));
        var day = day(form.trimmed("day")).filter(it -> !it.isAfter(today(frame)));
        var cheque = form.trimmed("cheque");
        if (order.isEmpty() || amount.isEmpty() || day.isEmpty() || cheque.isEmpty()) {
            return bad(sent, "waiting", "cheques.received.wrong");
        }
        var number = order.get().number();
        return switch (counter.received(
                who.actor(), number, amount.get(), day.get(), cheque, form.trimmed("drawer"))) {
            case ChequeOutcome.Paid _ ->
                    sent.done(view("in-hand"), "cheques.received.paid", number.toString());
            case ChequeOutcome.GoesBack _ ->
                    sent.lead(
                            view("to-send-back"),
                            Notice.warn(frame.word("cheques.received.back", number.toString())));
            case ChequeOutcome.Short(var missing) ->
                    sent.lead(
                            view("in-hand"),
                            Notice.warn(
                                    frame.word(
                                            "cheques.received.short",
                                            number.toString(),
                                            frame.words().money(missing))));
            case ChequeOutcome.NotKept _ -> bad(sent, "waiting", "cheques.received.not");
        };
    }

    /// Those that were chosen are at the bank.
    @PostMapping(PATH + "/banked")
    String banked(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var office = StaffOffice.of(sent.frame());
        var day = day(form.trimmed("day")).filter(it -> !it.isAfter(today(sent.frame())));
        if (day.isEmpty() || form.trimmed("deposit").isEmpty() || form.all("cheque").isEmpty()) {
            return bad(sent, "in-hand", "cheques.banked.wrong");
        }
        var done =
                form.all("cheque").stream()
                        .filter(cheque ->
                                cheques.bank(
                                        who.actor(),
                                        office,
                                        cheque,
                                        day.get(),
                                        form.trimmed("deposit")))
                        .count();
        return sent.done(view("banked"), "cheques.banked.done", done);
    }

    /// The bank did not pay one.
    @PostMapping(PATH + "/bounced")
    String bounced(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var office = StaffOffice.of(sent.frame());
        var day = day(form.trimmed("day")).filter(it -> !it.isAfter(today(sent.frame())));
        var reason = form.trimmed("reason");
        var costs =
                form.trimmed("costs").isEmpty()
                        ? Optional.of(Money.zero(currency(office)))
                        : TypedPayment.amount(form.trimmed("costs"), currency(office));
        return day.isPresent()
                        && costs.isPresent()
                        && !reason.isEmpty()
                        && cheques.bounced(
                                who.actor(),
                                office,
                                form.value("cheque"),
                                day.get(),
                                reason,
                                costs.get())
                ? sent.done(view("bounced"), "cheques.bounced.done")
                : bad(sent, "banked", "cheques.bounced.wrong");
    }

    /// One was posted back.
    @PostMapping(PATH + "/sent-back")
    String sentBack(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var day = day(form.trimmed("day")).filter(it -> !it.isAfter(today(sent.frame())));
        var under = form.trimmed("reference");
        return day.isPresent()
                        && !under.isEmpty()
                        && cheques.sentBack(
                                who.actor(),
                                StaffOffice.of(sent.frame()),
                                form.value("cheque"),
                                day.get(),
                                under)
                ? sent.done(view("sent-back"), "cheques.sent-back.done")
                : bad(sent, "to-send-back", "cheques.sent-back.wrong");
    }

    private static String view(String code) {
        return PATH + "?view=" + code;
    }

    private static String bad(Submission sent, String view, String key) {
        return sent.lead(view(view), Notice.bad(sent.frame().word(key)));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
