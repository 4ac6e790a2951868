package org.passerelle.portal.identity;

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
        var rows = section.rows().stream().map(this::facts).toList();
        found.computeIfAbsent(module(section), _ -> new ArrayList<>()).add(new Part(title, rows));
    }

    private static String module(Section section) {
        return section.table().substring(0, section.table().indexOf('.'));
    }

    private String title(String module) {
        return words.find("data.module." + module).orElse(module);
    }

    private List<Fact> facts(Map<String, String> row) {
        return row.entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .map(one -> Fact.of(label(one.getKey()), value(one.getKey(), one.getValue())))
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

    private String value(String column, String value) {
        return switch (column) {
            case "action" -> words.find("audit.action." + value).orElse(value);
            case "role" ->
                    words.find("member.role." + value.toLowerCase(Locale.ROOT)).orElse(value);
            default -> moment(value).map(instant -> words.dateTime(instant, zone)).orElse(value);
        };
    }

    private static Optional<Instant> moment(String value) {
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
