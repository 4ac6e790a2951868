package org.passerelle.notification;

import static org.passerelle.notification.store.generated.Tables.LETTER;
import static org.passerelle.notification.store.generated.Tables.MAILING_CHOICE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.kernel.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for the letters that a person chooses to get, and how they leave them (NOT-03).
@Service
@Transactional
public class Mailings {
    /// Stands where the mail server's word stands for other letters.
    static final String LEFT = "The reader has left these letters";

    private final DSLContext db;
    private final LeaveAddress address;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mailings(DSLContext db, LeaveAddress address, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.address = address;
        this.events = events;
        this.clock = clock;
    }

    /// Somebody to whom letters of a mailing are written.
    public record Reader(PersonId person, Mailing mailing) {}

    /// What the person chose, else what is usual.
    @Transactional(readOnly = true)
    public boolean isWanted(PersonId person, Mailing mailing) {
        return db.select(MAILING_CHOICE.WANTED)
                .from(MAILING_CHOICE)
                .where(
                        MAILING_CHOICE.PERSON.eq(person.value()),
                        MAILING_CHOICE.MAILING.eq(mailing.code()))
                .fetchOptional(MAILING_CHOICE.WANTED)
                .orElse(mailing.isUsual());
    }

    /// All who asked for a mailing in so many words.
    @Transactional(readOnly = true)
    public List<PersonId> askedFor(Mailing mailing) {
        return db.select(MAILING_CHOICE.PERSON)
                .from(MAILING_CHOICE)
                .where(MAILING_CHOICE.MAILING.eq(mailing.code()), MAILING_CHOICE.WANTED.isTrue())
                .orderBy(MAILING_CHOICE.PERSON)
                .fetch(row -> new PersonId(row.value1()));
    }

    public void choose(PersonId person, Mailing mailing, boolean wanted) {
        var row = db.newRecord(MAILING_CHOICE);
        row.setPerson(person.value());
        row.setMailing(mailing.code());
        row.setWanted(wanted);
        row.setChosenAt(clock.instant().atOffset(ZoneOffset.UTC));
        db.insertInto(MAILING_CHOICE)
                .set(row)
                .onConflict(MAILING_CHOICE.PERSON, MAILING_CHOICE.MAILING)
                .doUpdate()
                .set(row)
                .execute();
        if (!wanted) {
            dropWaiting(person, mailing);
            events.publishEvent(new MailingLeft(person, mailing));
        }
    }

    /// What was written and has not left, because no mail server answered, leaves no more.
    private void dropWaiting(PersonId person, Mailing mailing) {
        db.update(LETTER)
                .set(LETTER.STATE, Notification.code(SentLetter.State.FAILED))
                .set(LETTER.PROBLEM, LEFT)
                .where(
                        LETTER.PERSON.eq(person.value()),
                        LETTER.MAILING.eq(mailing.code()),
                        LETTER.STATE.eq(Notification.code(SentLetter.State.DUE)))
                .execute();
    }

    /// Where this person leaves this mailing with one click, without signing in: for the foot of
    /// its letters.
    @Transactional(readOnly = true)
    public String leaveAddress(PersonId person, Mailing mailing) {
        return address.of(person, mailing);
    }

    /// Whose address ends in `seal`, and of which mailing; empty for an address that was made up.
    @Transactional(readOnly = true)
    public Optional<Reader> reader(String seal) {
        return address.read(seal);
    }

    /// Leaves by the address of a letter; again changes nothing. Empty for a made-up address.
    public Optional<Mailing> leave(String seal) {
        var reader = address.read(seal);
        reader.filter(one -> isWanted(one.person(), one.mailing()))
                .ifPresent(one -> choose(one.person(), one.mailing(), false));
        return reader.map(Reader::mailing);
    }
}
