package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.JoinAsk;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What somebody asked to join stands among their open requests, the same whether or not there is
/// such an organisation.
@ProductTest
@Requirement({"ORG-08", "ACC-06"})
class JoinAskPagesTest {
    private static final String ASKED = "/organisation/join/asked/";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Members members;
    @Autowired DSLContext db;

    private final String rcs = VerificationFixtures.rcs();
    private Person holder;
    private Person newcomer;
    private OrganisationId id;
    private Site site;

    @BeforeEach
    void register() {
        holder = Accounts.member(people);
        newcomer = Accounts.member(people);
        id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
        site = Site.signedIn(port, newcomer);
    }

    private void ask(String number) {
        var answer =
                site.post(
                        "/organisation/join",
                        Map.of(
                                "scheme",
                                "socialware-lu/LU-RCS",
                                "number",
                                number,
                                "message",
                                "Je suis la trésorière"));
        assertThat(Site.location(answer)).endsWith("/organisation");
    }

    private List<JoinAsk> open() {
        return members.openAsks(newcomer.id());
    }

    private String page(JoinAsk ask) {
        return site.get(ASKED + ask.id()).body();
    }

    @Test
    void a_number_that_somebody_has_and_one_that_nobody_has_look_the_same() {
        var nobodys = VerificationFixtures.rcs();
        ask(rcs);
        ask(nobodys);

        assertThat(site.get("/organisation").body())
                .contains("Demandes en cours", "RCS " + rcs, "RCS " + nobodys)
                .doesNotContain("Fanfare");
        var asks = open();
        assertThat(asks).hasSize(2);
        var unknown = page(asks.getFirst());
        assertThat(unknown).contains("Je suis la trésorière", "pas même si elle est inscrite");
        assertThat(alike(unknown, asks.getFirst(), nobodys))
                .isEqualTo(alike(page(asks.getLast()), asks.getLast(), rcs));

        db.execute(
                "update organisation.join_ask set holder_until = asked_at where person = ?",
                newcomer.id().value());
        assertThat(page(asks.getFirst())).contains("Personne n’a répondu");
        assertThat(alike(page(asks.getFirst()), asks.getFirst(), nobodys))
                .isEqualTo(alike(page(asks.getLast()), asks.getLast(), rcs));
    }

    /// The page without what its asker brought, and without what is new with every page.
    private static String alike(String page, JoinAsk ask, String number) {
        return page.replace(ask.id().toString(), "")
                .replace(number, "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("nonce=\"[^\"]*\"", "");
    }

    @Test
    void asked_twice_it_stands_there_once() {
        ask(rcs);
        ask(rcs.substring(0, 1) + " " + rcs.substring(1));

        assertThat(open()).hasSize(1);
        assertThat(members.joinRequests(id)).hasSize(1);
    }

    @Test
    void answered_it_is_open_no_more_and_says_how_it_ended() {
        ask(rcs);
        var ask = open().getFirst();
        var request = members.joinRequests(id).getFirst();

        members.answerJoin(holder, request.id(), false, MemberRole.READER);

        assertThat(open()).isEmpty();
        assertThat(page(ask)).contains("Refusée").doesNotContain("Retirer la demande");
        assertThat(site.get("/organisation").body()).doesNotContain("id=\"requests\"");
    }

    @Test
    void taken_back_nobody_has_to_answer_it() {
        ask(rcs);
        var ask = open().getFirst();

        site.postFrom(ASKED + ask.id(), ASKED + ask.id() + "/withdraw", Map.of());

        assertThat(members.joinRequests(id)).isEmpty();
        assertThat(page(ask)).contains("Retirée");
        assertThat(Site.signedIn(port, holder).get("/organisation/members").body())
                .doesNotContain("Je suis la trésorière");
        ask(rcs);
        assertThat(members.joinRequests(id)).as("it may be asked again").hasSize(1);
    }

    @Test
    void what_another_asked_is_as_what_nobody_asked() {
        ask(rcs);
        var ask = open().getFirst();
        var other = Site.signedIn(port, holder);

        assertThat(other.get(ASKED + ask.id()).statusCode()).isEqualTo(404);
        assertThat(other.postFrom("/organisation", ASKED + ask.id() + "/withdraw", Map.of()))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404));
        assertThat(members.withdrawAsk(holder, ask.id())).isFalse();
        assertThat(open()).containsExactly(ask);
    }

    @Test
    void an_organisation_that_comes_later_is_asked_then() {
        var late = VerificationFixtures.rcs();
        ask(late);
        var ask = open().getFirst();

        var come = VerificationFixtures.submitted(organisations, verification, holder.id(), late);

        var request = members.joinRequests(come).getFirst();
        assertThat(request.person()).isEqualTo(newcomer.id());
        assertThat(request.message()).isEqualTo("Je suis la trésorière");
        assertThat(open()).as("its asker is not told").containsExactly(ask);
        members.answerJoin(holder, request.id(), true, MemberRole.READER);
        assertThat(open()).isEmpty();
        assertThat(organisations.may(newcomer.id(), come)).contains(MemberRole.READER);
    }

    @Test
    void whoever_registers_it_themselves_asks_no_more() {
        var own = VerificationFixtures.rcs();
        ask(own);

        VerificationFixtures.submitted(organisations, verification, newcomer.id(), own);

        assertThat(open()).isEmpty();
    }

    @Test
    void a_member_who_asks_to_join_their_own_is_told_so() {
        var answer =
                Site.signedIn(port, holder)
                        .post(
                                "/organisation/join",
                                Map.of(
                                        "scheme",
                                        "socialware-lu/LU-RCS",
                                        "number",
                                        rcs,
                                        "message",
                                        "Encore moi"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(members.openAsks(holder.id())).isEmpty();
    }
}
