package org.passerelle.backoffice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.token.TokenFixture.BUDGET_SMALL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.KeyOutcome;
import org.passerelle.identity.Offices;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.security.Site;
import org.passerelle.token.TokenFixture;
import org.passerelle.token.TokenState;
import org.passerelle.token.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProductTest
class StaffPagesTest {
    private static final int BUDGET = 20 * 1024;
    private static final Pattern KEY = Pattern.compile("psk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired ApiKeys keys;
    @Autowired Tokens tokens;
    @Autowired Audit audit;
    @Autowired Notification notification;
    @Autowired ApplicationContext context;

    private TokenFixture fixture() {
        return context.getAutowireCapableBeanFactory().createBean(TokenFixture.class);
    }

    private Site administrator() {
        return Site.signedIn(port, Accounts.staff(people, Role.ADMINISTRATOR));
    }

    @Test
    @Requirement("OPS-03")
    void a_key_is_shown_once_works_and_is_revoked() {
        var site = administrator();
        var form =
                Map.of(
                        "partner", "socialware-lu/google",
                        "label", "tests of the page",
                        "scopes", "tokens:verify");
        var page = site.post("/staff/integrations", form);
        var found = KEY.matcher(page.body());
        assertThat(found.find()).isTrue();
        var text = found.group();
        var id = text.substring(4, 20);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(keys.authenticate(text, "127.5.0.1"))
                .isInstanceOfSatisfying(
                        KeyOutcome.Known.class,
                        known -> assertThat(known.key().partner()).isEqualTo("google"));

        var list = site.get("/staff/integrations").body();
        assertThat(list).contains("psk_" + id + "_…", "tests of the page").doesNotContain(text);
        site.post("/staff/integrations/" + id + "/revoke", Map.of());
        assertThat(keys.authenticate(text, "127.5.0.1")).isEqualTo(new KeyOutcome.Unknown());
        assertThat(audit.of(new AuditSubject("api-key", id), 5))
                .extracting(AuditLine::action)
                .containsExactly("identity.key-revoked", "identity.key-issued");
    }

    @Test
    @Requirement("OPS-03")
    void a_key_without_partner_label_or_scope_is_not_issued() {
        var page = administrator().post("/staff/integrations", Map.of("partner", "x/y"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("3 champs à corriger");
    }

    @Test
    @Requirement("TOK-07")
    void staff_sees_tokens_without_codes_and_ends_all_of_them_with_a_reason() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var token = fixture.token(member);
        var site = Site.signedIn(port, Accounts.staff(people, Role.SUPPORT));
        var path = "/staff/tokens/" + member.organisation();

        assertThat(site.get("/staff/tokens?text=Amis+du+Pont").body()).contains(path);
        assertThat(site.get(path).body())
                .contains("Maëlle Thoma", "Valable")
                .doesNotContain(TokenFixture.code(token));
        var refused = site.postFrom(path, path + "/revoke", Map.of("reason", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        site.postFrom(path, path + "/revoke", Map.of("reason", "asked by phone"));
        assertThat(tokens.of(member.organisation()).getFirst().state())
                .isInstanceOf(TokenState.Revoked.class);
        assertThat(site.get("/staff/audit?about=" + member.organisation()).body())
                .contains("Tous les jetons révoqués", "asked by phone", "Jeton créé");
    }

    @Test
    @Requirement({"ACC-08", "NOT-01"})
    void a_full_page_of_the_trail_and_of_the_letters_is_light_and_leads_on_and_back() {
        var site = administrator();
        var about = AuditSubject.of("page", UUID.randomUUID());
        IntStream.range(0, 30).forEach(i -> note(about, "line %02d.".formatted(i)));
        IntStream.range(0, 21).forEach(this::write);

        var newest = site.get("/staff/audit?about=page:" + about.id());
        var older = older(newest.body());
        var rest = site.get(older);

        assertThat(newest.body()).contains("line 29.", "line 05.").doesNotContain("line 04.");
        assertThat(rest.body()).contains("line 04.", "line 00.", "Les plus récentes");
        assertThat(site.get("/staff/audit").body().getBytes(UTF_8)).hasSizeLessThan(BUDGET);
        assertThat(site.get("/staff/messages").body().getBytes(UTF_8)).hasSizeLessThan(BUDGET);
    }

    private void note(AuditSubject about, String detail) {
        audit.record(AuditEntry.of(new Actor.Product("test"), "staff.posted", about, detail));
    }

    private void write(int number) {
        var subject = "Dossier de l’association des amis du pont " + number + " : bien reçu";
        notification.send(
                Letter.of(
                        Optional.empty(),
                        Optional.empty(),
                        "contact-de-l-association@example.org",
                        "verification.submitted",
                        subject,
                        LetterLayout.in(Language.FR, "Bureau", subject),
                        "weight:" + UUID.randomUUID()));
    }

    private static String older(String page) {
        var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    @Requirement("ACC-08")
    void the_administrator_gives_duties_that_count_at_once() {
        var person = Accounts.member(people);
        var theirs = Site.signedIn(port, person);
        assertThat(theirs.get("/staff/audit").statusCode()).isEqualTo(403);

        var site = administrator();
        var path = "/staff/people/" + person.id();
        assertThat(Site.location(site.get("/staff/people?email=" + person.email())))
                .isEqualTo(path);
        var nowhere = site.postFrom(path, path + "/roles", Map.of("duties", "SUPPORT"));
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("Choisissez au moins un bureau");
        site.postFrom(path, path + "/roles", Map.of("duties", "SUPPORT", "offices", "*"));
        assertThat(theirs.get("/staff/audit").statusCode()).isEqualTo(200);
        assertThat(site.get("/staff/people").body())
                .contains(person.email(), "Assistance", "Tous les bureaux");

        var partner = site.postFrom(path, path + "/roles", Map.of("duties", "PARTNER"));
        assertThat(partner.statusCode()).isEqualTo(422);
        var close = site.postFrom(path, path + "/close", Map.of("reason", "left the office"));
        assertThat(close.statusCode()).isEqualTo(302);
        assertThat(theirs.get("/account").statusCode()).isEqualTo(303);
        assertThat(site.get("/staff/audit?about=" + person.id()).body())
                .contains("Fonctions données", "membre → membre Assistance · tous les bureaux")
                .contains("Compte fermé", "left the office");
    }

    @Test
    @Requirement("ACC-08")
    void an_office_is_given_and_taken_at_once_with_a_line_in_the_trail() {
        var person = Accounts.member(people);
        var path = "/staff/people/" + person.id();
        var site = administrator();
        site.postFrom(
                path, path + "/roles", Map.of("duties", "REVIEWER", "offices", "techsoup-ca"));
        var theirs = Site.signedIn(port, person);
        assertThat(theirs.get("/staff/cases?office=socialware-lu").body())
                .contains("TechSoup Canada")
                .doesNotContain("SOCIALware");

        assertThat(theirs.get("/staff/cases/cas_none").body()).doesNotContain("SOCIALware");

        site.postFrom(
                path, path + "/roles", Map.of("duties", "REVIEWER", "offices", "socialware-lu"));
        assertThat(theirs.get("/staff/cases").body())
                .contains("SOCIALware")
                .doesNotContain("TechSoup Canada");
        assertThat(site.get(path).body()).contains("SOCIALware");
        assertThat(site.get("/staff/audit?about=" + person.id()).body())
                .contains(
                        "Instruction · TechSoup Canada → membre Instruction · SOCIALware"
                                + " Luxembourg");
    }

    @Test
    @Requirement("ACC-08")
    void an_administrator_of_one_office_gives_that_office_only_and_appoints_no_one_of_all() {
        var canada = Offices.of(OfficeId.of("techsoup-ca"));
        var site = Site.signedIn(port, Accounts.staffOf(people, canada, Role.ADMINISTRATOR));
        var colleague = Accounts.staffOf(people, canada, Role.REVIEWER);
        var ofAll = Accounts.staff(people, Role.REVIEWER);
        var path = "/staff/people/" + colleague.id();
        var all = "/staff/people/" + ofAll.id();

        assertThat(site.get(path).body()).contains("TechSoup Canada").doesNotContain("SOCIALware");
        for (var foreign : List.of("*", "socialware-lu")) {
            var given = Map.of("duties", "REVIEWER", "offices", foreign);
            assertThat(site.postFrom(path, path + "/roles", given).statusCode()).isEqualTo(422);
        }
        assertThat(site.get(all).body()).doesNotContain(all + "/roles");
        var taken = Map.of("duties", "REVIEWER", "offices", "techsoup-ca");
        assertThat(site.postFrom(path, all + "/roles", taken).statusCode()).isEqualTo(403);
        assertThat(people.find(ofAll.id()).orElseThrow().offices()).isEqualTo(Offices.all());
    }

    @Test
    @Requirement("ACC-08")
    void nobody_changes_their_own_duties_and_support_changes_nobodys() {
        var administrator = Accounts.staff(people, Role.ADMINISTRATOR);
        var self = "/staff/people/" + administrator.id();
        var site = Site.signedIn(port, administrator);
        assertThat(site.get(self).body()).doesNotContain(self + "/roles");
        assertThat(site.postFrom(self, self + "/roles", Map.of()).statusCode()).isEqualTo(403);

        var support = Site.signedIn(port, Accounts.staff(people, Role.SUPPORT));
        assertThat(support.get(self).statusCode()).isEqualTo(200);
        assertThat(support.postFrom(self, self + "/close", Map.of("reason", "x")).statusCode())
                .isEqualTo(403);
        assertThat(people.find(administrator.id()).orElseThrow().has(Role.ADMINISTRATOR)).isTrue();
    }

    @Test
    @Requirement({"ACC-02", "ACC-08"})
    void a_letter_that_opens_an_account_is_not_staffs_to_read() {
        var person = Accounts.member(people);
        people.changePassword(
                new org.passerelle.identity.SignedIn(person),
                Accounts.PASSWORD,
                "two herons at the lock gate");
        var letter =
                notification.search(person.email(), java.util.Optional.empty(), 1, 0).getFirst();
        var page =
                Site.signedIn(port, Accounts.staff(people, Role.SUPPORT))
                        .get("/staff/messages/" + letter.id());
        assertThat(page.body())
                .contains("son texte n’est que pour elle")
                .doesNotContain("/forgotten-password");
    }

    @Test
    @Requirement("ACC-08")
    void the_trail_says_when_it_does_not_know_what_is_asked_for() {
        var site = administrator();
        assertThat(site.get("/staff/audit?about=whatever").body()).contains("ne nomme rien");
        assertThat(site.get("/staff/audit?about=org_x").statusCode()).isEqualTo(200);
        for (var i = 0; i < 51; i++) {
            var subject = new AuditSubject("test", "page");
            audit.record(AuditEntry.of(new Actor.Product("test"), "test.done", subject, ""));
        }
        assertThat(site.get("/staff/audit").body()).contains("Lignes plus anciennes");
    }

    @Test
    @Requirement("ACC-08")
    void the_trail_is_read_by_organisation_order_case_and_person() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var site = administrator();
        var person = Accounts.member(people);
        audit.record(
                AuditEntry.of(
                        new Actor.Product("test"),
                        "order.placed",
                        new AuditSubject("order", "socialware-lu/987654"),
                        "of the test"));

        assertThat(site.get("/staff/audit?about=" + member.organisation()).body())
                .contains("Inscription déposée");
        assertThat(site.get("/staff/audit?about=987654").body())
                .contains("Commande passée", "commande 987654", "of the test");
        assertThat(site.get("/staff/audit?about=" + person.email()).body())
                .contains("Compte créé", person.name());
    }
}
