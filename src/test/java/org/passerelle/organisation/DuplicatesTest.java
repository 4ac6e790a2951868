package org.passerelle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.LUXEMBOURG;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.security.Site;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@Requirement("ORG-03")
class DuplicatesTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Duplicates duplicates;
    @Autowired Members members;
    @Autowired Notification notification;

    /// A name nobody else in this run has, in letters only.
    private final String name = "Cercle " + letters() + " " + letters();

    private Person first;
    private Person second;

    @BeforeEach
    void openAccounts() {
        first = Accounts.member(people);
        second = Accounts.member(people);
    }

    private static String letters() {
        return java.util.UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + "qz"
                + java.util.UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private OrganisationId draft(Person holder, Draft more) {
        var actor = holder.actor();
        var id = organisations.start(actor, holder.id(), LUXEMBOURG);
        var draft = VerificationFixtures.complete(name, VerificationFixtures.rcs()).with(more);
        organisations.save(actor, id, draft);
        for (var missing : verification.missing(id)) {
            if (missing instanceof Missing.Evidence(var kind)) {
                verification.attach(
                        actor,
                        id,
                        EvidenceKinds.key(kind),
                        "d.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF));
            }
        }
        return id;
    }

    private OrganisationId registered(Person holder) {
        var id = draft(holder, Draft.empty());
        assertThat(verification.submit(holder.actor(), id))
                .isEqualTo(new SubmitOutcome.Submitted(id));
        return id;
    }

    private Actor.Staff staff() {
        return (Actor.Staff) Accounts.staff(people, Role.REVIEWER).actor();
    }

    private String organisationPage(Person person) {
        return Site.signedIn(port, person).get("/organisation").body();
    }

    private List<String> lettersTo(Person person) {
        return notification.search(person.email(), Optional.empty(), 50, 0).stream()
                .map(SentLetter::template)
                .toList();
    }

    @Test
    void a_similar_name_is_told_by_name_and_town_and_stops_nothing() {
        registered(first);
        var elsewhere =
                draft(second, Draft.empty().with("town", "Diekirch").with("legal-name", name));

        assertThat(duplicates.likely(elsewhere))
                .containsExactly(new LikelyMatch(name, "Echternach"));
        assertThat(verification.submit(second.actor(), elsewhere))
                .isEqualTo(new SubmitOutcome.Submitted(elsewhere));
    }

    @Test
    void near_certain_it_is_held_until_staff_says_that_it_is_another() {
        var known = registered(first);
        var held = draft(second, Draft.empty());

        assertThat(verification.submit(second.actor(), held)).isEqualTo(new SubmitOutcome.Held());
        assertThat(verification.submit(second.actor(), held)).isEqualTo(new SubmitOutcome.Held());
        assertThat(organisations.get(held).isDraft()).isTrue();
        assertThat(duplicates.held(LUXEMBOURG))
                .filteredOn(one -> one.organisation().equals(held))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.other()).isEqualTo(known);
                    assertThat(one.likenesses()).contains(Likeness.NAME, Likeness.STREET);
                });

        assertThat(organisationPage(second))
                .contains("En comparaison", "l’équipe vérifie si", "Votre inscription")
                .contains("/organisation/registration/review\">Relire l’inscription")
                .doesNotContain("quand tout est là", "Rien n’est en cours")
                .contains("quand l’équipe a constaté que votre organisation en est bien une autre")
                .doesNotContain("Inscription en cours", ">Continuer<")
                .doesNotContain("dès que vos données sont déposées");
        assertThat(review(second)).contains("L’équipe la compare et vous écrit");
        saysNothingToSubmit(review(second));
        assertThat(Site.signedIn(port, second).get("/organisations").body())
                .contains("En comparaison")
                .doesNotContain("Inscription en cours");

        assertThat(duplicates.decide(staff(), held, known, false, "Autre comité")).isTrue();
        assertThat(duplicates.decide(staff(), held, known, true, "Encore")).isFalse();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(organisations.get(held).isDraft()).isFalse());
        assertThat(lettersTo(second)).contains("organisation.duplicate-distinct");
        assertThat(duplicates.likely(held)).isEmpty();
    }

    @Test
    @Requirement("ACC-06")
    void found_to_be_the_same_it_becomes_a_request_to_join() {
        var known = registered(first);
        var held = draft(second, Draft.empty());
        verification.submit(second.actor(), held);

        duplicates.decide(staff(), held, known, true, "Même siège, même présidente");

        assertThat(members.joinRequests(known))
                .singleElement()
                .extracting(JoinRequest::person)
                .isEqualTo(second.id());
        assertThat(lettersTo(second)).contains("organisation.duplicate-same");
        assertThat(duplicates.isFoundSame(held)).isTrue();
        assertThat(duplicates.isHeld(held)).isFalse();
        assertThat(organisationPage(second))
                .contains("votre demande de la rejoindre attend une réponse")
                .doesNotContain("quand tout est là", "En comparaison");
        assertThat(verification.submit(second.actor(), held))
                .as("what staff decided is not asked again")
                .isEqualTo(new SubmitOutcome.FoundSame());
        assertThat(duplicates.isHeld(held)).isFalse();
        assertThat(duplicates.isFoundSame(held)).isTrue();
        assertThat(lettersTo(first)).contains("organisation.join-asked");
        assertThat(members.openAsks(second.id()))
                .singleElement()
                .extracting(JoinAsk::about)
                .isEqualTo(Optional.of(new JoinAsk.About.KnownAs(name)));
        var site = Site.signedIn(port, second);
        var ask = members.openAsks(second.id()).getFirst();
        assertThat(site.get("/organisation/join/asked/" + ask.id()).body())
                .contains("Le bureau a trouvé que c’est l’organisation")
                .doesNotContain("Si cette organisation est inscrite", "pas même si elle");
        assertThat(site.get("/organisations").body())
                .contains("Déjà inscrite")
                .doesNotContain("Inscription en cours");
        assertThat(organisations.may(second.id(), known)).as("not before").isEmpty();
        assertThat(organisations.get(held).isDraft()).isTrue();
    }

    @Test
    void found_the_same_it_is_not_held_against_another_one_either() {
        var known = registered(first);
        var held = draft(second, Draft.empty());
        verification.submit(second.actor(), held);
        duplicates.decide(staff(), held, known, true, "Même siège");
        var third = Accounts.member(people);
        var alike = draft(third, Draft.empty());
        verification.submit(third.actor(), alike);
        duplicates.decide(staff(), alike, known, false, "Autre comité");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !organisations.get(alike).isDraft());

        assertThat(verification.submit(second.actor(), held))
                .isEqualTo(new SubmitOutcome.FoundSame());

        assertThat(duplicates.isHeld(held)).isFalse();
        assertThat(organisationPage(second))
                .contains("Cette inscription n’a pas de programmes")
                .doesNotContain("dès que vos données sont déposées", "En comparaison");
        assertThat(review(second)).contains("cette inscription n’est plus à déposer");
        saysNothingToSubmit(review(second));
    }

    private String review(Person person) {
        return Site.signedIn(port, person).get("/organisation/registration/review").body();
    }

    private static void saysNothingToSubmit(String review) {
        assertThat(review)
                .contains("Voici ce que le bureau a reçu")
                .doesNotContain("/organisation/registration/submit", ">Modifier<")
                .doesNotContain("Vous pouvez relire et déposer", "Reprendre plus tard")
                .doesNotContain("href=\"/organisation/registration/identity");
    }

    @Test
    @Requirement("ORG-01")
    void the_review_says_a_number_registered_already_and_what_was_answered_with_none() {
        var numbers = organisations.get(registered(first)).profile().identifiers();
        var known = numbers.getOrDefault("LU-RCS", "none");
        draft(second, Draft.empty().with("identifier.LU-RCS", known).with("purposes", "none"));

        var review = Site.signedIn(port, second).get("/organisation/registration/review").body();

        assertThat(review)
                .contains("/organisation/join?scheme=LU-RCS&amp;number=" + known)
                .contains("#f-identifier-LU-RCS\">Le numéro est mal saisi")
                .contains("ce numéro appartient à une organisation")
                .doesNotContain("corrigez-le ci-dessous")
                .contains("1 point est à corriger", "déjà inscrit chez nous</a>")
                .contains("Aucun de ceux-ci")
                .contains("1 point à voir");
    }

    @Test
    void changed_so_that_nothing_is_alike_any_more_it_is_submitted() {
        registered(first);
        var held = draft(second, Draft.empty());
        verification.submit(second.actor(), held);

        organisations.save(
                second.actor(), held, Draft.empty().with("legal-name", "Amicale " + letters()));

        assertThat(verification.submit(second.actor(), held))
                .isEqualTo(new SubmitOutcome.Submitted(held));
        assertThat(duplicates.isHeld(held)).isFalse();
    }

    @Test
    void two_alike_that_are_submitted_at_the_same_instant_see_each_other() throws Exception {
        var drafts = List.of(draft(first, Draft.empty()), draft(second, Draft.empty()));
        var together = new CyclicBarrier(2);
        var tries =
                drafts.stream()
                        .<Callable<SubmitOutcome>>map(id ->
                                () -> {
                                    together.await();
                                    return verification.submit(first.actor(), id);
                                })
                        .toList();
        try (var all = Executors.newFixedThreadPool(2)) {
            var outcomes = all.invokeAll(tries).stream().map(Future::resultNow).toList();
            assertThat(outcomes).filteredOn(SubmitOutcome.Submitted.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(SubmitOutcome.Held.class::isInstance).hasSize(1);
        }
    }
}
