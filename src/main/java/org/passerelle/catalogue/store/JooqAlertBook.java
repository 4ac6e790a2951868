package org.passerelle.catalogue.store;

import static org.passerelle.catalogue.store.generated.Tables.PRODUCT_ALERT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.catalogue.ProductAlert;
import org.passerelle.catalogue.ProductAlertId;
import org.passerelle.catalogue.domain.AlertBook;
import org.passerelle.catalogue.store.generated.tables.records.ProductAlertRecord;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.model.OfferId;
import org.springframework.stereotype.Repository;

@Repository
class JooqAlertBook implements AlertBook {
    private final DSLContext db;

    JooqAlertBook(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(ProductAlert alert) {
        db.insertInto(PRODUCT_ALERT)
                .set(PRODUCT_ALERT.ID, alert.id().value())
                .set(PRODUCT_ALERT.PERSON, alert.person().value())
                .set(PRODUCT_ALERT.ORGANISATION, alert.organisation().value())
                .set(PRODUCT_ALERT.OFFICE, alert.office().value())
                .set(PRODUCT_ALERT.OFFER, alert.offer().value())
                .set(PRODUCT_ALERT.ASKED_AT, alert.askedAt().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public boolean anyWaiting(OfficeId office, Collection<OfferId> offers) {
        return db.fetchExists(
                db.selectOne()
                        .from(PRODUCT_ALERT)
                        .where(
                                PRODUCT_ALERT.OFFICE.eq(office.value()),
                                PRODUCT_ALERT.OFFER.in(
                                        offers.stream().map(OfferId::value).toList()),
                                PRODUCT_ALERT.TOLD_AT.isNull()));
    }

    @Override
    public List<OfferId> waitedFor(OfficeId office) {
        return db.selectDistinct(PRODUCT_ALERT.OFFER)
                .from(PRODUCT_ALERT)
                .where(PRODUCT_ALERT.OFFICE.eq(office.value()), PRODUCT_ALERT.TOLD_AT.isNull())
                .orderBy(PRODUCT_ALERT.OFFER)
                .fetch(row -> OfferId.of(row.value1()));
    }

    @Override
    public List<ProductAlert> lockWaiting(OfficeId office, OfferId offer) {
        return db.selectFrom(PRODUCT_ALERT)
                .where(
                        PRODUCT_ALERT.OFFICE.eq(office.value()),
                        PRODUCT_ALERT.OFFER.eq(offer.value()),
                        PRODUCT_ALERT.TOLD_AT.isNull())
                .orderBy(PRODUCT_ALERT.ASKED_AT, PRODUCT_ALERT.ID)
                .forUpdate()
                .fetch(JooqAlertBook::alert);
    }

    @Override
    public void told(ProductAlertId id, Instant at) {
        db.update(PRODUCT_ALERT)
                .set(PRODUCT_ALERT.TOLD_AT, at.atOffset(ZoneOffset.UTC))
                .where(PRODUCT_ALERT.ID.eq(id.value()))
                .execute();
    }

    @Override
    public List<ProductAlert> of(PersonId person, int limit) {
        return db.selectFrom(PRODUCT_ALERT)
                .where(PRODUCT_ALERT.PERSON.eq(person.value()))
                .orderBy(
                        PRODUCT_ALERT.TOLD_AT.desc().nullsFirst(),
                        PRODUCT_ALERT.ASKED_AT.desc(),
                        PRODUCT_ALERT.ID)
                .limit(limit)
                .fetch(JooqAlertBook::alert);
    }

    @Override
    public boolean remove(PersonId person, ProductAlertId id) {
        return db.deleteFrom(PRODUCT_ALERT)
                        .where(
                                PRODUCT_ALERT.ID.eq(id.value()),
                                PRODUCT_ALERT.PERSON.eq(person.value()))
                        .execute()
                > 0;
    }

    @Override
    public void removeWaiting(PersonId person) {
        db.deleteFrom(PRODUCT_ALERT)
                .where(PRODUCT_ALERT.PERSON.eq(person.value()), PRODUCT_ALERT.TOLD_AT.isNull())
                .execute();
    }

    private static ProductAlert alert(ProductAlertRecord row) {
        return new ProductAlert(
                new ProductAlertId(row.getId()),
                new PersonId(row.getPerson()),
                new OrganisationId(row.getOrganisation()),
                new OfficeId(row.getOffice()),
                OfferId.of(row.getOffer()),
                row.getAskedAt().toInstant(),
                Optional.ofNullable(row.getToldAt()).map(OffsetDateTime::toInstant));
    }
}
