package org.passerelle.portal.returns;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.document.Document;
import org.passerelle.ordering.Order;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.portal.returns.ReturnForm.WayOut;
import org.passerelle.returns.RefundDecision;
import org.passerelle.returns.RefundWords;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.Returns;
import org.passerelle.returns.Share;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.ui.Step;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;

/// Writes the pages of returns in the reader's language.
public final class ReturnWriter {
    private static final String KEY = "returns.";

    private final Returns returns;
    private final Words words;
    private final ZoneId zone;
    private final RefundWords said;

    public ReturnWriter(Returns returns, Words words, ZoneId zone) {
        this.returns = returns;
        this.words = words;
        this.zone = zone;
        this.said = new RefundWords(words);
    }

    ReturnsPage start(List<Order> orders, List<Return> announced) {
        return new ReturnsPage(
                orders.stream()
                        .filter(order -> order.lines().stream().anyMatch(it -> mayGo(order, it)))
                        .map(order ->
                                new ReturnsPage.Choice(
                                        order.number().toString(),
                                        "/orders/" + order.number() + "/return",
                                        order.lines().stream()
                                                .filter(line -> mayGo(order, line))
                                                .map(line -> line.title())
                                                .collect(Collectors.joining(", "))))
                        .toList(),
                listed(announced));
    }

    private boolean mayGo(Order order, Order.Line line) {
        return returns.decisionOn(order, line.position())
                .filter(decision -> !decision.isRefused())
                .isPresent();
    }

    public List<ReturnsPage.Listed> listed(List<Return> announced) {
        return announced.stream()
                .map(one ->
                        new ReturnsPage.Listed(
                                one.number().toString(),
                                path(one),
                                RefundWords.tone(one.state().code()),
                                said.state(one.state().code())))
                .toList();
    }

    ReturnForm form(Order order, Form form, FormErrors errors, List<Document> brought) {
        var lines = order.lines().stream().map(line -> line(order, line)).toList();
        var replace =
                order.lines().stream()
                        .flatMap(line -> returns.decisionOn(order, line.position()).stream())
                        .anyMatch(one -> !one.isRefused() && one.terms().mayReplace());
        return new ReturnForm(
                order.number().toString(),
                lines,
                lines.stream().anyMatch(ReturnForm.Line::possible),
                replace ? wishes() : List.of(),
                brought.stream().map(one -> one.id() + " " + one.fileName()).toList(),
                form,
                errors);
    }

    /// The money, or another piece.
    public List<Option> wishes() {
        return List.of(
                Option.of(Remedy.MONEY.word(), said.remedy(Remedy.MONEY)),
                Option.of(Remedy.REPLACEMENT.word(), said.remedy(Remedy.REPLACEMENT)));
    }

    private ReturnForm.Line line(Order order, Order.Line line) {
        var decision = returns.decisionOn(order, line.position());
        var possible = decision.filter(one -> !one.isRefused()).isPresent();
        return new ReturnForm.Line(
                line.position(),
                line.title(),
                returns.left(order, line.position()),
                possible,
                possible ? "ok" : "mute",
                decision.map(this::until).orElseGet(() -> words.get(KEY + "line.no")),
                "units-" + line.position(),
                "reason-" + line.position(),
                decision.map(one -> reasons(one.terms().inParcel())).orElse(List.of()),
                decision.filter(_ -> possible)
                        .map(one -> terms(order, line, one))
                        .orElse(List.of()),
                decision.map(said::why).orElseGet(() -> new Why("", "", List.of())),
                decision.flatMap(RefundDecision::wayOut).map(way -> wayOut(order, way)));
    }

    private String until(RefundDecision decision) {
        if (decision.isRefused()) {
            return words.get(KEY + "line.no");
        }
        var key = decision.byParcel() ? "line.until.parcel" : "line.until";
        return decision.until()
                .map(day -> words.get(KEY + key, day))
                .orElseGet(() -> words.get(KEY + "line.open"));
    }

    private List<Option> reasons(boolean inParcel) {
        var reasons =
                inParcel
                        ? List.of(Reason.DAMAGED, Reason.OTHER_ARTICLE, Reason.UNWANTED)
                        : List.of(Reason.NOT_INSTALLED, Reason.OTHER_ARTICLE, Reason.UNWANTED);
        return reasons.stream().map(one -> Option.of(one.word(), said.reason(one))).toList();
    }

    private List<String> terms(Order order, Order.Line line, RefundDecision decision) {
        var terms = new ArrayList<String>();
        decision.terms().condition().ifPresent(text -> terms.add(text.in(words.language())));
        terms.add(
                words.get(
                        KEY
                                + (decision.outcome() == RefundDecision.Outcome.STAFF
                                        ? "line.staff"
                                        : "line.at-once")));
        var each = Share.gross(line.price(), 0, 1);
        terms.add(
                each.isZero()
                        ? words.get(KEY + "line.free")
                        : words.get(KEY + "line.back", words.money(each)));
        if (decision.terms().inParcel()) {
            terms.add(
                    words.get(
                            KEY
                                    + (decision.terms().costWithCustomer()
                                            ? "line.cost.customer"
                                            : "line.cost.office")));
        }
        return terms;
    }

    private WayOut wayOut(Order order, RefundDecision.WayOut way) {
        return switch (way) {
            case CANCEL ->
                    new WayOut(
                            said.wayOut(way),
                            "/orders/" + order.number(),
                            words.get("ordering.order", order.number()));
            case SUPPORT ->
                    new WayOut(
                            said.wayOut(way),
                            "/orders/" + order.number(),
                            words.get("ordering.order", order.number()));
            case ASK ->
                    new WayOut(said.wayOut(way), "/requests", words.get("help.centre.ask.button"));
        };
    }

    ReturnPage page(Order order, Return asked, List<Document> photos, boolean mayAct) {
        var state = asked.state();
        var path = path(asked);
        var facts = new ArrayList<Fact>();
        if (asked.wish() == Remedy.REPLACEMENT) {
            facts.add(Fact.of(words.get(KEY + "wish"), said.remedy(asked.wish())));
        }
        if (state instanceof ReturnState.Settled settled) {
            facts.add(
                    settled.remedy() == Remedy.MONEY
                            ? Fact.of(words.get(KEY + "returned"), words.money(settled.returned()))
                            : Fact.of(
                                    words.get(KEY + "staff.remedy"),
                                    said.remedy(settled.remedy())));
        }
        return new ReturnPage(
                asked.number().order().toString(),
                asked.number().toString(),
                path,
                RefundWords.tone(state.code()),
                said.state(state.code()),
                state.because(),
                steps(asked),
                sendBack(asked),
                lines(order, asked),
                facts,
                asked.explanation(),
                photos.stream()
                        .map(one -> new Why.Link(one.fileName(), path + "/documents/" + one.id()))
                        .toList(),
                events(asked),
                mayAct && state instanceof ReturnState.Ahead,
                asked.inParcel());
    }

    /// Where a return is shown to its organisation.
    public static String path(Return asked) {
        return "/orders/" + asked.number().order() + "/returns/" + asked.number().sequence();
    }

    private List<Fact> sendBack(Return asked) {
        if (!(asked.state() instanceof ReturnState.Accepted accepted)) {
            return List.of();
        }
        return List.of(
                Fact.of(words.get(KEY + "send-back.to"), accepted.sendBack().address()),
                Fact.of(words.get(KEY + "send-back.number"), asked.number().toString()),
                Fact.of(words.get(KEY + "send-back.by"), words.date(accepted.sendBack().by())));
    }

    /// Each line with its reason and, once it is decided, how many of it were accepted.
    public List<Fact> lines(Order order, Return asked) {
        return asked.lines().stream()
                .map(line ->
                        Fact.of(
                                line.units() + " × " + order.line(line.position()).title(),
                                said.about(line)))
                .toList();
    }

    public List<LogEntry> events(Return asked) {
        return asked.events().reversed().stream()
                .map(event ->
                        new LogEntry(
                                RefundWords.tone(event.kind()),
                                said.event(event.kind()),
                                event.at(),
                                who(event),
                                ""))
                .toList();
    }

    private String who(Return.Event event) {
        return event.by().person().isPresent() ? event.by().name() : "";
    }

    private List<Step> steps(Return asked) {
        var state = asked.state();
        var since = day(state.since());
        var steps = new ArrayList<Step>();
        steps.add(Step.done(words.get(KEY + "step.announced"), day(asked.announcedAt())));
        switch (state) {
            case ReturnState.Refused _,
                    ReturnState.Rejected _,
                    ReturnState.Lapsed _,
                    ReturnState.Withdrawn _ ->
                    steps.add(Step.now(said.state(state.code()), since));
            case ReturnState.Announced _ -> {
                steps.add(
                        Step.now(
                                words.get(KEY + "step.accepted"),
                                words.get(KEY + "step.accepted.now")));
                ahead(asked, steps);
            }
            case ReturnState.Accepted it -> {
                steps.add(Step.done(words.get(KEY + "step.accepted"), since));
                steps.add(
                        Step.now(
                                words.get(KEY + "step.received"),
                                words.get(KEY + "step.received.now", it.sendBack().by())));
                steps.add(Step.ahead(words.get(KEY + "step.settled"), ""));
            }
            case ReturnState.Received it -> {
                steps.add(Step.done(words.get(KEY + "step.accepted"), ""));
                steps.add(Step.done(words.get(KEY + "step.received"), words.date(it.on())));
                steps.add(
                        Step.now(
                                words.get(KEY + "step.settled"),
                                words.get(KEY + "step.settled.now")));
            }
            case ReturnState.Settled _ ->
                    steps.add(Step.done(words.get(KEY + "step.settled"), since));
        }
        return steps;
    }

    private void ahead(Return asked, List<Step> steps) {
        if (asked.inParcel()) {
            steps.add(Step.ahead(words.get(KEY + "step.received"), ""));
        }
        steps.add(Step.ahead(words.get(KEY + "step.settled"), ""));
    }

    private String day(java.time.Instant at) {
        return words.date(at.atZone(zone).toLocalDate());
    }
}
