package org.passerelle.registry.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.passerelle.registry.store.generated.Tables.ENTRY;
import static org.passerelle.registry.store.generated.Tables.ENTRY_CHANGE;
import static org.passerelle.registry.store.generated.Tables.ENTRY_NAME;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.passerelle.kernel.NameKey;
import org.passerelle.registry.Entry;
import org.passerelle.registry.EntryChange;
import org.passerelle.registry.EntryChange.FieldChange;
import org.passerelle.registry.EntryChange.Kind;
import org.passerelle.registry.EntryStatus;
import org.passerelle.registry.Place;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.Sought;
import org.passerelle.registry.domain.Entries;
import org.passerelle.registry.store.generated.tables.records.EntryRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

@Repository
class JooqEntries implements Entries {
    /// More than a page shows, so that the exact comparison has a choice.
    private static final int CANDIDATES = 60;

    /// Of the groups of three letters in both names, how many must be common.
    private static final String LEAST_SIMILARITY = "0.4";

    /// Beyond these it makes no difference how many bear a name.
    private static final int NAMESAKES_COUNTED = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DSLContext db;

    JooqEntries(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Entry> byNumber(String scheme, String number) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.SCHEME.eq(scheme), ENTRY.NUMBER.eq(number))
                .orderBy(ENTRY.REGISTER)
                .fetch(JooqEntries::entry);
    }

    @Override
    public Optional<Entry> find(RegisterId register, String number) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.REGISTER.eq(register.value()), ENTRY.NUMBER.eq(number))
                .fetchOptional(JooqEntries::entry);
    }

    @Override
    public List<EntryChange> changes(RegisterId register, String number) {
        return db.selectFrom(ENTRY_CHANGE)
                .where(ENTRY_CHANGE.REGISTER.eq(register.value()), ENTRY_CHANGE.NUMBER.eq(number))
                .orderBy(ENTRY_CHANGE.ID)
                .fetch(row ->
                        new EntryChange(
                                row.getAsOf(),
                                Kind.valueOf(row.getKind()),
                                fields(row.getFields().data())));
    }

    private static List<FieldChange> fields(String json) {
        var changes = new ArrayList<FieldChange>();
        for (var change : JSON.readTree(json).properties()) {
            changes.add(
                    new FieldChange(
                            change.getKey(),
                            change.getValue().get(0).asString(),
                            change.getValue().get(1).asString()));
        }
        return changes;
    }

    @Override
    public List<Candidate> candidates(Sought sought) {
        db.execute("select set_config('pg_trgm.similarity_threshold', ?, true)", LEAST_SIMILARITY);
        var keys = sought.names().stream().map(NameKey::of).filter(k -> !k.isEmpty()).toList();
        var found = new LinkedHashMap<List<String>, Record2<String, String>>();
        for (var key : keys) {
            note(byName(key, sought.place()), found);
        }
        if (!keys.isEmpty()) {
            note(byPlace(keys.getFirst(), sought.place()), found);
        }
        if (found.isEmpty()) {
            return List.of();
        }
        var wanted =
                found.values().stream().map(row -> DSL.row(row.value1(), row.value2())).toList();
        var namesakes = namesakes();
        return db.select(ENTRY.asterisk(), namesakes)
                .from(ENTRY)
                .where(DSL.row(ENTRY.REGISTER, ENTRY.NUMBER).in(wanted))
                .fetch(row -> new Candidate(entry(row.into(ENTRY)), row.get(namesakes)));
    }

    private static void note(
            Result<Record2<String, String>> rows,
            LinkedHashMap<List<String>, Record2<String, String>> found) {
        rows.forEach(row -> found.putIfAbsent(List.of(row.value1(), row.value2()), row));
    }

    /// Others in the register that bear a name of the entry's exactly; a few are as good as many.
    private static Field<Integer> namesakes() {
        var own = ENTRY_NAME.as("own");
        var other = ENTRY_NAME.as("other");
        var few =
                DSL.select(other.NUMBER)
                        .from(own)
                        .join(other)
                        .on(
                                other.NAME_KEY.eq(own.NAME_KEY),
                                other.REGISTER.eq(own.REGISTER),
                                other.NUMBER.ne(own.NUMBER))
                        .where(own.REGISTER.eq(ENTRY.REGISTER), own.NUMBER.eq(ENTRY.NUMBER))
                        .limit(NAMESAKES_COUNTED)
                        .asTable("few");
        return DSL.field(DSL.select(DSL.countDistinct(few.field(0))).from(few)).as("namesakes");
    }

    /// Names like this one; among equals those at the same place come first.
    private Result<Record2<String, String>> byName(String key, Place place) {
        var alike = similarity(key);
        var near =
                DSL.case_()
                        .when(samePostalCode(place), inline(0.3))
                        .when(sameTown(place), inline(0.2))
                        .otherwise(inline(0.0));
        return db.select(ENTRY_NAME.REGISTER, ENTRY_NAME.NUMBER)
                .from(ENTRY_NAME)
                .join(ENTRY)
                .on(ENTRY.REGISTER.eq(ENTRY_NAME.REGISTER), ENTRY.NUMBER.eq(ENTRY_NAME.NUMBER))
                .where(DSL.condition("{0} % {1}", ENTRY_NAME.NAME_KEY, val(key)))
                .and(country(place))
                .orderBy(alike.plus(near).desc(), ENTRY_NAME.NUMBER)
                .limit(CANDIDATES)
                .fetch();
    }

    /// Who sits at the same postal code, the likest names first: a body that took another name.
    private Result<Record2<String, String>> byPlace(String key, Place place) {
        var postalKey = CopyIntake.postalKey(place.postalCode());
        var selected = db.select(ENTRY_NAME.REGISTER, ENTRY_NAME.NUMBER).from(ENTRY_NAME);
        var street =
                DSL.when(
                                ENTRY.STREET
                                        .equalIgnoreCase(place.street().strip())
                                        .and(inline(!place.street().isBlank())),
                                inline(0.5))
                        .otherwise(inline(0.0));
        return selected.join(ENTRY)
                .on(ENTRY.REGISTER.eq(ENTRY_NAME.REGISTER), ENTRY.NUMBER.eq(ENTRY_NAME.NUMBER))
                .where(
                        postalKey.isEmpty() || place.country().isEmpty()
                                ? DSL.falseCondition()
                                : ENTRY.POSTAL_KEY
                                        .eq(postalKey)
                                        .and(ENTRY.POSTAL_KEY.ne(inline("")))
                                        .and(ENTRY.COUNTRY.eq(place.country())))
                .orderBy(similarity(key).plus(street).desc(), ENTRY_NAME.NUMBER)
                .limit(CANDIDATES)
                .fetch();
    }

    private static Field<Double> similarity(String key) {
        return field("similarity({0}, {1})", Double.class, ENTRY_NAME.NAME_KEY, val(key));
    }

    /// A register does not always say the country of those abroad.
    private static Condition country(Place place) {
        return place.country().isEmpty()
                ? DSL.noCondition()
                : ENTRY.COUNTRY.in(place.country(), "");
    }

    private static Condition samePostalCode(Place place) {
        var key = CopyIntake.postalKey(place.postalCode());
        return key.isEmpty() ? DSL.falseCondition() : ENTRY.POSTAL_KEY.eq(key);
    }

    private static Condition sameTown(Place place) {
        var key = NameKey.plain(place.town());
        return key.isEmpty() ? DSL.falseCondition() : ENTRY.TOWN_KEY.eq(key);
    }

    private static Entry entry(Record row) {
        return entry(row.into(ENTRY));
    }

    private static Entry entry(EntryRecord row) {
        return new Entry(
                RegisterId.of(row.getRegister()),
                row.getScheme(),
                row.getNumber(),
                row.getName(),
                List.of(row.getOtherNames()),
                new Place(
                        row.getStreet(),
                        row.getPostalCode(),
                        row.getTown(),
                        row.getRegion(),
                        row.getCountry()),
                row.getWebsite(),
                row.getEmail(),
                EntryStatus.valueOf(row.getStatus()),
                row.getStatusWord(),
                row.getFirstSeen(),
                Optional.ofNullable(row.getGoneSince()));
    }
}
