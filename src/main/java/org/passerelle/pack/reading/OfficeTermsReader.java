package org.passerelle.pack.reading;

import java.time.Period;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Office.DecisiveFact;
import org.passerelle.pack.model.Office.Term;
import org.passerelle.pack.reading.OfficeReader.Part;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads the words of an office: legal forms, statuses and their like, reasons.
final class OfficeTermsReader {

    /// What an office defines for the rest of the pack.
    static final Set<Kind> KINDS =
            Set.of(
                    Kind.FORM,
                    Kind.STATUS,
                    Kind.PURPOSE,
                    Kind.DESIGNATION,
                    Kind.ATTESTATION,
                    Kind.JUDGEMENT,
                    Kind.VAT);

    private final Reading reading;

    OfficeTermsReader(Reading reading) {
        this.reading = reading;
    }

    /// The terms of a list in all layers; one of a base pack is replaced by ours of the same word.
    Map<String, Term> terms(List<Part> parts, String list, Shape shape, Kind kind) {
        var terms = new LinkedHashMap<String, Term>();
        for (var part : parts) {
            for (var term :
                    part.fields().list(list, value -> term(value, shape, kind, part.layer()))) {
                terms.put(term.id(), term);
            }
        }
        return Collections.unmodifiableMap(terms);
    }

    private Optional<Term> term(Value value, Shape shape, Kind kind, Layer layer) {
        var idKey = shape.definition();
        return value.fields(shape)
                .map(fields ->
                        new Term(
                                fields.get(idKey, reading.vocabulary().defining(kind, layer), ""),
                                fields.get("name", reading::localised, Reading.NO_TEXT),
                                fields.get("explanation", reading::localised)));
    }

    /// Those of all layers; one of a base pack is replaced by ours of the same word.
    Map<String, Localised> cancellationReasons(List<Part> parts) {
        var reasons = new LinkedHashMap<String, Localised>();
        for (var part : parts) {
            var seen = new HashSet<String>();
            part.fields()
                    .list(
                            "cancellation-reasons",
                            value ->
                                    value.fields(Shapes.CANCELLATION_REASON)
                                            .map(fields -> cancellationReason(fields, seen)))
                    .forEach(reason -> reasons.put(reason.id(), reason.name()));
        }
        return Collections.unmodifiableMap(reasons);
    }

    private Term cancellationReason(Fields fields, Set<String> seen) {
        return new Term(
                fields.get("reason", once(seen), ""),
                fields.get("name", reading::localised, Reading.NO_TEXT),
                Optional.empty());
    }

    Map<String, Office.LegalForm> forms(List<Part> parts) {
        var forms = new LinkedHashMap<String, Office.LegalForm>();
        for (var part : parts) {
            for (var form : part.fields().list("forms", value -> form(value, part.layer()))) {
                forms.put(form.id(), form);
            }
        }
        return Collections.unmodifiableMap(forms);
    }

    private Optional<Office.LegalForm> form(Value value, Layer layer) {
        var vocabulary = reading.vocabulary();
        return value.fields(Shapes.FORM)
                .map(fields ->
                        new Office.LegalForm(
                                fields.get("form", vocabulary.defining(Kind.FORM, layer), ""),
                                fields.get("name", reading::localised, Reading.NO_TEXT),
                                fields.get("country", Scalars::country, ""),
                                fields.oneOrMore("statuses", vocabulary.using(Kind.STATUS)),
                                fields.oneOrMore("identifiers", Scalars::scheme),
                                fields.get("account", Scalars::account),
                                fields.get("school", Scalars::truth, false),
                                fields.get("library", Scalars::truth, false),
                                fields.get("may-qualify", Scalars::truth, true),
                                fields.get("explanation", reading::localised),
                                fields.list("evidence", reading::localised)));
    }

    Optional<Office.Qualification> qualification(Value value) {
        return value.fields(Shapes.QUALIFICATION)
                .map(fields ->
                        new Office.Qualification(
                                fields.get("valid-for", Amounts::period, Period.ZERO),
                                decisive(fields),
                                reasons(fields),
                                questions(fields)));
    }

    private static Set<DecisiveFact> decisive(Fields fields) {
        return fields.mentions("decisive")
                ? Set.copyOf(fields.oneOrMore("decisive", Scalars.oneOf(DecisiveFact.class)))
                : DecisiveFact.USUAL;
    }

    private List<Office.Reason> reasons(Fields fields) {
        var seen = new HashSet<String>();
        return fields.list(
                "refusal-reasons",
                value ->
                        value.fields(Shapes.REASON)
                                .map(reason ->
                                        new Office.Reason(
                                                reason.get("reason", once(seen), ""),
                                                reason.get(
                                                        "name",
                                                        reading::localised,
                                                        Reading.NO_TEXT),
                                                reason.get(
                                                        "text",
                                                        reading::localised,
                                                        Reading.NO_TEXT),
                                                reason.get("final", Scalars::truth, false))));
    }

    Optional<Office.Branches> branches(Value value) {
        var seen = new HashSet<String>();
        return value.fields(Shapes.BRANCHES)
                .map(fields ->
                        new Office.Branches(
                                fields.get("explanation", reading::localised, Reading.NO_TEXT),
                                fields.get("letter", reading::localised, Reading.NO_TEXT),
                                fields.get("model", reading::localised, Reading.NO_TEXT),
                                fields.list("evidence", reading::localised),
                                fields.list(
                                        "refusal-reasons", reason -> letterReason(reason, seen))));
    }

    private Optional<Office.LetterReason> letterReason(Value value, Set<String> seen) {
        return value.fields(Shapes.LETTER_REASON)
                .map(fields ->
                        new Office.LetterReason(
                                fields.get("reason", once(seen), ""),
                                fields.get("name", reading::localised, Reading.NO_TEXT),
                                fields.get("text", reading::localised, Reading.NO_TEXT)));
    }

    private List<Office.ReadyQuestion> questions(Fields fields) {
        var seen = new HashSet<String>();
        return fields.list(
                "questions",
                value ->
                        value.fields(Shapes.READY_QUESTION)
                                .map(question ->
                                        new Office.ReadyQuestion(
                                                question.get("question", once(seen), ""),
                                                question.get(
                                                        "name",
                                                        reading::localised,
                                                        Reading.NO_TEXT),
                                                question.get(
                                                        "text",
                                                        reading::localised,
                                                        Reading.NO_TEXT))));
    }

    /// A word that may stand only once among those seen.
    static Reader<String> once(Set<String> seen) {
        return value ->
                Scalars.word(value)
                        .flatMap(word ->
                                seen.add(word)
                                        ? Optional.of(word)
                                        : value.wrong("'" + word + "' stands twice"));
    }
}
