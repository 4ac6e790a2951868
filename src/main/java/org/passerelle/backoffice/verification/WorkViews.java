package org.passerelle.backoffice.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.backoffice.CasePanels;
import org.passerelle.backoffice.verification.WorkPage.Asked;
import org.passerelle.backoffice.verification.WorkPage.Decided;
import org.passerelle.backoffice.verification.WorkPage.Document;
import org.passerelle.document.Document.Scan;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Localised;
import org.passerelle.organisation.Declared;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.verification.CaseEvent;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Contest;
import org.passerelle.verification.Decision;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.Question;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Verification;
import org.passerelle.words.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Lays a case out on a reviewer's desk.
@Component
class WorkViews {
    private static final int LONGEST_TAB = 28;

    private final Verification verification;
    private final Organisations organisations;
    private final People people;
    private final ReviewerChoices colleagues;
    private final Packs packs;
    private final QueueViews queue;
    private final ObjectProvider<CasePanels> panels;

    WorkViews(
            Verification verification,
            Organisations organisations,
            People people,
            ReviewerChoices colleagues,
            Packs packs,
            QueueViews queue,
            ObjectProvider<CasePanels> panels) {
        this.verification = verification;
        this.organisations = organisations;
        this.people = people;
        this.colleagues = colleagues;
        this.packs = packs;
        this.queue = queue;
        this.panels = panels;
    }

    WorkPage page(CaseView view, SignedIn who, Form form, FormErrors errors, Frame frame) {
        var words = frame.words();
        var organisation = organisations.get(view.organisation());
        var pack = packs.get(view.office());
        var said = new CaseWords(words, pack.office().zone());
        var documents = documents(organisation, pack, form, said);
        var lacking = lacking(organisation, pack, frame);
        return new WorkPage(
                view.id().toString(),
                said.number(view),
                organisation.name(),
                organisation.id().toString(),
                CaseWords.tone(view.state()),
                said.state(view.state()),
                view.state().isInQueue()
                        ? Optional.of(DueTime.of(view, queue.at(who, frame), words))
                        : Optional.empty(),
                about(view, organisation, frame),
                view.reviewer().filter(one -> one.id().equals(who.id())).isPresent(),
                QueueViews.mayReview(who),
                mayDecide(view, who),
                view.state() == CaseState.SUBMITTED,
                view.state() == CaseState.IN_REVIEW,
                view.state() == CaseState.INFORMATION_REQUESTED,
                view.state().isClosed(),
                documents,
                documents.stream().filter(Document::current).findFirst(),
                lacking,
                new Declared(pack, words, organisations.draft(organisation.id()))
                        .all(organisation.profile()).stream()
                                .map(line -> Fact.of(line.name(), line.value(), line.language()))
                                .toList(),
                new WorkChecks(pack, words).of(organisation, lacking, documents),
                view.questions().stream()
                        .map(one ->
                                new Asked(
                                        one.text(),
                                        said.asked(one),
                                        one.answer().map(Question.Answer::text)))
                        .toList(),
                view.decision().map(one -> decided(one, view, pack, said)),
                form,
                errors,
                organisation
                        .profile()
                        .language()
                        .locale()
                        .getDisplayLanguage(words.language().locale()),
                CaseWords.addresses(verification.writesTo(view.organisation()), words),
                ready(pack.office(), organisation, frame),
                reasons(pack.office(), frame),
                statuses(pack.office(), organisation, frame),
                formStatuses(pack.office(), organisation, frame),
                colleagues(view),
                before(view, pack, said),
                panels.orderedStream()
                        .flatMap(one -> one.of(view, organisation, frame).stream())
                        .toList(),
                verification.history(view.id()).stream()
                        .map(entry ->
                                new LogEntry(
                                        CaseWords.tone(entry.event()),
                                        said.event(entry),
                                        entry.at(),
                                        said.by(entry),
                                        ""))
                        .toList());
    }

    /// Somebody else decides a contest, where there is somebody (VER-09).
    private boolean mayDecide(CaseView view, SignedIn who) {
        var own = view.contest().filter(one -> one.decidedBy().id().equals(who.id())).isPresent();
        return QueueViews.mayReview(who)
                && !(own
                        && verification.reviewers(view.office()).stream()
                                .anyMatch(one -> !one.id().equals(who.id())));
    }

    private static Decided decided(Decision decision, CaseView view, Pack pack, CaseWords said) {
        var words = said.words();
        return new Decided(
                words.get("verification.decision." + view.state()),
                said.reasons(decision, pack.office()),
                decision.words(),
                said.statuses(decision, view.state(), pack.office()),
                said.grounds(decision));
    }

    private Optional<WorkPage.Before> before(CaseView view, Pack pack, CaseWords said) {
        return verification
                .decidedBefore(view)
                .flatMap(one -> one.decision().map(it -> before(view, one, it, pack, said)));
    }

    private WorkPage.Before before(
            CaseView view, CaseView last, Decision decision, Pack pack, CaseWords said) {
        var words = said.words();
        return new WorkPage.Before(
                words.get("verification.before." + view.kind()),
                decided(decision, last, pack, said),
                verification.history(last.id()).stream()
                        .filter(entry -> entry.event() == CaseEvent.FACT_CHANGED)
                        .map(said::event)
                        .toList(),
                view.contest().map(Contest::words),
                QueueViews.PATH + "/" + last.id(),
                words.get("verification.before.read." + last.state()));
    }

    private String about(CaseView view, Organisation organisation, Frame frame) {
        var words = frame.words();
        var holder = people.find(organisation.holder()).map(Person::name).orElse("–");
        return words.get(
                "verification.work.about",
                words.get("verification.kind." + view.kind()),
                view.reviewer()
                        .map(Reviewer::name)
                        .orElseGet(() -> words.get("verification.work.free")),
                holder);
    }

    private static int page(Form form) {
        var typed = form.trimmed("page");
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 1;
    }

    private List<Document> documents(
            Organisation organisation, Pack pack, Form form, CaseWords said) {
        var wanted = form.value("evidence");
        var page = page(form);
        var kinds = EvidenceKinds.askedOf(organisation, pack.office());
        var there =
                verification.evidenceOf(organisation.id()).stream()
                        .filter(Evidence::isThere)
                        .toList();
        var scans = verification.scansOf(organisation.id());
        var labels = there.stream().map(one -> label(one, kinds, said)).toList();
        var documents = new ArrayList<Document>();
        for (var one : there) {
            var current =
                    wanted.isEmpty() ? documents.isEmpty() : one.id().toString().equals(wanted);
            var label = label(one, kinds, said);
            var pages =
                    current && one.mediaType().equals("application/pdf")
                            ? verification.pagesOf(one.id())
                            : 0;
            var shown = Math.clamp(page, 1, Math.max(1, pages));
            documents.add(
                    new Document(
                            one.id().toString(),
                            tab(Collections.frequency(labels, label) > 1 ? one.fileName() : label),
                            label,
                            one.fileName(),
                            said.about(one),
                            StaffEvidencePages.PATH + one.id(),
                            withheld(scans.get(one.id()), said.words()),
                            one.isImage(),
                            one.mayShowInline(),
                            current,
                            pages,
                            shown,
                            pages > 0 && verification.pageOf(one.id(), shown).isPresent()));
        }
        return documents;
    }

    /// What the virus scanner keeps back cannot be opened by anybody, staff neither.
    private static String withheld(@Nullable Scan scan, Words words) {
        return switch (scan) {
            case Scan.Waiting _ -> words.get("verification.work.unscanned");
            case Scan.Infected _ -> words.get("verification.work.infected");
            case Scan.Clean _, Scan.NotAsked _ -> "";
            case null -> "";
        };
    }

    private static String label(Evidence one, List<Localised> kinds, CaseWords said) {
        return kinds.stream()
                .filter(kind -> EvidenceKinds.key(kind).equals(one.kind()))
                .findFirst()
                .map(kind -> kind.in(said.words().language()))
                .orElseGet(() -> said.words().get("verification.evidence.other"));
    }

    /// The first words of what a document is, or of its file where several are the same.
    private static String tab(String label) {
        var head = label.split("[,;(]", 2)[0].strip();
        return head.length() <= LONGEST_TAB ? head : head.substring(0, LONGEST_TAB - 1) + "…";
    }

    /// What was never given, and what the virus scanner had deleted.
    private List<String> lacking(Organisation organisation, Pack pack, Frame frame) {
        var scans = verification.scansOf(organisation.id());
        var given =
                verification.evidenceOf(organisation.id()).stream()
                        .filter(Evidence::isThere)
                        .filter(one -> !(scans.get(one.id()) instanceof Scan.Infected))
                        .map(Evidence::kind)
                        .toList();
        return EvidenceKinds.askedOf(organisation, pack.office()).stream()
                .filter(kind -> !given.contains(EvidenceKinds.key(kind)))
                .map(kind -> kind.in(frame.language()))
                .toList();
    }

    /// Statuses that the legal form does not give; those declared are ticked to begin with.
    private static List<Option> statuses(Office office, Organisation organisation, Frame frame) {
        var given = ofForm(office, organisation);
        return office.statuses().values().stream()
                .filter(status -> !given.contains(status.id()))
                .map(status -> Option.of(status.id(), status.name().in(frame.language())))
                .toList();
    }

    private static String formStatuses(Office office, Organisation organisation, Frame frame) {
        var names =
                ofForm(office, organisation).stream()
                        .flatMap(id -> Optional.ofNullable(office.statuses().get(id)).stream())
                        .map(status -> status.name().in(frame.language()))
                        .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? frame.word("verification.decide.statuses.none")
                : frame.word("verification.decide.statuses.hint", names);
    }

    private static Collection<String> ofForm(Office office, Organisation organisation) {
        return organisation
                .profile()
                .form()
                .flatMap(form -> Optional.ofNullable(office.forms().get(form)))
                .<Collection<String>>map(Office.LegalForm::statuses)
                .orElse(List.of());
    }

    /// Those who can be given the case: a contest never goes to whoever took the decision.
    private List<Option> colleagues(CaseView view) {
        var all = verification.reviewers(view.office());
        return all.stream()
                .filter(one -> view.reviewer().filter(now -> now.id().equals(one.id())).isEmpty())
                .filter(one ->
                        view.contest()
                                .filter(contest -> contest.decidedBy().id().equals(one.id()))
                                .isEmpty())
                .map(colleagues.among(all))
                .toList();
    }

    /// The pack's ready questions: named in the reader's language, worded in the organisation's.
    private static List<Option> ready(Office office, Organisation organisation, Frame frame) {
        return office.qualification().questions().stream()
                .map(question ->
                        Option.of(
                                question.id(),
                                question.name().in(frame.language()),
                                question.text().in(organisation.profile().language())))
                .toList();
    }

    /// Those that are final first, then those after which the organisation may go on.
    private static List<Option> reasons(Office office, Frame frame) {
        return office.qualification().refusalReasons().stream()
                .sorted(Comparator.comparing(reason -> !reason.isFinal()))
                .map(reason ->
                        Option.of(reason.id(), reason.name().in(frame.language()))
                                .in(
                                        frame.word(
                                                reason.isFinal()
                                                        ? "verification.reason.final"
                                                        : "verification.reason.again")))
                .toList();
    }
}
