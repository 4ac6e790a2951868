package org.passerelle.backoffice.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.backoffice.verification.QueueFilter.At;
import org.passerelle.backoffice.verification.QueueFilter.View;
import org.passerelle.backoffice.verification.QueuePage.Row;
import org.passerelle.backoffice.verification.QueuePage.Tab;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Declared;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.verification.CaseKind;
import org.passerelle.verification.CaseState;
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

    private final Verification verification;
    private final Packs packs;
    private final Clock clock;

    QueueViews(Verification verification, Packs packs, Clock clock) {
        this.verification = verification;
        this.packs = packs;
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
        var all = verification.queue(StaffOffice.of(frame));
        var said = new CaseWords(words, frame.zone());
        var paging = Paging.of(form);
        var found = all.stream().filter(one -> filter.shows(one, at)).toList();
        var rows = paging.of(found).stream().map(one -> row(one, at, pack, said)).toList();
        var today = at.now().atZone(frame.zone()).toLocalDate();
        var lately = StatisticsPages.lately(verification, pack.id(), today);
        var promise = pack.office().promises().qualificationBusinessDays();
        return new QueuePage(
                words.get("verification.queue.lead", promise, words.weekday(today)),
                tabs(all, filter, form, at, words),
                form,
                statuses(said),
                assignees(all),
                forms(all, pack, words),
                kinds(words),
                rows,
                words.get("verification.queue.found", found.size()),
                mayReview(who),
                StatisticsPages.share(lately, frame),
                StatisticsPages.median(lately, frame),
                paging.pager(frame, found.size()));
    }

    static boolean mayReview(SignedIn who) {
        return who.has(Role.REVIEWER) || who.has(Role.ADMINISTRATOR);
    }

    private static List<Tab> tabs(
            List<QueuedCase> all, QueueFilter filter, Form form, At at, Words words) {
        return Stream.of(View.values())
                .map(view ->
                        new Tab(
                                words.get("verification.queue.view." + view.code()),
                                address(view, form),
                                all.stream()
                                        .filter(one -> QueueFilter.in(view, one.view(), at))
                                        .count(),
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

    private static Row row(QueuedCase one, At at, Pack pack, CaseWords said) {
        var words = said.words();
        var view = one.view();
        var organisation = one.organisation();
        var profile = organisation.profile();
        var about = new ArrayList<String>();
        profile.address().map(Address::town).ifPresent(about::add);
        profile.form().map(new Declared(pack, words)::form).ifPresent(about::add);
        about.addAll(profile.identifiers().values());
        var asked = EvidenceKinds.askedOf(organisation, pack.office()).size();
        return new Row(
                view.id().toString(),
                said.number(view),
                DueTime.of(view, at, words),
                organisation.name(),
                String.join(" · ", about),
                words.get("verification.kind." + view.kind()),
                view.submitted().map(since -> shortly(since, at, words)).orElse(""),
                words.get("verification.queue.documents", one.documents(), asked),
                view.reviewer().map(Reviewer::name).orElse(""),
                view.reviewer().filter(r -> r.id().equals(at.me())).isPresent(),
                view.state() == CaseState.SUBMITTED);
    }

    /// The day alone, on one line: the year goes without saying, the hour decides nothing.
    private static String shortly(Instant since, At at, Words words) {
        return StatisticsPages.SHORT
                .withLocale(words.language().locale())
                .format(since.atZone(at.zone()))
                .replace(' ', '\u00a0');
    }

    private static List<Option> statuses(CaseWords said) {
        return Stream.of(CaseState.values())
                .filter(CaseState::isInQueue)
                .map(state -> Option.of(state.name(), said.state(state)))
                .toList();
    }

    private static List<Option> assignees(List<QueuedCase> all) {
        return all.stream()
                .flatMap(one -> one.view().reviewer().stream())
                .map(Reviewer::name)
                .distinct()
                .sorted()
                .map(name -> Option.of(name, name))
                .toList();
    }

    private static List<Option> forms(List<QueuedCase> all, Pack pack, Words words) {
        var declared = new Declared(pack, words);
        return all.stream()
                .flatMap(one -> one.organisation().profile().form().stream())
                .distinct()
                .sorted()
                .map(form -> Option.of(form, declared.form(form)))
                .toList();
    }

    private static List<Option> kinds(Words words) {
        return Stream.of(CaseKind.values())
                .map(kind -> Option.of(kind.name(), words.get("verification.kind." + kind)))
                .toList();
    }

    /// The case to look at after `current`: the reader's own that lies with the office and is due
    /// first, else the first that nobody has.
    Optional<QueuedCase> next(SignedIn who, Frame frame, String current) {
        var at = at(who, frame);
        var waiting =
                verification.queue(StaffOffice.of(frame)).stream()
                        .filter(one -> !one.view().id().toString().equals(current))
                        .filter(one -> one.view().due().isPresent())
                        .toList();
        return waiting.stream()
                .filter(one -> QueueFilter.in(View.MINE, one.view(), at))
                .findFirst()
                .or(() ->
                        waiting.stream()
                                .filter(one -> one.view().reviewer().isEmpty())
                                .findFirst());
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
                    var count =
                            all.stream()
                                    .filter(one -> QueueFilter.in(view, one.view(), at))
                                    .count();
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
