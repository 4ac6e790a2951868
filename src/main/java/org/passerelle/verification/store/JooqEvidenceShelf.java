package org.passerelle.verification.store;

import static org.passerelle.verification.store.generated.Tables.EVIDENCE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.domain.EvidenceShelf;
import org.passerelle.verification.store.generated.tables.records.EvidenceRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqEvidenceShelf implements EvidenceShelf {
    private final DSLContext db;

    JooqEvidenceShelf(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Shelved shelved) {
        var evidence = shelved.evidence();
        var row = new EvidenceRecord();
        row.setId(evidence.id().value());
        row.setOrganisation(evidence.organisation().value());
        row.setCaseId(evidence.caseId().value());
        row.setKind(evidence.kind());
        row.setFileName(evidence.fileName());
        row.setMediaType(evidence.mediaType());
        row.setSizeBytes(evidence.sizeBytes());
        row.setSha256(evidence.sha256());
        row.setStoredAs(shelved.storedAs());
        row.setUploadedAt(evidence.uploaded().atOffset(ZoneOffset.UTC));
        row.setUploadedBy(evidence.uploadedBy().name());
        row.setUploadedByPerson(evidence.uploadedBy().personValue());
        db.insertInto(EVIDENCE).set(row).execute();
    }

    @Override
    public Optional<Shelved> find(EvidenceId id) {
        return db.selectFrom(EVIDENCE)
                .where(EVIDENCE.ID.eq(id.value()))
                .fetchOptional(row -> new Shelved(evidence(row), row.getStoredAs()));
    }

    @Override
    public Optional<Shelved> withDocument(DocumentId document) {
        return db.selectFrom(EVIDENCE)
                .where(EVIDENCE.STORED_AS.eq(document.toString()))
                .fetchOptional(row -> new Shelved(evidence(row), row.getStoredAs()));
    }

    @Override
    public Optional<Shelved> lock(EvidenceId id) {
        return db.selectFrom(EVIDENCE)
                .where(EVIDENCE.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(row -> new Shelved(evidence(row), row.getStoredAs()));
    }

    @Override
    public List<EvidenceId> elsewhere() {
        return db.select(EVIDENCE.ID)
                .from(EVIDENCE)
                .where(EVIDENCE.STORED_AS.notLike("doc\\_%"))
                .fetch(row -> new EvidenceId(row.value1()));
    }

    @Override
    public void keepAs(EvidenceId id, DocumentId document) {
        db.update(EVIDENCE)
                .set(EVIDENCE.STORED_AS, document.toString())
                .where(EVIDENCE.ID.eq(id.value()))
                .execute();
    }

    @Override
    public List<Evidence> of(OrganisationId organisation) {
        return all(List.of(organisation)).stream().map(Shelved::evidence).toList();
    }

    @Override
    public List<Shelved> all(List<OrganisationId> organisations) {
        return db.selectFrom(EVIDENCE)
                .where(
                        EVIDENCE.ORGANISATION.in(
                                organisations.stream().map(OrganisationId::value).toList()))
                .orderBy(EVIDENCE.UPLOADED_AT, EVIDENCE.ID)
                .fetch(row -> new Shelved(evidence(row), row.getStoredAs()));
    }

    @Override
    public void remove(EvidenceId id, Instant now) {
        db.update(EVIDENCE)
                .set(EVIDENCE.REMOVED_AT, now.atOffset(ZoneOffset.UTC))
                .where(EVIDENCE.ID.eq(id.value()))
                .and(EVIDENCE.REMOVED_AT.isNull())
                .execute();
    }

    private static Evidence evidence(EvidenceRecord row) {
        return new Evidence(
                new EvidenceId(row.getId()),
                new OrganisationId(row.getOrganisation()),
                new CaseId(row.getCaseId()),
                row.getKind(),
                row.getFileName(),
                row.getMediaType(),
                row.getSizeBytes(),
                row.getSha256(),
                row.getUploadedAt().toInstant(),
                Signature.of(row.getUploadedBy(), row.getUploadedByPerson()),
                Optional.ofNullable(row.getRemovedAt()).map(OffsetDateTime::toInstant));
    }
}
