package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.passerelle.Requirement;
import org.passerelle.agenda.ProductClock;
import org.passerelle.architecture.GeneratedDocs;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A volunteer of an association comes from nothing to a validation token that a partner's machine
/// accepts, in a real browser. Each scene begins where the one before it ended; what it sets in
/// motion is the walk that `docs/architecture.md` tells.
@OwnProduct
@Import(WalkRecording.class)
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // JUnit calls raiseTheCurtain first
class FirstOrderJourneyTest {
    private static final String USERNAME = "amelie";
    private static final String ORGANISATION = "Les Passeurs de Mémoire";

    @Autowired People people;
    @Autowired ApiKeys keys;
    @Autowired ProductClock clock;
    @Autowired WalkTrace trace;
    @Autowired WalkRecording.SceneEnd sceneEnd;

    private final List<String> findings = new ArrayList<>();

    private Cast cast;
    private Visitor volunteer;
    private Visitor reviewer;
    private Visitor finance;
    private Visitor manager;
    private MachineScene machine;
    private String order;
    private String token;
    private int scenesPlayed;

    /// A scene after a broken one would only wait in vain.
    private void scene(int number, String what, Runnable play) throws InterruptedException {
        assertThat(scenesPlayed).as("scenes before this one").isEqualTo(number - 1);
        play.run();
        sceneEnd.of(what);
        scenesPlayed = number;
    }

    @BeforeAll
    void raiseTheCurtain(Browsing browsing) {
        cast = new Cast(people);
        volunteer = browsing.visitor().keepingFindings(findings);
        reviewer = browsing.visitor().keepingFindings(findings);
        finance = browsing.visitor().keepingFindings(findings);
        manager = browsing.visitor().keepingFindings(findings);
        var key =
                keys.issue(
                        new Actor.Product("journey"),
                        OfficeId.of("socialware-lu"),
                        "adobe",
                        "journey",
                        Set.of("tokens:verify", "tokens:redeem"));
        machine = new MachineScene(browsing.site(), key.text());
    }

    @Test
    @Order(1)
    @Requirement({"ACC-01", "NOT-01"})
    void a_volunteer_opens_an_account_by_a_mailed_link() throws InterruptedException {
        scene(
                1,
                "A volunteer opens an account",
                () -> {
                    RegistrationScene.opensAnAccount(volunteer, USERNAME);
                    assertThat(volunteer.page().url()).doesNotContain("/sign-in");
                });
    }

    @Test
    @Order(2)
    @Requirement({"ORG-01", "ORG-02"})
    void an_association_is_registered_step_by_step() throws InterruptedException {
        scene(
                2,
                "An association is registered",
                () -> {
                    RegistrationScene.registersAnAssociation(volunteer);
                    var lastYear = clock.instant().atZone(ZoneOffset.UTC).getYear() - 1;
                    RegistrationScene.tellsWhatItDoes(volunteer, lastYear);
                });
    }

    @Test
    @Order(3)
    @Requirement({"ORG-01", "VER-01"})
    void evidence_is_given_and_the_case_submitted() throws InterruptedException {
        scene(
                3,
                "Evidence is given, the case submitted",
                () -> RegistrationScene.givesEvidenceAndSubmits(volunteer));
    }

    @Test
    @Order(4)
    @Requirement({"VER-01", "VER-05", "NOT-01"})
    void a_reviewer_asks_once_and_qualifies() throws InterruptedException {
        scene(
                4,
                "A reviewer asks once, and qualifies",
                () -> {
                    Cast.signIn(reviewer, cast.with(Role.REVIEWER).username());
                    ReviewScene.takesTheCase(reviewer, ORGANISATION);
                    ReviewScene.asks(reviewer, "Qui signe en votre nom ?");
                    ReviewScene.answers(
                            volunteer, "Qui signe en votre nom ?", "La présidente, seule.");
                    ReviewScene.qualifies(reviewer, "La présidente, seule.");
                    ReviewScene.hears(volunteer);
                });
    }

    @Test
    @Order(5)
    @Requirement({"ELI-01", "ELI-02", "ORG-08"})
    void every_programme_says_why_or_why_not_and_what_would_help() throws InterruptedException {
        scene(
                5,
                "Every programme says why or why not",
                () -> {
                    EligibilityScene.readsAllProgrammes(volunteer);
                    EligibilityScene.readsWhyNotAndTheWayOut(volunteer);
                    EligibilityScene.readsWhy(volunteer);
                    EligibilityScene.choosesAnOffer(volunteer);
                });
    }

    @Test
    @Order(6)
    @Requirement({"ORD-01", "ORD-02", "ORD-03", "PAY-01"})
    void a_basket_with_three_violations_is_mended_and_ordered() throws InterruptedException {
        scene(
                6,
                "A basket is mended and ordered",
                () -> {
                    BasketScene.fillsTheBasket(volunteer);
                    BasketScene.seesThreeViolations(volunteer);
                    BasketScene.mendsTheBasket(volunteer);
                    order = BasketScene.places(volunteer);
                });
    }

    @Test
    @Order(7)
    @Requirement({"PAY-01", "ORD-11"})
    void finance_records_the_transfer_and_the_office_hands_over() throws InterruptedException {
        scene(
                7,
                "The transfer is recorded, the goods handed over",
                () -> {
                    Cast.signIn(finance, cast.with(Role.FINANCE).username());
                    OfficeScene.recordsThePayment(finance, order, today());
                    Cast.signIn(manager, cast.with(Role.PROGRAMME_MANAGER).username());
                    OfficeScene.handsOverEveryLine(manager, order);
                });
    }

    @Test
    @Order(8)
    @Requirement({"ORD-04", "ORD-05"})
    void the_history_shows_what_was_ordered_and_what_may_still_be() throws InterruptedException {
        scene(
                8,
                "The history shows what may still be ordered",
                () -> {
                    OfficeScene.findsItInTheHistory(volunteer, order);
                    OfficeScene.seesWhatMayStillBeOrdered(volunteer);
                });
    }

    @Test
    @Order(9)
    @Requirement({"TOK-01", "TOK-02", "TOK-06"})
    void the_holder_makes_a_token_that_a_partners_machine_verifies() throws InterruptedException {
        scene(
                9,
                "A token is made, a partner's machine verifies it",
                () -> {
                    token = TokenScene.makes(volunteer);
                    var reply = machine.verify(token);

                    assertThat(reply.status()).isEqualTo(200);
                    assertThat(reply.body().at("/organisation/legalName").asString())
                            .isEqualTo(ORGANISATION);
                    assertThat(reply.body().at("/eligible").asBoolean()).isTrue();
                    volunteer.open("/tokens");
                    volunteer.sees("vérification").look("journey-40-token-looked-at");
                });
    }

    @Test
    @Order(10)
    @Requirement({"TOK-03", "TOK-04", "TOK-06"})
    void after_sixty_days_the_token_has_expired_and_is_renewed() throws InterruptedException {
        scene(
                10,
                "After sixty days the token is renewed",
                () -> {
                    clock.moveForward(Duration.ofDays(60));
                    assertThat(machine.verify(token).code()).isEqualTo("token-expired");

                    Cast.signInAgain(volunteer, USERNAME);
                    TokenScene.seesItExpired(volunteer);
                    var renewed = TokenScene.renews(volunteer);

                    assertThat(machine.verify(token).code()).isEqualTo("token-replaced");
                    assertThat(machine.verify(renewed).status()).isEqualTo(200);
                });
    }

    @Test
    @Order(11)
    void every_page_on_the_way_is_accessible_and_fits() {
        assertThat(scenesPlayed).isEqualTo(10);
        assertThat(findings).isEmpty();
    }

    @Test
    @Order(12)
    void the_walk_in_the_document_is_the_walk_that_was_made() throws IOException {
        assertThat(scenesPlayed).isEqualTo(10);
        GeneratedDocs.check(Path.of("docs/architecture.md"), "walk", trace.text());
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
