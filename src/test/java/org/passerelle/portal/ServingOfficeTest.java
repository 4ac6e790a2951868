package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Which office a request is about, seen from the pages.
@ProductTest
@Requirement({"ORG-01", "CAT-01"})
class ServingOfficeTest {
    private static final OfficeId CANADA = OfficeId.of("techsoup-ca");
    private static final String LUXEMBOURGISH = "/offers/gravityzone-10";
    private static final String CANADIAN = "/offers/sumac-silver";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;

    private static void isOfLuxembourg(HttpResponse<String> page) {
        assertThat(page.body()).contains("SOCIALware Luxembourg").doesNotContain("TechSoup");
    }

    private static void isOfCanada(HttpResponse<String> page) {
        assertThat(page.body()).contains("TechSoup Canada").doesNotContain("SOCIALware");
    }

    @Test
    void a_visitor_sees_the_first_office_until_they_choose_and_then_the_chosen_one() {
        var visitor = Site.visitor(port);
        isOfLuxembourg(visitor.get("/catalogue"));
        assertThat(visitor.get(CANADIAN).statusCode()).isEqualTo(404);

        isOfCanada(visitor.get("/catalogue?office=techsoup-ca"));
        isOfCanada(visitor.get("/catalogue"));
        assertThat(visitor.get("/catalogue").body()).contains("CAD").doesNotContain("€");
        assertThat(visitor.get(CANADIAN).statusCode()).isEqualTo(200);
        assertThat(visitor.get(LUXEMBOURGISH).statusCode()).isEqualTo(404);

        isOfLuxembourg(visitor.get("/catalogue?office=socialware-lu"));
        assertThat(visitor.get(LUXEMBOURGISH).statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_with_an_office_may_be_given_to_somebody_else() {
        var shared = Site.visitor(port).get("/catalogue?office=techsoup-ca").body();
        assertThat(shared)
                .contains("name=\"office\" value=\"techsoup-ca\"")
                .contains("/catalogue?office=techsoup-ca&amp;page=2");

        isOfCanada(Site.visitor(port).get("/catalogue?office=techsoup-ca&page=2"));
    }

    @Test
    void a_visitors_browser_that_names_a_country_leads_to_its_office_before_anything_is_chosen() {
        var visitor = Site.visitor(port);
        isOfCanada(
                visitor.send(
                        visitor.request("/catalogue")
                                .header("Accept-Language", "de-CH,fr-CA;q=0.8,fr;q=0.6")
                                .build()));
        isOfLuxembourg(
                visitor.send(
                        visitor.request("/catalogue")
                                .header("Accept-Language", "en,fr;q=0.6")
                                .build()));
        assertThat(visitor.cookie("office")).as("a guess is no choice").isEmpty();
    }

    @Test
    void an_office_that_is_not_here_changes_nothing() {
        var visitor = Site.visitor(port);
        isOfLuxembourg(visitor.get("/catalogue?office=techsoup-fr"));
        isOfLuxembourg(visitor.get("/catalogue?office=../../x"));
        isOfLuxembourg(visitor.get("/catalogue"));
    }

    @Test
    void both_offices_are_listed_for_visitors_with_the_way_to_their_offers() {
        var page = Site.visitor(port).get("/offices").body();

        assertThat(page)
                .contains("/catalogue?office=socialware-lu", "/catalogue?office=techsoup-ca")
                .contains("CAD", "EUR");
        assertThat(Site.visitor(port).get("/").body()).contains("href=\"/offices\"");
    }

    @Test
    void a_member_sees_the_office_of_the_organisation_whatever_was_chosen() {
        var holder = Accounts.member(people);
        organisations.start(holder.actor(), holder.id(), CANADA);
        var site = Site.signedIn(port, holder);

        isOfCanada(site.get("/catalogue?office=socialware-lu"));
        isOfCanada(site.get("/organisation"));
        isOfCanada(site.get("/requests"));
        assertThat(site.get(LUXEMBOURGISH).statusCode()).isEqualTo(404);
        assertThat(site.get("/catalogue").body()).doesNotContain("href=\"/offices\"");
        assertThat(site.get("/offices").body()).doesNotContain("/catalogue?office=");
    }

    @Test
    void somebody_with_organisations_at_both_offices_sees_the_one_of_whom_they_act_for() {
        var holder = Accounts.member(people);
        var canadian = organisations.start(holder.actor(), holder.id(), CANADA);
        var ours = organisations.start(holder.actor(), holder.id(), OfficeId.of("socialware-lu"));
        var site = Site.signedIn(port, holder);

        site.postFrom("/organisations", "/organisations", Map.of("organisation", "" + canadian));
        isOfCanada(site.get("/catalogue"));
        site.postFrom("/organisations", "/organisations", Map.of("organisation", "" + ours));
        isOfLuxembourg(site.get("/catalogue"));
    }

    @Test
    void staff_work_for_the_office_they_chose() {
        var site = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));
        isOfLuxembourg(site.get("/staff/cases"));
        isOfCanada(site.get("/staff?office=techsoup-ca"));
        isOfCanada(site.get("/staff/cases"));
        assertThat(site.get("/staff/offices").body()).contains("SOCIALware", "TechSoup");
    }
}
