package org.passerelle.portal.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.help.HelpRequest.Message;
import org.passerelle.help.HelpWords;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.portal.organisation.OrganisationPage.Request;
import org.passerelle.programme.RecordedWaiver;
import org.passerelle.programme.Waivers;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.springframework.stereotype.Component;

/// All that an organisation asked for and that is not done yet, or that is asked of it, each with
/// the way to its page (ORG-08); and what the reader asks to join.
@Component
class OpenRequests {
    private static final String CASE = "/organisation/case";
    private static final String HELP = "/account/requests/";
    private static final Duration ENDS_SOON = Duration.ofDays(60);
    private static final int LONGEST_EXTRACT = 80;

    private final Duplicates duplicates;
    private final ChangeRequests changes;
    private final HelpDesk help;
    private final Waivers waivers;
    private final JoinAskViews asks;
    private final MembersToAnswer toAnswer;
    private final Packs packs;
    private final Clock clock;

    OpenRequests(
            Duplicates duplicates,
            ChangeRequests changes,
            HelpDesk help,
            Waivers waivers,
            JoinAskViews asks,
            MembersToAnswer toAnswer,
            Packs packs,
            Clock clock) {
        this.duplicates = duplicates;
        this.changes = changes;
        this.help = help;
        this.waivers = waivers;
        this.asks = asks;
        this.toAnswer = toAnswer;
        this.packs = packs;
        this.clock = clock;
    }

    List<Request> of(
            Organisation organisation, PersonId reader, Optional<CaseView> newest, Frame frame) {
        var open = new ArrayList<Request>();
        if (organisation.isDraft() && duplicates.isHeld(organisation.id())) {
            open.add(
                    new Request(
                            frame.word("organisation.requests.registration"),
                            frame.word("organisation.case.compared.detail"),
                            "/organisation/registration/review"));
        }
        newest.filter(view -> view.state().isInQueue())
                .ifPresent(view -> open.add(ofCase(view, frame)));
        changes.openOf(organisation.id())
                .ifPresent(change ->
                        open.add(
                                new Request(
                                        frame.word("changes.one", "" + change.number()),
                                        frame.word(
                                                change.due().isAfter(clock.instant())
                                                        ? "changes.due-by"
                                                        : "changes.overdue",
                                                date(change.due().minusSeconds(1), frame)),
                                        ChangePages.PATH + "/" + change.number())));
        help.of(reader, Optional.of(organisation.id())).stream()
                .filter(one -> one.state() != HelpRequest.State.CLOSED)
                .filter(one ->
                        one.asker().organisation().filter(organisation.id()::equals).isPresent())
                .forEach(one -> open.add(asked(one, frame)));
        open.addAll(ending(organisation, frame));
        open.addAll(toAnswer.coming(reader, frame));
        open.addAll(asks.open(reader, frame));
        return open;
    }

    private Request ofCase(CaseView view, Frame frame) {
        var words = frame.words();
        var said = new CaseWords(words, frame.zone());
        if (view.state() == CaseState.INFORMATION_REQUESTED) {
            var questions = view.openQuestions().size();
            return new Request(
                    said.number(view), words.get("organisation.todo.answer", questions), CASE);
        }
        var by =
                view.isOverdue(clock.instant())
                        ? "organisation.case.review.late"
                        : "organisation.case.review.by";
        var detail =
                view.due()
                        .map(end -> words.get(by, said.promised(end)))
                        .orElseGet(() -> words.get("organisation.case.review.paused"));
        return new Request(said.number(view), detail, CASE);
    }

    /// Its state, and the office's last word on it.
    private Request asked(HelpRequest one, Frame frame) {
        var said = new HelpWords(packs.get(one.office()), frame.words());
        var state = said.state(one.state());
        var detail =
                one.messages().stream()
                        .filter(Message::byStaff)
                        .reduce((_, newer) -> newer)
                        .map(message ->
                                frame.word(
                                        "organisation.requests.answer",
                                        state,
                                        date(message.at(), frame),
                                        extract(message.text())))
                        .or(() ->
                                one.due()
                                        .map(due ->
                                                frame.word(
                                                        "organisation.requests.due",
                                                        state,
                                                        date(due.minusSeconds(1), frame))))
                        .orElse(state);
        return new Request(
                frame.word("organisation.requests.help", "" + one.number(), said.title(one)),
                detail,
                HELP + one.number());
    }

    private static String extract(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_EXTRACT
                ? line
                : line.substring(0, LONGEST_EXTRACT - 1) + "…";
    }

    /// Approvals of partners that hold and end soon: the next one takes time.
    private List<Request> ending(Organisation organisation, Frame frame) {
        var pack = packs.get(organisation.office());
        var today = clock.instant().atZone(pack.office().zone()).toLocalDate();
        var soon = today.plusDays(ENDS_SOON.toDays());
        return waivers.of(organisation.id()).stream()
                .filter(one -> one.isValidOn(today) && !one.waiver().to().isAfter(soon))
                .map(one -> ending(one, pack, frame))
                .toList();
    }

    private static Request ending(RecordedWaiver one, Pack pack, Frame frame) {
        var programme = one.waiver().programme();
        var name =
                pack.programme(programme)
                        .map(Programme::title)
                        .map(text -> text.in(frame.language()))
                        .orElseGet(programme::toString);
        return new Request(
                frame.word("organisation.requests.waiver", name),
                frame.word("organisation.requests.waiver.ends", day(one.waiver().to(), frame)),
                "/organisation/programmes/" + programme);
    }

    private static String day(LocalDate day, Frame frame) {
        return frame.words().date(day);
    }

    private static String date(Instant instant, Frame frame) {
        return day(instant.atZone(frame.zone()).toLocalDate(), frame);
    }
}
