package org.passerelle.backoffice.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.RegainingAccess;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A forgotten username: asked for in public, answered by staff, never told by the site (ACC-03).
@ProductTest
@Requirement("ACC-03")
class RegainingAccessTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired RegainingAccess access;
    @Autowired Notification notification;
    @Autowired Audit audit;

    private final String rcs = VerificationFixtures.rcs();
    private Person holder;
    private OrganisationId id;
    private Site visitor;
    private Site support;

    @BeforeEach
    void register() {
        holder = Accounts.member(people);
        id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
        visitor = Site.visitor(port);
        support = Site.signedIn(port, Accounts.staff(people, Role.SUPPORT));
    }

    private String ask(String number) {
        return ask(number, "joelle@elsewhere.example");
    }

    private String ask(String number, String email) {
        return ask(number, email, "Joëlle " + rcs);
    }

    private String ask(String number, String email, String name) {
        var answer =
                visitor.post(
                        "/forgotten-username",
                        Map.of(
                                "name",
                                name,
                                "email",
                                email,
                                "organisation",
                                "Fanfare",
                                "number",
                                number,
                                "message",
                                "Je tiens le compte"));
        assertThat(answer.statusCode()).isEqualTo(302);
        return Site.location(answer).replaceFirst("^https?://[^/]+", "");
    }

    private String staffPath(String link) {
        var secret = link.substring(link.lastIndexOf('/') + 1);
        var found = access.byLink(secret).orElseThrow();
        return "/staff/membership/recoveries/" + found.id();
    }

    @Test
    void the_answer_is_the_same_whoever_asks_and_names_no_account() {
        var known = visitor.get(ask(rcs)).body();
        var unknown = visitor.get(ask("F000001")).body();

        assertThat(number(known)).isNotEqualTo(number(unknown));
        assertThat(plain(known)).isEqualTo(plain(unknown));
        assertThat(known).doesNotContain(holder.username(), holder.email(), "Fanfare");
        assertThat(visitor.get("/forgotten-username/nothing-such").statusCode()).isEqualTo(404);
    }

    private static String number(String page) {
        return page.replaceAll("(?s).*<h1>[^<]*?(\\d+)[^<]*</h1>.*", "$1");
    }

    private static String plain(String page) {
        return page.replaceAll("\\d{4,}", "N")
                .replaceAll("forgotten-username/[A-Za-z0-9_-]+", "LINK")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "CSRF");
    }

    @Test
    void nobody_is_chosen_for_staff_but_who_typed_their_own_address() {
        var path = staffPath(ask(rcs));
        assertThat(support.get(path).body())
                .contains("Choisir une personne")
                .doesNotContain("selected");
        var unchosen = Map.of("person", "", "reason", "Rappelée");
        var refused = support.postFrom(path, path + "/restore", unchosen);
        assertThat(refused.statusCode()).isEqualTo(422);

        var own = staffPath(ask(rcs, holder.email().toUpperCase(Locale.ROOT)));
        assertThat(support.get(own).body())
                .contains("<option value=\"" + id + " " + holder.id() + "\" selected");

        var namesake = staffPath(ask(rcs, "joelle@elsewhere.example", holder.name()));
        assertThat(support.get(namesake).body())
                .as("a name is shared, and the link goes to whom staff choose")
                .contains(holder.name() + ", " + holder.email())
                .doesNotContain("selected");
    }

    @Test
    void staff_compares_with_the_file_and_the_letter_goes_to_the_address_there() {
        var link = ask(rcs);
        var path = staffPath(link);
        assertThat(support.get("/staff/membership").body()).contains("Joëlle " + rcs);
        assertThat(support.get("/staff").body()).contains("vérifier, puis rétablir l’accès");
        assertThat(support.get(path).body()).contains(holder.email(), "joelle@elsewhere.example");
        var restore = path + "/restore";
        var person = id + " " + holder.id();
        assertThat(support.postFrom(path, restore, Map.of("person", person)).statusCode())
                .as("without a reason")
                .isEqualTo(422);
        var stranger = id + " " + Accounts.member(people).id();
        assertThat(
                        support.postFrom(
                                        path,
                                        restore,
                                        Map.of("person", stranger, "reason", "Rappelée"))
                                .statusCode())
                .as("not in the file")
                .isEqualTo(422);

        support.postFrom(path, restore, Map.of("person", person, "reason", "Rappelée au siège"));

        var letters =
                notification.search(holder.email(), Optional.empty(), 10, 0).stream()
                        .filter(letter -> letter.template().startsWith("identity."))
                        .toList();
        assertThat(letters).extracting(SentLetter::template).containsOnly("identity.restored");
        assertThat(letters.getFirst().text()).doesNotContain(holder.username());
        assertThat(notification.search("joelle@elsewhere.example", Optional.empty(), 5, 0))
                .isEmpty();
        assertThat(visitor.get(link).body()).contains("adresse du compte");
        assertThat(audit.of(AuditSubject.of("person", holder.id()), 20))
                .filteredOn(line -> line.action().equals("identity.access-restored"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.detail()).isEqualTo("Rappelée au siège");
                    assertThat(line.actorKind()).isEqualTo(AuditLine.ActorKind.STAFF);
                    assertThat(line.organisation()).contains(id);
                });
    }

    @Test
    void a_request_that_fits_no_file_is_refused_with_a_reason_once() {
        var link = ask("F000001");
        var path = staffPath(link);

        support.postFrom(path, path + "/refuse", Map.of("refusal", "Inconnue au siège"));
        support.postFrom("/staff/membership", path + "/refuse", Map.of("refusal", "Encore"));

        assertThat(access.byLink(link.substring(link.lastIndexOf('/') + 1)).orElseThrow().reason())
                .contains("Inconnue au siège");
        assertThat(visitor.get(link).body()).doesNotContain("Inconnue");
        var finance = Site.signedIn(port, Accounts.staff(people, Role.FINANCE));
        assertThat(finance.get(path).statusCode()).isEqualTo(403);
    }
}
