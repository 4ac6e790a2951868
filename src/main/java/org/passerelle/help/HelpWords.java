package org.passerelle.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.words.Words;

/// Requests in a reader's words, for either side.
public final class HelpWords {
    private final Pack pack;
    private final Words words;

    /// One field that was typed.
    public record Line(String name, String value) {}

    public HelpWords(Pack pack, Words words) {
        this.pack = pack;
        this.words = words;
    }

    public String title(HelpRequest request) {
        return pack.request(request.kind())
                .map(kind -> kind.title().in(words.language()))
                .orElse(request.kind());
    }

    /// What was typed, in the order of the form; a field that the pack no longer has keeps its id.
    public List<Line> lines(HelpRequest request) {
        var lines = new ArrayList<Line>();
        request.typed()
                .forEach((id, text) -> {
                    var field =
                            pack.request(request.kind())
                                    .map(RequestKind::fields)
                                    .map(fields -> fields.get(id));
                    lines.add(
                            new Line(
                                    field.map(one -> one.label().in(words.language())).orElse(id),
                                    field.map(RequestKind.Field::choices)
                                            .map(choices -> choices.get(text))
                                            .map(name -> name.in(words.language()))
                                            .orElse(text)));
                });
        return lines;
    }

    /// Whose turn it is, as the asker reads it.
    public String state(HelpRequest.State state) {
        return words.get("help.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /// The same, as staff reads it.
    public String stateForStaff(HelpRequest.State state) {
        return state == HelpRequest.State.WAITING
                ? words.get("help.staff.state.waiting")
                : words.get("help.state." + state.name().toLowerCase(Locale.ROOT));
    }

    public static String tone(HelpRequest.State state) {
        return switch (state) {
            case OPEN -> "info";
            case WAITING -> "warn";
            case ANSWERED -> "ok";
            case CLOSED -> "mute";
        };
    }
}
