package org.passerelle.notification;

import static org.passerelle.notification.store.generated.Tables.LETTER;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Persons;
import org.passerelle.notification.store.generated.tables.records.LetterRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the notification module: letters, and what became of them.
@Service
@Transactional
public class Notification {
    private final DSLContext db;
    private final Clock clock;
    private final Post post;
    private final LetterSeal seal;

    Notification(DSLContext db, Clock clock, Post post, LetterSeal seal) {
        this.db = db;
        this.clock = clock;
        this.post = post;
        this.seal = seal;
    }

    /// Whether letters leave the house; if not, the development mailbox shows them.
    public boolean leavesTheHouse() {
        return post.leavesTheHouse();
    }

    /// Has a letter sent if, and only if, the caller's transaction is committed (NOT-02). A letter
    /// with a key that was used before changes nothing.
    public void send(Letter letter) {
        db.insertInto(LETTER)
                .set(row(LetterId.random(), letter))
                .onConflict(LETTER.DEDUPE_KEY)
                .doNothing()
                .execute();
    }

    /// Sends a letter again, as a copy with a key of its own.
    ///
    /// @throws IllegalArgumentException when there is no such letter
    public LetterId resend(LetterId id, Actor staff) {
        var original = find(id).orElseThrow(() -> new IllegalArgumentException("No letter " + id));
        var copy = LetterId.random();
        var row =
                row(
                        copy,
                        new Letter(
                                original.organisation(),
                                original.person(),
                                original.to(),
                                original.language(),
                                original.template(),
                                original.subject(),
                                original.html(),
                                original.text(),
                                "copy:" + copy,
                                original.about(),
                                original.mailing()));
        row.setCopyOf(original.copyOf().orElse(id).value());
        row.setCopiedBy(staff.label());
        staff.who().ifPresent(person -> row.setCopiedByPerson(person.value()));
        db.insertInto(LETTER).set(row).execute();
        return copy;
    }

    /// Everything written to an organisation, newest first.
    @Transactional(readOnly = true)
    public List<SentLetter> ofOrganisation(OrganisationId organisation) {
        return list(LETTER.ORGANISATION.eq(organisation.value()), 500, 0);
    }

    /// Everything written about one thing, copies that staff sent included, newest first.
    @Transactional(readOnly = true)
    public List<SentLetter> about(LetterAbout thing) {
        return list(LETTER.ABOUT_TYPE.eq(thing.type()).and(LETTER.ABOUT_ID.eq(thing.id())), 500, 0);
    }

    /// One letter.
    @Transactional(readOnly = true)
    public Optional<SentLetter> find(LetterId id) {
        return db.selectFrom(LETTER)
                .where(LETTER.ID.eq(id.value()))
                .fetchOptional(row -> letter(row, seal));
    }

    /// The newest letters to anybody.
    @Transactional(readOnly = true)
    public List<SentLetter> mailbox(int limit) {
        return list(DSL.noCondition(), limit, 0);
    }

    /// The newest letters whose address, subject or kind holds a text.
    ///
    /// @param text empty for all
    /// @param state empty for all
    @Transactional(readOnly = true)
    public List<SentLetter> search(
            String text, Optional<SentLetter.State> state, int limit, int offset) {
        return search(text, state, Within.EVERYTHING, limit, offset);
    }

    /// Whose letters a search shows.
    ///
    /// @param without organisations whose letters are left out
    /// @param persons whose letters about themselves are shown
    public record Within(Set<OrganisationId> without, Persons persons) {
        static final Within EVERYTHING = new Within(Set.of(), Persons.everybody());

        private Condition condition() {
            var others = without.stream().map(OrganisationId::value).toArray(UUID[]::new);
            return LETTER.ORGANISATION
                    .isNotNull()
                    .and(LETTER.ORGANISATION.ne(DSL.all(others)))
                    .or(LETTER.ORGANISATION.isNull().and(toOneOf(persons)));
        }

        private static Condition toOneOf(Persons persons) {
            return switch (persons) {
                case Persons.AllBut(var some) ->
                        LETTER.PERSON.isNull().or(LETTER.PERSON.ne(DSL.all(values(some))));
                case Persons.Only(var some) -> LETTER.PERSON.eq(DSL.any(values(some)));
            };
        }

        private static UUID[] values(Set<PersonId> persons) {
            return persons.stream().map(PersonId::value).toArray(UUID[]::new);
        }
    }

    /// The same among the letters that a reader sees.
    @Transactional(readOnly = true)
    public List<SentLetter> search(
            String text, Optional<SentLetter.State> state, Within within, int limit, int offset) {
        var condition =
                text.isBlank()
                        ? DSL.noCondition()
                        : LETTER.RECIPIENT
                                .containsIgnoreCase(text.strip())
                                .or(LETTER.SUBJECT.containsIgnoreCase(text.strip()))
                                .or(LETTER.TEMPLATE.containsIgnoreCase(text.strip()));
        var wanted = state.map(Notification::code).map(LETTER.STATE::eq);
        return list(
                wanted.map(condition::and).orElse(condition).and(within.condition()),
                limit,
                offset);
    }

    private List<SentLetter> list(Condition condition, int limit, int offset) {
        return db.selectFrom(LETTER)
                .where(condition)
                .orderBy(LETTER.WRITTEN_AT.desc(), LETTER.ID)
                .limit(limit)
                .offset(offset)
                .fetch(row -> letter(row, seal));
    }

    private LetterRecord row(LetterId id, Letter letter) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var row = new LetterRecord();
        row.setId(id.value());
        letter.organisation().ifPresent(organisation -> row.setOrganisation(organisation.value()));
        letter.person().ifPresent(person -> row.setPerson(person.value()));
        row.setRecipient(letter.to());
        row.setLanguage(letter.language().code());
        row.setTemplate(letter.template());
        row.setSubject(letter.subject());
        seal.close(row, new LetterSeal.Content(letter.html(), letter.text()));
        row.setDedupeKey(letter.dedupeKey());
        letter.about()
                .ifPresent(about -> {
                    row.setAboutType(about.type());
                    row.setAboutId(about.id());
                });
        letter.mailing().ifPresent(mailing -> row.setMailing(mailing.code()));
        row.setState(code(SentLetter.State.DUE));
        row.setWrittenAt(now);
        row.setNextTry(now);
        return row;
    }

    static String code(SentLetter.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static SentLetter letter(LetterRecord row, LetterSeal seal) {
        var content = seal.open(row);
        return new SentLetter(
                new LetterId(row.getId()),
                Optional.ofNullable(row.getOrganisation()).map(OrganisationId::new),
                Optional.ofNullable(row.getPerson()).map(PersonId::new),
                row.getRecipient(),
                Language.of(row.getLanguage()).orElse(Language.FR),
                row.getTemplate(),
                row.getSubject(),
                content.html(),
                content.text(),
                SentLetter.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getWrittenAt().toInstant(),
                Optional.ofNullable(row.getSentAt()).map(OffsetDateTime::toInstant),
                row.getAttempts(),
                Optional.ofNullable(row.getProblem()),
                Optional.ofNullable(row.getCopyOf()).map(LetterId::new),
                Optional.ofNullable(row.getCopiedBy()),
                Optional.ofNullable(row.getAboutType())
                        .map(type -> new LetterAbout(type, row.getAboutId())),
                Optional.ofNullable(row.getMailing()).flatMap(Mailing::of));
    }
}
