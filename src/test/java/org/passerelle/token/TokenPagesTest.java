package org.passerelle.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.token.TokenFixture.BUDGET_SMALL;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProductTest
class TokenPagesTest {
    @LocalServerPort int port;
    @Autowired Tokens tokens;
    @Autowired People people;
    @Autowired ApplicationContext context;

    private TokenFixture fixture() {
        return context.getAutowireCapableBeanFactory().createBean(TokenFixture.class);
    }

    @Test
    @Requirement({"TOK-02", "TOK-04", "TOK-07"})
    void the_holder_creates_copies_renews_and_revokes() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var site = Site.signedIn(port, member.holder());
        var form =
                Map.of(
                        "firstName", "Maëlle",
                        "lastName", "Thoma",
                        "email", "maelle@example.org",
                        "declared", "true");

        var created = site.post("/tokens", form);
        assertThat(created.statusCode()).isEqualTo(302);
        var page = site.get(Site.location(created)).body();
        var token = tokens.of(member.organisation()).getFirst();
        assertThat(page)
                .contains("Jeton prêt pour Maëlle Thoma", TokenFixture.code(token))
                .contains("data-copy=\"tok\"", "1 valable", "Révoquer");

        fixture.makeOlder(token, Duration.ofDays(50));
        assertThat(site.get("/tokens").body()).contains("Expire dans 9 jours", "Renouveler");
        fixture.makeOlder(token, Duration.ofDays(11));
        assertThat(site.get("/tokens").body())
                .contains("Expiré")
                .doesNotContain(TokenFixture.code(token));
        site.postFrom("/tokens", "/tokens/" + token.id() + "/renew", Map.of());
        var renewed = tokens.of(member.organisation()).getFirst();
        assertThat(renewed.state()).isInstanceOf(TokenState.Valid.class);

        var ask = "/tokens/" + token.id() + "/revoke";
        assertThat(site.get(ask).body()).contains("il ne reviendra pas");
        site.post(ask, Map.of());
        assertThat(site.get("/tokens").body())
                .contains("est révoqué", "par la personne titulaire")
                .doesNotContain(TokenFixture.code(renewed));
    }

    @Test
    @Requirement("TOK-02")
    void a_wrong_form_comes_back_with_all_faults_and_all_that_was_typed() {
        var member = fixture().qualified(BUDGET_SMALL);
        var page =
                Site.signedIn(port, member.holder())
                        .post("/tokens", Map.of("firstName", "Maëlle", "email", "maelle"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("3 champs à corriger", "value=\"Maëlle\"", "value=\"maelle\"");
    }

    @Test
    @Requirement({"TOK-02", "ACC-05"})
    void whoever_does_not_belong_to_an_organisation_sees_and_changes_nothing_of_it() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var token = fixture.token(member);
        var other = Site.signedIn(port, fixture.qualified(BUDGET_SMALL).holder());
        var nobody = Site.signedIn(port, Accounts.member(people));

        assertThat(other.get("/tokens").body()).doesNotContain(TokenFixture.code(token));
        assertThat(nobody.get("/tokens").body()).contains("Pas encore d’organisation");
        for (var site : java.util.List.of(other, nobody)) {
            var foreign = "/tokens/" + token.id();
            var unknown = "/tokens/" + TokenId.random();
            for (var path : java.util.List.of(foreign, unknown)) {
                assertThat(site.get(path + "/revoke").statusCode()).isEqualTo(404);
                assertThat(site.postFrom("/account", path + "/revoke", Map.of()).statusCode())
                        .isEqualTo(404);
                assertThat(site.postFrom("/account", path + "/renew", Map.of()).statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(tokens.of(member.organisation()).getFirst().state())
                .isInstanceOf(TokenState.Valid.class);
    }

    @Test
    @Requirement("TOK-06")
    void the_page_says_who_looked() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var key = fixture.key("google", "tokens:verify");
        tokens.verify(fixture.checking(key, TokenFixture.code(fixture.token(member))));
        var site = Site.signedIn(port, member.holder());
        assertThat(site.get("/tokens").body())
                .contains("Google, jeton de Maëlle Thoma", "vérification", "éligible");
        assertThat(site.get("/tokens?lang=en").body()).contains("Google, token of Maëlle Thoma");
    }
}
