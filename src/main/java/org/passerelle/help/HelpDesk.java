package org.passerelle.help;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.document.Document;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.help.AskOutcome.Fault;
import org.passerelle.help.AskOutcome.Flaw;
import org.passerelle.help.HelpRequest.Asker;
import org.passerelle.help.HelpRequest.Message;
import org.passerelle.help.HelpRequest.State;
import org.passerelle.help.domain.FormRule;
import org.passerelle.help.domain.RequestBook;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PromisedTime;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.Ordering;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.pack.model.RequestKind.AnsweredBy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the help module: requests with a number, a promised time, messages and an answer
/// (HLP-02). Who may read or answer one is asked by whoever serves the page.
@Service
@Transactional
public class HelpDesk {
    /// The fields that a visitor without an account fills in as well.
    public static final String NAME = "asker-name";

    public static final String EMAIL = "asker-email";

    private final RequestBook book;
    private final Packs packs;
    private final Ordering ordering;
    private final Documents documents;
    private final HelpLetters letters;
    private final NoReply noReply;
    private final FollowAddress follow;
    private final Audit audit;
    private final Clock clock;

    HelpDesk(
            RequestBook book,
            Packs packs,
            Ordering ordering,
            Documents documents,
            HelpLetters letters,
            NoReply noReply,
            FollowAddress follow,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.packs = packs;
        this.ordering = ordering;
        this.documents = documents;
        this.letters = letters;
        this.noReply = noReply;
        this.follow = follow;
        this.audit = audit;
        this.clock = clock;
    }

    /// Asks for something of a kind that the office's pack knows. The promise begins.
    public AskOutcome ask(
            OfficeId office,
            String kindId,
            Asker asker,
            Map<String, String> typed,
            List<DocumentId> evidence) {
        var kind = packs.get(office).request(kindId).filter(one -> mayAsk(one, asker));
        if (kind.isEmpty()) {
            return new AskOutcome.NoSuchForm();
        }
        var fields = FormRule.fields(kind.get(), typed);
        var faults = faults(kind.get(), asker, typed);
        if (!faults.isEmpty()) {
            return new AskOutcome.NotTaken(faults);
        }
        var now = clock.instant();
        var held = documents.hold(asker.person(), evidence, "request of " + asker.email());
        var promise = PromisedTime.of(kind.get().promisedBusinessDays()).started(now);
        var number =
                book.add(
                        new HelpRequest(
                                0,
                                office,
                                kindId,
                                asker,
                                fields,
                                held.stream().map(Document::id).toList(),
                                State.OPEN,
                                now,
                                promise,
                                due(promise, office),
                                List.of()));
        var asked = book.find(number).orElseThrow();
        note(actor(asker), "asked", asked, kindId);
        letters.received(asked);
        return new AskOutcome.Asked(number);
    }

    /// All that is wrong in a form, whatever becomes of the documents brought with it.
    @Transactional(readOnly = true)
    public List<Fault> faults(RequestKind kind, Asker asker, Map<String, String> typed) {
        var faults = new ArrayList<>(askerFaults(asker));
        var fields = FormRule.fields(kind, typed);
        faults.addAll(FormRule.faults(kind, fields, text -> isOrder(asker, text)));
        return List.copyOf(faults);
    }

    private static boolean mayAsk(RequestKind kind, Asker asker) {
        return kind.doneBy().isEmpty()
                && (kind.from() == RequestKind.Asker.ANYBODY || asker.organisation().isPresent());
    }

    private static List<Fault> askerFaults(Asker asker) {
        var faults = new ArrayList<Fault>();
        if (asker.name().isBlank()) {
            faults.add(new Fault(NAME, Flaw.MISSING));
        } else if (asker.name().length() > FormRule.LONGEST_LINE) {
            faults.add(new Fault(NAME, Flaw.TOO_LONG));
        }
        if (!FormRule.isEmail(asker.email())) {
            faults.add(new Fault(EMAIL, asker.email().isBlank() ? Flaw.MISSING : Flaw.EMAIL));
        }
        return faults;
    }

    private boolean isOrder(Asker asker, String text) {
        return text.matches("[0-9]{1,12}")
                && asker.organisation()
                        .flatMap(owner -> ordering.orderOf(owner, Long.parseLong(text)))
                        .isPresent();
    }

    /// Who a request's asker is in the audit trail; a visitor by the name they typed.
    private static Actor actor(Asker asker) {
        return asker.person()
                .<Actor>map(person -> new Actor.Member(person, asker.name()))
                .orElseGet(() -> new Actor.Product("visitor " + asker.name()));
    }

    /// By the name they typed, whoever they are.
    private static Signature signature(Asker asker) {
        return new Signature(asker.name(), asker.person());
    }

    /// The asker writes again, with documents they uploaded: the office's clock goes on. Answers
    /// whether it was still possible.
    public boolean reply(Actor actor, long number, String text, List<DocumentId> brought) {
        return reply(new Reply(actor, actor.signature(), text), number, brought);
    }

    /// A visitor writes again by the link in their letters.
    public boolean replyFollowed(String seal, String text, List<DocumentId> brought) {
        return followed(seal)
                .filter(one -> {
                    var reply = new Reply(actor(one.asker()), signature(one.asker()), text);
                    return reply(reply, one.number(), brought);
                })
                .isPresent();
    }

    private record Reply(Actor actor, Signature by, String text) {}

    private boolean reply(Reply reply, long number, List<DocumentId> brought) {
        var request = book.lock(number).filter(one -> one.state() != State.CLOSED);
        if (request.isEmpty() || reply.text().isBlank()) {
            return false;
        }
        var held = documents.hold(reply.actor().who(), brought, "request " + number);
        say(request.get(), false, reply.by(), reply.text());
        move(request.get().with(held.stream().map(Document::id).toList()), State.OPEN);
        note(reply.actor(), "replied", request.get(), "");
        return true;
    }

    /// Staff asks back: the clock stops until the asker has written.
    public boolean askBack(Actor.Staff actor, long number, String text) {
        return write(actor, number, text, State.WAITING, "asked-back");
    }

    /// Staff answers.
    public boolean answer(Actor.Staff actor, long number, String text) {
        return write(actor, number, text, State.ANSWERED, "answered");
    }

    private boolean write(Actor.Staff actor, long number, String text, State to, String act) {
        var request = book.lock(number).filter(one -> one.state() != State.CLOSED);
        if (request.isEmpty() || text.isBlank()) {
            return false;
        }
        say(request.get(), true, actor.signature(), text);
        move(request.get(), to);
        note(actor, act, request.get(), "");
        var written = book.find(number).orElseThrow();
        letters.written(written, noReply.waitsFor(written));
        return true;
    }

    /// Closes it, by either side; an asker whom no answer told is told by letter. Answers whether
    /// it was not closed yet.
    public boolean close(Actor actor, long number) {
        var request = book.lock(number).filter(one -> one.state() != State.CLOSED);
        request.ifPresent(one -> {
            move(one, State.CLOSED);
            note(actor, "closed", one, "");
            if (actor instanceof Actor.Staff && one.state() != State.ANSWERED) {
                letters.closedByOffice(one);
            }
        });
        return request.isPresent();
    }

    /// A visitor closes theirs by the link in their letters.
    public boolean closeFollowed(String seal) {
        return followed(seal).filter(one -> close(actor(one.asker()), one.number())).isPresent();
    }

    /// Closes what nobody wrote about any more. Whoever left a question open is told; whoever has
    /// their answer was told with it.
    void closeUnanswered(Actor actor, long number) {
        book.lock(number)
                .filter(one -> NoReply.isAwaited(one.state()))
                .ifPresent(one -> {
                    move(one, State.CLOSED);
                    note(actor, "closed-without-reply", one, "");
                    if (one.state() == State.WAITING) {
                        letters.closed(one);
                    }
                });
    }

    /// The last moment to write before the request is closed, exclusive; empty while it lies with
    /// the office.
    @Transactional(readOnly = true)
    public Optional<Instant> closes(HelpRequest request) {
        return noReply.closes(request);
    }

    private void say(HelpRequest request, boolean byStaff, Signature by, String text) {
        var words = text.strip();
        var kept = words.substring(0, Math.min(words.length(), FormRule.LONGEST_TEXT));
        book.say(request.number(), new Message(clock.instant(), byStaff, by, kept));
    }

    private void move(HelpRequest request, State to) {
        noReply.waitsNoMore(request.number());
        var now = clock.instant();
        var promise =
                to == State.OPEN
                        ? request.promise().started(now)
                        : request.promise().stopped(now, calendar(request.office()));
        book.save(
                new HelpRequest(
                        request.number(),
                        request.office(),
                        request.kind(),
                        request.asker(),
                        request.typed(),
                        request.documents(),
                        to,
                        request.asked(),
                        promise,
                        due(promise, request.office()),
                        request.messages()));
    }

    private Optional<Instant> due(PromisedTime promise, OfficeId office) {
        return promise.due(calendar(office)).map(BusinessCalendar.Due::end);
    }

    private BusinessCalendar calendar(OfficeId office) {
        return BusinessCalendars.of(packs.get(office).office());
    }

    @Transactional(readOnly = true)
    public Optional<HelpRequest> find(long number) {
        return book.find(number);
    }

    /// The one request that a link of a visitor's letters opens.
    @Transactional(readOnly = true)
    public Optional<HelpRequest> followed(String seal) {
        return follow.number(seal).flatMap(book::find).filter(one -> follow.opens(seal, one));
    }

    /// A person's own and their organisation's, newest first.
    @Transactional(readOnly = true)
    public List<HelpRequest> of(PersonId person, Optional<OrganisationId> organisation) {
        return book.of(person, organisation);
    }

    /// What is not closed and lies with one of these roles, due first comes first. A kind that the
    /// pack no longer has lies with support.
    @Transactional(readOnly = true)
    public List<HelpRequest> queue(OfficeId office, Set<AnsweredBy> roles) {
        return book.notClosed(office).stream()
                .filter(request -> roles.contains(answeredBy(request)))
                .toList();
    }

    /// The role that answers a request.
    @Transactional(readOnly = true)
    public AnsweredBy answeredBy(HelpRequest request) {
        return packs.get(request.office())
                .request(request.kind())
                .map(RequestKind::answeredBy)
                .orElse(AnsweredBy.SUPPORT);
    }

    @Transactional(readOnly = true)
    public Optional<HelpRequest> withDocument(DocumentId document) {
        return book.withDocument(document);
    }

    private void note(Actor actor, String act, HelpRequest request, String detail) {
        var entry =
                AuditEntry.of(
                        actor, "help." + act, AuditSubject.of("request", request.number()), detail);
        audit.record(request.asker().organisation().map(entry::about).orElse(entry));
    }
}
