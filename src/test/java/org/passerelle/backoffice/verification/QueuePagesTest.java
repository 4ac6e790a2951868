package org.passerelle.backoffice.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.passerelle.verification.CaseView;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Many cases and several reviewers: who has what, and what happens when two want the same.
@ProductTest
@Requirement("VER-05")
class QueuePagesTest {
    private static final int BUDGET = 20 * 1024;
    private static final String QUEUE = "/staff/cases";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;

    private Person holder;
    private Person person;
    private Site reviewer;

    @BeforeEach
    void sign_in() {
        holder = Accounts.member(people);
        person = Accounts.staff(people, Role.REVIEWER);
        reviewer = Site.signedIn(port, person);
    }

    private OrganisationId submitted() {
        return VerificationFixtures.submitted(
                organisations, verification, holder.id(), VerificationFixtures.rcs());
    }

    private CaseView caseOf(OrganisationId organisation) {
        return verification.caseOf(organisation).orElseThrow();
    }

    private static String path(CaseView one) {
        return QUEUE + "/" + one.id();
    }

    @Test
    void a_full_page_of_the_queue_and_a_case_to_decide_keep_the_budget_in_both_languages() {
        var cases = IntStream.range(0, 25).mapToObj(_ -> caseOf(submitted())).toList();

        for (var language : List.of("fr", "en")) {
            var page = reviewer.get(QUEUE + "?q=Fanfare&lang=" + language).body();
            assertThat(page.split("name=\"case\"", -1)).hasSize(26);
            assertThat(weight(page)).isLessThan(BUDGET);
            var one = reviewer.get(path(cases.getFirst()) + "?lang=" + language).body();
            assertThat(one).contains("name=\"reasons\"", "name=\"ready\"", "name=\"words\"");
            assertThat(weight(one)).isLessThan(BUDGET);
        }
    }

    @Test
    void statistics_show_what_waits_and_what_was_decided_as_charts_with_their_table() {
        var open = caseOf(submitted());
        var decide = path(open) + "/decide";
        var decided = reviewer.postFrom(path(open), decide, Map.of("act", "qualify"));

        assertThat(decided.statusCode()).isEqualTo(302);
        assertThat(reviewer.get(QUEUE + "/statistics?lang=en").body())
                .contains("Decisions by week", "Open cases at the end of the week")
                .containsPattern("bar--now\"[^/]*/><text class=\"val\"[^>]*>[1-9]")
                .containsPattern("data-label=\"Qualified\"><div>[1-9]")
                .containsPattern("data-label=\"Open at its end\"><div>[0-9]");
    }

    /// The shared product has dozens of reviewers; an office has five or so.
    private static int weight(String page) {
        var reviewers = 5;
        var one = "<option value=\"per_da543ab7-90bd-4612-b26d-f1f2ac4cd1a8\">Test Person</option>";
        return page.replaceAll("<option value=\"per_[^>]*>[^<]*</option>", "")
                        .getBytes(StandardCharsets.UTF_8)
                        .length
                + reviewers * one.length();
    }

    @Test
    void several_cases_are_given_to_a_colleague_at_once_and_the_filter_stays() {
        var cases = List.of(caseOf(submitted()), caseOf(submitted()));
        var colleague = Accounts.staff(people, Role.REVIEWER);

        var answer = assign("view=nobody&q=Fanfare", colleague.id().toString(), cases);

        assertThat(Site.location(answer)).endsWith(QUEUE + "?view=nobody&q=Fanfare");
        assertThat(reviewer.get(Site.location(answer)).body())
                .contains("2 dossiers sont attribués à Test Person");
        assertThat(reviewer.get(QUEUE).body())
                .contains(colleague.id() + "\">Test Person, " + colleague.email() + "</option>");
        for (var one : cases) {
            var now = verification.find(one.id()).orElseThrow();
            assertThat(now.reviewer().orElseThrow().id()).isEqualTo(colleague.id());
        }
        assign("", AssignPages.NOBODY, cases);
        assertThat(reviewer.get(QUEUE).body())
                .contains("2 dossiers restent en l’état")
                .doesNotContain("remis dans la file");
        assign("", person.id().toString(), cases);
        assign("", AssignPages.NOBODY, cases);
        assertThat(reviewer.get(QUEUE).body()).contains("2 dossiers sont remis dans la file");
        assign("", person.id().toString(), List.of());
        assertThat(reviewer.get(QUEUE).body()).contains("Aucun dossier n’est coché");
    }

    @Test
    void assigning_to_somebody_who_reviews_nothing_is_refused() {
        var one = caseOf(submitted());
        assertThat(assign("", holder.id().toString(), List.of(one)).statusCode()).isEqualTo(404);
        assertThat(verification.find(one.id()).orElseThrow().reviewer()).isEmpty();
    }

    private java.net.http.HttpResponse<String> assign(
            String query, String to, List<CaseView> cases) {
        var csrf = Site.csrfOf(reviewer.get(QUEUE).body());
        var boxes =
                cases.stream().map(one -> "&case=" + one.number()).collect(Collectors.joining());
        return reviewer.send(
                reviewer.request(QUEUE + "/assign" + (query.isEmpty() ? "" : "?" + query))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "_csrf=" + csrf + "&to=" + to + boxes))
                        .build());
    }

    @Test
    void who_asks_for_the_next_case_has_it_and_no_colleague_gets_the_same() {
        submitted();
        submitted();
        var second = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));

        var mine = Site.location(reviewer.postFrom(QUEUE, QUEUE + "/next", Map.of()));
        var theirs = Site.location(second.postFrom(QUEUE, QUEUE + "/next", Map.of()));

        assertThat(mine).contains(QUEUE + "/cas_");
        assertThat(theirs).contains(QUEUE + "/cas_").isNotEqualTo(mine);
        assertThat(reviewer.get(mine).body()).contains("Remettre dans la file");
    }

    @Test
    void a_case_that_nobody_has_is_decided_without_taking_it_first() {
        var organisation = submitted();
        var one = caseOf(organisation);
        decide(reviewer, one, Map.of("act", "qualify"));

        assertThat(caseOf(organisation).state()).isEqualTo(CaseState.QUALIFIED);
        assertThat(verification.history(one.id()).stream().map(entry -> entry.event().name()))
                .containsSubsequence("QUALIFIED", "CLAIMED");
    }

    @Test
    void an_empty_decision_takes_nothing_and_says_what_lacks() {
        var organisation = submitted();
        for (var lack :
                Map.of(
                                "ask", "cochez une question prête ou écrivez la vôtre",
                                "refuse", "choisissez au moins une raison",
                                "", "demander, qualifier ou refuser")
                        .entrySet()) {
            var answer = decide(reviewer, caseOf(organisation), Map.of("act", lack.getKey()));
            assertThat(answer.statusCode()).as(lack.getKey()).isEqualTo(422);
            assertThat(answer.body()).contains(lack.getValue());
        }
        assertThat(caseOf(organisation).state()).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void pressed_twice_the_decision_counts_once_and_the_next_case_comes_all_the_same() {
        submitted();
        var organisation = submitted();
        var fields = Map.of("act", "refuse", "reasons", "commercial-aim", "words", "Voir page 2");
        var one = caseOf(organisation);
        var csrf = Site.csrfOf(reviewer.get(path(one)).body());
        var typed = new java.util.HashMap<>(fields);
        typed.put("_csrf", csrf);

        var first = reviewer.postBare(path(one) + "/decide", typed);
        var second = reviewer.postBare(path(one) + "/decide", typed);

        assertThat(Site.location(second)).isEqualTo(Site.location(first)).contains("/cas_");
        assertThat(
                        verification.history(one.id()).stream()
                                .filter(entry -> entry.event().name().equals("REFUSED")))
                .hasSize(1);
    }

    @Test
    void a_question_sent_twice_is_asked_once() {
        var organisation = submitted();
        var one = caseOf(organisation);
        var fields = Map.of("act", "ask", "words", "Où est votre siège ?");
        decide(reviewer, one, fields);
        var again = decide(reviewer, one, fields);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(caseOf(organisation).questions()).hasSize(1);
    }

    @Test
    void two_reviewers_on_one_case_the_second_reads_who_has_it_and_keeps_what_they_wrote() {
        var organisation = submitted();
        var one = caseOf(organisation);
        var second = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));
        reviewer.postFrom(path(one), path(one) + "/claim", Map.of());

        var answer =
                decide(second, one, Map.of("act", "ask", "words", "Une phrase longue à retrouver"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains(
                        "Rien n’a été envoyé",
                        "Test Person a pris ce dossier",
                        "Une phrase longue à retrouver",
                        "Prendre à mon compte");
        assertThat(caseOf(organisation).questions()).isEmpty();
    }

    @Test
    void deciding_a_case_withdrawn_meanwhile_sends_nothing_and_says_so() {
        var organisation = submitted();
        var one = caseOf(organisation);
        verification.withdraw(VerificationFixtures.member(holder.id()), organisation);

        var answer = decide(reviewer, one, Map.of("act", "qualify", "words", "Bienvenue à tous"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Rien n’a été envoyé", "Retiré", "Bienvenue à tous")
                .doesNotContain("name=\"act\"");
        assertThat(caseOf(organisation).state()).isEqualTo(CaseState.WITHDRAWN);
    }

    private java.net.http.HttpResponse<String> decide(
            Site who, CaseView one, Map<String, String> fields) {
        return who.postFrom(path(one), path(one) + "/decide", fields);
    }
}
