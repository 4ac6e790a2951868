package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.AmendOutcome;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Seen;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Programmes;
import org.passerelle.security.Site;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a qualified organisation keeps right on its own, and what it does not.
@ProductTest
@Requirement({"ORG-04", "ORG-08"})
class OwnDataTest {
    /// Not for religious purposes.
    private static final ProgrammeId SECULAR = ProgrammeId.of("autodesk-donation");

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Programmes programmes;
    @Autowired Audit audit;
    @Autowired Clock clock;

    private Person holder;
    private OrganisationId id;

    @BeforeEach
    void somebody_qualified() {
        holder = Accounts.member(people);
        id =
                VerificationFixtures.submitted(
                        organisations, verification, holder.id(), VerificationFixtures.rcs());
        organisations.recordStanding(
                id,
                new Standing.Qualified(
                        clock.instant(), clock.instant().plus(Duration.ofDays(700))));
    }

    private Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("phone", "+352 26 00 00 00");
        form.put("website", "https://neu.example.org");
        form.put("language", "EN");
        form.put("mission", "We bring books to villages.");
        form.put("main-activity", "1100");
        form.put("purposes", "none");
        return form;
    }

    private boolean mayOrder() {
        return programmes.entitlementsOf(id).eligible().contains(SECULAR);
    }

    @Test
    void what_needs_no_request_is_changed_at_once_kept_in_the_trail_and_counts_for_programmes() {
        await().untilAsserted(() -> assertThat(mayOrder()).isTrue());
        var before = organisations.get(id).profile();
        var site = Site.signedIn(port, holder);
        assertThat(site.get("/organisation").body()).contains("href=\"/organisation/data\"");
        assertThat(site.get("/organisation/data").body()).contains("name=\"mission\"");

        var form = form();
        form.put("purposes", "religious");
        form.put("legal-name", "Quite Another Name");
        var answer = site.postFrom("/organisation", "/organisation/data", form);

        assertThat(Site.location(answer)).endsWith("/organisation");
        var after = organisations.get(id).profile();
        assertThat(after.phone()).hasValueSatisfying(p -> assertThat(p).contains("26 00 00 00"));
        assertThat(after.mission()).contains("We bring books to villages.");
        assertThat(after.purposes()).containsExactly("religious");
        assertThat(after.legalName()).as("needs a request").isEqualTo(before.legalName());
        assertThat(after.budget()).isEqualTo(before.budget());
        assertThat(audit.of(id, 50))
                .filteredOn(line -> line.action().equals("organisation.amended"))
                .extracting(AuditLine::detail)
                .first()
                .asString()
                .contains("main-activity", "phone", "purposes")
                .doesNotContain("books");
        await().untilAsserted(() -> assertThat(mayOrder()).isFalse());
    }

    @Test
    void with_something_wrong_nothing_is_stored_and_everything_typed_stands_there_again() {
        var before = organisations.get(id).profile();
        var form = form();
        form.put("phone", "");
        form.put("website", "no address");
        var site = Site.signedIn(port, holder);

        var answer = site.postFrom("/organisation", "/organisation/data", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("We bring books to villages.", "no address")
                .contains("id=\"f-phone-e\"", "id=\"f-website-e\"");
        assertThat(organisations.get(id).profile()).isEqualTo(before);
    }

    @Test
    void the_same_again_changes_nothing_and_tells_nobody() {
        var once = organisations.amend(actor(), id, draft(), Seen.nothing());
        var twice = organisations.amend(actor(), id, draft(), Seen.nothing());

        assertThat(once)
                .isInstanceOfSatisfying(
                        AmendOutcome.Amended.class, it -> assertThat(it.fields()).isNotEmpty());
        assertThat(twice)
                .isInstanceOfSatisfying(
                        AmendOutcome.Amended.class, it -> assertThat(it.fields()).isEmpty());
    }

    @Test
    void of_two_windows_neither_replaces_unseen_what_the_other_saved() {
        var site = Site.signedIn(port, holder);
        var first = Site.hidden(site.get("/organisation/data").body(), "seen");
        var form = form();
        form.put("seen", first);
        assertThat(site.postFrom("/organisation", "/organisation/data", form).statusCode())
                .isEqualTo(302);

        form.put("mission", "We lend books.");
        form.put("phone", "+352 26 00 00 00");
        var clash = site.postFrom("/organisation", "/organisation/data", form);

        assertThat(clash.statusCode()).isEqualTo(422);
        assertThat(clash.body())
                .contains("We lend books.", "We bring books to villages.")
                .contains("id=\"f-mission-e\"", "Garder ce qui est enregistré")
                .doesNotContain("id=\"f-phone-e\"");
        assertThat(organisations.get(id).profile().mission())
                .contains("We bring books to villages.");

        form.put("seen", Site.hidden(clash.body(), "seen"));
        assertThat(site.postFrom("/organisation", "/organisation/data", form).statusCode())
                .isEqualTo(302);
        assertThat(organisations.get(id).profile().mission()).contains("We lend books.");
    }

    @Test
    void rows_left_blank_do_not_add_up() {
        var site = Site.signedIn(port, holder);
        var form = form();
        form.put("prior-partner", "");
        form.put("prior-date", "");
        for (var time = 0; time < 3; time++) {
            form.put("staff", "" + time);
            site.postFrom("/organisation", "/organisation/data", form);
        }

        assertThat(site.get("/organisation/data").body().split("name=\"prior-date\"", -1))
                .as("one row, and what stands before it")
                .hasSize(2);
    }

    private org.passerelle.kernel.Actor actor() {
        return VerificationFixtures.member(holder.id());
    }

    private Draft draft() {
        var draft = Draft.empty();
        for (var field : form().entrySet()) {
            draft = draft.with(field.getKey(), field.getValue());
        }
        return draft;
    }

    @Test
    void who_is_not_qualified_goes_by_the_case() {
        organisations.recordStanding(id, new Standing.Lapsed(clock.instant()));

        assertThat(organisations.amend(actor(), id, draft(), Seen.nothing()))
                .isInstanceOf(AmendOutcome.NotQualified.class);
        var answer = Site.signedIn(port, holder).get("/organisation/data");
        assertThat(Site.location(answer)).endsWith("/organisation/case");
    }

    @Test
    void to_others_it_does_not_exist() {
        var stranger = Site.signedIn(port, Accounts.member(people));

        assertThat(stranger.postFrom("/organisation", "/organisation/data", form()).statusCode())
                .isIn(List.of(403, 404));
    }
}
