package org.passerelle.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Attempts;
import org.passerelle.identity.Limit;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.As;
import org.passerelle.security.Site;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/// Forms of requests whose question cannot be answered, and in another language than the pack's.
@ProductTest
@Requirement("HLP-02")
class RequestFormsTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Attempts attempts;
    @Autowired WebApplicationContext product;

    private Person member() {
        var person = Accounts.member(people);
        VerificationFixtures.submitted(
                organisations, verification, person.id(), VerificationFixtures.rcs());
        return person;
    }

    @Test
    void a_request_about_an_order_says_so_to_whom_has_none_and_where_to_go() {
        var page = Site.signedIn(port, member()).get("/requests/new-code").body();

        assertThat(page)
                .contains(
                        "Votre organisation n’a pas encore de commande",
                        "href=\"/catalogue\"",
                        "href=\"/requests\"")
                .doesNotContain("name=\"order\"");
    }

    @Test
    void other_requests_are_asked_as_ever() {
        assertThat(Site.signedIn(port, member()).get("/requests/advice").body())
                .contains("action=\"/requests/advice\"")
                .doesNotContain("pas encore de commande");
    }

    @Test
    void too_many_from_one_network_come_back_with_what_was_typed_and_when_to_try_again() {
        var address = "192.0.2.201";
        while (attempts.charge(Limit.HELP_BY_ADDRESS, address).isEmpty()) {
            assertThat(address).isNotEmpty();
        }

        var answer =
                As.pages(product)
                        .post()
                        .uri("/requests/is-registered")
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("name", "Les Jardins de la Wark")
                        .with(As.form())
                        .exchange();

        assertThat(answer).hasStatus(429).containsHeader("Retry-After");
        assertThat(answer)
                .bodyText()
                .contains("Rien n’est parti", "Les Jardins de la Wark", "href=\"/requests\"");
    }

    @Test
    void no_form_asks_a_visitor_for_the_same_address_twice() {
        assertThat(Site.visitor(port).get("/requests/username?office=techsoup-ca&lang=en").body())
                .contains("E-mail address of your account, if you know it", "f-asker-email")
                .containsOnlyOnce("Your e-mail address");
    }

    @Test
    void words_of_a_pack_that_does_not_speak_the_readers_language_say_which_they_are() {
        var page = Site.visitor(port).get("/requests/is-registered?lang=nl").body();

        assertThat(page)
                .contains(
                        "<label for=\"f-name\" lang=\"fr\">Nom exact",
                        "id=\"f-number-h\" lang=\"fr\">RCS ou TVA",
                        "<option value=\"board\" lang=\"fr\">")
                .contains("<label for=\"f-asker-name\">");
        assertThat(Site.visitor(port).get("/requests/is-registered?lang=en").body())
                .contains("<label for=\"f-name\">Exact name");
    }
}
