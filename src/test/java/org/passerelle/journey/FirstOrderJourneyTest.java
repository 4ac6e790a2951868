package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.passerelle.Requirement;
import org.passerelle.agenda.ProductClock;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
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
    @Autowired ProductClock clock;

    private final List<String> findings = new ArrayList<>();

    private Cast cast;
    private Visitor volunteer;
    private Visitor reviewer;
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
    @Order(8)
    @Requirement({"TOK-01", "TOK-02"})
    void the_holder_makes_a_token_for_a_named_person() {
        scene(7, () -> token = TokenScene.makes(volunteer));
    }

    @Test
    @Order(9)
    @Requirement({"TOK-03", "TOK-04"})
    void after_sixty_days_the_token_has_expired_and_is_renewed() {
        scene(
                8,
                () -> {
                    clock.moveForward(Duration.ofDays(60));
                    Cast.signInAgain(volunteer, USERNAME);
                    TokenScene.seesItExpired(volunteer);
                    assertThat(TokenScene.renews(volunteer)).isNotEqualTo(token);
                });
    }

    @Test
    @Order(20)
    void every_page_on_the_way_is_accessible_and_fits() {
        scene(9, () -> assertThat(findings).isEmpty());
    }
}
