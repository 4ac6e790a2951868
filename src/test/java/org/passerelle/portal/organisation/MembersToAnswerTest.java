package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What waits for an answer about members stands among the things to do, for who can answer it.
@ProductTest
@Requirement({"ORG-08", "ACC-05", "ACC-06"})
class MembersToAnswerTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Members members;
    @Autowired Notification notification;

    private final String rcs = VerificationFixtures.rcs();
    private Person holder;
    private Person other;
    private OrganisationId id;

    @BeforeEach
    void register() {
        holder = Accounts.member(people);
        other = Accounts.member(people);
        id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
        members.invite(holder, id, other.email(), MemberRole.READER);
        var invitation = members.invitationsFor(other).getFirst();
        members.answerInvitation(other, invitation.id(), true);
    }

    private String home(Person reader) {
        return Site.signedIn(port, reader).get("/organisation").body();
    }

    @Test
    void the_holder_finds_who_asks_to_join() {
        var asker = Accounts.member(people);
        Site.signedIn(port, asker)
                .post(
                        "/organisation/join",
                        Map.of(
                                "scheme",
                                "socialware-lu/LU-RCS",
                                "number",
                                rcs,
                                "message",
                                "Je tiens la caisse"));

        assertThat(home(holder)).contains("Répondre à une demande de rattachement", asker.name());
        assertThat(home(other)).doesNotContain("demande de rattachement");

        members.answerJoin(
                holder, members.joinRequests(id).getFirst().id(), false, MemberRole.READER);
        assertThat(home(holder)).doesNotContain("demande de rattachement");
    }

    @Test
    void whom_the_account_is_offered_to_finds_the_offer() {
        members.propose(holder, id, other.id());

        assertThat(home(other))
                .contains("Devenir titulaire du compte", "href=\"/organisation/waiting\"");
        assertThat(home(holder)).doesNotContain("Devenir titulaire du compte");
    }

    @Test
    void a_holder_whom_the_office_replaces_finds_it() {
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        var staff = (Actor.Staff) Accounts.staff(people, Role.SUPPORT).actor();
        members.replaceHolder(
                staff, id, new Members.NewHolder(other.email(), "Parti.", "pv.pdf", pdf));

        assertThat(home(holder)).contains("Le bureau remplace la personne titulaire");
        assertThat(home(other)).doesNotContain("Le bureau remplace la personne titulaire");
    }

    @Test
    void a_successor_without_any_organisation_finds_what_comes_and_when() {
        var stranger = Accounts.member(people);
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        var staff = (Actor.Staff) Accounts.staff(people, Role.SUPPORT).actor();
        members.replaceHolder(
                staff, id, new Members.NewHolder(stranger.email(), "Parti.", "pv.pdf", pdf));

        assertThat(home(stranger))
                .contains("href=\"/help/already-registered\"")
                .contains("Devenir titulaire du compte", "href=\"/organisation/waiting\"")
                .contains("sans objection de " + holder.name());
        assertThat(Site.signedIn(port, stranger).get("/organisation/waiting").body())
                .contains("Devenir titulaire du compte", "Vous n’avez rien à faire")
                .contains("Le bureau vous donne un compte", "href=\"/requests\">Écrivez au bureau")
                .doesNotContain("/hand-overs/", "Rien ne vous attend", "sans votre accord");
        assertThat(home(other)).doesNotContain("Devenir titulaire du compte");
    }

    /// All persons of these tests are called alike.
    @Test
    void members_of_the_same_name_are_told_apart_where_one_is_chosen() {
        var third = Accounts.member(people);
        members.invite(holder, id, third.email(), MemberRole.READER);
        members.answerInvitation(third, members.invitationsFor(third).getFirst().id(), true);

        var page = Site.signedIn(port, holder).get("/organisation/members").body();

        for (var one : List.of(other, third)) {
            assertThat(page)
                    .contains(one.id() + "\">" + one.name() + ", " + one.email() + "</option>")
                    .contains("Retirer<span class=\"sr\"> " + one.name() + ", " + one.email());
        }
    }

    @Test
    void the_letter_about_a_role_names_the_new_one() {
        members.changeRole(holder, id, other.id(), MemberRole.ORDERER);

        assertThat(notification.search(other.email(), Optional.empty(), 50, 0))
                .filteredOn(letter -> letter.template().equals("organisation.role-changed"))
                .extracting(SentLetter::text)
                .singleElement()
                .asString()
                .contains("Peut commander");
    }

    @Test
    void an_invitation_taken_back_promises_no_letter() {
        members.invite(holder, id, "autre@exemple.org", MemberRole.READER);
        var invitation = members.invitations(id).getFirst();
        var site = Site.signedIn(port, holder);

        site.postFrom(
                "/organisation/members",
                "/organisation/members/invitations/" + invitation.id() + "/withdraw",
                Map.of());

        assertThat(site.get("/organisation/members").body())
                .contains("L’invitation est retirée")
                .doesNotContain("averties par e-mail");
    }

    @Test
    @Requirement("CAT-01")
    void who_belongs_to_no_organisation_is_not_told_of_a_role_on_an_offer() {
        var nobodys = Site.signedIn(port, Accounts.member(people));

        assertThat(nobodys.get("/offers/acrobat-pro-1y").body())
                .contains("Inscrivez votre organisation")
                .doesNotContain("Votre rôle permet");
        assertThat(Site.signedIn(port, other).get("/offers/acrobat-pro-1y").body())
                .contains("Votre rôle permet");
    }
}
