package org.passerelle.backoffice.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.passerelle.backoffice.organisation.StaffChangePage.File;
import org.passerelle.backoffice.organisation.StaffChangePage.OnePage;
import org.passerelle.backoffice.organisation.StaffChangePage.Row;
import org.passerelle.backoffice.organisation.StaffChangePage.Value;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeValue;
import org.passerelle.organisation.ChangeWords;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.ui.Due;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseWords;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Writes staff's pages of changes.
@Component
class StaffChangeViews {
    private final Organisations organisations;
    private final Documents documents;
    private final Packs packs;
    private final Clock clock;

    StaffChangeViews(Organisations organisations, Documents documents, Packs packs, Clock clock) {
        this.organisations = organisations;
        this.documents = documents;
        this.packs = packs;
        this.clock = clock;
    }

    List<Row> rows(List<ChangeRequest> open, Frame frame) {
        return open.stream().map(one -> row(one, frame)).toList();
    }

    private Row row(ChangeRequest one, Frame frame) {
        var organisation = organisations.get(one.organisation());
        var said = said(organisation, frame.words());
        var names = one.values().stream().map(value -> said.name(value.item())).toList();
        return new Row(
                "" + one.number(),
                organisation.name(),
                String.join(", ", names),
                due(one.due(), frame));
    }

    private Due due(Instant due, Frame frame) {
        var words = frame.words();
        var day = LocalDate.ofInstant(due.minusNanos(1), frame.zone());
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), frame.zone()), day);
        var detail = words.get("verification.end-of-day", words.weekday(day));
        if (days < 0) {
            return new Due("bad", "warn", words.get("ui.due.late", -days), detail);
        }
        return days == 0
                ? new Due("warn", "clock", words.get("ui.due.today"), detail)
                : days == 1
                        ? new Due("info", "clock", words.get("ui.due.tomorrow"), detail)
                        : new Due(
                                "mute", "clock", words.get("verification.due.days", days), detail);
    }

    OnePage one(
            ChangeRequest change, boolean mayDecide, Form form, FormErrors errors, Frame frame) {
        var words = frame.words();
        var organisation = organisations.get(change.organisation());
        var said = said(organisation, words);
        var state = change.state().name().toLowerCase(Locale.ROOT);
        return new OnePage(
                "" + change.number(),
                organisation.name(),
                organisation.id().toString(),
                change.isOpen() ? "info" : "mute",
                words.get("changes.state." + state),
                words.get("changes.asked-by", change.askedByName(), day(change.asked(), frame)),
                change.words(),
                mayDecide && change.isOpen(),
                change.values().stream()
                        .map(value -> value(value, change, said, form, frame))
                        .toList(),
                documents.all(change.documents()).stream()
                        .map(document -> file(document, words))
                        .toList(),
                errors);
    }

    private static Value value(
            ChangeValue value, ChangeRequest change, ChangeWords said, Form form, Frame frame) {
        var words = frame.words();
        var item = value.item().code();
        var decision = value.decision();
        return new Value(
                item,
                said.name(value.item()),
                said.text(value.item(), value.before()),
                said.text(value.item(), value.after()),
                decision.isEmpty() && change.isOpen(),
                decision.map(one -> one.accepted() ? "ok" : "bad").orElse("info"),
                words.get(
                        decision.map(one -> one.accepted() ? "changes.accepted" : "changes.refused")
                                .orElse("changes.waiting")),
                decision.map(ChangeValue.Decision::reason).orElse(""),
                decision.map(one -> words.get("changes.decided-by", one.by(), day(one.at(), frame)))
                        .orElse(""),
                form.value("item").equals(item) ? form.value("reason") : "");
    }

    static File file(Document document, Words words) {
        return new File(
                document.fileName(),
                StaffDocumentPages.PATH + document.id(),
                CaseWords.withheld(document.scan(), words));
    }

    private ChangeWords said(Organisation organisation, Words words) {
        return new ChangeWords(packs.get(organisation.office()), words);
    }

    static String day(Instant at, Frame frame) {
        return frame.words().date(at.atZone(frame.zone()).toLocalDate());
    }
}
