package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.springframework.beans.factory.annotation.Autowired;

/// A volunteer of an association comes from nothing to a validation token that a partner's machine
/// accepts, in a real browser. Each scene begins where the one before it ended.
@OwnProduct
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
    private void scene(int number, Runnable play) {
        assertThat(scenesPlayed).as("scenes before this one").isEqualTo(number - 1);
        play.run();
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
    void a_volunteer_opens_an_account_by_a_mailed_link() {
        scene(
                1,
                () -> {
                    RegistrationScene.opensAnAccount(volunteer, USERNAME);
                    assertThat(volunteer.page().url()).doesNotContain("/sign-in");
                });
    }

    @Test
    @Order(2)
    @Requirement({"ORG-01", "ORG-02"})
    void an_association_is_registered_step_by_step() {
        scene(
                2,
                () -> {
                    RegistrationScene.registersAnAssociation(volunteer);
                    var lastYear = clock.instant().atZone(ZoneOffset.UTC).getYear() - 1;
                    RegistrationScene.tellsWhatItDoes(volunteer, lastYear);
                });
    }

    @Test
    @Order(3)
    @Requirement({"ORG-01", "VER-01"})
    void evidence_is_given_and_the_case_submitted() {
        scene(3, () -> RegistrationScene.givesEvidenceAndSubmits(volunteer));
    }

    @Test
    @Order(4)
    @Requirement({"VER-01", "VER-05", "NOT-01"})
    void a_reviewer_asks_once_and_qualifies() {
        scene(
                4,
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
    void every_programme_says_why_or_why_not_and_what_would_help() {
        scene(
                5,
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
    void a_basket_with_three_violations_is_mended_and_ordered() {
        scene(
                6,
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
    void finance_records_the_transfer_and_the_office_hands_over() {
        scene(
                7,
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
    void the_history_shows_what_was_ordered_and_what_may_still_be() {
        scene(
                8,
                () -> {
                    OfficeScene.findsItInTheHistory(volunteer, order);
                    OfficeScene.seesWhatMayStillBeOrdered(volunteer);
                });
    }

    @Test
    @Order(9)
    @Requirement({"TOK-01", "TOK-02", "TOK-06"})
    void the_holder_makes_a_token_that_a_partners_machine_verifies() {
        scene(
                9,
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
    void after_sixty_days_the_token_has_expired_and_is_renewed() {
        scene(
                10,
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
        scene(11, () -> assertThat(findings).isEmpty());
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
