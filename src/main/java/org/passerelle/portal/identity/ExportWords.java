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
import java.util.function.Function;
import java.util.stream.Stream;
import org.passerelle.help.HelpWords;
import org.passerelle.pack.PackNames;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.trail.AuditWords;
import org.passerelle.ui.Fact;
import org.passerelle.words.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Says what is held about a person so that the person can read it: what a program takes is beside
/// it, unchanged (ACC-09).
///
/// @param names those that packs give
/// @param trail says a line of the trail
public record ExportWords(
        Words words,
        ZoneId zone,
        PackNames names,
        Function<Map<String, String>, AuditWords.Told> trail) {
    /// The modules whose data a person knows best come first, the long trail last.
    private static final List<String> FIRST =
            List.of("identity", "organisation", "verification", "ordering", "token");

    private static final String LAST = "audit";

    private static final JsonMapper JSON = new JsonMapper();

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
                .flatMap(one -> facts(table, row, one.getKey(), one.getValue()))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    /// Of what is kept in one column; fingerprints and names of programs say nothing to a person.
    private Stream<Fact> facts(String table, Map<String, String> row, String column, String value) {
        return switch (table + "." + column) {
            case "ordering.line_acceptance.version",
                    "ordering.cart_acceptance.version",
                    "public.event_publication.event_type",
                    "audit.line.subject_type" ->
                    Stream.empty();
            case "audit.line.action" -> Stream.of(fact(column, trail.apply(row).action()));
            case "audit.line.subject_id" ->
                    Stream.of(Fact.of(label("subject_type"), trail.apply(row).about()));
            case "audit.line.detail" -> Stream.of(fact(column, trail.apply(row).detail()));
            case "help.request.typed" -> typed(row.getOrDefault("kind", ""), value);
            default -> Stream.of(fact(column, value(table, column, value)));
        };
    }

    private Fact fact(String column, String value) {
        return Fact.of(label(column), value);
    }

    /// What was typed into the form of a request, as the form words it.
    private Stream<Fact> typed(String kind, String json) {
        Map<String, String> typed = JSON.readValue(json, new TypeReference<>() {});
        return names.packs().stream()
                .filter(pack ->
                        pack.request(kind)
                                .filter(one -> one.fields().keySet().containsAll(typed.keySet()))
                                .isPresent())
                .findFirst()
                .map(pack -> new HelpWords(pack, words).lines(kind, typed))
                .orElseGet(() ->
                        typed.values().stream()
                                .map(text -> new HelpWords.Line(label("typed"), text))
                                .toList())
                .stream()
                .map(line -> Fact.of(line.name(), line.value()));
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

    /// Codes in words, names where a pack gives them.
    private Optional<String> coded(String table, String column, String value) {
        var codes = column.equals("roles") ? value.split(", ") : new String[] {value};
        var said = Stream.of(codes).map(code -> word(table, column, code)).toList();
        return said.stream().allMatch(Optional::isPresent)
                ? Optional.of(said.stream().flatMap(Optional::stream).collect(joining(", ")))
                : named(table + "." + column, value);
    }

    private Optional<String> named(String place, String code) {
        return switch (place) {
            case "help.request.kind" -> names.request(code);
            case "help.comment.article" -> names.text(HelpSubject.TEXTS + code);
            case "ordering.line_acceptance.text", "ordering.cart_acceptance.text" ->
                    names.text(code);
            case "ordering.cart_acceptance.offer",
                    "ordering.cart_person.offer",
                    "programme.allotment_entry.offer",
                    "catalogue.product_alert.offer",
                    "catalogue.stock_movement.offer" ->
                    names.offer(code).or(() -> names.pool(code));
            case "catalogue.code.pool" -> names.pool(code);
            case "programme.waiver.programme", "programme.wish.programme" -> names.programme(code);
            case "programme.judgement.question" -> names.judgement(code);
            case "pack.confirmation.pack" -> names.office(code);
            case "identity.person.partner" -> names.partner(code);
            case "organisation.join_ask.scheme" -> words.find("organisation.scheme." + code);
            case "organisation.change_value.item" ->
                    words.find("changes.item." + code)
                            .or(() ->
                                    words.find(
                                            code.replaceFirst(
                                                    "^identifier\\.", "organisation.scheme.")));
            default -> Optional.empty();
        };
    }

    private Optional<String> word(String table, String column, String code) {
        var place = table + "." + column;
        var own =
                switch (place) {
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
