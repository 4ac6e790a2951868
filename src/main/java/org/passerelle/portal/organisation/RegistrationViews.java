package org.passerelle.portal.organisation;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.document.Document;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office.LegalForm;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.organisation.NumberFields.NumberField;
import org.passerelle.portal.organisation.RegistrationPage.Alike;
import org.passerelle.portal.organisation.RegistrationPage.EvidenceSlot;
import org.passerelle.portal.organisation.RegistrationPage.MissingLink;
import org.passerelle.portal.organisation.RegistrationPage.StepLink;
import org.passerelle.portal.organisation.RegistrationPage.Taken;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.Verification;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Builds the pages of a registration from what is stored.
@Component
class RegistrationViews {
    static final String PATH = "/organisation/registration/";

    private static final int PURCHASE_ROWS = 3;

    private final Organisations organisations;
    private final Duplicates duplicates;
    private final Verification verification;
    private final Packs packs;

    RegistrationViews(
            Organisations organisations,
            Duplicates duplicates,
            Verification verification,
            Packs packs) {
        this.organisations = organisations;
        this.duplicates = duplicates;
        this.verification = verification;
        this.packs = packs;
    }

    /// The page of a step, with what is stored; `more` are errors of the post just made.
    RegistrationPage page(Organisation organisation, Step step, Frame frame, FormErrors more) {
        return page(organisation, Tab.opened(step), frame, more);
    }

    /// The page of a window that may have saved before.
    RegistrationPage page(Organisation organisation, Tab tab, Frame frame, FormErrors more) {
        var words = frame.words();
        var step = tab.step();
        var pack = packs.get(organisation.office());
        var draft = organisations.draft(organisation.id());
        var faults =
                organisations.faults(organisation.id()).stream()
                        .sorted(comparing(fault -> Field.positionOf(fault.field())))
                        .toList();
        var missing = verification.missing(organisation.id());
        var form = form(pack, draft);
        var choices = new RegistrationChoices(pack, words).of(step, draft);
        var said = new Tab.Said(draft, choices, words);
        var taken = taken(organisation, words);
        return new RegistrationPage(
                step,
                steps(step, form.isPresent(), taken, missing, faults, words),
                prefilled(draft.with(tab.clashing()), pack, frame),
                tab.errors(said).and(errors(step, faults, words)).and(more),
                wrong(faults, taken, words),
                missing.stream().map(one -> link(one, words)).toList(),
                choices,
                step == Step.IDENTIFIERS
                        ? form.map(it -> NumberFields.of(it.identifiers(), words)).orElse(List.of())
                        : List.of(),
                step == Step.IDENTIFIERS
                        ? form.map(it -> abroad(it, pack, words)).orElse(List.of())
                        : List.of(),
                form.map(it -> it.name().in(words.language())),
                form.flatMap(LegalForm::explanation).map(text -> text.in(words.language())),
                step == Step.EVIDENCE || step == Step.REVIEW
                        ? slots(organisation, pack, frame)
                        : List.of(),
                Math.max(PURCHASE_ROWS, RegistrationChoices.purchases(new Form(draft.typed())) + 1),
                taken,
                alike(organisation, step),
                step == Step.REVIEW
                        ? RegistrationSummary.of(pack, words, draft).steps(organisation.profile())
                        : List.of(),
                pack.office().branches().map(one -> one.explanation().in(words.language())),
                tab.shown(new Draft(prefilled(draft, pack, frame).values()), said),
                refused(organisation, pack, new CaseWords(words, frame.zone())));
    }

    /// Whoever takes up a refused case needs the reasons before their eyes, not on another page.
    private Optional<RegistrationPage.Refused> refused(
            Organisation organisation, Pack pack, CaseWords said) {
        return verification
                .caseOf(organisation.id())
                .flatMap(verification::decidedBefore)
                .filter(one -> one.state() == CaseState.REFUSED)
                .flatMap(CaseView::decision)
                .map(decision ->
                        new RegistrationPage.Refused(
                                said.reasons(decision, pack.office()), decision.words()));
    }

    private static Optional<LegalForm> form(Pack pack, Draft draft) {
        return Optional.ofNullable(pack.office().forms().get(draft.one(Field.FORM.code())));
    }

    private static Form prefilled(Draft draft, Pack pack, Frame frame) {
        var values = new LinkedHashMap<>(draft.typed());
        values.putIfAbsent(Field.COUNTRY.code(), List.of(pack.office().country()));
        values.putIfAbsent(Field.LANGUAGE.code(), List.of(frame.lang()));
        values.putIfAbsent(
                Field.BUDGET_CURRENCY.code(), List.of(pack.office().currency().getCode()));
        return new Form(values);
    }

    /// On the last page all faults, before that the step's own.
    private static FormErrors errors(Step step, List<Fault> faults, Words words) {
        var shown = faults.stream().filter(fault -> Field.stepOf(fault.field()) == step).toList();
        return FaultWords.errors(shown, words);
    }

    /// A number of another organisation is not complete, however right it is; numbers and documents
    /// are complete only once the form that asks for them is chosen.
    private static List<StepLink> steps(
            Step current,
            boolean formChosen,
            Optional<Taken> taken,
            List<Missing> missing,
            List<Fault> faults,
            Words words) {
        return Arrays.stream(Step.values())
                .map(step -> {
                    var lacking =
                            missing.stream().filter(one -> one.step() == step).count()
                                    + faults.stream()
                                            .filter(fault -> Field.stepOf(fault.field()) == step)
                                            .count()
                                    + (step == Step.IDENTIFIERS && taken.isPresent() ? 1 : 0);
                    var known = formChosen || !(step == Step.IDENTIFIERS || step == Step.EVIDENCE);
                    var done = lacking == 0 && step != Step.REVIEW && known;
                    return new StepLink(
                            words.get("organisation.step." + step.code()),
                            PATH + step.code(),
                            step == current ? "now" : done ? "done" : "",
                            (int) lacking);
                })
                .toList();
    }

    /// A number of another organisation is to be corrected, too: the steps count it.
    private static List<MissingLink> wrong(List<Fault> faults, Optional<Taken> taken, Words words) {
        return Stream.concat(
                        faults.stream().map(fault -> link(fault, words)),
                        taken.map(one -> link(one, words)).stream())
                .toList();
    }

    static MissingLink link(Taken taken, Words words) {
        return new MissingLink(
                words.get("organisation.taken.wrong", taken.label(), taken.number()),
                path(Field.identifier(taken.scheme())));
    }

    private static MissingLink link(Fault fault, Words words) {
        return new MissingLink(FaultWords.text(fault, words), path(fault.field()));
    }

    /// Where a field is filled in.
    static String path(String field) {
        return PATH + Field.stepOf(field).code() + "#" + FormErrors.idOf(field);
    }

    static MissingLink link(Missing missing, Words words) {
        return switch (missing) {
            case Missing.Value(var field) -> new MissingLink(asked(field, words), path(field));
            case Missing.Evidence(var kind) ->
                    new MissingLink(
                            kind.in(words.language()), PATH + missing.step().code() + "#f-file");
        };
    }

    /// What a field is called where it is asked for: a region is only where the country has a list
    /// of its provinces.
    private static String asked(String field, Words words) {
        var region = Field.REGION.code();
        return field(field.equals(region) ? region + ".province" : field, words);
    }

    /// What a field is called.
    static String field(String field, Words words) {
        return field.startsWith("identifier.")
                ? words.get("organisation.scheme." + field.substring("identifier.".length()))
                : words.get("organisation.field." + field);
    }

    private static List<NumberField> abroad(LegalForm form, Pack pack, Words words) {
        return NumberFields.abroad(pack.office(), form.identifiers(), words);
    }

    private List<EvidenceSlot> slots(Organisation organisation, Pack pack, Frame frame) {
        var words = frame.words();
        var there =
                verification.evidenceOf(organisation.id()).stream()
                        .filter(Evidence::isThere)
                        .toList();
        var scans = verification.scansOf(organisation.id());
        var slots = new ArrayList<EvidenceSlot>();
        var asked = EvidenceKinds.askedOf(organisation, pack.office());
        for (var kind : asked) {
            var key = EvidenceKinds.key(kind);
            var given = views(there, key, frame, scans);
            slots.add(new EvidenceSlot(key, kind.in(words.language()), given));
        }
        var known = asked.stream().map(EvidenceKinds::key).collect(Collectors.toSet());
        slots.add(
                new EvidenceSlot(
                        Evidence.OTHER,
                        words.get("verification.evidence.other"),
                        others(there, known, frame, scans)));
        return slots;
    }

    private static List<EvidenceView> views(
            List<Evidence> there, String kind, Frame frame, Map<EvidenceId, Document.Scan> scans) {
        return there.stream()
                .filter(one -> one.kind().equals(kind))
                .map(one -> EvidenceView.of(one, new CaseWords(frame.words(), frame.zone()), scans))
                .toList();
    }

    private static List<EvidenceView> others(
            List<Evidence> there,
            Set<String> known,
            Frame frame,
            Map<EvidenceId, Document.Scan> scans) {
        return there.stream()
                .filter(one -> !known.contains(one.kind()))
                .map(one -> EvidenceView.of(one, new CaseWords(frame.words(), frame.zone()), scans))
                .toList();
    }

    private Alike alike(Organisation organisation, Step step) {
        var shows = step == Step.IDENTITY || step == Step.ADDRESS || step == Step.REVIEW;
        return new Alike(
                shows ? duplicates.likely(organisation.id()) : List.of(),
                duplicates.isHeld(organisation.id()),
                duplicates.isFoundSame(organisation.id()));
    }

    Optional<Taken> taken(Organisation organisation, Words words) {
        return organisation.profile().identifiers().entrySet().stream()
                .filter(one ->
                        organisations.isTaken(organisation.id(), one.getKey(), one.getValue()))
                .findFirst()
                .map(one ->
                        new Taken(
                                one.getKey(),
                                one.getValue(),
                                words.get("organisation.scheme." + one.getKey())));
    }
}
