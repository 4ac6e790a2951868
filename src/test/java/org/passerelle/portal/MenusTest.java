package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.LUXEMBOURG;
import static org.passerelle.verification.VerificationFixtures.complete;
import static org.passerelle.verification.VerificationFixtures.rcs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Pages that visitors and members share lead a member back to the organisation.
@ProductTest
@Requirement("ORG-08")
class MenusTest {
    private static final String BACK = "<a href=\"/organisation\"";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;

    private Site member;

    @BeforeEach
    void a_member_acts_for_an_organisation() {
        var holder = Accounts.member(people);
        var id = organisations.start(holder.actor(), holder.id(), LUXEMBOURG);
        organisations.save(holder.actor(), id, complete("Amis du lavoir", rcs()));
        member = Site.signedIn(port, holder);
    }

    @Test
    void who_has_no_organisation_yet_is_led_to_begin_one() {
        var newcomer = Site.signedIn(port, Accounts.member(people));

        assertThat(newcomer.get("/catalogue").body()).contains(BACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/catalogue", "/help", "/how-it-works", "/requests", "/requests/advice"})
    void a_page_open_to_all_leads_a_member_back(String page) {
        assertThat(member.get(page).body()).contains(BACK);
        assertThat(Site.visitor(port).get(page).body()).doesNotContain(BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requests", "/requests/advice", "/catalogue/open"})
    void what_members_use_day_by_day_keeps_their_menu(String page) {
        assertThat(member.get(page).body()).contains("class=\"shell\"");
        assertThat(Site.visitor(port).get(page).body()).doesNotContain("class=\"shell\"");
    }
}
