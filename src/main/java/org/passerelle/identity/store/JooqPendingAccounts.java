package org.passerelle.identity.store;

import static org.jooq.impl.DSL.lower;
import static org.passerelle.identity.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.identity.domain.PendingAccounts;
import org.passerelle.identity.store.generated.tables.records.RegistrationRecord;
import org.passerelle.kernel.Language;
import org.springframework.stereotype.Repository;

/// Accounts asked for and not confirmed yet.
@Repository
class JooqPendingAccounts implements PendingAccounts {
    private final DSLContext db;

    JooqPendingAccounts(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Registration registration, byte[] linkHash, Instant now, Instant expires) {
        var row = db.newRecord(REGISTRATION);
        row.setId(registration.id());
        row.setUsername(registration.username());
        row.setEmail(registration.email());
        row.setFirstName(registration.firstName());
        row.setLastName(registration.lastName());
        row.setLanguage(registration.language().name());
        row.setPasswordHash(registration.passwordHash());
        row.setLinkHash(linkHash);
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        row.setExpiresAt(expires.atOffset(ZoneOffset.UTC));
        db.insertInto(REGISTRATION).set(row).execute();
    }

    @Override
    public void renewLink(UUID id, byte[] linkHash, Instant expires) {
        db.update(REGISTRATION)
                .set(REGISTRATION.LINK_HASH, linkHash)
                .set(REGISTRATION.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
                .where(REGISTRATION.ID.eq(id))
                .execute();
    }

    @Override
    public boolean holdsUsername(String username, String email, Instant now) {
        return db.fetchExists(
                REGISTRATION,
                lower(REGISTRATION.USERNAME)
                        .eq(username.toLowerCase(Locale.ROOT))
                        .and(lower(REGISTRATION.EMAIL).ne(email.toLowerCase(Locale.ROOT)))
                        .and(isAlive(now)));
    }

    @Override
    public Optional<Registration> findByLogin(String login) {
        var field = login.contains("@") ? REGISTRATION.EMAIL : REGISTRATION.USERNAME;
        return db.selectFrom(REGISTRATION)
                .where(lower(field).eq(login.toLowerCase(Locale.ROOT)))
                .orderBy(REGISTRATION.CREATED_AT.desc())
                .limit(1)
                .fetchOptional(JooqPendingAccounts::registration);
    }

    @Override
    public boolean stands(byte[] linkHash, Instant now) {
        return db.fetchExists(REGISTRATION, REGISTRATION.LINK_HASH.eq(linkHash).and(isAlive(now)));
    }

    @Override
    public Optional<Registration> take(byte[] linkHash, Instant now) {
        return db.deleteFrom(REGISTRATION)
                .where(REGISTRATION.LINK_HASH.eq(linkHash).and(isAlive(now)))
                .returning()
                .fetchOptional(JooqPendingAccounts::registration);
    }

    @Override
    public int forget(Instant expiredBefore) {
        return db.deleteFrom(REGISTRATION)
                .where(REGISTRATION.EXPIRES_AT.le(expiredBefore.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Condition isAlive(Instant now) {
        return REGISTRATION.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC));
    }

    private static Registration registration(RegistrationRecord row) {
        return new Registration(
                row.getId(),
                row.getUsername(),
                row.getEmail(),
                row.getFirstName(),
                row.getLastName(),
                Language.valueOf(row.getLanguage()),
                row.getPasswordHash());
    }
}
