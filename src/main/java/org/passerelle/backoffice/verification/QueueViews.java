package org.passerelle.backoffice.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.backoffice.verification.QueueFilter.At;
import org.passerelle.backoffice.verification.QueueFilter.View;
import org.passerelle.backoffice.verification.QueuePage.Group;
import org.passerelle.backoffice.verification.QueuePage.Row;
import org.passerelle.backoffice.verification.QueuePage.Tab;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Declared;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.ui.Due;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.verification.CaseKind;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.QueuedCase;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Verification;
import org.passerelle.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Shows the queue, and counts it for "today".
@Component
@Order(1)
class QueueViews implements TodayCards {
    static final String PATH = "/staff/cases";
    private static final Comparator<CaseView> BY_DUE =
            Comparator.comparing((CaseView one) -> one.due().orElse(Instant.MAX))
                    .thenComparing(CaseView::number);

    private final Verification verification;
    private final Packs packs;
    private final ReviewerChoices colleagues;
    private final Clock clock;

    QueueViews(Verification verification, Packs packs, ReviewerChoices colleagues, Clock clock) {
        this.verification = verification;
        this.packs = packs;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    At at(SignedIn who, Frame frame) {
        return new At(who.id(), clock.instant(), frame.zone());
    }

    QueuePage page(Form form, SignedIn who, Frame frame) {
        var words = frame.words();
        var pack = packs.get(StaffOffice.of(frame));
        var at = at(who, frame);
        var filter = QueueFilter.of(form);
        var all = queue(frame);
        var said = new CaseWords(words, frame.zone());
        var paging = Paging.of(form);
        var found = found(all, filter, at);
        var today = at.now().atZone(frame.zone()).toLocalDate();
        var lately = StatisticsPages.lately(verification, pack.id(), today);
        var promise = pack.office().promises().qualificationBusinessDays();
        return new QueuePage(
                words.get("verification.queue.lead", promise, words.weekday(today)),
                tabs(all, filter, form, at, words),
                form,
                statuses(said),
                assignees(all),
                forms(pack, words),
                kinds(words),
                groups(verification.queued(paging.of(found)), at, pack, said),
                words.get("verification.queue.found", found.size()),
                mayReview(who),
                mayReview(who) ? colleagues(who, pack.id(), words) : List.of(),
                StatisticsPages.share(lately, frame),
                StatisticsPages.median(lately, frame),
                paging.pager(frame, found.size()));
    }

    static boolean mayReview(SignedIn who) {
        return who.has(Role.REVIEWER) || who.has(Role.ADMINISTRATOR);
    }

    private static List<Tab> tabs(
            List<CaseView> all, QueueFilter filter, Form form, At at, Words words) {
        return Stream.of(View.values())
                .map(view ->
                        new Tab(
                                words.get("verification.queue.view." + view.code()),
                                address(view, form),
                                all.stream().filter(one -> QueueFilter.in(view, one, at)).count(),
                                view == filter.view()))
                .toList();
    }

    /// The same filters under another tab.
    private static String address(View view, Form form) {
        var address = UriComponentsBuilder.fromPath(PATH).queryParam("view", view.code());
        for (var name : List.of("q", "status", "assignee", "form", "kind")) {
            if (!form.trimmed(name).isEmpty()) {
                address.queryParam(name, form.trimmed(name));
            }
        }
        return address.encode().toUriString();
    }

    /// Due first comes first; those whose clock stands still come last, with the least left of
    /// their promise first.
    private List<CaseView> queue(Frame frame) {
        return verification.queue(StaffOffice.of(frame)).stream()
                .sorted(
                        Comparator.comparingInt(
                                one -> one.due().isPresent() ? -1 : one.businessDaysLeft()))
                .toList();
    }

    /// Whom a case is about is looked up only where the filter asks.
    private List<CaseView> found(List<CaseView> all, QueueFilter filter, At at) {
        var shown = all.stream().filter(one -> filter.shows(one, at)).toList();
        return filter.asksWho()
                ? verification.queued(shown).stream()
                        .filter(filter::fits)
                        .map(QueuedCase::view)
                        .toList()
                : shown;
    }

    private static List<Group> groups(List<QueuedCase> cases, At at, Pack pack, CaseWords said) {
        var rows = new LinkedHashMap<Due, List<Row>>();
        for (var one : cases) {
            rows.computeIfAbsent(DueTime.of(one.view(), at, said.words()), _ -> new ArrayList<>())
                    .add(row(one, at, pack, said));
        }
        return rows.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static Row row(QueuedCase one, At at, Pack pack, CaseWords said) {
        var words = said.words();
        var view = one.view();
        var organisation = one.organisation();
        var profile = organisation.profile();
        var about = new ArrayList<String>();
        profile.address().map(Address::town).ifPresent(about::add);
        about.addAll(profile.numbers(pack.office().ownIdentifiersFirst()));
        var asked = EvidenceKinds.askedOf(organisation, pack.office());
        var given =
                asked.stream()
                        .filter(kind -> one.given().contains(EvidenceKinds.key(kind)))
                        .count();
        var since = view.submitted().map(moment -> shortly(moment, at, words)).orElse("–");
        if (view.kind() != CaseKind.FIRST) {
            about.add(words.get("verification.kind." + view.kind()));
        }
        about.add(words.get("verification.queue.asked", since, given, asked.size()));
        if (isAnswered(view)) {
            about.add(words.get("verification.queue.answered"));
        }
        return new Row(
                view.id().toString(),
                String.valueOf(view.number()),
                organisation.name(),
                profile.form().map(new Declared(pack, words)::form).orElse(""),
                String.join(" · ", about),
                view.reviewer().map(Reviewer::name).orElse(""),
                view.reviewer().filter(r -> r.id().equals(at.me())).isPresent());
    }

    /// The organisation has answered all that it was asked: there is something new to read.
    private static boolean isAnswered(CaseView view) {
        return view.state() == CaseState.IN_REVIEW
                && !view.questions().isEmpty()
                && view.openQuestions().isEmpty();
    }

    /// The reader, then the others by name, then nobody.
    private List<Option> colleagues(SignedIn who, OfficeId office, Words words) {
        var all = new ArrayList<Option>();
        all.add(Option.of(who.id().toString(), words.get("verification.assign.me")));
        var reviewers = verification.reviewers(office);
        reviewers.stream()
                .filter(one -> !one.id().equals(who.id()))
                .map(colleagues.among(reviewers))
                .forEach(all::add);
        all.add(Option.of(AssignPages.NOBODY, words.get("verification.assign.nobody")));
        return all;
    }

    /// The day alone, on one line: the year goes without saying, the hour decides nothing.
    private static String shortly(Instant since, At at, Words words) {
        return words.shortDate(since.atZone(at.zone()).toLocalDate());
    }

    private static List<Option> statuses(CaseWords said) {
        return Stream.of(CaseState.values())
                .filter(CaseState::isInQueue)
                .map(state -> Option.of(state.name(), said.state(state)))
                .toList();
    }

    private static List<Option> assignees(List<CaseView> all) {
        return all.stream()
                .flatMap(one -> one.reviewer().stream())
                .map(Reviewer::name)
                .distinct()
                .sorted()
                .map(name -> Option.of(name, name))
                .toList();
    }

    private static List<Option> forms(Pack pack, Words words) {
        return pack.office().forms().values().stream()
                .filter(Office.LegalForm::mayQualify)
                .map(form -> Option.of(form.id(), form.name().in(words.language())))
                .toList();
    }

    private static List<Option> kinds(Words words) {
        return Stream.of(CaseKind.values())
                .map(kind -> Option.of(kind.name(), words.get("verification.kind." + kind)))
                .toList();
    }

    /// Cases to look at after `left`, best first: the reader's own that lie with the office, then
    /// those that nobody has; in each the ones due after it, then from the start again.
    List<CaseView> nextAfter(Optional<CaseView> left, SignedIn who, Frame frame) {
        var at = at(who, frame);
        var waiting =
                verification.queue(StaffOffice.of(frame)).stream()
                        .filter(one -> one.due().isPresent())
                        .filter(one -> left.filter(it -> it.id().equals(one.id())).isEmpty())
                        .toList();
        var passed = waiting.stream().filter(one -> !isAfter(one, left)).toList();
        var ahead = waiting.stream().filter(one -> isAfter(one, left)).toList();
        var round = Stream.concat(ahead.stream(), passed.stream()).toList();
        return Stream.concat(
                        round.stream().filter(one -> QueueFilter.in(View.MINE, one, at)),
                        round.stream().filter(one -> one.reviewer().isEmpty()))
                .toList();
    }

    private static boolean isAfter(CaseView one, Optional<CaseView> left) {
        return left.filter(it -> it.due().isPresent())
                .map(it -> BY_DUE.compare(one, it) > 0)
                .orElse(true);
    }

    @Override
    public String group() {
        return "cases";
    }

    @Override
    public List<Card> of(SignedIn who, OfficeId office, Frame frame) {
        if (!mayReview(who) && !who.has(Role.SUPPORT)) {
            return List.of();
        }
        var at = at(who, frame);
        var all = verification.queue(office);
        var words = frame.words();
        return Stream.of(View.LATE, View.TODAY, View.NOBODY, View.MINE, View.WAITING)
                .map(view -> {
                    var count = all.stream().filter(one -> QueueFilter.in(view, one, at)).count();
                    return new Card(
                            words.get("verification.queue.view." + view.code()),
                            count,
                            words.get("verification.today." + view.code()),
                            tone(view, count),
                            PATH + "?view=" + view.code());
                })
                .toList();
    }

    private static String tone(View view, long count) {
        if (count == 0) {
            return "mute";
        }
        return switch (view) {
            case LATE -> "bad";
            case TODAY -> "warn";
            case ALL, MINE, WAITING, NOBODY -> "info";
        };
    }
}
