package org.passerelle.identity.store;

import static org.passerelle.identity.store.generated.Tables.API_KEY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.passerelle.identity.ApiKey;
import org.passerelle.identity.domain.KeyRing;
import org.passerelle.identity.store.generated.tables.records.ApiKeyRecord;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.springframework.stereotype.Repository;

@Repository
class JooqKeyRing implements KeyRing {
    private final DSLContext db;

    JooqKeyRing(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(HashedKey hashed) {
        var key = hashed.key();
        var row = db.newRecord(API_KEY);
        row.setId(key.id());
        row.setSecretHash(hashed.secretHash());
        row.setLabel(key.label());
        row.setOffice(key.office().value());
        row.setPartner(key.partner());
        row.setScopes(key.scopes().stream().sorted().toArray(String[]::new));
        row.setCreatedAt(key.createdAt().atOffset(ZoneOffset.UTC));
        row.setCreatedBy(key.createdBy().name());
        row.setCreatedByPerson(key.createdBy().personValue());
        db.insertInto(API_KEY).set(row).execute();
    }

    @Override
    public Optional<HashedKey> find(String id) {
        return db.selectFrom(API_KEY)
                .where(API_KEY.ID.eq(id))
                .fetchOptional(row -> new HashedKey(key(row), row.getSecretHash()));
    }

    @Override
    public List<ApiKey> of(OfficeId office) {
        return db.selectFrom(API_KEY)
                .where(API_KEY.OFFICE.eq(office.value()))
                .orderBy(API_KEY.CREATED_AT.desc(), API_KEY.ID)
                .fetch(JooqKeyRing::key);
    }

    @Override
    public void used(String id, Instant now, Instant notedAfter) {
        db.update(API_KEY)
                .set(API_KEY.LAST_USED_AT, now.atOffset(ZoneOffset.UTC))
                .where(
                        API_KEY.ID
                                .eq(id)
                                .and(
                                        API_KEY.LAST_USED_AT
                                                .isNull()
                                                .or(
                                                        API_KEY.LAST_USED_AT.le(
                                                                notedAfter.atOffset(
                                                                        ZoneOffset.UTC)))))
                .execute();
    }

    @Override
    public boolean revoke(String id, Instant now) {
        return db.update(API_KEY)
                        .set(API_KEY.REVOKED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(API_KEY.ID.eq(id).and(API_KEY.REVOKED_AT.isNull()))
                        .execute()
                == 1;
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                row.getId(),
                row.getLabel(),
                new OfficeId(row.getOffice()),
                row.getPartner(),
                Set.of(row.getScopes()),
                row.getCreatedAt().toInstant(),
                Signature.of(row.getCreatedBy(), row.getCreatedByPerson()),
                Optional.ofNullable(row.getLastUsedAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getRevokedAt()).map(OffsetDateTime::toInstant));
    }
}
