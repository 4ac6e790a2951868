package org.passerelle.tax.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.passerelle.tax.store.generated.Tables.EXEMPTION;
import static org.passerelle.tax.store.generated.Tables.VAT_CHECK;
import static org.passerelle.tax.store.generated.Tables.VAT_NUMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.tax.Exemption;
import org.passerelle.tax.ExemptionId;
import org.passerelle.tax.GivenNumber;
import org.passerelle.tax.VatCheck;
import org.passerelle.tax.domain.TaxFile;
import org.passerelle.tax.store.generated.tables.records.VatCheckRecord;
import org.springframework.stereotype.Repository;

/// Tax facts in PostgreSQL.
@Repository
class JooqTaxFile implements TaxFile {
    private final DSLContext db;

    JooqTaxFile(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<GivenNumber> number(OrganisationId organisation) {
        return db.selectFrom(VAT_NUMBER)
                .where(VAT_NUMBER.ORGANISATION.eq(organisation.value()))
                .fetchOptional()
                .map(row ->
                        new GivenNumber(
                                organisation,
                                row.getNumber(),
                                row.getGivenAt().toInstant(),
                                Signature.of(row.getGivenBy(), row.getGivenByPerson()),
                                checks(organisation, row.getNumber())));
    }

    private List<VatCheck> checks(OrganisationId organisation, String number) {
        return db.selectFrom(VAT_CHECK)
                .where(VAT_CHECK.ORGANISATION.eq(organisation.value()), VAT_CHECK.NUMBER.eq(number))
                .orderBy(VAT_CHECK.RECORDED_AT.desc(), VAT_CHECK.ID)
                .fetch(JooqTaxFile::check);
    }

    private static VatCheck check(VatCheckRecord row) {
        return new VatCheck(
                row.getNumber(),
                row.getCheckedOn(),
                row.getValid(),
                row.getValidUntil(),
                Optional.ofNullable(row.getReference()),
                Optional.ofNullable(row.getNameFound()),
                Optional.ofNullable(row.getEvidence()).map(DocumentId::new),
                row.getRecordedAt().toInstant(),
                Signature.of(row.getRecordedBy(), row.getRecordedByPerson()));
    }

    @Override
    public void give(
            OrganisationId organisation, OfficeId office, String number, Instant at, Signature by) {
        db.insertInto(VAT_NUMBER)
                .set(VAT_NUMBER.ORGANISATION, organisation.value())
                .set(VAT_NUMBER.OFFICE, office.value())
                .set(VAT_NUMBER.NUMBER, number)
                .set(VAT_NUMBER.GIVEN_AT, time(at))
                .set(VAT_NUMBER.GIVEN_BY, by.name())
                .set(VAT_NUMBER.GIVEN_BY_PERSON, by.personValue())
                .onConflict(VAT_NUMBER.ORGANISATION)
                .doUpdate()
                .set(VAT_NUMBER.NUMBER, number)
                .set(VAT_NUMBER.GIVEN_AT, time(at))
                .set(VAT_NUMBER.GIVEN_BY, by.name())
                .set(VAT_NUMBER.GIVEN_BY_PERSON, by.personValue())
                .execute();
    }

    @Override
    public boolean remove(OrganisationId organisation) {
        return db.deleteFrom(VAT_NUMBER)
                        .where(VAT_NUMBER.ORGANISATION.eq(organisation.value()))
                        .execute()
                == 1;
    }

    @Override
    public void add(OrganisationId organisation, VatCheck check) {
        db.insertInto(VAT_CHECK)
                .set(VAT_CHECK.ID, UUID.randomUUID())
                .set(VAT_CHECK.ORGANISATION, organisation.value())
                .set(VAT_CHECK.NUMBER, check.number())
                .set(VAT_CHECK.CHECKED_ON, check.on())
                .set(VAT_CHECK.VALID, check.valid())
                .set(VAT_CHECK.VALID_UNTIL, check.validUntil())
                .set(VAT_CHECK.REFERENCE, check.reference().orElse(null))
                .set(VAT_CHECK.NAME_FOUND, check.nameFound().orElse(null))
                .set(VAT_CHECK.EVIDENCE, check.evidence().map(DocumentId::value).orElse(null))
                .set(VAT_CHECK.RECORDED_AT, time(check.at()))
                .set(VAT_CHECK.RECORDED_BY, check.by().name())
                .set(VAT_CHECK.RECORDED_BY_PERSON, check.by().personValue())
                .execute();
    }

    /// A number that was found invalid waits for another, not for a check.
    @Override
    public List<OrganisationId> toCheck(OfficeId office, LocalDate before) {
        var ends =
                field(
                        select(VAT_CHECK.VALID_UNTIL)
                                .from(VAT_CHECK)
                                .where(
                                        VAT_CHECK.ORGANISATION.eq(VAT_NUMBER.ORGANISATION),
                                        VAT_CHECK.NUMBER.eq(VAT_NUMBER.NUMBER))
                                .orderBy(VAT_CHECK.RECORDED_AT.desc(), VAT_CHECK.ID)
                                .limit(1));
        return db
                .select(VAT_NUMBER.ORGANISATION)
                .from(VAT_NUMBER)
                .where(VAT_NUMBER.OFFICE.eq(office.value()))
                .and(coalesce(ends, LocalDate.EPOCH).lt(before))
                .orderBy(VAT_NUMBER.GIVEN_AT)
                .fetch(VAT_NUMBER.ORGANISATION)
                .stream()
                .map(OrganisationId::new)
                .toList();
    }

    @Override
    public List<Exemption> exemptions(OrganisationId organisation) {
        return db.selectFrom(EXEMPTION)
                .where(EXEMPTION.ORGANISATION.eq(organisation.value()))
                .orderBy(EXEMPTION.ASKED_AT.desc(), EXEMPTION.ID)
                .fetch(ExemptionRows::exemption);
    }

    @Override
    public Optional<Exemption> exemption(ExemptionId id) {
        return db.selectFrom(EXEMPTION)
                .where(EXEMPTION.ID.eq(id.value()))
                .fetchOptional(ExemptionRows::exemption);
    }

    @Override
    public Optional<Exemption> lock(ExemptionId id) {
        return db.selectFrom(EXEMPTION)
                .where(EXEMPTION.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(ExemptionRows::exemption);
    }

    @Override
    public void add(Exemption asked, OfficeId office) {
        var row = ExemptionRows.row(asked);
        row.setOffice(office.value());
        db.insertInto(EXEMPTION).set(row).execute();
    }

    @Override
    public void save(Exemption decided) {
        db.update(EXEMPTION)
                .set(ExemptionRows.row(decided))
                .where(EXEMPTION.ID.eq(decided.id().value()))
                .execute();
    }

    @Override
    public List<Exemption> asked(OfficeId office) {
        return db.selectFrom(EXEMPTION)
                .where(EXEMPTION.OFFICE.eq(office.value()), EXEMPTION.STATE.eq("ASKED"))
                .orderBy(EXEMPTION.ASKED_AT, EXEMPTION.ID)
                .fetch(ExemptionRows::exemption);
    }

    @Override
    public List<Exemption> holding(OfficeId office, LocalDate day) {
        Condition notOver = EXEMPTION.VALID_UNTIL.isNull().or(EXEMPTION.VALID_UNTIL.ge(day));
        return db.selectFrom(EXEMPTION)
                .where(EXEMPTION.OFFICE.eq(office.value()), EXEMPTION.STATE.eq("ACCEPTED"))
                .and(notOver)
                .orderBy(EXEMPTION.VALID_UNTIL.asc().nullsLast(), EXEMPTION.ID)
                .fetch(ExemptionRows::exemption);
    }

    @Override
    public Optional<OrganisationId> ofFile(DocumentId file) {
        return db.select(EXEMPTION.ORGANISATION)
                .from(EXEMPTION)
                .where(EXEMPTION.FILE.eq(file.value()))
                .unionAll(
                        select(VAT_CHECK.ORGANISATION)
                                .from(VAT_CHECK)
                                .where(VAT_CHECK.EVIDENCE.eq(file.value())))
                .fetchOptional(row -> new OrganisationId(row.value1()));
    }

    static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
