package org.passerelle.programme.store;

import static org.passerelle.programme.store.generated.Tables.JUDGEMENT;
import static org.passerelle.programme.store.generated.Tables.WAIVER;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.RecordedWaiver;
import org.passerelle.programme.WaiverId;
import org.passerelle.programme.domain.StaffRecords;
import org.passerelle.programme.store.generated.tables.records.WaiverRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqStaffRecords implements StaffRecords {
    private final DSLContext db;

    JooqStaffRecords(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(RecordedWaiver recorded) {
        db.insertInto(WAIVER)
                .set(WAIVER.ID, recorded.id().value())
                .set(WAIVER.ORGANISATION, recorded.organisation().value())
                .set(WAIVER.PROGRAMME, recorded.waiver().programme().value())
                .set(WAIVER.VALID_FROM, recorded.waiver().from())
                .set(WAIVER.VALID_TO, recorded.waiver().to())
                .set(WAIVER.DOCUMENT, recorded.document())
                .set(WAIVER.FILE, recorded.file().map(DocumentId::value).orElse(null))
                .set(WAIVER.RECORDED_AT, recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .set(WAIVER.RECORDED_BY, recorded.recordedBy().name())
                .set(WAIVER.RECORDED_BY_PERSON, recorded.recordedBy().personValue())
                .execute();
    }

    @Override
    public List<RecordedWaiver> waivers(OrganisationId organisation) {
        return db.selectFrom(WAIVER)
                .where(WAIVER.ORGANISATION.eq(organisation.value()))
                .orderBy(WAIVER.RECORDED_AT.desc(), WAIVER.ID)
                .fetch(JooqStaffRecords::waiver);
    }

    @Override
    public Map<OrganisationId, List<RecordedWaiver>> waivers(
            Collection<OrganisationId> organisations) {
        return db
                .selectFrom(WAIVER)
                .where(WAIVER.ORGANISATION.in(Ids.of(organisations)))
                .orderBy(WAIVER.RECORDED_AT.desc(), WAIVER.ID)
                .fetch(JooqStaffRecords::waiver)
                .stream()
                .collect(Collectors.groupingBy(RecordedWaiver::organisation));
    }

    @Override
    public Optional<RecordedWaiver> waiver(WaiverId id) {
        return db.selectFrom(WAIVER)
                .where(WAIVER.ID.eq(id.value()))
                .fetchOptional(JooqStaffRecords::waiver);
    }

    @Override
    public Optional<RecordedWaiver> waiverWithFile(DocumentId file) {
        return db.selectFrom(WAIVER)
                .where(WAIVER.FILE.eq(file.value()))
                .fetchOptional(JooqStaffRecords::waiver);
    }

    @Override
    public boolean revoke(WaiverId id, RecordedWaiver.Revocation revocation) {
        return db.update(WAIVER)
                        .set(WAIVER.REVOKED_AT, revocation.at().atOffset(ZoneOffset.UTC))
                        .set(WAIVER.REVOKED_BY, revocation.by().name())
                        .set(WAIVER.REVOKED_BY_PERSON, revocation.by().personValue())
                        .set(WAIVER.REVOKED_REASON, revocation.reason())
                        .where(WAIVER.ID.eq(id.value()))
                        .and(WAIVER.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    @Override
    public void judge(
            OrganisationId organisation,
            String question,
            boolean answer,
            String grounds,
            Instant at,
            Signature by) {
        db.insertInto(JUDGEMENT)
                .set(JUDGEMENT.ORGANISATION, organisation.value())
                .set(JUDGEMENT.QUESTION, question)
                .set(JUDGEMENT.ANSWER, answer)
                .set(JUDGEMENT.GROUNDS, grounds)
                .set(JUDGEMENT.JUDGED_AT, at.atOffset(ZoneOffset.UTC))
                .set(JUDGEMENT.JUDGED_BY, by.name())
                .set(JUDGEMENT.JUDGED_BY_PERSON, by.personValue())
                .execute();
    }

    @Override
    public Map<String, Boolean> judgements(OrganisationId organisation) {
        return db.selectDistinct(JUDGEMENT.QUESTION, JUDGEMENT.ANSWER)
                .on(JUDGEMENT.QUESTION)
                .from(JUDGEMENT)
                .where(JUDGEMENT.ORGANISATION.eq(organisation.value()))
                .orderBy(JUDGEMENT.QUESTION, JUDGEMENT.ID.desc())
                .fetchMap(JUDGEMENT.QUESTION, JUDGEMENT.ANSWER);
    }

    @Override
    public Map<OrganisationId, Map<String, Boolean>> judgements(
            Collection<OrganisationId> organisations) {
        var all = new HashMap<OrganisationId, Map<String, Boolean>>();
        db.selectDistinct(JUDGEMENT.ORGANISATION, JUDGEMENT.QUESTION, JUDGEMENT.ANSWER)
                .on(JUDGEMENT.ORGANISATION, JUDGEMENT.QUESTION)
                .from(JUDGEMENT)
                .where(JUDGEMENT.ORGANISATION.in(Ids.of(organisations)))
                .orderBy(JUDGEMENT.ORGANISATION, JUDGEMENT.QUESTION, JUDGEMENT.ID.desc())
                .forEach(row ->
                        all.computeIfAbsent(new OrganisationId(row.value1()), _ -> new HashMap<>())
                                .put(row.value2(), row.value3()));
        return all;
    }

    private static RecordedWaiver waiver(WaiverRecord row) {
        return new RecordedWaiver(
                new WaiverId(row.getId()),
                new OrganisationId(row.getOrganisation()),
                new OrganisationFacts.Waiver(
                        ProgrammeId.of(row.getProgramme()), row.getValidFrom(), row.getValidTo()),
                row.getDocument(),
                Optional.ofNullable(row.getFile()).map(DocumentId::new),
                row.getRecordedAt().toInstant(),
                Signature.of(row.getRecordedBy(), row.getRecordedByPerson()),
                Optional.ofNullable(row.getRevokedAt())
                        .map(at ->
                                new RecordedWaiver.Revocation(
                                        at.toInstant(),
                                        Signature.of(
                                                Objects.requireNonNull(row.getRevokedBy()),
                                                row.getRevokedByPerson()),
                                        Objects.requireNonNull(row.getRevokedReason()))));
    }
}
