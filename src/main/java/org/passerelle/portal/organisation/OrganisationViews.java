package org.passerelle.portal.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.portal.organisation.OrganisationPage.Todo;
import org.passerelle.programme.Entitlements;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Progress;
import org.passerelle.verification.Verification;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what "my organisation" shows.
@Component
class OrganisationViews {
    private static final String UNTIL = "organisation.todo.requalify.hint";
    private static final String CHANGED = "organisation.todo.requalify.changed";
    private static final String LAPSED = "organisation.todo.lapsed.hint";
    private static final String WITHDRAWN = "verification.situation.withdrawn";
    private static final String CASE = "/organisation/case";
    private static final int MOST_NAMED = 3;

    private final Organisations organisations;
    private final OpenRequests requests;
    private final RegistrationViews registration;
    private final Duplicates duplicates;
    private final Verification verification;
    private final ProgrammeViews programmes;
    private final OrdersToPay ordersToPay;
    private final MembersToAnswer membersToAnswer;
    private final BranchViews branches;
    private final People people;
    private final Packs packs;
    private final CaseProgress steps;

    OrganisationViews(
            Organisations organisations,
            OpenRequests requests,
            RegistrationViews registration,
            Duplicates duplicates,
            Verification verification,
            ProgrammeViews programmes,
            OrdersToPay ordersToPay,
            MembersToAnswer membersToAnswer,
            BranchViews branches,
            People people,
            Packs packs,
            CaseProgress steps) {
        this.organisations = organisations;
        this.requests = requests;
        this.registration = registration;
        this.duplicates = duplicates;
        this.verification = verification;
        this.programmes = programmes;
        this.ordersToPay = ordersToPay;
        this.membersToAnswer = membersToAnswer;
        this.branches = branches;
        this.people = people;
        this.packs = packs;
        this.steps = steps;
    }

    /// Read in one transaction: beginning and ending two dozen takes longer than what they ask.
    @Transactional(readOnly = true)
    OrganisationPage page(
            Organisation organisation, MemberRole role, PersonId reader, Frame frame) {
        var words = frame.words();
        var progress = verification.progressOf(organisation);
        var newest = progress.newest();
        var entitlements =
                organisation.isDraft()
                        ? new Entitlements(List.of(), List.of())
                        : programmes.entitlements(organisation);
        var rows = programmes.rows(organisation, entitlements, words);
        var open = rows.stream().filter(ProgrammeViews::isOpen).count();
        return new OrganisationPage(
                organisation.name().isEmpty()
                        ? words.get("organisation.page.unnamed")
                        : organisation.name(),
                steps.badge(organisation, newest, words),
                subtitle(organisation, frame),
                organisation.isDraft(),
                steps.isSent(organisation),
                role == MemberRole.HOLDER && organisation.standing() instanceof Standing.Qualified,
                todo(organisation, role, reader, progress, frame),
                steps.steps(organisation, newest, new CaseWords(words, frame.zone())),
                refused(organisation, newest, new CaseWords(words, frame.zone())),
                programmes.allotments(organisation, entitlements, words),
                rows,
                words.get("organisation.programmes.open", open, rows.size()),
                words.get(programmesAfter(organisation)),
                facts(organisation, words),
                requests.of(organisation, reader, newest, frame),
                branches.of(organisation, frame),
                branches.rows(organisation.id(), frame));
    }

    /// Why the office refused, as long as the refusal stands: the reasons are on the first page.
    private Optional<RegistrationPage.Refused> refused(
            Organisation organisation, Optional<CaseView> newest, CaseWords said) {
        return newest.filter(_ -> organisation.standing() instanceof Standing.Refused)
                .flatMap(one ->
                        one.decision().isPresent()
                                ? Optional.of(one)
                                : verification.decidedBefore(one))
                .flatMap(CaseView::decision)
                .map(decision ->
                        new RegistrationPage.Refused(
                                said.reasons(decision, packs.get(organisation.office()).office()),
                                decision.words()));
    }

    private String subtitle(Organisation organisation, Frame frame) {
        var parts = new ArrayList<String>();
        var words = frame.words();
        organisation.profile().identifiers().entrySet().stream()
                .sorted(
                        Map.Entry.comparingByKey(
                                packs.get(organisation.office()).office().ownIdentifiersFirst()))
                .findFirst()
                .ifPresent(one ->
                        parts.add(
                                words.get("organisation.scheme." + one.getKey())
                                        + "\u00a0"
                                        + one.getValue()));
        organisation.profile().address().map(Address::town).ifPresent(parts::add);
        if (organisation.standing() instanceof Standing.Qualified(var since, _)) {
            parts.add(words.get("organisation.page.since", date(since, frame)));
        }
        return String.join(" · ", parts);
    }

    private List<Todo> todo(
            Organisation organisation,
            MemberRole role,
            PersonId reader,
            Progress progress,
            Frame frame) {
        var todo = new ArrayList<>(membersToAnswer.of(organisation, role, reader, frame));
        if (role == MemberRole.HOLDER) {
            todo.addAll(ofCase(organisation, progress, frame));
        }
        if (role != MemberRole.READER) {
            todo.addAll(ordersToPay.of(organisation.id(), frame.words()));
        }
        return todo;
    }

    private List<Todo> ofCase(Organisation organisation, Progress progress, Frame frame) {
        var words = frame.words();
        var todo = new ArrayList<Todo>();
        if (organisation.isDraft()) {
            todo.add(
                    taken(organisation, words)
                            .or(() -> held(organisation, words))
                            .or(() -> same(organisation, words))
                            .orElseGet(() -> register(organisation, words)));
            return todo;
        }
        var newest = progress.newest();
        newest.ifPresent(view -> {
            if (view.state() == CaseState.INFORMATION_REQUESTED) {
                todo.add(answer(words, view.openQuestions().size()));
            } else if (view.state() == CaseState.DRAFT) {
                todo.add(confirm(words));
            }
        });
        if (progress.whyNotAgain().isEmpty()) {
            var withdrawn = newest.filter(view -> view.state() == CaseState.WITHDRAWN).isPresent();
            todo.add(again(organisation, withdrawn, frame));
        } else if (newest.filter(CaseView::refusedForGood).isPresent()
                && verification.whyNotContest(organisation.id()).isEmpty()) {
            todo.add(contest(words));
        }
        return todo;
    }

    /// Whoever was refused for good may still contest, once (VER-09).
    private static Todo contest(Words words) {
        return Todo.at(
                words.get("verification.contest.title"),
                words.get("verification.contest.lead"),
                words.get("organisation.todo.contest.button"),
                CASE + "#f-words");
    }

    /// A renewal that was begun and not sent yet.
    private static Todo confirm(Words words) {
        return Todo.at(
                words.get("organisation.todo.requalify"),
                words.get("organisation.todo.confirm.hint"),
                words.get("organisation.todo.register.button"),
                CASE);
    }

    /// A number that is registered already: nothing of this registration is worth finishing.
    private Optional<Todo> taken(Organisation organisation, Words words) {
        return registration
                .taken(organisation, words)
                .map(one ->
                        Todo.at(
                                words.get("organisation.taken.title"),
                                words.get("organisation.taken.todo", one.label(), one.number()),
                                words.get("organisation.taken.join"),
                                "/organisation/join?scheme="
                                        + one.scheme()
                                        + "&number="
                                        + one.number()));
    }

    /// What is compared was submitted, and what was found the same never has programmes.
    private String programmesAfter(Organisation organisation) {
        if (duplicates.isHeld(organisation.id())) {
            return "organisation.programmes.held";
        }
        return duplicates.isFoundSame(organisation.id())
                ? "organisation.programmes.same"
                : "organisation.programmes.after";
    }

    /// A near-certain duplicate waits for staff: there is nothing to submit again.
    private Optional<Todo> held(Organisation organisation, Words words) {
        return duplicates.isHeld(organisation.id())
                ? Optional.of(compared("held", words))
                : Optional.empty();
    }

    /// Staff found that it is one and the same: what is left is to be let in there.
    private Optional<Todo> same(Organisation organisation, Words words) {
        return duplicates.isFoundSame(organisation.id())
                ? Optional.of(compared("same", words))
                : Optional.empty();
    }

    private static Todo compared(String how, Words words) {
        return Todo.at(
                words.get("member." + how + ".title"),
                words.get("member." + how + ".text"),
                words.get("organisation.todo.held.button"),
                "/organisation/registration/review");
    }

    /// What is wrong and what is missing by name, so that nobody has to go and look; what is wrong
    /// comes first, and the way leads there.
    private Todo register(Organisation organisation, Words words) {
        var wrong =
                organisations.faults(organisation.id()).stream()
                        .map(Fault::field)
                        .distinct()
                        .sorted(Comparator.comparing(Field::positionOf))
                        .toList();
        var missing = verification.missing(organisation.id());
        var hints = new ArrayList<String>();
        if (!wrong.isEmpty()) {
            var named = named(wrong.stream().map(field -> RegistrationViews.field(field, words)));
            hints.add(words.get("organisation.todo.register.wrong", named));
        }
        if (wrong.isEmpty() || !missing.isEmpty()) {
            var named =
                    named(missing.stream().map(one -> RegistrationViews.link(one, words).text()));
            hints.add(words.get("organisation.todo.register.hint", missing.size(), named));
        }
        return Todo.at(
                words.get("organisation.todo.register"),
                String.join(" ", hints),
                words.get("organisation.todo.register.button"),
                wrong.stream()
                        .findFirst()
                        .map(RegistrationViews::path)
                        .orElse("/organisation/registration"));
    }

    private static String named(Stream<String> points) {
        return points.limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    private static Todo answer(Words words, int questions) {
        return Todo.at(
                words.get("organisation.todo.answer", questions),
                words.get("organisation.todo.answer.hint"),
                words.get("organisation.todo.answer.button"),
                CASE);
    }

    /// One press takes the case up again: nobody has to find a second button.
    private Todo again(Organisation organisation, boolean withdrawn, Frame frame) {
        var words = frame.words();
        return switch (organisation.standing()) {
            case Standing.Qualified(_, var until) ->
                    again("requalify", ending(organisation, date(until, frame), words), words);
            case Standing.Lapsed(var since) ->
                    again("requalify", words.get(LAPSED, date(since, frame)), words);
            case Standing.Refused(var since) when withdrawn ->
                    again("resume", words.get(WITHDRAWN + ".again", date(since, frame)), words);
            case Standing.Undecided _, Standing.Refused _, Standing.Revoked _ ->
                    withdrawn
                            ? again("resume", words.get(WITHDRAWN), words)
                            : again("again", words.get("organisation.todo.again.hint"), words);
        };
    }

    /// When a qualification ends, and what changed where that is why it ends sooner (VER-01).
    private String ending(Organisation organisation, String day, Words words) {
        return verification
                .changedSince(organisation.id())
                .map(codes -> words.get(CHANGED, day, CaseWords.facts(codes, words)))
                .orElseGet(() -> words.get(UNTIL, day));
    }

    private static Todo again(String key, String hint, Words words) {
        var title = "organisation.todo." + key;
        return Todo.doneBy(words.get(title), hint, words.get(title + ".button"), CASE + "/again");
    }

    private List<Fact> facts(Organisation organisation, Words words) {
        var pack = packs.get(organisation.office());
        var facts =
                new ArrayList<>(
                        RegistrationSummary.of(pack, words, organisations.draft(organisation.id()))
                                .all(organisation.profile()));
        var members = organisations.membersOf(organisation.id()).size() - 1;
        var holder = people.find(organisation.holder()).map(Person::name).orElse("–");
        facts.add(
                Fact.of(
                        words.get("organisation.data.holder"),
                        words.get("organisation.data.members", members, holder)));
        return facts;
    }

    private static String date(Instant instant, Frame frame) {
        return frame.words().date(instant.atZone(frame.zone()).toLocalDate());
    }
}
