package org.passerelle.organisation.store;

import static org.passerelle.organisation.store.generated.Tables.JOIN_ASK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.JoinAsk;
import org.passerelle.organisation.JoinAsk.About;
import org.passerelle.organisation.JoinAskId;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.domain.JoinAsks;
import org.passerelle.organisation.store.generated.tables.records.JoinAskRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqJoinAsks implements JoinAsks {
    private final DSLContext db;

    JooqJoinAsks(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(JoinAsk ask, Optional<JoinRequestId> request) {
        var row = db.newRecord(JOIN_ASK);
        row.setId(ask.id().value());
        row.setPerson(ask.person().value());
        row.setOffice(ask.office().value());
        ask.about().ifPresent(about -> say(about, row));
        row.setMessage(ask.message());
        row.setAskedAt(ask.asked().atOffset(ZoneOffset.UTC));
        row.setHolderUntil(ask.holderUntil().atOffset(ZoneOffset.UTC));
        row.setRequest(request.map(JoinRequestId::value).orElse(null));
        db.insertInto(JOIN_ASK).set(row).onConflictDoNothing().execute();
    }

    private static void say(About about, JoinAskRecord row) {
        switch (about) {
            case About.Number(var scheme, var number) -> {
                row.setScheme(scheme);
                row.setNumber(number);
            }
            case About.KnownAs(var name) -> row.setKnownAs(name);
        }
    }

    @Override
    public List<JoinAsk> open(PersonId person) {
        return db.selectFrom(JOIN_ASK)
                .where(JOIN_ASK.PERSON.eq(person.value()))
                .and(JOIN_ASK.OUTCOME.isNull())
                .orderBy(JOIN_ASK.ASKED_AT.desc(), JOIN_ASK.ID)
                .fetch(JooqJoinAsks::ask);
    }

    @Override
    public Optional<JoinAsk> find(JoinAskId id) {
        return db.selectFrom(JOIN_ASK)
                .where(JOIN_ASK.ID.eq(id.value()))
                .fetchOptional(JooqJoinAsks::ask);
    }

    @Override
    public List<JoinAsk> waitingFor(Organisation organisation) {
        var numbers =
                organisation.profile().identifiers().entrySet().stream()
                        .map(one -> DSL.row(one.getKey(), one.getValue()))
                        .toList();
        return db.selectFrom(JOIN_ASK)
                .where(JOIN_ASK.OFFICE.eq(organisation.office().value()))
                .and(DSL.row(JOIN_ASK.SCHEME, JOIN_ASK.NUMBER).in(numbers))
                .and(JOIN_ASK.OUTCOME.isNull())
                .and(JOIN_ASK.REQUEST.isNull())
                .orderBy(JOIN_ASK.ASKED_AT, JOIN_ASK.ID)
                .forUpdate()
                .fetch(JooqJoinAsks::ask);
    }

    @Override
    public void tie(JoinAskId id, JoinRequestId request) {
        db.update(JOIN_ASK)
                .set(JOIN_ASK.REQUEST, request.value())
                .where(JOIN_ASK.ID.eq(id.value()))
                .execute();
    }

    @Override
    public Optional<JoinRequestId> requestOf(JoinAskId id) {
        return db.select(JOIN_ASK.REQUEST)
                .from(JOIN_ASK)
                .where(JOIN_ASK.ID.eq(id.value()))
                .fetchOptional(JOIN_ASK.REQUEST)
                .map(JoinRequestId::new);
    }

    @Override
    public void end(JoinAskId id, JoinAsk.Outcome outcome, Instant now) {
        db.update(JOIN_ASK)
                .set(JOIN_ASK.OUTCOME, outcome.name())
                .set(JOIN_ASK.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(JOIN_ASK.ID.eq(id.value()))
                .and(JOIN_ASK.OUTCOME.isNull())
                .execute();
    }

    private static JoinAsk ask(JoinAskRecord row) {
        var number = Optional.ofNullable(row.getNumber());
        var name = Optional.ofNullable(row.getKnownAs());
        return new JoinAsk(
                new JoinAskId(row.getId()),
                new PersonId(row.getPerson()),
                new OfficeId(row.getOffice()),
                number.<About>map(one -> new About.Number(row.getScheme(), one))
                        .or(() -> name.map(About.KnownAs::new)),
                row.getMessage(),
                row.getAskedAt().toInstant(),
                row.getHolderUntil().toInstant(),
                Optional.ofNullable(row.getOutcome()).map(JoinAsk.Outcome::valueOf));
    }
}
