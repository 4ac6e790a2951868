package org.passerelle.notification;

import static org.jooq.impl.DSL.lower;
import static org.passerelle.notification.store.generated.Tables.LETTER;
import static org.passerelle.notification.store.generated.Tables.MAILING_CHOICE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.notification.store.generated.tables.records.LetterRecord;
import org.passerelle.privacy.Mention;
import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.stereotype.Component;

/// What the module holds about persons (ACC-09): letters to them go; in letters to others, which
/// are sealed, their name goes, unless somebody else bears it too: then it may be that one's.
@Component
class PersonsInLetters implements PersonalData {
    private static final String NO_ADDRESS = "erased@invalid";

    /// Letters about members name other persons; they stand in no organisation's account.
    private static final String ABOUT_MEMBERS = "organisation.";

    private static final int AT_ONCE = 200;

    private final DSLContext db;
    private final LetterSeal seal;

    PersonsInLetters(DSLContext db, LetterSeal seal) {
        this.db = db;
        this.seal = seal;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding("notification.letter", Fate.ERASED, ""),
                new Holding("notification.mailing_choice", Fate.ERASED, ""));
    }

    @Override
    public List<Section> of(Subject who) {
        var rows =
                db.selectFrom(LETTER)
                        .where(isTo(who))
                        .orderBy(LETTER.WRITTEN_AT)
                        .fetch(row ->
                                Map.of(
                                        "written_at", row.getWrittenAt().toString(),
                                        "recipient", row.getRecipient(),
                                        "subject", row.getSubject(),
                                        "body", seal.open(row).text()));
        var copies =
                db.select(LETTER.WRITTEN_AT)
                        .from(LETTER)
                        .where(LETTER.COPIED_BY_PERSON.eq(who.id().value()))
                        .orderBy(LETTER.WRITTEN_AT)
                        .fetch(row -> Map.of("copied_at", row.value1().toInstant().toString()));
        var choices =
                db.selectFrom(MAILING_CHOICE)
                        .where(MAILING_CHOICE.PERSON.eq(who.id().value()))
                        .orderBy(MAILING_CHOICE.MAILING)
                        .fetch(row ->
                                Map.of(
                                        "mailing", row.getMailing(),
                                        "wanted", row.getWanted().toString(),
                                        "chosen_at", row.getChosenAt().toString()));
        return List.of(
                new Section(
                        "notification.letter",
                        Stream.concat(rows.stream(), copies.stream()).toList()),
                new Section("notification.mailing_choice", choices));
    }

    private static Condition isTo(Subject who) {
        return LETTER.PERSON
                .eq(who.id().value())
                .or(lower(LETTER.RECIPIENT).eq(who.email().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void erase(Subject who) {
        db.deleteFrom(MAILING_CHOICE).where(MAILING_CHOICE.PERSON.eq(who.id().value())).execute();
        var personal = isTo(who).and(LETTER.ORGANISATION.isNull());
        var ids = db.select(LETTER.ID).from(LETTER).where(personal).fetch(LETTER.ID);
        db.deleteFrom(LETTER).where(LETTER.COPY_OF.in(ids)).execute();
        db.deleteFrom(LETTER).where(LETTER.ID.in(ids)).execute();
        db.update(LETTER)
                .set(LETTER.COPIED_BY, PersonalTables.NOBODY)
                .setNull(LETTER.COPIED_BY_PERSON)
                .where(LETTER.COPIED_BY_PERSON.eq(who.id().value()))
                .execute();
        var organisations = who.organisations().stream().map(one -> one.value()).toList();
        var mayNameThem =
                isTo(who)
                        .or(LETTER.ORGANISATION.in(organisations))
                        .or(LETTER.TEMPLATE.startsWith(ABOUT_MEMBERS));
        var asked = db.selectFrom(LETTER).where(mayNameThem).fetchSize(AT_ONCE);
        try (var letters = asked.fetchLazy()) {
            letters.forEach(row -> strike(row, who));
        }
        db.update(LETTER)
                .set(LETTER.RECIPIENT, NO_ADDRESS)
                .where(lower(LETTER.RECIPIENT).eq(who.email().toLowerCase(Locale.ROOT)))
                .execute();
    }

    private void strike(LetterRecord row, Subject who) {
        var mentions = mentions(row, who);
        var said = seal.open(row);
        var struck =
                new LetterSeal.Content(
                        struck(said.html(), mentions), struck(said.text(), mentions));
        var subject = struck(row.getSubject(), mentions);
        if (!struck.equals(said) || !subject.equals(row.getSubject())) {
            var change = new LetterRecord();
            change.setId(row.getId());
            seal.close(change, struck);
            db.update(LETTER)
                    .set(LETTER.SUBJECT, subject)
                    .setNull(LETTER.HTML)
                    .setNull(LETTER.BODY)
                    .set(LETTER.SEALED_HTML, change.getSealedHtml())
                    .set(LETTER.SEALED_BODY, change.getSealedBody())
                    .where(LETTER.ID.eq(row.getId()))
                    .execute();
        }
    }

    /// A username may be an everyday word, and no letter to others says it: it goes from the
    /// letters to its bearer only.
    private static List<Mention> mentions(LetterRecord row, Subject who) {
        var isTheirs = who.id().value().equals(row.getPerson());
        var words = Stream.<String>builder().add(who.email());
        if (isTheirs) {
            words.add(who.username());
        }
        if (isTheirs || !who.sharesName()) {
            words.add(who.name());
        }
        return words.build()
                .flatMap(one -> Stream.of(one, LetterHtml.escaped(one)))
                .distinct()
                .map(Mention::of)
                .toList();
    }

    private static String struck(String text, List<Mention> mentions) {
        var left = text;
        for (var mention : mentions) {
            left = mention.struckFrom(left);
        }
        return left;
    }
}
