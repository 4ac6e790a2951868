package org.passerelle.organisation.store;

import static org.jooq.impl.DSL.lower;
import static org.passerelle.organisation.store.generated.Tables.HAND_OVER;
import static org.passerelle.organisation.store.generated.Tables.INVITATION;
import static org.passerelle.organisation.store.generated.Tables.MEMBERSHIP;
import static org.passerelle.organisation.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.HandOverId;
import org.passerelle.organisation.Invitation;
import org.passerelle.organisation.InvitationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.domain.Memberships;
import org.passerelle.organisation.store.generated.tables.records.HandOverRecord;
import org.passerelle.organisation.store.generated.tables.records.InvitationRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqMemberships implements Memberships {
    private static final String OPEN = "OPEN";

    private final DSLContext db;

    JooqMemberships(DSLContext db) {
        this.db = db;
    }

    @Override
    public void setRole(OrganisationId organisation, PersonId person, MemberRole role) {
        db.update(MEMBERSHIP)
                .set(MEMBERSHIP.ROLE, role.name())
                .where(MEMBERSHIP.ORGANISATION.eq(organisation.value()))
                .and(MEMBERSHIP.PERSON.eq(person.value()))
                .execute();
    }

    @Override
    public void remove(OrganisationId organisation, PersonId person) {
        db.deleteFrom(MEMBERSHIP)
                .where(MEMBERSHIP.ORGANISATION.eq(organisation.value()))
                .and(MEMBERSHIP.PERSON.eq(person.value()))
                .execute();
    }

    @Override
    public void passHolder(OrganisationId organisation, PersonId from, PersonId to, Instant now) {
        setRole(organisation, from, MemberRole.ORDERER);
        db.insertInto(MEMBERSHIP)
                .values(organisation.value(), to.value(), MemberRole.HOLDER.name(), time(now))
                .onConflict(MEMBERSHIP.ORGANISATION, MEMBERSHIP.PERSON)
                .doUpdate()
                .set(MEMBERSHIP.ROLE, MemberRole.HOLDER.name())
                .execute();
    }

    @Override
    public void invite(Invitation invitation) {
        db.update(INVITATION)
                .set(INVITATION.STATE, "WITHDRAWN")
                .set(INVITATION.ENDED_AT, time(invitation.invited()))
                .where(INVITATION.ORGANISATION.eq(invitation.organisation().value()))
                .and(isFor(invitation.email()))
                .and(INVITATION.STATE.eq(OPEN))
                .execute();
        db.insertInto(INVITATION)
                .set(INVITATION.ID, invitation.id().value())
                .set(INVITATION.ORGANISATION, invitation.organisation().value())
                .set(INVITATION.EMAIL, invitation.email())
                .set(INVITATION.ROLE, invitation.role().name())
                .set(INVITATION.STATE, OPEN)
                .set(INVITATION.INVITED_BY, invitation.invitedBy().value())
                .set(INVITATION.INVITED_AT, time(invitation.invited()))
                .set(INVITATION.EXPIRES_AT, time(invitation.expires()))
                .execute();
    }

    @Override
    public Optional<Invitation> openInvitation(InvitationId id, Instant now) {
        return db.selectFrom(INVITATION)
                .where(INVITATION.ID.eq(id.value()))
                .and(isOpen(now))
                .forUpdate()
                .fetchOptional(JooqMemberships::invitation);
    }

    @Override
    public List<Invitation> openInvitations(OrganisationId organisation, Instant now) {
        return invitations(INVITATION.ORGANISATION.eq(organisation.value()), now);
    }

    @Override
    public List<Invitation> openInvitations(String email, Instant now) {
        return invitations(isFor(email), now);
    }

    private List<Invitation> invitations(Condition whose, Instant now) {
        return db.selectFrom(INVITATION)
                .where(whose)
                .and(isOpen(now))
                .orderBy(INVITATION.INVITED_AT, INVITATION.ID)
                .fetch(JooqMemberships::invitation);
    }

    @Override
    public void endInvitation(InvitationId id, String state, Instant now) {
        db.update(INVITATION)
                .set(INVITATION.STATE, state)
                .set(INVITATION.ENDED_AT, time(now))
                .where(INVITATION.ID.eq(id.value()))
                .and(INVITATION.STATE.eq(OPEN))
                .execute();
    }

    @Override
    public boolean begin(HandOver handOver) {
        var row = new HandOverRecord();
        row.setId(handOver.id().value());
        row.setOrganisation(handOver.organisation().value());
        row.setFromPerson(handOver.from().value());
        row.setToPerson(handOver.to().value());
        row.setState(handOver.state().name());
        row.setBegunAt(time(handOver.begun()));
        row.setDueAt(time(handOver.due()));
        handOver.byStaff()
                .ifPresent(by -> {
                    row.setByStaff(by.staff().value());
                    row.setReason(by.reason());
                    row.setProofName(by.proof().fileName());
                    row.setProofType(by.proof().mediaType());
                    row.setProofStoredAs(by.proof().storedAs());
                });
        return db.insertInto(HAND_OVER).set(row).onConflictDoNothing().execute() == 1;
    }

    @Override
    public Optional<HandOver> handOver(HandOverId id) {
        return db.selectFrom(HAND_OVER)
                .where(HAND_OVER.ID.eq(id.value()))
                .fetchOptional(JooqMemberships::handOver);
    }

    @Override
    public Optional<HandOver> lockHandOver(HandOverId id) {
        return db.selectFrom(HAND_OVER)
                .where(HAND_OVER.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(JooqMemberships::handOver);
    }

    @Override
    public List<HandOverId> withProofsElsewhere() {
        return db.select(HAND_OVER.ID)
                .from(HAND_OVER)
                .where(HAND_OVER.PROOF_STORED_AS.notLike("doc\\_%"))
                .fetch(row -> new HandOverId(row.value1()));
    }

    @Override
    public void keepProof(HandOverId id, HandOver.Proof proof) {
        db.update(HAND_OVER)
                .set(HAND_OVER.PROOF_NAME, proof.fileName())
                .set(HAND_OVER.PROOF_TYPE, proof.mediaType())
                .set(HAND_OVER.PROOF_STORED_AS, proof.storedAs())
                .where(HAND_OVER.ID.eq(id.value()))
                .execute();
    }

    @Override
    public List<HandOver> handOvers(OrganisationId organisation) {
        return db.selectFrom(HAND_OVER)
                .where(HAND_OVER.ORGANISATION.eq(organisation.value()))
                .orderBy(HAND_OVER.BEGUN_AT.desc(), HAND_OVER.ID)
                .fetch(JooqMemberships::handOver);
    }

    @Override
    public List<HandOver> openHandOvers(PersonId person) {
        return db.selectFrom(HAND_OVER)
                .where(
                        HAND_OVER
                                .FROM_PERSON
                                .eq(person.value())
                                .or(HAND_OVER.TO_PERSON.eq(person.value())))
                .and(HAND_OVER.STATE.eq(OPEN))
                .orderBy(HAND_OVER.BEGUN_AT)
                .fetch(JooqMemberships::handOver);
    }

    @Override
    public List<HandOver> waitingByStaff(OfficeId office) {
        return db.select(HAND_OVER.fields())
                .from(HAND_OVER)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(HAND_OVER.ORGANISATION))
                .where(REGISTRATION.OFFICE.eq(office.value()))
                .and(HAND_OVER.STATE.eq(OPEN))
                .and(HAND_OVER.BY_STAFF.isNotNull())
                .orderBy(HAND_OVER.DUE_AT)
                .fetchInto(HAND_OVER)
                .map(JooqMemberships::handOver);
    }

    @Override
    public void end(HandOverId id, HandOver.State state, Instant now) {
        db.update(HAND_OVER)
                .set(HAND_OVER.STATE, state.name())
                .set(HAND_OVER.ENDED_AT, time(now))
                .where(HAND_OVER.ID.eq(id.value()))
                .and(HAND_OVER.STATE.eq(OPEN))
                .execute();
    }

    private static Condition isFor(String email) {
        return lower(INVITATION.EMAIL).eq(email.toLowerCase(Locale.ROOT));
    }

    private static Condition isOpen(Instant now) {
        return INVITATION.STATE.eq(OPEN).and(INVITATION.EXPIRES_AT.gt(time(now)));
    }

    private static Invitation invitation(InvitationRecord row) {
        return new Invitation(
                new InvitationId(row.getId()),
                new OrganisationId(row.getOrganisation()),
                row.getEmail(),
                MemberRole.valueOf(row.getRole()),
                new PersonId(row.getInvitedBy()),
                row.getInvitedAt().toInstant(),
                row.getExpiresAt().toInstant());
    }

    private static HandOver handOver(HandOverRecord row) {
        return new HandOver(
                new HandOverId(row.getId()),
                new OrganisationId(row.getOrganisation()),
                new PersonId(row.getFromPerson()),
                new PersonId(row.getToPerson()),
                HandOver.State.valueOf(row.getState()),
                row.getBegunAt().toInstant(),
                row.getDueAt().toInstant(),
                Optional.ofNullable(row.getByStaff())
                        .map(staff ->
                                new HandOver.ByStaff(
                                        new PersonId(staff),
                                        row.getReason(),
                                        new HandOver.Proof(
                                                row.getProofName(),
                                                row.getProofType(),
                                                row.getProofStoredAs()))));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
