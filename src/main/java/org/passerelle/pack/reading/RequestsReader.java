package org.passerelle.pack.reading;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.pack.model.RequestKind.AnsweredBy;
import org.passerelle.pack.model.RequestKind.Asker;
import org.passerelle.pack.model.RequestKind.DoneBy;
import org.passerelle.pack.model.RequestKind.Field;
import org.passerelle.pack.model.RequestKind.ReadyText;
import org.passerelle.pack.model.RequestKind.Type;

/// Reads `requests.yaml`: what people may ask the office for, and with which fields.
final class RequestsReader {
    private static final String FILE = "requests.yaml";

    private final Reading reading;

    RequestsReader(Reading reading) {
        this.reading = reading;
    }

    /// The kinds of all layers; one of a base pack is replaced by ours of the same word.
    Map<String, RequestKind> read(List<Layer> layers) {
        var kinds = new LinkedHashMap<String, RequestKind>();
        for (var layer : layers) {
            var path = layer.files().get(FILE);
            if (path != null) {
                var seen = new HashSet<String>();
                YamlFile.read(path, layer.shown(FILE), reading.problems())
                        .flatMap(value -> value.fields(Shapes.REQUESTS))
                        .map(fields -> fields.list("requests", value -> kind(value, seen)))
                        .orElse(List.of())
                        .forEach(kind -> kinds.put(kind.id(), kind));
            }
        }
        return Collections.unmodifiableMap(kinds);
    }

    private Optional<RequestKind> kind(Value value, Set<String> seen) {
        return value.fields(Shapes.REQUEST).map(fields -> kind(value, fields, seen));
    }

    private RequestKind kind(Value value, Fields fields, Set<String> seen) {
        var from = fields.get("from", Scalars.oneOf(Asker.class), Asker.MEMBER);
        var doneBy = fields.get("done-by", Scalars.oneOf(DoneBy.class));
        var inputs = fields(fields, from);
        if (!fields.mentions("done-by")) {
            for (var needed : List.of("answered-by", "within", "fields")) {
                if (!fields.mentions(needed)) {
                    value.wrong("'" + needed + "' is missing: somebody has to answer this request");
                }
            }
        } else if (fields.has("fields") || fields.has("evidence") || fields.has("ready-texts")) {
            value.wrong("has a page of its own: fields, evidence and ready texts are never shown");
        }
        return new RequestKind(
                fields.get("request", OfficeTermsReader.once(seen), ""),
                fields.get("title", reading::localised, Reading.NO_TEXT),
                fields.get("text", reading::localised, Reading.NO_TEXT),
                from,
                fields.get("answered-by", Scalars.oneOf(AnsweredBy.class), AnsweredBy.SUPPORT),
                fields.get("within", Amounts::businessDays, 1),
                doneBy,
                inputs,
                fields.list("evidence", reading::localised),
                readyTexts(fields));
    }

    private Map<String, Field> fields(Fields kind, Asker from) {
        var seen = new HashSet<String>();
        var fields = new LinkedHashMap<String, Field>();
        for (var field : kind.list("fields", value -> field(value, seen, from))) {
            fields.put(field.id(), field);
        }
        return Collections.unmodifiableMap(fields);
    }

    private Optional<Field> field(Value value, Set<String> seen, Asker from) {
        return value.fields(Shapes.REQUEST_FIELD)
                .map(fields -> {
                    var type = fields.get("type", Scalars.oneOf(Type.class), Type.TEXT);
                    var choices = choices(fields);
                    if (type == Type.CHOICE && choices.isEmpty() && !fields.mentions("choices")) {
                        value.wrong("'choices' is missing: a choice is one of several");
                    } else if (type != Type.CHOICE && fields.has("choices")) {
                        value.wrong("has choices, but its type is not 'choice'");
                    } else if (type == Type.ORDER && from == Asker.ANYBODY) {
                        value.wrong("asks for an order, which only a member has");
                    }
                    return new Field(
                            fields.get("field", OfficeTermsReader.once(seen), ""),
                            fields.get("label", reading::localised, Reading.NO_TEXT),
                            fields.get("hint", reading::localised),
                            type,
                            fields.get("required", Scalars::truth, true),
                            choices);
                });
    }

    private Map<String, Localised> choices(Fields field) {
        var seen = new HashSet<String>();
        var choices = new LinkedHashMap<String, Localised>();
        field.list(
                        "choices",
                        value ->
                                value.fields(Shapes.REQUEST_CHOICE)
                                        .map(fields ->
                                                Map.entry(
                                                        fields.get(
                                                                "choice",
                                                                OfficeTermsReader.once(seen),
                                                                ""),
                                                        fields.get(
                                                                "name",
                                                                reading::localised,
                                                                Reading.NO_TEXT))))
                .forEach(choice -> choices.put(choice.getKey(), choice.getValue()));
        return Collections.unmodifiableMap(choices);
    }

    private List<ReadyText> readyTexts(Fields kind) {
        var seen = new HashSet<String>();
        return kind.list(
                "ready-texts",
                value ->
                        value.fields(Shapes.READY_TEXT)
                                .map(fields ->
                                        new ReadyText(
                                                fields.get(
                                                        "ready-text",
                                                        OfficeTermsReader.once(seen),
                                                        ""),
                                                fields.get(
                                                        "name",
                                                        reading::localised,
                                                        Reading.NO_TEXT),
                                                fields.get(
                                                        "text",
                                                        reading::localised,
                                                        Reading.NO_TEXT))));
    }
}
