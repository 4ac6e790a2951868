package org.passerelle.help;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /// What was typed, in the order of the form; then what the pack no longer asks, by its id.
    public List<Line> lines(HelpRequest request) {
        return lines(request.kind(), request.typed());
    }

    /// The same of a request of which only these are at hand.
    public List<Line> lines(String kind, Map<String, String> typed) {
        var fields = pack.request(kind).map(RequestKind::fields).orElse(Map.of());
        return Stream.concat(fields.keySet().stream(), typed.keySet().stream())
                .distinct()
                .filter(typed::containsKey)
                .map(id -> line(id, fields.get(id), typed.getOrDefault(id, "")))
                .toList();
    }

    private Line line(String id, RequestKind.@Nullable Field field, String text) {
        if (field == null) {
            return new Line(id, text);
        }
        var said =
                switch (field.type()) {
                    case CHOICE ->
                            Optional.ofNullable(field.choices().get(text))
                                    .map(name -> name.in(words.language()))
                                    .orElse(text);
                    case DATE -> day(text);
                    default -> text;
                };
        return new Line(field.label().in(words.language()), said);
    }

    private String day(String text) {
        try {
            return words.date(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
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
