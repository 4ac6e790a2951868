package org.passerelle.organisation.store;

import static org.passerelle.organisation.store.generated.Tables.JOIN_ASK;
import static org.passerelle.organisation.store.generated.Tables.JOIN_REQUEST;
import static org.passerelle.organisation.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.JoinAsk;
import org.passerelle.organisation.JoinRequest;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.store.generated.tables.records.JoinRequestRecord;
import org.springframework.stereotype.Component;

@Component
class JoinRequestRows {
    private final DSLContext db;

    JoinRequestRows(DSLContext db) {
        this.db = db;
    }

    boolean add(JoinRequest request) {
        return db.insertInto(JOIN_REQUEST)
                        .set(JOIN_REQUEST.ID, request.id().value())
                        .set(JOIN_REQUEST.ORGANISATION, request.organisation().value())
                        .set(JOIN_REQUEST.PERSON, request.person().value())
                        .set(JOIN_REQUEST.MESSAGE, request.message())
                        .set(JOIN_REQUEST.ASKED_AT, request.asked().atOffset(ZoneOffset.UTC))
                        .set(
                                JOIN_REQUEST.HOLDER_UNTIL,
                                request.holderUntil().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<JoinRequest> open(OfficeId office) {
        return db.select(JOIN_REQUEST.fields())
                .from(JOIN_REQUEST)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(JOIN_REQUEST.ORGANISATION))
                .where(REGISTRATION.OFFICE.eq(office.value()))
                .and(JOIN_REQUEST.ACCEPTED.isNull())
                .orderBy(JOIN_REQUEST.ASKED_AT)
                .fetchInto(JOIN_REQUEST)
                .map(JoinRequestRows::request);
    }

    List<JoinRequest> open(OrganisationId organisation) {
        return db.selectFrom(JOIN_REQUEST)
                .where(JOIN_REQUEST.ORGANISATION.eq(organisation.value()))
                .and(JOIN_REQUEST.ACCEPTED.isNull())
                .orderBy(JOIN_REQUEST.ASKED_AT)
                .fetch(JoinRequestRows::request);
    }

    Optional<JoinRequest> find(JoinRequestId id) {
        return db.selectFrom(JOIN_REQUEST)
                .where(JOIN_REQUEST.ID.eq(id.value()))
                .fetchOptional(JoinRequestRows::request);
    }

    Optional<JoinRequest> lock(JoinRequestId id) {
        return db.selectFrom(JOIN_REQUEST)
                .where(JOIN_REQUEST.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(JoinRequestRows::request);
    }

    /// Ends what its asker sees, too.
    void answer(JoinRequestId id, boolean accepted, Signature by, Instant now) {
        db.update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ACCEPTED, accepted)
                .set(JOIN_REQUEST.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
                .set(JOIN_REQUEST.ANSWERED_BY, by.name())
                .set(JOIN_REQUEST.ANSWERED_BY_PERSON, by.personValue())
                .where(JOIN_REQUEST.ID.eq(id.value()))
                .and(JOIN_REQUEST.ACCEPTED.isNull())
                .execute();
        var outcome = accepted ? JoinAsk.Outcome.ACCEPTED : JoinAsk.Outcome.REFUSED;
        db.update(JOIN_ASK)
                .set(JOIN_ASK.OUTCOME, outcome.name())
                .set(JOIN_ASK.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(JOIN_ASK.REQUEST.eq(id.value()))
                .and(JOIN_ASK.OUTCOME.isNull())
                .execute();
    }

    private static JoinRequest request(JoinRequestRecord row) {
        return new JoinRequest(
                new JoinRequestId(row.getId()),
                new OrganisationId(row.getOrganisation()),
                new PersonId(row.getPerson()),
                row.getMessage(),
                row.getAskedAt().toInstant(),
                row.getHolderUntil().toInstant(),
                Optional.ofNullable(row.getAccepted()));
    }
}
