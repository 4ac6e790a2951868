package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What belongs to an organisation is for its members and for staff; to others it does not exist.
@ProductTest
@Requirement({"VER-09", "ORG-08", "ACC-08"})
class OwnershipTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;

    private Person holder;
    private OrganisationId organisation;
    private Evidence document;

    @BeforeEach
    void submit() {
        holder = Accounts.member(people);
        organisation =
                VerificationFixtures.submitted(
                        organisations, verification, holder.id(), VerificationFixtures.rcs());
        document = verification.evidenceOf(organisation).getFirst();
    }

    private String casePath() {
        return "/staff/cases/" + verification.caseOf(organisation).orElseThrow().id();
    }

    @Test
    void a_document_is_served_to_members_so_that_it_can_do_nothing() {
        var answer = Site.signedIn(port, holder).get("/organisation/evidence/" + document.id());

        assertThat(answer.statusCode()).isEqualTo(200);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).contains("application/pdf");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox;")
                .doesNotContain("allow-scripts");
        assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("inline");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void to_a_stranger_a_foreign_document_is_as_unknown_as_one_that_never_was() {
        var stranger = Accounts.member(people);
        VerificationFixtures.submitted(
                organisations, verification, stranger.id(), VerificationFixtures.rcs());
        var site = Site.signedIn(port, stranger);

        var foreign = site.get("/organisation/evidence/" + document.id());
        var unknown = site.get("/organisation/evidence/" + EvidenceId.random());

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(body(foreign)).isEqualTo(body(unknown));
        assertThat(site.get("/staff/evidence/" + document.id()).statusCode()).isEqualTo(403);
        assertThat(site.get(casePath()).statusCode()).isEqualTo(403);
    }

    /// The page without what differs in every answer.
    private static String body(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("evi_[0-9a-f-]{36}", "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "CSRF");
    }

    @Test
    void a_stranger_cannot_act_for_a_foreign_organisation() {
        var stranger = Accounts.member(people);
        organisations.start(stranger.actor(), stranger.id(), VerificationFixtures.LUXEMBOURG);
        var site = Site.signedIn(port, stranger);

        var chosen =
                site.postFrom(
                        "/organisation",
                        "/organisations",
                        Map.of("organisation", organisation.toString()));
        assertThat(chosen.statusCode()).isEqualTo(404);
        var forged =
                site.send(
                        site.request("/organisation/case")
                                .header("Cookie", "organisation=" + organisation)
                                .GET()
                                .build());
        assertThat(forged.body()).doesNotContain(organisations.get(organisation).name());
        assertThat(
                        site.postFrom("/organisation", "/organisation/case/withdraw", Map.of())
                                .statusCode())
                .isEqualTo(302);
        assertThat(verification.caseOf(organisation).orElseThrow().state())
                .isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void support_reads_a_case_and_does_not_decide_it_and_finance_does_not_see_it() {
        var support = Site.signedIn(port, Accounts.staff(people, Role.SUPPORT));
        assertThat(support.get(casePath()).statusCode()).isEqualTo(200);
        assertThat(support.get("/staff/evidence/" + document.id()).statusCode()).isEqualTo(200);
        assertThat(support.postFrom("/staff/cases", casePath() + "/claim", Map.of()).statusCode())
                .isEqualTo(403);
        var finance = Site.signedIn(port, Accounts.staff(people, Role.FINANCE));
        assertThat(finance.get(casePath()).statusCode()).isEqualTo(403);
        assertThat(finance.get("/staff/evidence/" + document.id()).statusCode()).isEqualTo(403);
        assertThat(finance.get("/staff").statusCode()).isEqualTo(200);
    }
}
