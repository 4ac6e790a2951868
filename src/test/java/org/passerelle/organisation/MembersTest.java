package org.passerelle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.document.StoredFile;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.MemberOutcome.Reason;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@Requirement("ACC-05")
class MembersTest {
    private static final MemberOutcome DONE = new MemberOutcome.Done();

    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Members members;
    @Autowired OldProofs oldProofs;

    @Value("${passerelle.data-folder}")
    Path data;

    @Autowired HandingOver handingOver;
    @Autowired Notification notification;
    @Autowired Audit audit;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transaction;

    private final String rcs = VerificationFixtures.rcs();
    private Person holder;
    private Person other;
    private OrganisationId id;

    @BeforeEach
    void register() {
        holder = Accounts.member(people);
        other = Accounts.member(people);
        id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
    }

    private static MemberOutcome refused(Reason reason) {
        return new MemberOutcome.Refused(reason);
    }

    private void takeIn(Person person, MemberRole role) {
        assertThat(members.invite(holder, id, person.email(), role)).isEqualTo(DONE);
        var invitation = members.invitationsFor(person).getFirst();
        assertThat(members.answerInvitation(person, invitation.id(), true)).isEqualTo(DONE);
    }

    private List<String> lettersTo(Person person) {
        return notification.search(person.email(), Optional.empty(), 50, 0).stream()
                .map(SentLetter::template)
                .toList();
    }

    private String letterTo(Person person, String template) {
        return notification.search(person.email(), Optional.empty(), 50, 0).stream()
                .filter(letter -> letter.template().equals(template))
                .map(SentLetter::text)
                .findFirst()
                .orElseThrow()
                .replaceAll("\\s+", " ");
    }

    private List<String> trail() {
        return audit.of(id, 100).stream().map(AuditLine::action).toList();
    }

    private Optional<MemberRole> roleOf(Person person) {
        return organisations.may(person.id(), id);
    }

    private Actor.Staff staff() {
        return (Actor.Staff) Accounts.staff(people, Role.SUPPORT).actor();
    }

    private void fallDue(HandOver open) {
        transaction.executeWithoutResult(
                _ -> handingOver.fallDue(open.id().toString(), open.due()));
    }

    @Test
    void who_is_invited_takes_the_place_with_the_address_the_letter_went_to() {
        members.invite(holder, id, " " + other.email().toUpperCase(), MemberRole.READER);
        var invitation = members.invitations(id).getFirst();
        assertThat(lettersTo(other)).containsExactly("organisation.invited");

        var stranger = Accounts.member(people);
        assertThat(members.answerInvitation(stranger, invitation.id(), true))
                .isEqualTo(refused(Reason.NOT_OPEN));
        assertThat(members.answerInvitation(other, invitation.id(), true)).isEqualTo(DONE);

        assertThat(roleOf(other)).contains(MemberRole.READER);
        assertThat(roleOf(stranger)).isEmpty();
        assertThat(members.answerInvitation(other, invitation.id(), false))
                .isEqualTo(refused(Reason.NOT_OPEN));
        assertThat(lettersTo(holder)).contains("organisation.invitation-accepted");
        assertThat(trail())
                .contains("organisation.invited", "organisation.member-invitation-accepted");
    }

    @Test
    void an_invitation_is_withdrawn_replaced_or_over_after_fourteen_days() {
        members.invite(holder, id, other.email(), MemberRole.READER);
        members.invite(holder, id, other.email(), MemberRole.ORDERER);
        assertThat(members.invitations(id))
                .singleElement()
                .extracting(Invitation::role)
                .isEqualTo(MemberRole.ORDERER);
        db.execute(
                "update organisation.invitation set invited_at = now() - interval '15 days',"
                        + " expires_at = now() - interval '1 day' where state = 'OPEN'"
                        + " and lower(email) = ?",
                other.email());

        assertThat(members.invitationsFor(other)).isEmpty();
        assertThat(members.invite(holder, id, other.email(), MemberRole.READER)).isEqualTo(DONE);
        var again = members.invitations(id).getFirst();
        assertThat(members.withdrawInvitation(holder, id, again.id())).isEqualTo(DONE);
        assertThat(members.answerInvitation(other, again.id(), true))
                .isEqualTo(refused(Reason.NOT_OPEN));
    }

    @Test
    void only_the_holder_changes_members_whatever_a_page_forgot_to_ask() {
        takeIn(other, MemberRole.ORDERER);
        var third = Accounts.member(people);
        takeIn(third, MemberRole.READER);
        var notTheHolder = refused(Reason.NOT_THE_HOLDER);

        for (var who : List.of(other, third, Accounts.member(people))) {
            assertThat(members.invite(who, id, "x@example.org", MemberRole.READER))
                    .isEqualTo(notTheHolder);
            assertThat(members.changeRole(who, id, third.id(), MemberRole.ORDERER))
                    .isEqualTo(notTheHolder);
            assertThat(members.remove(who, id, third.id())).isEqualTo(notTheHolder);
            assertThat(members.propose(who, id, third.id())).isEqualTo(notTheHolder);
        }
        assertThat(members.changeRole(holder, id, other.id(), MemberRole.READER)).isEqualTo(DONE);
        assertThat(members.remove(holder, id, third.id())).isEqualTo(DONE);
        assertThat(roleOf(other)).contains(MemberRole.READER);
        assertThat(roleOf(third)).isEmpty();
        assertThat(lettersTo(third)).contains("organisation.removed");
    }

    @Test
    void the_holder_neither_leaves_nor_is_removed_or_changed_before_handing_over() {
        takeIn(other, MemberRole.ORDERER);
        var first = refused(Reason.HOLDER_HANDS_OVER_FIRST);

        assertThat(members.leave(holder, id)).isEqualTo(first);
        assertThat(members.remove(holder, id, holder.id())).isEqualTo(first);
        assertThat(members.changeRole(holder, id, holder.id(), MemberRole.READER)).isEqualTo(first);
        assertThat(members.changeRole(holder, id, other.id(), MemberRole.HOLDER)).isEqualTo(first);

        assertThat(members.leave(other, id)).isEqualTo(DONE);
        assertThat(roleOf(other)).isEmpty();
        assertThat(lettersTo(holder)).contains("organisation.left");
    }

    @Test
    void the_holders_role_passes_when_the_other_accepts() {
        takeIn(other, MemberRole.READER);
        assertThat(members.propose(holder, id, other.id())).isEqualTo(DONE);
        assertThat(members.propose(holder, id, other.id()))
                .isEqualTo(refused(Reason.HAND_OVER_OPEN));
        var open = members.handOversOf(other.id()).getFirst();
        assertThat(members.answerProposal(holder, open.id(), true))
                .isEqualTo(refused(Reason.NOT_OPEN));

        assertThat(members.answerProposal(other, open.id(), true)).isEqualTo(DONE);

        assertThat(roleOf(other)).contains(MemberRole.HOLDER);
        assertThat(roleOf(holder)).contains(MemberRole.ORDERER);
        assertThat(organisations.get(id).holder()).isEqualTo(other.id());
        for (var side : List.of(holder, other)) {
            assertThat(lettersTo(side))
                    .anyMatch(letter -> letter.startsWith("organisation.hand-over-proposed"))
                    .anyMatch(letter -> letter.startsWith("organisation.hand-over-done"));
        }
        assertThat(trail())
                .contains(
                        "organisation.member-hand-over-proposed",
                        "organisation.member-hand-over-done");
        assertThat(members.answerProposal(other, open.id(), true))
                .isEqualTo(refused(Reason.NOT_OPEN));
    }

    @Test
    void a_proposal_is_declined_taken_back_or_lapses_and_who_is_removed_takes_nothing_over() {
        takeIn(other, MemberRole.READER);
        members.propose(holder, id, other.id());
        members.answerProposal(other, members.handOversOf(other.id()).getFirst().id(), false);
        members.propose(holder, id, other.id());
        members.keepRole(holder, members.handOversOf(other.id()).getFirst().id());
        members.propose(holder, id, other.id());
        fallDue(members.handOversOf(other.id()).getFirst());
        members.propose(holder, id, other.id());
        members.remove(holder, id, other.id());

        assertThat(members.handOvers(id))
                .extracting(HandOver::state)
                .containsExactlyInAnyOrder(
                        HandOver.State.DECLINED,
                        HandOver.State.WITHDRAWN,
                        HandOver.State.LAPSED,
                        HandOver.State.WITHDRAWN);
        assertThat(roleOf(holder)).contains(MemberRole.HOLDER);
    }

    @Test
    void staff_replaces_a_holder_who_has_left_with_proof_reason_and_time_to_object() {
        var pdf = VerificationFixtures.PDF;
        var wanted = new Members.NewHolder(other.email(), "Partie en mai", "pv.pdf", pdf);
        assertThat(
                        members.replaceHolder(
                                staff(),
                                id,
                                new Members.NewHolder(other.email(), " ", "pv.pdf", pdf)))
                .isEqualTo(refused(Reason.REASON_MISSING));
        var html = "<!doctype html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(
                        members.replaceHolder(
                                staff(),
                                id,
                                new Members.NewHolder(other.email(), "Partie", "pv.pdf", html)))
                .isEqualTo(refused(Reason.FILE_NOT_TAKEN));
        assertThat(members.replaceHolder(staff(), id, wanted)).isEqualTo(DONE);
        assertThat(roleOf(holder)).as("nothing yet").contains(MemberRole.HOLDER);
        assertThat(lettersTo(holder)).contains("organisation.replacement-begun-holder");
        var open = members.handOvers(id).getFirst();
        var proof = members.proofFile(open.byStaff().orElseThrow().proof()).orElseThrow();
        assertThat(proof.path()).hasBinaryContent(pdf);
        assertThat(proof.document().heldFor()).contains("hand-over " + open.id());
        assertThat(members.answerProposal(other, open.id(), true))
                .as("the successor cannot shorten the holder's time")
                .isEqualTo(refused(Reason.NOT_OPEN));

        assertThat(members.keepRole(holder, open.id())).isEqualTo(DONE);
        fallDue(open);
        assertThat(roleOf(holder)).as("stopped").contains(MemberRole.HOLDER);

        ask(other);
        members.replaceHolder(staff(), id, wanted);
        fallDue(members.handOvers(id).getFirst());
        assertThat(roleOf(other)).contains(MemberRole.HOLDER);
        assertThat(members.joinRequests(id)).as("who holds the account asks no more").isEmpty();
        assertThat(roleOf(holder)).contains(MemberRole.ORDERER);
        assertThat(audit.of(id, 100))
                .filteredOn(line -> line.action().endsWith("member-holder-replacement-begun"))
                .isNotEmpty()
                .allMatch(line -> line.detail().equals("Partie en mai"));
    }

    @Test
    void a_proof_that_lay_in_a_folder_of_its_own_is_moved_and_opens() throws IOException {
        var pdf = VerificationFixtures.PDF;
        members.replaceHolder(
                staff(), id, new Members.NewHolder(other.email(), "Partie", "pv.pdf", pdf));
        var open = members.handOvers(id).getFirst();
        var name = java.util.UUID.randomUUID().toString();
        db.execute(
                "update organisation.hand_over set proof_stored_as = ? where id = ?",
                name,
                open.id().value());
        var file = data.resolve("hand-over").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        assertThat(proofOf(open)).as("not served from there").isEmpty();

        oldProofs.move();

        assertThat(proofOf(open).orElseThrow().path()).hasBinaryContent(pdf);
        assertThat(file).doesNotExist();
    }

    private Optional<StoredFile> proofOf(HandOver handOver) {
        var now = members.handOver(handOver.id()).orElseThrow();
        return members.proofFile(now.byStaff().orElseThrow().proof());
    }

    @Test
    @Requirement("ACC-06")
    void the_holder_answers_a_request_to_join_and_staff_only_when_the_holder_does_not() {
        ask(other);
        var request = members.joinRequests(id).getFirst();
        assertThat(lettersTo(holder)).contains("organisation.join-asked");
        assertThat(members.answerJoin(staff(), request.id(), true))
                .isEqualTo(refused(Reason.HOLDER_STILL_HAS_TIME));
        assertThat(members.answerJoin(other, request.id(), true, MemberRole.READER))
                .isEqualTo(refused(Reason.NOT_THE_HOLDER));
        assertThat(members.answerJoin(holder, request.id(), true, MemberRole.READER))
                .isEqualTo(DONE);
        assertThat(roleOf(other)).contains(MemberRole.READER);
        assertThat(lettersTo(other)).contains("organisation.join-accepted");

        var late = Accounts.member(people);
        ask(late);
        var second = members.joinRequests(id).getFirst();
        db.execute(
                "update organisation.join_request set holder_until = asked_at where id = ?",
                second.id().value());
        assertThat(members.answerJoin(staff(), second.id(), true)).isEqualTo(DONE);
        assertThat(roleOf(late)).contains(MemberRole.ORDERER);
        assertThat(lettersTo(holder)).contains("organisation.join-staff-accepted");
        // Perhaps the reader holds the account since yesterday and was never asked.
        assertThat(letterTo(holder, "organisation.join-staff-accepted"))
                .contains("restée sans réponse dans le délai prévu")
                .doesNotContain("de votre part");
        assertThat(lettersTo(late)).containsExactly("organisation.join-accepted");
        assertThat(trail()).contains("organisation.member-join-accepted");
    }

    private void ask(Person person) {
        members.askToJoin(
                person.actor(),
                person.id(),
                VerificationFixtures.LUXEMBOURG,
                "LU-RCS",
                rcs,
                "Je suis la trésorière");
    }
}
