package org.passerelle.portal.identity;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.ui.Fact;
import org.passerelle.words.Words;

/// Says what is held about a person so that the person can read it: what a program takes is beside
/// it, unchanged (ACC-09).
public record ExportWords(Words words, ZoneId zone) {
    /// The modules whose data a person knows best come first, the long trail last.
    private static final List<String> FIRST =
            List.of("identity", "organisation", "verification", "ordering", "token");

    private static final String LAST = "audit";

    /// What one module holds.
    public record Chapter(String title, List<Part> parts) {}

    /// What stands in one table; without a title where the chapter's says it.
    public record Part(String title, List<List<Fact>> rows) {}

    public List<Chapter> chapters(List<Section> sections) {
        var found = new LinkedHashMap<String, List<Part>>();
        FIRST.forEach(module -> found.put(module, new ArrayList<>()));
        for (var section : sections) {
            if (!module(section).equals(LAST)) {
                add(found, section);
            }
        }
        sections.stream().filter(one -> module(one).equals(LAST)).forEach(one -> add(found, one));
        return found.entrySet().stream()
                .filter(chapter -> !chapter.getValue().isEmpty())
                .map(chapter -> new Chapter(title(chapter.getKey()), chapter.getValue()))
                .toList();
    }

    private void add(Map<String, List<Part>> found, Section section) {
        var title = words.find("data.table." + section.table()).orElse("");
        var rows = section.rows().stream().map(row -> facts(section.table(), row)).toList();
        found.computeIfAbsent(module(section), _ -> new ArrayList<>()).add(new Part(title, rows));
    }

    private static String module(Section section) {
        return module(section.table());
    }

    private static String module(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    private String title(String module) {
        return words.find("data.module." + module).orElse(module);
    }

    private List<Fact> facts(String table, Map<String, String> row) {
        return row.entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .map(one ->
                        Fact.of(label(one.getKey()), value(table, one.getKey(), one.getValue())))
                .toList();
    }

    private String label(String column) {
        return Stream.of("data.column." + column, isMoment(column) ? "data.column.at" : "")
                .flatMap(key -> words.find(key).stream())
                .findFirst()
                .orElse(column);
    }

    private static boolean isMoment(String column) {
        return column.endsWith("_at") || column.endsWith("_date");
    }

    private String value(String table, String column, String value) {
        return moment(value)
                .map(instant -> words.dateTime(instant, zone))
                .or(() -> coded(table, column, value))
                .orElse(value);
    }

    /// A code in words, the lasting code beside it: whoever writes to us about it can name it. The
    /// trail reads as sentences, without codes.
    private Optional<String> coded(String table, String column, String value) {
        if (module(table).equals(LAST)) {
            return word(table, column, value);
        }
        var codes = column.equals("roles") ? value.split(", ") : new String[] {value};
        var said =
                Stream.of(codes)
                        .map(code ->
                                word(table, column, code).map(word -> word + " (" + code + ")"))
                        .toList();
        return said.stream().allMatch(Optional::isPresent)
                ? Optional.of(said.stream().flatMap(Optional::stream).collect(joining(", ")))
                : Optional.empty();
    }

    private Optional<String> word(String table, String column, String code) {
        var place = table + "." + column;
        var own =
                switch (place) {
                    case "audit.line.action" -> "audit.action.";
                    case "help.request.state" -> "help.state.";
                    case "catalogue.stock_movement.kind" -> "ordering.staff.stock.move.";
                    case "ordering.hand_over.kind" -> "ordering.hand.";
                    case "ordering.order_event.kind" -> "ordering.event.";
                    case "organisation.change_request.state" -> "changes.state.";
                    case "organisation.change_value.item" -> "organisation.field.";
                    case "organisation.join_ask.outcome" -> "organisation.ask.state.";
                    case "organisation.invitation.role", "organisation.membership.role" ->
                            "member.role.";
                    case "identity.person.language" -> "ui.language.";
                    case "identity.person.roles" -> "people.role.";
                    default -> "data.value." + column + ".";
                };
        var plain = code.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(own, "data.value." + column + ".")
                .map(prefix -> prefix + plain)
                .filter(key -> key.matches("[a-z0-9._-]+"))
                .flatMap(key -> words.find(key).stream())
                .findFirst();
    }

    private static Optional<Instant> moment(String value) {
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
