package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.ordering.CanadianFixture;
import org.springframework.beans.factory.annotation.Autowired;

/// A library of Québec registers with the second office of the product, answers its question, is
/// qualified and orders with the tax of its province; the first office sees nothing of it.
@ProductTest
@BrowserTest
class CanadianLibraryJourneyTest {
    private static final String QUESTION = "À quelle municipalité appartenez-vous ?";
    private static final String ANSWER = "À celle de Val-aux-Érables.";

    @Autowired People people;

    @Test
    @Requirement({"ORG-01", "ORG-02", "VER-01", "VER-05", "CAT-06", "ORD-01", "ORD-05"})
    void a_library_comes_from_a_shared_address_to_an_order_with_the_tax_of_its_province(
            Browsing browsing) {
        var cast = new Cast(people);
        var name = "Bibliothèque du Lac " + UUID.randomUUID().toString().substring(0, 8);

        var volunteer = browsing.visitor();
        volunteer.open("/catalogue?office=techsoup-ca");
        volunteer.sees("TechSoup Canada").sees("avant les taxes de votre province");
        volunteer.look("canada-1-catalogue");
        volunteer.open("/offices");
        volunteer.reads("Nos bureaux").look("canada-2-offices");
        Cast.signIn(volunteer, cast.member().username());
        registers(volunteer, name);

        var reviewer = browsing.visitor();
        Cast.signIn(reviewer, cast.with(Role.REVIEWER).username());
        reviewer.open("/staff/cases");
        assertThat(reviewer.page().locator("body").innerText())
                .as("the queue of Luxembourg")
                .doesNotContain(name);
        reviewer.open("/staff/offices");
        reviewer.follow("TechSoup Canada");
        ReviewScene.takesTheCase(reviewer, name);
        ReviewScene.asks(reviewer, QUESTION);
        ReviewScene.answers(volunteer, QUESTION, ANSWER);
        ReviewScene.qualifies(reviewer, ANSWER);
        ReviewScene.hears(volunteer);

        orders(volunteer);
    }

    private static void registers(Visitor volunteer, String name) {
        volunteer.open("/organisation");
        assertThat(volunteer.field("Pays du siège").inputValue())
                .as("the country of the office that was chosen")
                .isEqualTo("CA");
        volunteer.choose("Pays du siège", "BR").press("Commencer l'inscription");
        volunteer.sees("Aucun de nos bureaux ne sert encore ce pays").look("canada-3-no-office");
        volunteer.choose("Pays du siège", "CA").press("Commencer l'inscription");
        volunteer
                .write("Nom légal", name)
                .choose("Forme juridique", "public-library")
                .look("canada-4-identity")
                .press("Enregistrer et continuer");
        volunteer
                .page()
                .locator("[name='identifier.CA-BN']")
                .fill(CanadianFixture.businessNumber());
        volunteer.press("Enregistrer et continuer");
        volunteer
                .write("Rue et numéro", "1, place de l'Église")
                .write("Code postal", "J0A 0A0")
                .write("Localité", "Val-aux-Érables")
                .choose("Province ou territoire", "CA-QC")
                .write("E-mail officiel", "bibliotheque@val.example.org")
                .write("Téléphone", "+1 555 010 0000")
                .look("canada-5-address")
                .press("Enregistrer et continuer");
        RegistrationScene.tellsWhatItDoes(
                volunteer, java.time.Year.now(java.time.Clock.systemUTC()).getValue() - 1);
        RegistrationScene.givesEvidenceAndSubmits(volunteer);
    }

    private static void orders(Visitor volunteer) {
        BasketScene.put(volunteer, "acrobat-pro-1y", "4");
        volunteer.open("/cart");
        var accept = Pattern.compile("^J’accepte cette condition");
        while (volunteer.find(AriaRole.BUTTON, accept).count() > 0) {
            volunteer.find(AriaRole.BUTTON, accept).first().click();
            volunteer.page().waitForLoadState();
        }
        volunteer.open("/cart");
        volunteer.sees("TPS 5 %").sees("7,00 CAD").sees("TVQ 9,975 %").sees("13,97 CAD");
        volunteer.look("canada-6-cart");
        volunteer.press("Relire et commander");
        volunteer.sees("160,97 CAD").look("canada-7-review");
        volunteer.press("Commander :");
        volunteer.sees("passée").sees("160,97 CAD").look("canada-8-placed");
        assertThat(volunteer.page().locator("body").innerText()).doesNotContain("€", "SOCIALware");
        volunteer.open("/messages");
        volunteer.sees("confirmation et paiement").look("canada-9-messages");
    }
}
