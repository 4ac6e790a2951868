package org.passerelle.backoffice.ordering;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.backoffice.CsvFile;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.SheetFile;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.ActOutcome;
import org.passerelle.ordering.Dunning;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
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

/// Orders of which money is missing: since when, how often reminded, until when they wait;
/// reminded, given more time or cancelled here; as CSV and as a workbook (ORD-13).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class UnpaidPages {
    static final String PATH = "/staff/unpaid";

    private static final int ON_A_PAGE = 50;

    /// More than an office has open.
    private static final int ALL = 10_000;

    private final Dunning dunning;
    private final Ordering ordering;
    private final Organisations organisations;
    private final Clock clock;

    UnpaidPages(Dunning dunning, Ordering ordering, Organisations organisations, Clock clock) {
        this.dunning = dunning;
        this.ordering = ordering;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String unpaid(Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var paging = Paging.of(form, ON_A_PAGE);
        var total = dunning.count(office);
        var found = dunning.open(office, paging.from(), paging.size());
        var names = names(found);
        model.addAttribute(
                "page",
                new UnpaidPage(
                        frame.word("unpaid.found", total),
                        found.stream().map(one -> row(one, names, frame)).toList(),
                        paging.pager(frame, total)));
        return "backoffice/ordering/unpaid";
    }

    private Map<OrganisationId, String> names(List<Dunning.Open> found) {
        return organisations.names(found.stream().map(one -> one.order().organisation()).toList());
    }

    private LocalDate today(Frame frame) {
        return clock.instant().atZone(frame.zone()).toLocalDate();
    }

    private static LocalDate placed(Dunning.Open one, Frame frame) {
        return one.order().placedAt().atZone(frame.zone()).toLocalDate();
    }

    private UnpaidPage.Row row(Dunning.Open one, Map<OrganisationId, String> names, Frame frame) {
        var words = frame.words();
        var order = one.order();
        var placed = placed(one, frame);
        var days = ChronoUnit.DAYS.between(placed, today(frame));
        var soon = today(frame).plusDays(3);
        var next =
                one.next().map(day -> " · " + words.get("unpaid.next", words.date(day))).orElse("");
        return new UnpaidPage.Row(
                order.number().toString(),
                "/staff/orders/" + order.number(),
                names.getOrDefault(order.organisation(), order.organisation().toString()),
                "/staff/organisations/" + order.organisation(),
                words.money(one.payable().amount()),
                words.money(one.payable().missing()),
                words.date(placed) + " · " + words.get("unpaid.days", days),
                words.get("unpaid.reminded", one.reminders()) + next,
                one.expires().map(day -> day.isBefore(soon) ? "warn" : "info").orElse("bad"),
                one.expires()
                        .map(day -> words.get("unpaid.expires", words.date(day)))
                        .orElseGet(() -> words.get("unpaid.delivered")),
                PATH + "/" + order.number(),
                order.state() instanceof OrderState.AwaitingPayment);
    }

    /// Remind now, more time, or the end.
    @PostMapping(PATH + "/{number}")
    String act(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var order = order(number, sent.frame());
        var form = sent.form();
        var reason = form.trimmed("reason");
        return switch (form.value("act")) {
            case "remind" ->
                    dunning.remind(who.actor(), order.number())
                            ? sent.done(PATH, "unpaid.remind.done", order.number().toString())
                            : warned(sent, "unpaid.remind.not");
            case "time" ->
                    day(form.trimmed("until"))
                                    .filter(day ->
                                            dunning.giveTime(
                                                    who.actor(), order.number(), day, reason))
                                    .isPresent()
                            ? sent.done(PATH, "unpaid.time.done", order.number().toString())
                            : warned(sent, "unpaid.time.not");
            case "cancel" ->
                    order.state() instanceof OrderState.AwaitingPayment
                                    && ordering.cancel(who.actor(), order.number(), reason)
                                            instanceof ActOutcome.Done
                            ? sent.done(PATH, "unpaid.cancel.done", order.number().toString())
                            : warned(sent, "unpaid.cancel.not");
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private static String warned(Submission sent, String key) {
        return sent.lead(PATH, Notice.bad(sent.frame().word(key)));
    }

    private Order order(String number, Frame frame) {
        if (!number.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ordering.order(new OrderNumber(StaffOffice.of(frame), Long.parseLong(number)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @GetMapping(PATH + "/list.csv")
    void csv(Frame frame, HttpServletResponse response) throws IOException {
        var file = new CsvFile(response, name(frame) + ".csv");
        file.row(
                "order",
                "organisation",
                "placed",
                "amount",
                "missing",
                "currency",
                "reminders",
                "next reminder",
                "expires");
        for (var row : rows(frame)) {
            file.row(row.stream().map(Object::toString).toArray(String[]::new));
        }
    }

    @GetMapping(PATH + "/list.xlsx")
    void workbook(Frame frame, HttpServletResponse response) throws IOException {
        try (var file = new SheetFile(response, name(frame) + ".xlsx")) {
            file.sheet(
                    frame.word("unpaid.title"),
                    List.of(
                            frame.word("ordering.staff.col.what"),
                            frame.word("ordering.staff.col.organisation"),
                            frame.word("unpaid.col.since"),
                            frame.word("ordering.pay.amount"),
                            frame.word("unpaid.col.missing"),
                            frame.word("unpaid.col.currency"),
                            frame.word("unpaid.col.reminded"),
                            frame.word("unpaid.col.next"),
                            frame.word("unpaid.col.expires")),
                    rows(frame));
        }
    }

    private String name(Frame frame) {
        return StaffOffice.of(frame) + "-unpaid-" + today(frame);
    }

    private List<List<Object>> rows(Frame frame) {
        var found = dunning.open(StaffOffice.of(frame), 0, ALL);
        var names = names(found);
        return found.stream()
                .map(one ->
                        List.<Object>of(
                                one.order().number().toString(),
                                names.getOrDefault(one.order().organisation(), ""),
                                placed(one, frame),
                                one.payable().amount().getAmount(),
                                one.payable().missing().getAmount(),
                                one.payable().amount().getCurrencyUnit().getCode(),
                                one.reminders(),
                                one.next().<Object>map(day -> day).orElse(""),
                                one.expires().<Object>map(day -> day).orElse("")))
                .toList();
    }
}
