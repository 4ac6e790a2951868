package org.passerelle.notification;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.position;
import static org.passerelle.notification.store.generated.Tables.LETTER;
import static org.passerelle.notification.store.generated.Tables.MAILING_CHOICE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.notification.store.generated.tables.records.LetterRecord;
import org.passerelle.privacy.PersonalData;
import org.springframework.stereotype.Component;

/// What the module holds about persons (ACC-09): letters to them go; in letters to others, which
/// are sealed, their name goes.
@Component
class PersonsInLetters implements PersonalData {
    private static final String NOBODY = "–";
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
                new Section("notification.letter", rows),
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
                .set(LETTER.RECIPIENT, NO_ADDRESS)
                .where(lower(LETTER.RECIPIENT).eq(who.email().toLowerCase(Locale.ROOT)))
                .execute();
        db.update(LETTER)
                .set(LETTER.COPIED_BY, NOBODY)
                .where(LETTER.COPIED_BY.eq(who.name()))
                .execute();
        var organisations = who.organisations().stream().map(one -> one.value()).toList();
        var mayNameThem =
                LETTER.ORGANISATION
                        .in(organisations)
                        .or(LETTER.TEMPLATE.startsWith(ABOUT_MEMBERS))
                        .or(position(LETTER.SUBJECT, DSL.val(who.name())).gt(0));
        var asked = db.selectFrom(LETTER).where(mayNameThem).fetchSize(AT_ONCE);
        try (var letters = asked.fetchLazy()) {
            letters.forEach(row -> strike(row, who));
        }
    }

    private void strike(LetterRecord row, Subject who) {
        var said = seal.open(row);
        var struck = new LetterSeal.Content(struck(said.html(), who), struck(said.text(), who));
        var subject = struck(row.getSubject(), who);
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

    private static String struck(String text, Subject who) {
        return text.replace(who.name(), NOBODY)
                .replace(who.email(), NOBODY)
                .replace(who.username(), NOBODY);
    }
}
