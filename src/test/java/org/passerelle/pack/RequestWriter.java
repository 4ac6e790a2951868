package org.passerelle.pack;

import static org.passerelle.pack.PackWriter.keys;
import static org.passerelle.pack.PackWriter.list;
import static org.passerelle.pack.PackWriter.text;
import static org.passerelle.pack.PackWriter.word;

import java.util.Collection;
import org.passerelle.pack.model.RequestKind;

/// Writes kinds of requests as a person would.
final class RequestWriter {
    private RequestWriter() {}

    static Object requests(Collection<RequestKind> kinds) {
        return keys("requests", list(kinds, RequestWriter::request));
    }

    private static Object request(RequestKind kind) {
        if (kind.doneBy().isPresent()) {
            return keys(
                    "request", kind.id(),
                    "title", text(kind.title()),
                    "text", text(kind.text()),
                    "from", word(kind.from()),
                    "done-by", word(kind.doneBy().get()));
        }
        return keys(
                "request", kind.id(),
                "title", text(kind.title()),
                "text", text(kind.text()),
                "from", word(kind.from()),
                "answered-by", word(kind.answeredBy()),
                "within", kind.promisedBusinessDays() + " business days",
                "fields", list(kind.fields().values(), RequestWriter::field),
                "evidence", list(kind.evidence(), PackWriter::text),
                "ready-texts",
                        list(
                                kind.readyTexts(),
                                ready ->
                                        keys(
                                                "ready-text", ready.id(),
                                                "name", text(ready.name()),
                                                "text", text(ready.text()))));
    }

    private static Object field(RequestKind.Field field) {
        var choices =
                list(
                        field.choices().entrySet(),
                        choice -> keys("choice", choice.getKey(), "name", text(choice.getValue())));
        return keys(
                "field", field.id(),
                "label", text(field.label()),
                "hint", field.hint().map(PackWriter::text),
                "type", word(field.type()),
                "required", "" + field.required(),
                "choices", choices.isEmpty() ? null : choices);
    }
}
