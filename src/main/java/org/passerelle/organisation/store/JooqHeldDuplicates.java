package org.passerelle.organisation.store;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.passerelle.organisation.store.generated.Tables.HELD_DUPLICATE;
import static org.passerelle.organisation.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.HeldDuplicate;
import org.passerelle.organisation.Likeness;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.domain.HeldDuplicates;
import org.passerelle.organisation.domain.Registrations.Registration;
import org.springframework.stereotype.Repository;

/// Similar names are found by trigrams (`pg_trgm`), on names without case and accents.
@Repository
class JooqHeldDuplicates implements HeldDuplicates {
    private static final String OPEN = "OPEN";

    private final DSLContext db;
    private final RegistrationRows rows;

    JooqHeldDuplicates(DSLContext db, RegistrationRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public void oneAtATime(OfficeId office) {
        db.fetch(
                "select pg_advisory_xact_lock(hashtextextended({0}, 0))",
                DSL.val("organisation.submit:" + office.value()));
    }

    @Override
    public List<Organisation> withSimilarName(Organisation organisation, int limit) {
        var name = organisation.name();
        if (name.isBlank()) {
            return List.of();
        }
        var names = Stream.concat(Stream.of(name), organisation.profile().otherNames().stream());
        var town = organisation.profile().address().map(Address::town).orElse("");
        var plain = plain(REGISTRATION.LEGAL_NAME);
        var found =
                db.select(REGISTRATION.ID)
                        .from(REGISTRATION)
                        .where(REGISTRATION.OFFICE.eq(organisation.office().value()))
                        .and(REGISTRATION.ID.ne(organisation.id().value()))
                        .and(isRegistered())
                        .and(DSL.or(names.map(JooqHeldDuplicates::isNamedLike).toList()))
                        .orderBy(
                                DSL.when(plain(REGISTRATION.TOWN).eq(plain(DSL.val(town))), 0)
                                        .otherwise(1),
                                field(
                                                "similarity({0}, {1})",
                                                Double.class, plain, plain(DSL.val(name)))
                                        .desc(),
                                REGISTRATION.ID)
                        .limit(limit)
                        .fetch(REGISTRATION.ID);
        return found.isEmpty()
                ? List.of()
                : rows.fetch(REGISTRATION.ID.in(found), limit).stream()
                        .map(Registration::organisation)
                        .toList();
    }

    /// By any of its names.
    private static Condition isNamedLike(String name) {
        var plain = plain(DSL.val(name));
        return condition("{0} % {1}", plain(REGISTRATION.LEGAL_NAME), plain)
                .or(
                        condition(
                                "exists (select 1 from unnest({0}) as other(name)"
                                        + " where organisation.plain(other.name) % {1})",
                                REGISTRATION.OTHER_NAMES, plain));
    }

    /// Handed in now or once before: a registration reopened for correction is one, too.
    private static Condition isRegistered() {
        return REGISTRATION.STATE.eq("SUBMITTED").or(REGISTRATION.STANDING.ne("UNDECIDED"));
    }

    private static Field<String> plain(Field<String> text) {
        return field("organisation.plain({0})", String.class, text);
    }

    @Override
    public Set<OrganisationId> decidedDistinct(OrganisationId organisation) {
        return decided(organisation, "DISTINCT");
    }

    @Override
    public Set<OrganisationId> decidedSame(OrganisationId organisation) {
        return decided(organisation, "SAME");
    }

    private Set<OrganisationId> decided(OrganisationId organisation, String as) {
        return db
                .select(HELD_DUPLICATE.OTHER)
                .from(HELD_DUPLICATE)
                .where(HELD_DUPLICATE.ORGANISATION.eq(organisation.value()))
                .and(HELD_DUPLICATE.STATE.eq(as))
                .fetch(HELD_DUPLICATE.OTHER)
                .stream()
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isFoundSame(OrganisationId organisation) {
        return db.fetchExists(
                HELD_DUPLICATE,
                HELD_DUPLICATE
                        .ORGANISATION
                        .eq(organisation.value())
                        .and(HELD_DUPLICATE.STATE.eq("SAME")));
    }

    @Override
    public void hold(HeldDuplicate held) {
        var likeness = held.likenesses().stream().map(Likeness::name).sorted();
        db.insertInto(HELD_DUPLICATE)
                .set(HELD_DUPLICATE.ORGANISATION, held.organisation().value())
                .set(HELD_DUPLICATE.OTHER, held.other().value())
                .set(HELD_DUPLICATE.LIKENESS, likeness.toArray(String[]::new))
                .set(HELD_DUPLICATE.STATE, OPEN)
                .set(HELD_DUPLICATE.HELD_AT, held.held().atOffset(ZoneOffset.UTC))
                .onConflict(HELD_DUPLICATE.ORGANISATION, HELD_DUPLICATE.OTHER)
                .doUpdate()
                .set(HELD_DUPLICATE.STATE, OPEN)
                .set(HELD_DUPLICATE.LIKENESS, DSL.excluded(HELD_DUPLICATE.LIKENESS))
                .set(HELD_DUPLICATE.HELD_AT, DSL.excluded(HELD_DUPLICATE.HELD_AT))
                .setNull(HELD_DUPLICATE.DECIDED_AT)
                .setNull(HELD_DUPLICATE.DECIDED_BY)
                .setNull(HELD_DUPLICATE.DECIDED_BY_PERSON)
                .setNull(HELD_DUPLICATE.REASON)
                .where(HELD_DUPLICATE.STATE.in("GONE", "SAME"))
                .execute();
    }

    @Override
    public void letGo(OrganisationId organisation, Instant now) {
        db.update(HELD_DUPLICATE)
                .set(HELD_DUPLICATE.STATE, "GONE")
                .set(HELD_DUPLICATE.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(HELD_DUPLICATE.ORGANISATION.eq(organisation.value()))
                .and(HELD_DUPLICATE.STATE.eq(OPEN))
                .execute();
    }

    @Override
    public List<HeldDuplicate> open(OfficeId office) {
        return db.select(HELD_DUPLICATE.fields())
                .from(HELD_DUPLICATE)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(HELD_DUPLICATE.ORGANISATION))
                .where(REGISTRATION.OFFICE.eq(office.value()))
                .and(HELD_DUPLICATE.STATE.eq(OPEN))
                .orderBy(HELD_DUPLICATE.HELD_AT, HELD_DUPLICATE.OTHER)
                .fetch(JooqHeldDuplicates::held);
    }

    @Override
    public List<HeldDuplicate> open(OrganisationId organisation) {
        return db.selectFrom(HELD_DUPLICATE)
                .where(HELD_DUPLICATE.ORGANISATION.eq(organisation.value()))
                .and(HELD_DUPLICATE.STATE.eq(OPEN))
                .orderBy(HELD_DUPLICATE.HELD_AT, HELD_DUPLICATE.OTHER)
                .fetch(JooqHeldDuplicates::held);
    }

    @Override
    public boolean decide(
            OrganisationId organisation,
            OrganisationId other,
            boolean same,
            Signature by,
            String reason,
            Instant now) {
        return db.update(HELD_DUPLICATE)
                        .set(HELD_DUPLICATE.STATE, same ? "SAME" : "DISTINCT")
                        .set(HELD_DUPLICATE.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(HELD_DUPLICATE.DECIDED_BY, by.name())
                        .set(HELD_DUPLICATE.DECIDED_BY_PERSON, by.personValue())
                        .set(HELD_DUPLICATE.REASON, reason)
                        .where(HELD_DUPLICATE.ORGANISATION.eq(organisation.value()))
                        .and(HELD_DUPLICATE.OTHER.eq(other.value()))
                        .and(HELD_DUPLICATE.STATE.eq(OPEN))
                        .execute()
                == 1;
    }

    private static HeldDuplicate held(Record row) {
        return new HeldDuplicate(
                new OrganisationId(row.get(HELD_DUPLICATE.ORGANISATION)),
                new OrganisationId(row.get(HELD_DUPLICATE.OTHER)),
                Arrays.stream(row.get(HELD_DUPLICATE.LIKENESS))
                        .map(Likeness::valueOf)
                        .collect(Collectors.toSet()),
                row.get(HELD_DUPLICATE.HELD_AT).toInstant());
    }
}
