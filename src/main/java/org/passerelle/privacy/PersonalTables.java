package org.passerelle.privacy;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A module's answer in SQL, table by table.
///
/// Statements may name `:id` (the person), `:per` (the same as the site writes it), `:email`,
/// `:username`, `:organisations`, a text for `organisation::text =
/// any(string_to_array(:organisations, ','))`, and `:mention`, what names the person in a text, for
/// `regexp_replace(text, :mention, '–', 'gi')`. There is no name to find rows by: names are shared.
public final class PersonalTables implements PersonalData {
    /// What stands where a name stood.
    public static final String NOBODY = "–";

    private final JdbcClient db;
    private final List<Holding> holdings = new ArrayList<>();
    private final Map<String, String> questions = new LinkedHashMap<>();
    private final Map<String, String> obstacles = new LinkedHashMap<>();
    private final List<String> erasures = new ArrayList<>();

    public PersonalTables(JdbcClient db) {
        this.db = db;
    }

    /// A table from which a person is forgotten.
    ///
    /// @param question answers the rows about the person
    /// @param erasures make them name nobody, in this order
    public PersonalTables erased(String table, String question, String... erasures) {
        holdings.add(new Holding(table, Fate.ERASED, ""));
        questions.put(table, question);
        this.erasures.addAll(List.of(erasures));
        return this;
    }

    /// A table that stays as it is.
    ///
    /// @param reason in one sentence, for the person to read
    public PersonalTables kept(String table, String reason, String question) {
        holdings.add(new Holding(table, Fate.KEPT, reason));
        questions.put(table, question);
        return this;
    }

    /// What must be settled before a person is forgotten.
    ///
    /// @param key of the words that say what
    /// @param question answers a row for each thing in the way
    public PersonalTables unless(String key, String question) {
        obstacles.put(key, question);
        return this;
    }

    @Override
    public List<String> hindrances(Subject who) {
        return obstacles.entrySet().stream()
                .filter(one -> !rows(one.getValue(), who).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Tables that hold nothing about persons.
    public PersonalTables impersonal(String... tables) {
        for (var table : tables) {
            holdings.add(new Holding(table, Fate.IMPERSONAL, ""));
        }
        return this;
    }

    @Override
    public List<Holding> holdings() {
        return List.copyOf(holdings);
    }

    @Override
    public List<Section> of(Subject who) {
        return questions.entrySet().stream()
                .map(one -> new Section(one.getKey(), rows(one.getValue(), who)))
                .toList();
    }

    private List<Map<String, String>> rows(String question, Subject who) {
        return db.sql(question).params(parameters(who)).query().listOfRows().stream()
                .map(PersonalTables::texts)
                .toList();
    }

    private static Map<String, String> texts(Map<String, Object> row) {
        var texts = new LinkedHashMap<String, String>();
        row.forEach((name, value) -> {
            if (value != null) {
                texts.put(name, text(value));
            }
        });
        return texts;
    }

    /// Moments name their zone: the file is read elsewhere.
    private static String text(Object value) {
        return value instanceof Timestamp moment ? moment.toInstant().toString() : value.toString();
    }

    @Override
    public void erase(Subject who) {
        erasures.forEach(statement -> db.sql(statement).params(parameters(who)).update());
    }

    private static Map<String, Object> parameters(Subject who) {
        return Map.of(
                "id", who.id().value(),
                "per", who.id().toString(),
                "email", who.email(),
                "username", who.username(),
                "mention", Mention.inRows(who.name(), who.email()),
                "organisations",
                        who.organisations().stream()
                                .map(one -> one.value().toString())
                                .collect(Collectors.joining(",")));
    }
}
