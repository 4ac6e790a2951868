package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.passerelle.Requirement;
import org.passerelle.identity.People;
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

    @Autowired People people;
    @Autowired Clock clock;

    private Visitor volunteer;
    private int scenesPlayed;

    /// A scene after a broken one would only wait in vain.
    private void scene(int number, Runnable play) {
        assertThat(scenesPlayed).as("scenes before this one").isEqualTo(number - 1);
        play.run();
        scenesPlayed = number;
    }

    @BeforeAll
    void raiseTheCurtain(Browsing browsing) {
        volunteer = browsing.visitor();
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
}
