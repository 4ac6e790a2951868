package org.passerelle.portal.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.AskChangeOutcome;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.ChangeValue;
import org.passerelle.organisation.ChangeWords;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Profile;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.portal.organisation.ChangePage.AskPage;
import org.passerelle.portal.organisation.ChangePage.Brought;
import org.passerelle.portal.organisation.ChangePage.File;
import org.passerelle.portal.organisation.ChangePage.Group;
import org.passerelle.portal.organisation.ChangePage.ListPage;
import org.passerelle.portal.organisation.ChangePage.OnePage;
import org.passerelle.portal.organisation.ChangePage.Row;
import org.passerelle.portal.organisation.ChangePage.Value;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.programme.Programmes;
import org.passerelle.programme.RuleWords;
import org.passerelle.programme.TurnGroup;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseWords;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Writes the pages of changes.
@Component
class ChangeViews {
    private final Clock clock;
    private final ChangeRequests changes;
    private final Organisations organisations;
    private final Documents documents;
    private final Programmes programmes;
    private final Packs packs;

    ChangeViews(
            ChangeRequests changes,
            Organisations organisations,
            Documents documents,
            Programmes programmes,
            Packs packs,
            Clock clock) {
        this.clock = clock;
        this.changes = changes;
        this.organisations = organisations;
        this.documents = documents;
        this.programmes = programmes;
        this.packs = packs;
    }

    ListPage list(OrganisationId id, boolean may, Frame frame) {
        var said = said(id, frame.words());
        var open = changes.openOf(id).map(one -> ChangePages.PATH + "/" + one.number()).orElse("");
        var rows =
                changes.of(id).stream()
                        .map(one ->
                                new Row(
                                        "" + one.number(),
                                        ChangePages.PATH + "/" + one.number(),
                                        String.join(
                                                ", ",
                                                one.values().stream()
                                                        .map(value -> said.name(value.item()))
                                                        .toList()),
                                        day(one.asked(), frame),
                                        badge(one, frame.words())))
                        .toList();
        return new ListPage(may, open, rows);
    }

    AskPage form(
            OrganisationId id, Form form, FormErrors errors, List<Document> there, Frame frame) {
        var organisation = organisations.get(id);
        var pack = packs.get(organisation.office());
        var words = frame.words();
        var asked = Optional.of(form.trimmed(Field.FORM.code())).filter(f -> !f.isEmpty());
        var choices = new RegistrationChoices(pack, words);
        var draft = Draft.empty().with(Field.COUNTRY.code(), organisation.profile().country());
        var own = ownSchemes(organisation.profile(), pack.office(), asked);
        return new AskPage(
                form,
                errors,
                NumberFields.of(own, words),
                NumberFields.abroad(pack.office(), own, words),
                choices.of(Field.Step.IDENTITY, draft).getOrDefault(Field.FORM.code(), List.of()),
                choices.of(Field.Step.ACTIVITY, draft)
                        .getOrDefault(Field.BUDGET_CURRENCY.code(), List.of()),
                choices.regions(),
                there,
                words.get("changes.promise", pack.office().promises().changeBusinessDays()));
    }

    private static List<String> ownSchemes(Profile profile, Office office, Optional<String> asked) {
        return ChangeItem.of(profile, office, asked).stream()
                .flatMap(item -> item.scheme().stream())
                .filter(scheme -> !office.foreignIdentifiers().contains(scheme))
                .toList();
    }

    static FormErrors errors(AskChangeOutcome.NotTaken refused, Words words) {
        var errors = FaultWords.errors(refused.faults(), words);
        for (var missing : refused.missing()) {
            var name =
                    missing.field().startsWith(Field.identifier(""))
                            ? words.get(
                                    "organisation.scheme."
                                            + missing.field()
                                                    .substring(Field.identifier("").length()))
                            : words.get("organisation.field." + missing.field());
            errors = errors.with(missing.field(), "organisation.missing", name);
        }
        for (var scheme : refused.taken()) {
            errors =
                    errors.with(
                            Field.identifier(scheme),
                            "changes.taken",
                            words.get("organisation.scheme." + scheme));
        }
        return errors.withIf(refused.nothingChanges(), "legal-name", "changes.nothing")
                .withIf(refused.evidenceMissing(), "file", "changes.evidence.missing");
    }

    /// The promise, or that it was not kept.
    private String promise(Instant due, Frame frame) {
        var key = due.isAfter(clock.instant()) ? "changes.due-by" : "changes.overdue";
        return frame.word(key, day(due.minusSeconds(1), frame));
    }

    OnePage one(ChangeRequest change, boolean holder, Frame frame) {
        var words = frame.words();
        var said = said(change.organisation(), words);
        return new OnePage(
                "" + change.number(),
                badge(change, words),
                words.get("changes.asked-by", change.askedByName(), day(change.asked(), frame)),
                change.isOpen() ? promise(change.due(), frame) : "",
                change.words(),
                holder && change.isOpen(),
                change.values().stream().map(value -> value(value, said, frame)).toList(),
                documents.all(change.documents()).stream()
                        .map(document -> file(document, words))
                        .toList(),
                change.isOpen() || change.accepted().isEmpty()
                        ? Optional.empty()
                        : Optional.of(brought(change, words)));
    }

    /// The same as the letter says.
    private Brought brought(ChangeRequest change, Words words) {
        var rules =
                new RuleWords(words, packs.get(organisations.get(change.organisation()).office()));
        var turned = programmes.broughtBy(change);
        return new Brought(
                turned.isEmpty(),
                TurnGroup.of(turned.orElse(List.of()), rules, words).stream()
                        .map(group ->
                                new Group(
                                        switch (group.way()) {
                                            case CLOSED -> "bad";
                                            case OPENED -> "ok";
                                            case OTHERWISE -> "info";
                                        },
                                        group.sentence(rules, words),
                                        group.reasons()))
                        .toList());
    }

    private static Value value(ChangeValue value, ChangeWords said, Frame frame) {
        var words = frame.words();
        var badge =
                value.decision()
                        .map(decision ->
                                decision.accepted()
                                        ? new Badge("ok", words.get("changes.accepted"))
                                        : new Badge("bad", words.get("changes.refused")))
                        .orElseGet(() -> new Badge("info", words.get("changes.waiting")));
        return new Value(
                said.name(value.item()),
                said.text(value.item(), value.before()),
                said.text(value.item(), value.after()),
                badge,
                value.decision().map(ChangeValue.Decision::reason).orElse(""),
                value.decision()
                        .map(one -> words.get("changes.decided-by", one.by(), day(one.at(), frame)))
                        .orElse(""));
    }

    static File file(Document document, Words words) {
        return new File(
                document.fileName(),
                DocumentPages.PATH + document.id(),
                CaseWords.withheld(document.scan(), words));
    }

    static Badge badge(ChangeRequest change, Words words) {
        var tone =
                switch (change.state()) {
                    case OPEN -> "info";
                    case DECIDED -> change.accepted().isEmpty() ? "bad" : "ok";
                    case WITHDRAWN -> "mute";
                };
        var state = change.state().name().toLowerCase(Locale.ROOT);
        return new Badge(tone, words.get("changes.state." + state));
    }

    private ChangeWords said(OrganisationId id, Words words) {
        return new ChangeWords(packs.get(organisations.get(id).office()), words);
    }

    private static String day(Instant at, Frame frame) {
        return frame.words().date(at.atZone(frame.zone()).toLocalDate());
    }
}
