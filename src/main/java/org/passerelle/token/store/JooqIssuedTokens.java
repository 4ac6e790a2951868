package org.passerelle.token.store;

import static org.passerelle.token.store.generated.Tables.CODE;
import static org.passerelle.token.store.generated.Tables.ISSUED;
import static org.passerelle.token.store.generated.Tables.LOOK;
import static org.passerelle.token.store.generated.Tables.REDEMPTION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.passerelle.identity.ApiKey;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.token.Look;
import org.passerelle.token.Representative;
import org.passerelle.token.TokenId;
import org.passerelle.token.TokenState.Revoker;
import org.passerelle.token.TokenView;
import org.passerelle.token.Validation;
import org.passerelle.token.domain.IssuedToken;
import org.passerelle.token.domain.IssuedToken.Code;
import org.passerelle.token.domain.IssuedToken.Revocation;
import org.passerelle.token.domain.IssuedTokens;
import org.springframework.stereotype.Repository;

@Repository
class JooqIssuedTokens implements IssuedTokens {
    private final DSLContext db;
    private final ValidationRows validations;

    JooqIssuedTokens(DSLContext db) {
        this.db = db;
        this.validations = new ValidationRows(db);
    }

    @Override
    public void add(IssuedToken token) {
        var row = db.newRecord(ISSUED);
        row.setId(token.id().value());
        row.setOrganisation(token.organisation().value());
        row.setOffice(token.office().value());
        row.setFirstName(token.person().firstName());
        row.setLastName(token.person().lastName());
        row.setEmail(token.person().email());
        row.setCreatedAt(utc(token.createdAt()));
        row.setCreatedBy(token.createdBy().value());
        db.insertInto(ISSUED).set(row).execute();
        add(token.id(), token.code());
    }

    private void add(TokenId id, Code code) {
        var row = db.newRecord(CODE);
        row.setFingerprint(code.fingerprint());
        row.setToken(id.value());
        row.setSealed(code.sealed().orElse(null));
        row.setIssuedAt(utc(code.issuedAt()));
        row.setExpiresAt(utc(code.expiresAt()));
        db.insertInto(CODE).set(row).execute();
    }

    @Override
    public Optional<IssuedToken> lock(OrganisationId organisation, TokenId id) {
        return select(
                        ISSUED.ID
                                .eq(id.value())
                                .and(ISSUED.ORGANISATION.eq(organisation.value()))
                                .and(CODE.REPLACED_AT.isNull()))
                .forUpdate()
                .of(ISSUED)
                .fetchOptional(JooqIssuedTokens::token);
    }

    @Override
    public Optional<IssuedToken> byFingerprint(byte[] fingerprint) {
        return select(CODE.FINGERPRINT.eq(fingerprint))
                .forShare()
                .of(ISSUED)
                .fetchOptional(JooqIssuedTokens::token);
    }

    @Override
    public void replaceCode(TokenId id, Code fresh) {
        db.update(CODE)
                .set(CODE.REPLACED_AT, utc(fresh.issuedAt()))
                .setNull(CODE.SEALED)
                .where(CODE.TOKEN.eq(id.value()).and(CODE.REPLACED_AT.isNull()))
                .execute();
        add(id, fresh);
    }

    @Override
    public void revoke(TokenId id, Revocation revocation) {
        revoke(ISSUED.ID.eq(id.value()), revocation);
    }

    @Override
    public List<TokenId> revokeAll(OrganisationId organisation, Revocation revocation) {
        return revoke(ISSUED.ORGANISATION.eq(organisation.value()), revocation);
    }

    private List<TokenId> revoke(Condition which, Revocation revocation) {
        var revoked =
                db.update(ISSUED)
                        .set(ISSUED.REVOKED_AT, utc(revocation.at()))
                        .set(ISSUED.REVOKED_BY, revocation.by().name())
                        .where(which.and(ISSUED.REVOKED_AT.isNull()))
                        .returning(ISSUED.ID)
                        .fetch(ISSUED.ID);
        db.update(CODE).setNull(CODE.SEALED).where(CODE.TOKEN.in(revoked)).execute();
        return revoked.stream().map(TokenId::new).toList();
    }

    @Override
    public List<IssuedToken> of(OrganisationId organisation) {
        return select(ISSUED.ORGANISATION.eq(organisation.value()).and(CODE.REPLACED_AT.isNull()))
                .orderBy(ISSUED.CREATED_AT.desc(), ISSUED.ID)
                .fetch(JooqIssuedTokens::token);
    }

    @Override
    public void addLook(
            IssuedToken token, ApiKey key, Look.Kind kind, Look.Result result, Instant at) {
        db.insertInto(LOOK)
                .set(LOOK.AT, utc(at))
                .set(LOOK.TOKEN, token.id().value())
                .set(LOOK.ORGANISATION, token.organisation().value())
                .set(LOOK.OFFICE, token.office().value())
                .set(LOOK.PARTNER, key.partner())
                .set(LOOK.API_KEY, key.id())
                .set(LOOK.KIND, kind.name())
                .set(LOOK.RESULT, result.name())
                .execute();
    }

    @Override
    public List<Look> looksAt(OrganisationId organisation, int limit) {
        return db.select(
                        LOOK.AT,
                        ISSUED.FIRST_NAME,
                        ISSUED.LAST_NAME,
                        LOOK.PARTNER,
                        LOOK.KIND,
                        LOOK.RESULT)
                .from(LOOK)
                .join(ISSUED)
                .on(ISSUED.ID.eq(LOOK.TOKEN))
                .where(LOOK.ORGANISATION.eq(organisation.value()))
                .orderBy(LOOK.ID.desc())
                .limit(limit)
                .fetch(row ->
                        new Look(
                                row.get(LOOK.AT).toInstant(),
                                row.get(ISSUED.FIRST_NAME) + " " + row.get(ISSUED.LAST_NAME),
                                row.get(LOOK.PARTNER),
                                Look.Kind.valueOf(row.get(LOOK.KIND)),
                                Look.Result.valueOf(row.get(LOOK.RESULT))));
    }

    @Override
    public Map<TokenId, List<TokenView.Use>> usesOf(OrganisationId organisation) {
        var uses = new LinkedHashMap<TokenId, List<TokenView.Use>>();
        db.select(REDEMPTION.fields())
                .from(REDEMPTION)
                .join(ISSUED)
                .on(ISSUED.ID.eq(REDEMPTION.TOKEN))
                .where(ISSUED.ORGANISATION.eq(organisation.value()))
                .orderBy(REDEMPTION.REDEEMED_AT, REDEMPTION.PARTNER)
                .forEach(row ->
                        uses.computeIfAbsent(
                                        new TokenId(row.get(REDEMPTION.TOKEN)),
                                        _ -> new ArrayList<>())
                                .add(
                                        new TokenView.Use(
                                                row.get(REDEMPTION.PARTNER),
                                                row.get(REDEMPTION.REDEEMED_AT).toInstant())));
        return uses;
    }

    @Override
    public void redeemed(TokenId id, String partner, Instant at) {
        db.insertInto(REDEMPTION)
                .set(REDEMPTION.TOKEN, id.value())
                .set(REDEMPTION.PARTNER, partner)
                .set(REDEMPTION.REDEEMED_AT, utc(at))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public Validation validate(Validation validation) {
        return validations.addOrFind(validation);
    }

    @Override
    public Optional<Validation> validation(
            OrganisationId organisation, OfficeId office, String partner) {
        return validations.find(organisation, office, partner);
    }

    private SelectConditionStep<Record> select(Condition which) {
        return db.select(ISSUED.fields())
                .select(CODE.fields())
                .from(ISSUED)
                .join(CODE)
                .on(CODE.TOKEN.eq(ISSUED.ID))
                .where(which);
    }

    private static IssuedToken token(Record row) {
        var revokedAt = row.get(ISSUED.REVOKED_AT);
        return new IssuedToken(
                new TokenId(row.get(ISSUED.ID)),
                new OrganisationId(row.get(ISSUED.ORGANISATION)),
                new OfficeId(row.get(ISSUED.OFFICE)),
                new Representative(
                        row.get(ISSUED.FIRST_NAME),
                        row.get(ISSUED.LAST_NAME),
                        row.get(ISSUED.EMAIL)),
                row.get(ISSUED.CREATED_AT).toInstant(),
                new PersonId(row.get(ISSUED.CREATED_BY)),
                Optional.ofNullable(revokedAt)
                        .map(at ->
                                new Revocation(
                                        at.toInstant(),
                                        Revoker.valueOf(row.get(ISSUED.REVOKED_BY)))),
                new Code(
                        row.get(CODE.FINGERPRINT),
                        Optional.ofNullable(row.get(CODE.SEALED)),
                        row.get(CODE.ISSUED_AT).toInstant(),
                        row.get(CODE.EXPIRES_AT).toInstant(),
                        Optional.ofNullable(row.get(CODE.REPLACED_AT))
                                .map(OffsetDateTime::toInstant)));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
