package org.passerelle.portal.help;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.help.AskOutcome.Fault;
import org.passerelle.help.HelpRequest;
import org.passerelle.help.HelpWords;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Ordering;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.portal.help.RequestPage.File;
import org.passerelle.portal.help.RequestPage.FormPage;
import org.passerelle.portal.help.RequestPage.Input;
import org.passerelle.portal.help.RequestPage.Kind;
import org.passerelle.portal.help.RequestPage.ListPage;
import org.passerelle.portal.help.RequestPage.Mine;
import org.passerelle.portal.help.RequestPage.OnePage;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Writes the pages of requests.
@Component
class RequestViews {
    private final Clock clock;
    private final Packs packs;
    private final Documents documents;
    private final Ordering ordering;

    RequestViews(Packs packs, Documents documents, Ordering ordering, Clock clock) {
        this.clock = clock;
        this.packs = packs;
        this.documents = documents;
        this.ordering = ordering;
    }

    ListPage list(OfficeId office, List<HelpRequest> mine, Frame frame) {
        var language = frame.language();
        var kinds =
                packs.get(office).requests().values().stream()
                        .map(kind ->
                                new Kind(
                                        kind.title().in(language),
                                        kind.text().in(language),
                                        path(kind),
                                        kind.from() == RequestKind.Asker.MEMBER))
                        .toList();
        return new ListPage(kinds, mine.stream().map(one -> mine(one, frame)).toList());
    }

    /// Where a kind is asked for.
    private static String path(RequestKind kind) {
        return kind.doneBy()
                .map(page ->
                        switch (page) {
                            case CHANGE_REQUEST -> "/organisation/changes";
                            case BRANCH_LETTER -> "/organisation/branches";
                            case RETURN -> "/returns";
                            case CANCELLATION -> "/orders";
                        })
                .orElse(RequestPages.PATH + "/" + kind.id());
    }

    private Mine mine(HelpRequest one, Frame frame) {
        var said = said(one, frame.words());
        return new Mine(
                "" + one.number(),
                RequestPages.MINE + "/" + one.number(),
                said.title(one),
                day(one.asked(), frame),
                HelpWords.tone(one.state()),
                said.state(one.state()));
    }

    FormPage form(
            RequestKind kind,
            Form form,
            FormErrors errors,
            List<Document> there,
            boolean visitor,
            Optional<OrganisationId> organisation,
            Frame frame) {
        var language = frame.language();
        return new FormPage(
                kind.id(),
                kind.title().in(language),
                kind.text().in(language),
                frame.word("changes.promise", kind.promisedBusinessDays()),
                visitor,
                kind.fields().values().stream()
                        .map(field -> input(field, organisation, frame))
                        .toList(),
                kind.evidence().stream().map(one -> one.in(language)).toList(),
                there,
                form,
                errors);
    }

    private Input input(
            RequestKind.Field field, Optional<OrganisationId> organisation, Frame frame) {
        var language = frame.language();
        var options =
                switch (field.type()) {
                    case CHOICE ->
                            field.choices().entrySet().stream()
                                    .map(one -> option(one.getKey(), one.getValue(), frame))
                                    .toList();
                    case ORDER -> organisation.map(this::orders).orElse(List.of());
                    case TEXT, LONG_TEXT, EMAIL, DATE, WHOLE_NUMBER -> List.<Option>of();
                };
        return new Input(
                field.id(),
                field.label().in(language),
                field.hint().map(hint -> hint.in(language)).orElse(""),
                RequestKind.code(field.type()),
                !field.required(),
                options);
    }

    private static Option option(String id, Localised name, Frame frame) {
        return Option.of(id, name.in(frame.language())).spoken(frame.officeLang());
    }

    private List<Option> orders(OrganisationId organisation) {
        return ordering.history(organisation).stream()
                .map(order -> "" + order.number().value())
                .map(number -> Option.of(number, number))
                .toList();
    }

    static FormErrors errors(List<Fault> faults, RequestKind kind, Words words) {
        var errors = FormErrors.none();
        for (var fault : faults) {
            var field = kind.fields().get(fault.field());
            var name =
                    field == null
                            ? words.get("help." + fault.field())
                            : field.label().in(words.language());
            var flaw = fault.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-');
            errors = errors.with(fault.field(), "help.fault." + flaw, name);
        }
        return errors;
    }

    /// The promise, or that it was not kept.
    private String promise(Instant due, Frame frame) {
        var day = day(due.minusSeconds(1), frame);
        var key = due.isAfter(clock.instant()) ? "changes.due-by" : "changes.overdue";
        return frame.word(key, day);
    }

    /// @param closes when the request is closed if the asker does not write, exclusive
    OnePage one(HelpRequest one, Optional<Instant> closes, Frame frame) {
        return one(one, RequestPages.MINE + "/" + one.number(), closes, frame);
    }

    /// @param here where the page is, and below it what is posted from it and what came with it
    OnePage one(HelpRequest one, String here, Optional<Instant> closes, Frame frame) {
        var words = frame.words();
        var said = said(one, words);
        return new OnePage(
                here,
                "" + one.number(),
                said.title(one),
                HelpWords.tone(one.state()),
                said.state(one.state()),
                words.get("changes.asked-by", one.asker().name(), day(one.asked(), frame)),
                one.due().map(due -> promise(due, frame)).orElse(""),
                closes.map(end -> closes(one, end, frame)).orElse(""),
                one.state() != HelpRequest.State.CLOSED,
                said.lines(one),
                one.messages().reversed().stream()
                        .map(message ->
                                new LogEntry(
                                        message.byStaff() ? "brand" : "mute",
                                        message.text(),
                                        message.at(),
                                        message.by().name(),
                                        ""))
                        .toList(),
                documents.all(one.documents()).stream()
                        .map(document -> file(document, here, words))
                        .toList(),
                RequestPage.Reply.blank());
    }

    private static String closes(HelpRequest one, Instant end, Frame frame) {
        var state = one.state() == HelpRequest.State.ANSWERED ? "answered" : "waiting";
        return frame.word("help.closes." + state, day(end.minusSeconds(1), frame));
    }

    private static File file(Document document, String here, Words words) {
        var note =
                switch (document.scan()) {
                    case Document.Scan.Waiting _ -> words.get("verification.evidence.waiting");
                    case Document.Scan.Infected _ -> words.get("verification.evidence.infected");
                    case Document.Scan.Clean _, Document.Scan.NotAsked _ -> "";
                };
        return new File(document.fileName(), here + "/documents/" + document.id(), note);
    }

    private HelpWords said(HelpRequest one, Words words) {
        return new HelpWords(packs.get(one.office()), words);
    }

    private static String day(Instant at, Frame frame) {
        return frame.words().date(at.atZone(frame.zone()).toLocalDate());
    }
}
