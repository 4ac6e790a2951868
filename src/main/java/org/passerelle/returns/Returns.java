package org.passerelle.returns;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.agenda.Agenda;
import org.passerelle.document.Document;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.Ordering;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.RefundDecision.Outcome;
import org.passerelle.returns.ReturnState.Accepted;
import org.passerelle.returns.ReturnState.Announced;
import org.passerelle.returns.ReturnState.Code;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.ReturnState.SendBack;
import org.passerelle.returns.domain.ReturnBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the returns module: what may be given back and why, and its way to the money (ORD-09).
@Service
@Transactional
public class Returns {
    static final String PARCEL_DEADLINE = "returns.parcel-deadline";

    private final ReturnBook book;
    private final RefundDesk desk;
    private final ReturnDesk acts;
    private final Ordering ordering;
    private final Packs packs;
    private final Documents documents;
    private final Agenda agenda;
    private final ReturnLog log;
    private final ReturnLetters letters;
    private final Clock clock;

    Returns(
            ReturnBook book,
            RefundDesk desk,
            ReturnDesk acts,
            Ordering ordering,
            Packs packs,
            Documents documents,
            Agenda agenda,
            ReturnLog log,
            ReturnLetters letters,
            Clock clock) {
        this.book = book;
        this.desk = desk;
        this.acts = acts;
        this.ordering = ordering;
        this.packs = packs;
        this.documents = documents;
        this.agenda = agenda;
        this.log = log;
        this.letters = letters;
        this.clock = clock;
    }

    // -- looking

    /// Whether a line can be given back today, all that is left of it, and on which grounds; empty
    /// where its offer left the pack.
    @Transactional(readOnly = true)
    public Optional<RefundDecision> decisionOn(Order order, int position) {
        return desk.decide(order, position, Optional.empty(), Optional.empty());
    }

    /// Units of a line that nobody has asked to give back.
    @Transactional(readOnly = true)
    public long left(Order order, int position) {
        return desk.left(order, position, Optional.empty());
    }

    /// What the policies said when it was announced, by position of the line.
    @Transactional(readOnly = true)
    public Map<Integer, RefundDecision> decisions(Return asked) {
        return desk.decisions(order(asked), asked);
    }

    @Transactional(readOnly = true)
    public Optional<Return> find(ReturnNumber number) {
        return book.find(number);
    }

    /// Those that people call by this number, such as `10001-1`: of each office at most one.
    @Transactional(readOnly = true)
    public List<Return> numbered(String said) {
        return ReturnNumber.Said.of(said).stream()
                .flatMap(one ->
                        ordering.numbered(one.order()).stream()
                                .map(order -> new ReturnNumber(order.number(), one.sequence())))
                .flatMap(number -> book.find(number).stream())
                .toList();
    }

    /// Of one order, oldest first.
    @Transactional(readOnly = true)
    public List<Return> of(OrderNumber order) {
        return book.of(order);
    }

    /// Of an organisation, newest first.
    @Transactional(readOnly = true)
    public List<Return> ofOrganisation(OrganisationId organisation) {
        return book.ofOrganisation(organisation);
    }

    /// Of an office in these states, those that stand longest first: `size` after the first `from`.
    @Transactional(readOnly = true)
    public List<Return> search(OfficeId office, Set<Code> states, int from, int size) {
        return book.search(office, states, from, size);
    }

    /// How many of an office there are in each state; states without any are left out.
    @Transactional(readOnly = true)
    public Map<Code, Integer> countByState(OfficeId office) {
        return book.countByState(office);
    }

    /// The return a photograph came with.
    @Transactional(readOnly = true)
    public Optional<Return> withDocument(DocumentId document) {
        return book.withDocument(document);
    }

    /// The address and the day that staff is proposed for a parcel.
    @Transactional(readOnly = true)
    public SendBack proposed(Return asked) {
        return proposed(order(asked), desk.decisions(order(asked), asked).values());
    }

    private Order order(Return asked) {
        return ordering.order(asked.number().order()).orElseThrow();
    }

    // -- announcing

    /// What somebody wants to give back of one line.
    public record Wanted(int position, long units, Reason reason) {}

    /// Announces it. What the policies decide alone is accepted at once; the rest waits for the
    /// office. Lines that are decided or sent back in another way become returns of their own.
    ///
    /// @param brought documents that the actor took in
    public AnnounceOutcome announce(
            Actor actor,
            OrderNumber number,
            List<Wanted> wanted,
            Remedy wish,
            String explanation,
            List<DocumentId> brought) {
        if (wanted.isEmpty()) {
            return new AnnounceOutcome.NothingChosen();
        }
        book.hold(number);
        var order = ordering.order(number).orElseThrow();
        var decisions = new LinkedHashMap<Integer, RefundDecision>();
        for (var one : wanted) {
            desk.decide(order, one.position(), Optional.of(one.units()), Optional.of(one.reason()))
                    .ifPresent(decision -> decisions.put(one.position(), decision));
        }
        if (decisions.size() < wanted.size()
                || decisions.values().stream().anyMatch(RefundDecision::isRefused)) {
            return new AnnounceOutcome.NotPossible(decisions);
        }
        if (explanation.isBlank()) {
            return new AnnounceOutcome.ExplanationMissing();
        }
        var held = documents.hold(actor.who(), brought, "return of " + number.key());
        var groups = new LinkedHashMap<Way, List<Wanted>>();
        for (var one : wanted) {
            var decision = java.util.Objects.requireNonNull(decisions.get(one.position()));
            groups.computeIfAbsent(Way.of(decision, wish), _ -> new ArrayList<>()).add(one);
        }
        var returns = new ArrayList<Return>();
        groups.forEach((way, lines) ->
                returns.add(add(actor, order, way, lines, decisions, explanation, held)));
        return new AnnounceOutcome.Announced(List.copyOf(returns));
    }

    /// What lines must share to go back together.
    private record Way(boolean inParcel, boolean byStaff, Remedy wish) {
        static Way of(RefundDecision decision, Remedy wish) {
            return new Way(
                    decision.terms().inParcel(),
                    decision.outcome() == Outcome.STAFF,
                    decision.terms().mayReplace() ? wish : Remedy.MONEY);
        }
    }

    private Return add(
            Actor actor,
            Order order,
            Way way,
            List<Wanted> lines,
            Map<Integer, RefundDecision> decisions,
            String explanation,
            List<Document> held) {
        var now = clock.instant();
        var announced =
                new Return(
                        book.next(order.number()),
                        order.organisation(),
                        actor.signature(),
                        now,
                        way.inParcel(),
                        way.wish(),
                        explanation.strip(),
                        new Announced(now),
                        lines.stream()
                                .map(one ->
                                        new Return.Line(
                                                one.position(),
                                                one.units(),
                                                one.reason(),
                                                decision(decisions, one.position()).until(),
                                                Optional.empty()))
                                .toList(),
                        held.stream().map(Document::id).toList(),
                        List.of());
        book.add(announced);
        var told =
                lines.stream()
                        .map(one ->
                                decision(decisions, one.position())
                                        .told(one.position(), one.units(), one.reason()))
                        .toList();
        var kept =
                log.told(
                        actor, announced, Return.Event.Kind.ANNOUNCED, "", String.join("; ", told));
        if (way.byStaff()) {
            letters.announced(order, kept);
            return kept;
        }
        var policy = new Actor.Product("refund policy");
        return way.inParcel()
                ? acts.accept(policy, order, kept, way.wish(), proposed(order, decisions.values()))
                : acts.settleDeclared(policy, order, kept, way.wish());
    }

    private static RefundDecision decision(Map<Integer, RefundDecision> decisions, int position) {
        return java.util.Objects.requireNonNull(decisions.get(position));
    }

    /// To the office, within the shortest time that a policy gives, and by the end of a window in
    /// which the parcel must be back.
    private SendBack proposed(Order order, java.util.Collection<RefundDecision> decisions) {
        var today = desk.today(order);
        var days = decisions.stream().mapToLong(it -> it.terms().parcelDays()).min().orElse(14);
        var by =
                decisions.stream()
                        .filter(RefundDecision::byParcel)
                        .flatMap(it -> it.until().stream())
                        .min(LocalDate::compareTo)
                        .orElse(today.plusDays(days));
        var office = packs.get(order.number().office()).office();
        return new SendBack(
                addressed(office.name().in(order.language()), office.contact().postalAddress()),
                by.isBefore(today) ? today : by);
    }

    /// Many an address begins with the name already.
    private static String addressed(String name, String address) {
        return address.startsWith(name) ? address : name + ", " + address;
    }

    // -- the office decides

    /// The office's yes: the parcel is awaited at this address by this day; without a parcel the
    /// money goes back at once.
    public ReturnOutcome accept(
            Actor staff, ReturnNumber number, Remedy remedy, SendBack sendBack) {
        book.hold(number.order());
        var asked = book.find(number).orElseThrow();
        if (!(asked.state() instanceof Announced)) {
            return asked.state() instanceof Accepted
                    ? new ReturnOutcome.Done(asked)
                    : new ReturnOutcome.NotNow(asked.state().code());
        }
        var order = order(asked);
        if (remedy == Remedy.REPLACEMENT && !mayReplace(order, asked)) {
            return new ReturnOutcome.NoReplacement();
        }
        if (!asked.inParcel()) {
            return new ReturnOutcome.Done(acts.settleDeclared(staff, order, asked, remedy));
        }
        if (sendBack.address().isBlank()) {
            return new ReturnOutcome.AddressMissing();
        }
        var today = desk.today(order);
        if (sendBack.by().isBefore(today) || sendBack.by().isAfter(today.plusYears(1))) {
            return new ReturnOutcome.DayOutOfRange(today, today.plusYears(1));
        }
        return new ReturnOutcome.Done(acts.accept(staff, order, asked, remedy, sendBack));
    }

    private boolean mayReplace(Order order, Return asked) {
        var decisions = desk.decisions(order, asked).values();
        return !decisions.isEmpty() && decisions.stream().allMatch(one -> one.terms().mayReplace());
    }

    /// The office's no, with its reason.
    public ReturnOutcome refuse(Actor staff, ReturnNumber number, String reason) {
        book.hold(number.order());
        var asked = book.find(number).orElseThrow();
        if (reason.isBlank()) {
            return new ReturnOutcome.ReasonMissing();
        }
        if (!(asked.state() instanceof Announced announced)) {
            return new ReturnOutcome.NotNow(asked.state().code());
        }
        var refused = announced.refused(clock.instant(), reason.strip());
        var now = log.moved(staff, asked, refused, reason.strip());
        letters.ended(order(asked), now);
        return new ReturnOutcome.Done(now);
    }

    /// The parcel came on this day.
    public ReturnOutcome received(Actor staff, ReturnNumber number, LocalDate on) {
        book.hold(number.order());
        var asked = book.find(number).orElseThrow();
        if (!(asked.state() instanceof Accepted accepted)) {
            return asked.state() instanceof ReturnState.Received
                    ? new ReturnOutcome.Done(asked)
                    : new ReturnOutcome.NotNow(asked.state().code());
        }
        var order = order(asked);
        var earliest = desk.day(order, asked.announcedAt());
        var today = desk.today(order);
        if (on.isBefore(earliest) || on.isAfter(today)) {
            return new ReturnOutcome.DayOutOfRange(earliest, today);
        }
        agenda.cancel(PARCEL_DEADLINE, number.key());
        var received = accepted.received(clock.instant(), on);
        var now = log.moved(staff, asked, received, on.toString());
        letters.received(order, now, on);
        return new ReturnOutcome.Done(now);
    }

    /// What was found in the parcel, line by line. Where less is accepted than came, a reason is
    /// given.
    public ReturnOutcome inspect(
            Actor staff, ReturnNumber number, List<Inspection> found, Remedy remedy, String why) {
        book.hold(number.order());
        var asked = book.find(number).orElseThrow();
        if (!(asked.state() instanceof ReturnState.Received)) {
            return new ReturnOutcome.NotNow(asked.state().code());
        }
        var order = order(asked);
        return remedy == Remedy.REPLACEMENT && !mayReplace(order, asked)
                ? new ReturnOutcome.NoReplacement()
                : acts.inspect(staff, order, asked, found, remedy, why.strip());
    }

    /// Units of a line that are accepted, and how many of them go back on the shelf.
    public record Inspection(int line, long accepted, long restocked) {}

    /// The organisation changed its mind, before anything was back.
    public ReturnOutcome withdraw(Actor actor, ReturnNumber number) {
        book.hold(number.order());
        var asked = book.find(number).orElseThrow();
        if (!(asked.state() instanceof ReturnState.Ahead ahead)) {
            return asked.state() instanceof ReturnState.Withdrawn
                    ? new ReturnOutcome.Done(asked)
                    : new ReturnOutcome.NotNow(asked.state().code());
        }
        agenda.cancel(PARCEL_DEADLINE, number.key());
        return new ReturnOutcome.Done(
                log.moved(actor, asked, ahead.withdrawn(clock.instant()), ""));
    }

    /// The parcel's last day is over, and it did not come.
    void lapse(Actor by, ReturnNumber number) {
        book.hold(number.order());
        var asked = book.find(number).orElseThrow();
        if (asked.state() instanceof Accepted accepted) {
            var now = log.moved(by, asked, accepted.lapsed(clock.instant()), "");
            letters.ended(order(asked), now);
        }
    }

    static java.time.Instant endOf(LocalDate day, java.time.ZoneId zone) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
    }
}
