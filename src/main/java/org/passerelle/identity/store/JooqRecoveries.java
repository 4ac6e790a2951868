package org.passerelle.identity.store;

import static org.passerelle.identity.store.generated.Sequences.RECOVERY_NUMBER;
import static org.passerelle.identity.store.generated.Tables.RECOVERY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.identity.Recovery;
import org.passerelle.identity.RecoveryId;
import org.passerelle.identity.domain.Recoveries;
import org.passerelle.identity.store.generated.tables.records.RecoveryRecord;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Repository;

@Repository
class JooqRecoveries implements Recoveries {
    private static final String OPEN = "OPEN";

    private final DSLContext db;

    JooqRecoveries(DSLContext db) {
        this.db = db;
    }

    @Override
    public long add(
            RecoveryId id, Recovery.Typed typed, OfficeId office, byte[] linkHash, Instant now) {
        var number = ((Number) db.nextval(RECOVERY_NUMBER)).longValue();
        var row = new RecoveryRecord();
        row.setId(id.value());
        row.setNumber(number);
        row.setOffice(office.value());
        row.setLinkHash(linkHash);
        row.setName(typed.name());
        row.setEmail(typed.email());
        row.setOrganisationName(typed.organisation());
        row.setLegalNumber(typed.legalNumber());
        row.setMessage(typed.message());
        row.setLanguage(typed.language().name());
        row.setState(OPEN);
        row.setAskedAt(now.atOffset(ZoneOffset.UTC));
        db.insertInto(RECOVERY).set(row).execute();
        return number;
    }

    @Override
    public Optional<Recovery> find(RecoveryId id) {
        return db.selectFrom(RECOVERY)
                .where(RECOVERY.ID.eq(id.value()))
                .fetchOptional(JooqRecoveries::recovery);
    }

    @Override
    public Optional<Recovery> byLink(byte[] linkHash) {
        return db.selectFrom(RECOVERY)
                .where(RECOVERY.LINK_HASH.eq(linkHash))
                .fetchOptional(JooqRecoveries::recovery);
    }

    @Override
    public List<Recovery> open(OfficeId office) {
        return db.selectFrom(RECOVERY)
                .where(RECOVERY.STATE.eq(OPEN))
                .and(RECOVERY.OFFICE.eq(office.value()).or(RECOVERY.OFFICE.isNull()))
                .orderBy(RECOVERY.ASKED_AT, RECOVERY.NUMBER)
                .fetch(JooqRecoveries::recovery);
    }

    @Override
    public boolean answer(
            RecoveryId id, Optional<PersonId> person, PersonId staff, String reason, Instant now) {
        return db.update(RECOVERY)
                        .set(RECOVERY.STATE, person.isPresent() ? "RESTORED" : "REFUSED")
                        .set(RECOVERY.PERSON, person.map(PersonId::value).orElse(null))
                        .set(RECOVERY.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(RECOVERY.ANSWERED_BY, staff.value())
                        .set(RECOVERY.REASON, reason)
                        .where(RECOVERY.ID.eq(id.value()).and(RECOVERY.STATE.eq(OPEN)))
                        .execute()
                == 1;
    }

    private static Recovery recovery(RecoveryRecord row) {
        return new Recovery(
                new RecoveryId(row.getId()),
                row.getNumber(),
                Optional.ofNullable(row.getOffice()).map(OfficeId::of),
                new Recovery.Typed(
                        row.getName(),
                        row.getEmail(),
                        row.getOrganisationName(),
                        row.getLegalNumber(),
                        row.getMessage(),
                        Language.valueOf(row.getLanguage())),
                Recovery.State.valueOf(row.getState()),
                row.getAskedAt().toInstant(),
                Optional.ofNullable(row.getPerson()).map(PersonId::new),
                Optional.ofNullable(row.getReason()));
    }
}
