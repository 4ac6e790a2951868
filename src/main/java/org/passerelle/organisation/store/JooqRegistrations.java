package org.passerelle.organisation.store;

import static org.passerelle.organisation.store.generated.Tables.DECLARED_NUMBER;
import static org.passerelle.organisation.store.generated.Tables.MEMBERSHIP;
import static org.passerelle.organisation.store.generated.Tables.PRIOR_PURCHASE;
import static org.passerelle.organisation.store.generated.Tables.REGISTERED_NUMBER;
import static org.passerelle.organisation.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.JoinRequest;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.OrganisationNotFound;
import org.passerelle.organisation.OrganisationsFound;
import org.passerelle.organisation.domain.Registrations;
import org.springframework.stereotype.Repository;

@Repository
class JooqRegistrations implements Registrations {
    private static final int BUSINESS = 9;

    private final DSLContext db;
    private final RegistrationRows rows;
    private final JoinRequestRows joinRequests;

    JooqRegistrations(DSLContext db, RegistrationRows rows, JoinRequestRows joinRequests) {
        this.db = db;
        this.rows = rows;
        this.joinRequests = joinRequests;
    }

    @Override
    public void add(Registration registration, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        var row = rows.row(registration);
        row.setStartedAt(at);
        row.setChangedAt(at);
        db.insertInto(REGISTRATION).set(row).execute();
        var organisation = registration.organisation();
        addMember(new Membership(organisation.id(), organisation.holder(), MemberRole.HOLDER), now);
        saveLists(organisation);
    }

    @Override
    public Registration lock(OrganisationId id) {
        db.selectOne()
                .from(REGISTRATION)
                .where(REGISTRATION.ID.eq(id.value()))
                .forUpdate()
                .execute();
        return find(id).orElseThrow(() -> new OrganisationNotFound(id));
    }

    @Override
    public Optional<Registration> find(OrganisationId id) {
        return rows.fetch(REGISTRATION.ID.eq(id.value()), 1).stream().findFirst();
    }

    @Override
    public void save(Registration registration, Instant now) {
        var row = rows.row(registration);
        row.setChangedAt(now.atOffset(ZoneOffset.UTC));
        var organisation = registration.organisation();
        db.update(REGISTRATION)
                .set(row)
                .where(REGISTRATION.ID.eq(organisation.id().value()))
                .execute();
        saveLists(organisation);
    }

    /// Both lists are short and change only while the organisation's row is locked.
    private void saveLists(Organisation organisation) {
        var id = organisation.id().value();
        db.deleteFrom(DECLARED_NUMBER).where(DECLARED_NUMBER.ORGANISATION.eq(id)).execute();
        db.deleteFrom(PRIOR_PURCHASE).where(PRIOR_PURCHASE.ORGANISATION.eq(id)).execute();
        var changes = new ArrayList<org.jooq.Query>();
        organisation
                .profile()
                .identifiers()
                .forEach((scheme, number) ->
                        changes.add(db.insertInto(DECLARED_NUMBER).values(id, scheme, number)));
        var position = 0;
        for (var purchase : organisation.profile().priorPurchases()) {
            changes.add(
                    db.insertInto(PRIOR_PURCHASE)
                            .values(id, position++, purchase.partner(), purchase.on()));
        }
        db.batch(changes).execute();
    }

    @Override
    public Optional<OrganisationId> ownerOf(OfficeId office, String scheme, String number) {
        return db.select(REGISTERED_NUMBER.ORGANISATION)
                .from(REGISTERED_NUMBER)
                .where(REGISTERED_NUMBER.OFFICE.eq(office.value()))
                .and(REGISTERED_NUMBER.SCHEME.eq(scheme))
                .and(names(scheme, number))
                .orderBy(DSL.field(REGISTERED_NUMBER.NUMBER.eq(number)).desc())
                .limit(1)
                .fetchOptional(REGISTERED_NUMBER.ORGANISATION)
                .map(OrganisationId::new);
    }

    /// The nine digits of a Canadian business number name the same organisation with an account
    /// behind them (`RR0001`) and without; two accounts are two.
    private static Condition names(String scheme, String number) {
        var same = REGISTERED_NUMBER.NUMBER.eq(number);
        if (!scheme.equals(LegalNumberScheme.CA_BN.code()) || number.length() < BUSINESS) {
            return same;
        }
        return number.length() == BUSINESS
                ? same.or(REGISTERED_NUMBER.NUMBER.startsWith(number))
                : same.or(REGISTERED_NUMBER.NUMBER.eq(number.substring(0, BUSINESS)));
    }

    @Override
    public Optional<TakenNumber> takeNumbers(Organisation organisation) {
        var office = organisation.office();
        for (var declared : organisation.profile().identifiers().entrySet()) {
            var owner = ownerOf(office, declared.getKey(), declared.getValue());
            if (owner.isEmpty()) {
                // Waits for whoever inserts the same number at this instant, then sees theirs.
                db.insertInto(REGISTERED_NUMBER)
                        .values(
                                office.value(),
                                declared.getKey(),
                                declared.getValue(),
                                organisation.id().value())
                        .onConflictDoNothing()
                        .execute();
                owner = ownerOf(office, declared.getKey(), declared.getValue());
            }
            if (!owner.equals(Optional.of(organisation.id()))) {
                giveBackNumbers(organisation);
                return Optional.of(new TakenNumber(declared.getKey(), declared.getValue()));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean takeNumber(Organisation organisation, String scheme, String number) {
        db.insertInto(REGISTERED_NUMBER)
                .values(organisation.office().value(), scheme, number, organisation.id().value())
                .onConflictDoNothing()
                .execute();
        return ownerOf(organisation.office(), scheme, number)
                .filter(organisation.id()::equals)
                .isPresent();
    }

    @Override
    public void giveBackNumber(Organisation organisation, String scheme, String number) {
        db.deleteFrom(REGISTERED_NUMBER)
                .where(REGISTERED_NUMBER.OFFICE.eq(organisation.office().value()))
                .and(REGISTERED_NUMBER.SCHEME.eq(scheme))
                .and(REGISTERED_NUMBER.NUMBER.eq(number))
                .and(REGISTERED_NUMBER.ORGANISATION.eq(organisation.id().value()))
                .execute();
    }

    /// A refused submission keeps no number: the transaction goes on and commits.
    @Override
    public void giveBackNumbers(Organisation organisation) {
        var neverSubmitted =
                DSL.notExists(
                        DSL.selectOne()
                                .from(REGISTRATION)
                                .where(REGISTRATION.ID.eq(REGISTERED_NUMBER.ORGANISATION))
                                .and(REGISTRATION.STANDING.ne("UNDECIDED")));
        db.deleteFrom(REGISTERED_NUMBER)
                .where(REGISTERED_NUMBER.ORGANISATION.eq(organisation.id().value()))
                .and(neverSubmitted)
                .execute();
    }

    @Override
    public List<Membership> membershipsOf(PersonId person) {
        return memberships(MEMBERSHIP.PERSON.eq(person.value()));
    }

    @Override
    public List<Membership> membersOf(OrganisationId organisation) {
        return memberships(MEMBERSHIP.ORGANISATION.eq(organisation.value()));
    }

    private List<Membership> memberships(Condition condition) {
        return db.select(MEMBERSHIP.ORGANISATION, MEMBERSHIP.PERSON, MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(MEMBERSHIP.ORGANISATION))
                .where(condition)
                // A registration somebody began and left comes after those that serve.
                .orderBy(
                        REGISTRATION.SUBMITTED_AT.isNull(),
                        REGISTRATION.LEGAL_NAME,
                        MEMBERSHIP.SINCE,
                        MEMBERSHIP.PERSON)
                .fetch(row ->
                        new Membership(
                                new OrganisationId(row.value1()),
                                new PersonId(row.value2()),
                                MemberRole.valueOf(row.value3())));
    }

    @Override
    public Optional<MemberRole> roleOf(PersonId person, OrganisationId organisation) {
        return db.select(MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PERSON.eq(person.value()))
                .and(MEMBERSHIP.ORGANISATION.eq(organisation.value()))
                .fetchOptional(MEMBERSHIP.ROLE)
                .map(MemberRole::valueOf);
    }

    @Override
    public void addMember(Membership membership, Instant now) {
        db.insertInto(MEMBERSHIP)
                .values(
                        membership.organisation().value(),
                        membership.person().value(),
                        membership.role().name(),
                        now.atOffset(ZoneOffset.UTC))
                .onConflict(MEMBERSHIP.ORGANISATION, MEMBERSHIP.PERSON)
                .doNothing()
                .execute();
    }

    @Override
    public List<Organisation> search(OfficeId office, String text, int limit) {
        return rows.fetch(named(office, text), limit).stream()
                .map(Registration::organisation)
                .toList();
    }

    @Override
    public OrganisationsFound search(OfficeId office, String text, int from, int size) {
        var condition = named(office, text);
        var found =
                rows.fetch(condition, from, size).stream().map(Registration::organisation).toList();
        return new OrganisationsFound(found, db.fetchCount(REGISTRATION, condition));
    }

    private static Condition named(OfficeId office, String text) {
        Condition condition =
                REGISTRATION.OFFICE.eq(office.value()).and(REGISTRATION.LEGAL_NAME.ne(""));
        if (!text.isEmpty()) {
            var number = text.replaceAll("[^\\p{L}\\p{N}]", "");
            var hasNumber =
                    DSL.exists(
                            DSL.selectOne()
                                    .from(DECLARED_NUMBER)
                                    .where(DECLARED_NUMBER.ORGANISATION.eq(REGISTRATION.ID))
                                    .and(DECLARED_NUMBER.NUMBER.containsIgnoreCase(number)));
            condition =
                    condition.and(
                            REGISTRATION
                                    .LEGAL_NAME
                                    .containsIgnoreCase(text)
                                    .or(REGISTRATION.TOWN.containsIgnoreCase(text))
                                    .or(number.isEmpty() ? DSL.falseCondition() : hasNumber));
        }
        return condition;
    }

    @Override
    public List<Organisation> all(List<OrganisationId> ids) {
        List<UUID> values = ids.stream().map(OrganisationId::value).toList();
        return rows.fetch(REGISTRATION.ID.in(values), Math.max(1, values.size())).stream()
                .map(Registration::organisation)
                .toList();
    }

    @Override
    public Set<PersonId> peopleOf(OfficeId office) {
        return db.selectDistinct(MEMBERSHIP.PERSON)
                .from(MEMBERSHIP)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(MEMBERSHIP.ORGANISATION))
                .where(REGISTRATION.OFFICE.eq(office.value()))
                .fetchSet(row -> new PersonId(row.value1()));
    }

    @Override
    public Set<PersonId> peopleOutside(OfficeId office) {
        return db.select(MEMBERSHIP.PERSON)
                .from(MEMBERSHIP)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(MEMBERSHIP.ORGANISATION))
                .groupBy(MEMBERSHIP.PERSON)
                .having(DSL.boolAnd(REGISTRATION.OFFICE.ne(office.value())))
                .fetchSet(row -> new PersonId(row.value1()));
    }

    @Override
    public Set<OrganisationId> outside(OfficeId office) {
        return db.select(REGISTRATION.ID)
                .from(REGISTRATION)
                .where(REGISTRATION.OFFICE.ne(office.value()))
                .fetchSet(row -> new OrganisationId(row.value1()));
    }

    @Override
    public Map<OrganisationId, String> names(Collection<OrganisationId> ids) {
        var values = ids.stream().map(OrganisationId::value).toArray(UUID[]::new);
        return db.select(REGISTRATION.ID, REGISTRATION.LEGAL_NAME)
                .from(REGISTRATION)
                .where(REGISTRATION.ID.eq(DSL.any(values)))
                .fetchMap(row -> new OrganisationId(row.value1()), row -> row.value2());
    }

    @Override
    public boolean addJoinRequest(JoinRequest request) {
        return joinRequests.add(request);
    }

    @Override
    public List<JoinRequest> openJoinRequests(OfficeId office) {
        return joinRequests.open(office);
    }

    @Override
    public List<JoinRequest> openJoinRequests(OrganisationId organisation) {
        return joinRequests.open(organisation);
    }

    @Override
    public Optional<JoinRequest> joinRequest(JoinRequestId id) {
        return joinRequests.find(id);
    }

    @Override
    public Optional<JoinRequest> lockJoinRequest(JoinRequestId id) {
        return joinRequests.lock(id);
    }

    @Override
    public void answerJoinRequest(JoinRequestId id, boolean accepted, Signature by, Instant now) {
        joinRequests.answer(id, accepted, by, now);
    }
}
