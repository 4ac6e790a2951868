package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The country is asked first, and decides the office.
@ProductTest
@Requirement("ORG-01")
class StartTest {
    private static final String REGISTRATION = "/organisation/registration";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;

    private Person volunteer;
    private Site site;

    @BeforeEach
    void signIn() {
        volunteer = Accounts.member(people);
        site = Site.signedIn(port, volunteer);
    }

    private java.util.List<Organisation> mine() {
        return organisations.organisationsOf(volunteer.id()).stream()
                .map(one -> organisations.get(one.organisation()))
                .toList();
    }

    @Test
    void the_country_leads_to_the_office_that_serves_it_with_its_forms_and_its_words() {
        site.post(REGISTRATION, Map.of("country", "CA"));

        assertThat(mine()).extracting(one -> one.office().value()).containsExactly("techsoup-ca");
        assertThat(site.get(REGISTRATION + "/identity").body())
                .contains("Bibliothèque publique", "Organisme de bienfaisance", "Canada")
                .doesNotContain("ASBL", "SOCIALware");
    }

    @Test
    void a_country_that_no_office_serves_is_said_clearly_with_the_offices_there_are() {
        var answer = site.post(REGISTRATION, Map.of("country", "BR"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Aucun de nos bureaux ne sert encore ce pays", "Brésil")
                .contains("SOCIALware Luxembourg (Luxembourg) · TechSoup Canada (Canada)")
                .contains("value=\"BR\" selected");
        assertThat(mine()).isEmpty();
    }

    @Test
    void nonsense_for_a_country_is_answered_like_a_country_nobody_serves() {
        assertThat(site.post(REGISTRATION, Map.of("country", "<b>")).statusCode()).isEqualTo(422);
        assertThat(site.post(REGISTRATION, Map.of("country", "ZZ")).statusCode()).isEqualTo(422);
        assertThat(mine()).isEmpty();
    }

    @Test
    void the_office_a_visitor_chose_offers_its_country_beforehand() {
        site.get("/catalogue?office=techsoup-ca");

        assertThat(site.get("/organisation").body()).contains("value=\"CA\" selected");
        assertThat(site.get(REGISTRATION).body()).contains("value=\"CA\" selected");
    }

    @Test
    void one_who_chose_the_wrong_country_begins_with_another_office() {
        site.post(REGISTRATION, Map.of("country", "LU"));
        assertThat(site.get(REGISTRATION + "/identity").body()).contains(REGISTRATION + "/new");

        site.postFrom(REGISTRATION + "/new", REGISTRATION, Map.of("country", "CA"));

        assertThat(site.get(REGISTRATION + "/identity").body()).contains("Bibliothèque publique");
        site.postFrom(REGISTRATION + "/new", REGISTRATION, Map.of("country", "CA"));
        assertThat(mine()).as("a blank one is taken up again").hasSize(2);
    }

    @Test
    @Requirement("ACC-06")
    void joining_asks_for_the_numbers_of_every_office() {
        assertThat(site.get("/organisation/join").body())
                .contains("value=\"socialware-lu/LU-RCS\"", "value=\"techsoup-ca/CA-BN\"");
        var answer =
                site.post(
                        "/organisation/join",
                        Map.of(
                                "scheme", "techsoup-ca/CA-BN",
                                "number", "119219814RR0002x",
                                "message", "I am on the board"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"techsoup-ca/CA-BN\" selected");
    }
}
