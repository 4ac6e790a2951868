package org.passerelle.backoffice.returns;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.backoffice.returns.StaffReturnPage.Next;
import org.passerelle.backoffice.returns.StaffReturnPage.Policy;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.Payments;
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
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Writes a return for the person of the office who decides on it.
@Component
class StaffReturnViews {
    private static final String KEY = "returns.";

    private final Returns returns;
    private final Ordering ordering;
    private final Payments payments;
    private final Organisations organisations;
    private final Documents documents;
    private final Clock clock;

    StaffReturnViews(
            Returns returns,
            Ordering ordering,
            Payments payments,
            Organisations organisations,
            Documents documents,
            Clock clock) {
        this.returns = returns;
        this.ordering = ordering;
        this.payments = payments;
        this.organisations = organisations;
        this.documents = documents;
        this.clock = clock;
    }

    /// What the lines of a return are, each with how many.
    static String what(Order order, Return asked) {
        return String.join(
                ", ",
                asked.lines().stream()
                        .map(line -> line.units() + " × " + order.line(line.position()).title())
                        .toList());
    }

    static String day(Instant at, Frame frame) {
        return frame.words().date(at.atZone(frame.zone()).toLocalDate());
    }

    StaffReturnPage page(Return asked, boolean mayAct, Form form, FormErrors errors, Frame frame) {
        var order = ordering.order(asked.number().order()).orElseThrow();
        var words = frame.words();
        var said = new RefundWords(words);
        var decisions = returns.decisions(asked);
        var path = StaffReturnPages.path(asked.number());
        var next = mayAct ? next(asked.state()) : Optional.<Next>empty();
        return new StaffReturnPage(
                asked.number().toString(),
                path,
                new Why.Link(
                        words.get("ordering.order", order.number()),
                        "/staff/orders/" + order.number()),
                new Why.Link(
                        organisations.get(asked.organisation()).name(),
                        "/staff/organisations/" + asked.organisation()),
                RefundWords.tone(asked.state().code()),
                said.state(asked.state().code()),
                asked.state().because(),
                facts(asked, order, said, words),
                lines(asked, order, said),
                asked.explanation(),
                documents.all(asked.documents()).stream().map(one -> photo(one, path)).toList(),
                asked.lines().stream()
                        .map(line ->
                                policy(
                                        order.line(line.position()).title(),
                                        Optional.ofNullable(decisions.get(line.position())),
                                        said))
                        .toList(),
                events(asked, said),
                next,
                asked.inParcel(),
                decisions.values().stream().anyMatch(one -> one.terms().mayReplace())
                        ? List.of(remedy(Remedy.MONEY, said), remedy(Remedy.REPLACEMENT, said))
                        : List.of(),
                asked.lines().stream()
                        .map(line ->
                                new StaffReturnPage.Unpacked(
                                        line.position(),
                                        order.line(line.position()).title(),
                                        line.units()))
                        .toList(),
                clock.instant().atZone(frame.zone()).toLocalDate().toString(),
                proposed(asked, form),
                errors);
    }

    private static Why.Link photo(Document document, String path) {
        return new Why.Link(document.fileName(), path + "/documents/" + document.id());
    }

    private static Option remedy(Remedy remedy, RefundWords said) {
        return Option.of(remedy.word(), said.remedy(remedy));
    }

    private static Optional<Next> next(ReturnState state) {
        return switch (state) {
            case ReturnState.Announced _ -> Optional.of(Next.DECIDE);
            case ReturnState.Accepted _ -> Optional.of(Next.RECEIVE);
            case ReturnState.Received _ -> Optional.of(Next.INSPECT);
            case ReturnState.Settled _,
                    ReturnState.Refused _,
                    ReturnState.Rejected _,
                    ReturnState.Lapsed _,
                    ReturnState.Withdrawn _ ->
                    Optional.empty();
        };
    }

    /// What is usual stands in the fields that were not sent.
    private Form proposed(Return asked, Form typed) {
        var form = usual(typed, "remedy", asked.wish().word());
        if (asked.state() instanceof ReturnState.Announced && asked.inParcel()) {
            var sendBack = returns.proposed(asked);
            form = usual(form, "address", sendBack.address());
            form = usual(form, "by", sendBack.by().toString());
        }
        for (var line : asked.lines()) {
            var name = StaffReturnPages.ACCEPTED + line.position();
            form = usual(form, name, Long.toString(line.units()));
        }
        return form;
    }

    private static Form usual(Form form, String name, String value) {
        return form.values().containsKey(name) ? form : form.with(name, value);
    }

    private List<Fact> facts(Return asked, Order order, RefundWords said, Words words) {
        var facts = new ArrayList<Fact>();
        var worth =
                asked.lines().stream()
                        .map(line ->
                                Share.gross(order.line(line.position()).price(), 0, line.units()))
                        .reduce(Money.zero(order.total().gross().getCurrencyUnit()), Money::plus);
        facts.add(Fact.of(words.get(KEY + "staff.worth"), words.money(worth)));
        facts.add(
                Fact.of(
                        words.get(KEY + "staff.paid"),
                        words.money(payments.get(order.number().payable()).received())));
        facts.add(Fact.of(words.get(KEY + "staff.wishes"), said.remedy(asked.wish())));
        if (!asked.inParcel()) {
            facts.add(Fact.of(words.get(KEY + "send-back"), words.get(KEY + "no-parcel")));
        }
        if (asked.state() instanceof ReturnState.Accepted accepted) {
            facts.add(Fact.of(words.get(KEY + "staff.address"), accepted.sendBack().address()));
            facts.add(Fact.of(words.get(KEY + "staff.by"), words.date(accepted.sendBack().by())));
        }
        if (asked.state() instanceof ReturnState.Settled settled) {
            facts.add(Fact.of(words.get(KEY + "staff.remedy"), said.remedy(settled.remedy())));
            facts.add(Fact.of(words.get(KEY + "staff.returned"), words.money(settled.returned())));
        }
        return facts;
    }

    private static List<Fact> lines(Return asked, Order order, RefundWords said) {
        return asked.lines().stream()
                .map(line ->
                        Fact.of(
                                line.units() + " × " + order.line(line.position()).title(),
                                said.about(line)))
                .toList();
    }

    private static Policy policy(String line, Optional<RefundDecision> decision, RefundWords said) {
        var words = said.words();
        return decision.map(
                        one -> {
                            var verdict =
                                    switch (one.outcome()) {
                                        case ACCEPTED -> "accepted";
                                        case STAFF -> "staff";
                                        case REFUSED -> "refused";
                                    };
                            return new Policy(
                                    line,
                                    words.get(KEY + "staff.policy." + verdict),
                                    one.isRefused() ? "bad" : "ok",
                                    Optional.of(said.why(one)));
                        })
                .orElseGet(() ->
                        new Policy(
                                line,
                                words.get(KEY + "staff.policy.gone"),
                                "mute",
                                Optional.empty()));
    }

    private static List<LogEntry> events(Return asked, RefundWords said) {
        return asked.events().reversed().stream()
                .map(event ->
                        new LogEntry(
                                RefundWords.tone(event.kind()),
                                said.event(event.kind()),
                                event.at(),
                                said.words().actor(event.by().name()),
                                ""))
                .toList();
    }
}
