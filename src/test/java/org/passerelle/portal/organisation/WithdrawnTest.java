package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Ruling;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A refused organisation withdraws what it sent after the refusal: the refusal stands, and its
/// people read why and how to begin again.
@ProductTest
@Requirement({"VER-01", "VER-09"})
class WithdrawnTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Notification notification;

    private Person volunteer;
    private OrganisationId id;

    @BeforeEach
    void submit() {
        Accounts.staff(people, Role.REVIEWER);
        volunteer = Accounts.member(people);
        id =
                VerificationFixtures.submitted(
                        organisations, verification, volunteer.id(), VerificationFixtures.rcs());
    }

    private void refuse(String reason) {
        var reviewer = VerificationFixtures.reviewer("Renée");
        var staff = VerificationFixtures.staff(reviewer);
        var caseId = verification.caseOf(id).orElseThrow().id();
        verification.claim(staff, caseId, reviewer);
        verification.decide(
                staff, caseId, reviewer, new Ruling.Refuse(List.of(reason), "Voir la page 2."));
    }

    private Site withdrawn() {
        var site = Site.signedIn(port, volunteer);
        site.postFrom("/organisation/case", "/organisation/case/withdraw", Map.of());
        assertThat(verification.caseOf(id).orElseThrow().state()).isEqualTo(CaseState.WITHDRAWN);
        return site;
    }

    private String letter() {
        return notification.ofOrganisation(id).stream()
                .filter(letter -> letter.template().equals("verification.withdrawn"))
                .findFirst()
                .orElseThrow()
                .text()
                .replaceAll("\\s+", " ");
    }

    @Test
    void the_refusal_that_stands_is_said_with_its_reasons_and_the_way_to_begin_again() {
        refuse("document-unreadable");
        var member = VerificationFixtures.member(volunteer.id());
        verification.tryAgain(member, id);
        verification.submit(member, id);
        assertThat(Site.signedIn(port, volunteer).get("/organisation/case").body())
                .as("what was decided before is not said of the case that is looked at")
                .contains("<h2 id=\"decision\">Refus précédent</h2>");

        var site = withdrawn();

        assertThat(site.get("/organisation").body())
                .contains(
                        "Refusée",
                        "Vous avez retiré le dossier repris\u00a0: le refus du ",
                        "Reprendre le dossier",
                        "href=\"/organisation/changes/new\"")
                .doesNotContain("Rien n’est perdu");
        assertThat(site.get("/organisation/case").body())
                .contains(
                        "le refus du ",
                        "pour les raisons ci-dessous",
                        "Nous n’arrivons pas à lire",
                        "Voir la page 2.",
                        "/organisation/case/again");
        assertThat(letter()).contains("Le refus décidé avant elle reste donc valable");
    }

    @Test
    void a_final_refusal_whose_contest_is_withdrawn_promises_no_new_beginning() {
        refuse("commercial-aim");
        verification.contest(
                VerificationFixtures.member(volunteer.id()), id, "Article 12", List.of());

        var site = withdrawn();

        assertThat(site.get("/organisation").body())
                .contains("Refusée")
                .doesNotContain("Reprendre le dossier");
        assertThat(site.get("/organisation/case").body())
                .contains("Vous avez retiré votre contestation", "il est définitif")
                .contains("Voir la page 2.")
                .doesNotContain("vous pouvez le reprendre", "/organisation/case/again");
        assertThat(letter()).contains("il est définitif").doesNotContain("quand vous le souhaitez");
    }

    @Test
    void a_refused_organisation_reads_why_on_its_first_page_and_may_contest_as_long_as_it_may() {
        refuse("commercial-aim");
        var site = Site.signedIn(port, volunteer);
        var why = "Vos statuts permettent de distribuer les bénéfices";
        var contest = "href=\"/organisation/case#f-words\"";

        assertThat(site.get("/organisation").body())
                .contains("Pourquoi le bureau a refusé", why, "Voir la page 2.", contest)
                .doesNotContain("Rien pour le moment");
        assertThat(site.get("/organisation/case").body()).contains("id=\"f-words\"");

        verification.contest(
                VerificationFixtures.member(volunteer.id()), id, "Article 12", List.of());

        assertThat(site.get("/organisation").body()).contains(why).doesNotContain(contest);
        refuse("commercial-aim");
        assertThat(site.get("/organisation").body())
                .contains(why, "Rien pour le moment")
                .doesNotContain(contest);
    }

    @Test
    @Requirement("VER-09")
    void a_contest_of_whose_files_one_is_not_taken_says_that_none_was_kept() {
        refuse("commercial-aim");
        var site = Site.signedIn(port, volunteer);
        var part = "--edge\r\nContent-Disposition: form-data; name=";
        var csrf = Site.csrfOf(site.get("/organisation/case").body());
        var body = part + "\"_csrf\"\r\n\r\n" + csrf + "\r\n";
        body += part + "\"words\"\r\n\r\nArticle 12\r\n";
        for (var file : List.of("bon.pdf|%PDF-1.7 %%EOF", "page.pdf|<html><body>x</body></html>")) {
            var of = file.split("\\|");
            body += part + "\"file\"; filename=\"" + of[0] + "\"\r\n\r\n" + of[1] + "\r\n";
        }

        var answer =
                site.send(
                        site.request("/organisation/case/contest")
                                .header("Content-Type", "multipart/form-data; boundary=edge")
                                .POST(HttpRequest.BodyPublishers.ofString(body + "--edge--\r\n"))
                                .build());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("page.pdf n’est pas pris", "Aucun de vos fichiers n’a été gardé");
        assertThat(verification.whyNotContest(id)).as("it is still to be sent").isEmpty();
    }

    @Test
    void a_refusal_that_is_not_final_is_explained_beside_the_way_to_go_on() {
        refuse("document-unreadable");

        assertThat(Site.signedIn(port, volunteer).get("/organisation").body())
                .contains("Nous n’arrivons pas à lire", "Voir la page 2.", "Reprendre le dossier")
                .doesNotContain("#f-words");
    }

    /// Drafts come last, and without a choice the first organisation counts.
    @Test
    void of_several_organisations_the_one_taken_up_stays_at_hand() {
        VerificationFixtures.submitted(
                organisations, verification, volunteer.id(), VerificationFixtures.rcs());
        id = organisations.organisationsOf(volunteer.id()).getFirst().organisation();
        refuse("document-unreadable");
        var name = organisations.get(id).name();
        var site = Site.signedIn(port, volunteer);
        site.postFrom("/organisation/case", "/organisation/case/again", Map.of());

        assertThat(site.get("/organisation/case").body())
                .contains(name, "Voir la page 2.", "Le dossier est repris")
                .contains("href=\"/organisation/registration\"")
                .doesNotContain("puis confirmez");
    }

    @Test
    void while_a_contest_is_looked_at_the_page_says_what_is_contested() {
        refuse("commercial-aim");
        verification.contest(
                VerificationFixtures.member(volunteer.id()), id, "Article 12", List.of());

        assertThat(Site.signedIn(port, volunteer).get("/organisation/case").body())
                .contains("Déposé", "Article 12", "Voir la page 2.")
                .contains("Vos statuts permettent de distribuer les bénéfices");
    }

    @Test
    void a_first_case_that_is_withdrawn_is_simply_taken_up_again() {
        assertThat(withdrawn().get("/organisation/case").body())
                .contains("vous pouvez le reprendre")
                .doesNotContain("le refus");
        assertThat(letter()).contains("quand vous le souhaitez");
    }
}
