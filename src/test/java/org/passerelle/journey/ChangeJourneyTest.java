package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Offices;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Programmes;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

/// A change request that loses a programme and says so, in a real browser.
@ProductTest
@BrowserTest
class ChangeJourneyTest {
    @Autowired OrderingFixture house;
    @Autowired CanadianFixture canada;
    @Autowired People people;
    @Autowired Programmes programmes;
    @Autowired Notification notification;
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "LUXEMBOURG, docusign, docusign-standard, 'Signature électronique DocuSign', 214",
        "CANADA, bitdefender, bitdefender-total-5, 'Dons Bitdefender', 410"
    })
    @Requirement({"ORG-04", "ORG-08", "ELI-06"})
    void a_larger_budget_is_asked_for_accepted_and_its_price_is_told(
            National national,
            String programme,
            String offer,
            String title,
            String budget,
            Browsing browsing)
            throws IOException {
        var buyer = qualified(national);
        var id = ProgrammeId.of(programme);
        await().until(() -> !programmes.decisionsBefore(buyer.organisation(), id).isEmpty());
        var accounts = Files.write(folder.resolve("comptes.pdf"), VerificationFixtures.PDF);
        var volunteer = browsing.visitor();
        volunteer.signIn(buyer.holder().username(), Accounts.PASSWORD);
        volunteer.open("/offers/" + offer);
        volunteer.sees("Vous êtes éligible");
        volunteer.open("/organisation/changes");
        volunteer.reads("Modifications de vos données").look("change-1-none");
        volunteer.open("/organisation");
        volunteer.follow("Demander une correction");
        volunteer.reads("Demander une modification").look("change-2-form");

        volunteer.press("Envoyer la demande");
        volunteer.sees("Rien ne diffère").sees("au moins une pièce").look("change-3-errors");
        volunteer.page().locator("[name=budget-amount]").fill("1 500 000");
        volunteer.page().locator("[name=file]").setInputFiles(accounts);
        volunteer.press("Envoyer la demande");
        volunteer.sees("est chez nous").sees("comptes.pdf").look("change-4-asked");
        var request = URI.create(volunteer.page().url()).getPath();
        volunteer.open("/organisation");
        volunteer.sees("Demande de modification").look("change-5-open-request");

        var name = volunteer.page().locator(".org span").last().innerText();
        isDecided(browsing.visitor(), national, name, budget);

        await().untilAsserted(() ->
                assertThat(notification.ofOrganisation(buyer.organisation()))
                        .anyMatch(letter -> letter.template().equals("programme.change-decided")));
        volunteer.open(request);
        volunteer.sees("Programme perdu : " + title).sees("Budget annuel").look("change-10-page");
        volunteer.open("/offers/" + offer);
        volunteer.sees("Non éligible").look("change-10-offer");
        assertThat(letters(buyer))
                .as("told once, at the official address and at the holder's own")
                .filteredOn("programme.change-decided"::equals)
                .hasSize(2);
        assertThat(letters(buyer))
                .as("the loss stands in that letter and in no other")
                .doesNotContain("programme.eligibility-changed");
        volunteer.open("/messages");
        assertThat(volunteer.page().getByText("notre réponse").count()).as("one line").isOne();
        volunteer.look("change-10-messages");
        volunteer.follow("notre réponse");
        volunteer.sees("Programme perdu").sees(title).look("change-10-letter");
        volunteer.open("/organisation/programmes/" + programme);
        volunteer.sees("Non éligible").look("change-11-not-eligible");
        volunteer.follow("Demander une correction");
        volunteer.reads("Demander une modification");
        assertThat(volunteer.page().url()).endsWith("#f-budget-amount");
        assertThat(volunteer.page().locator("#f-budget-amount").inputValue()).isEqualTo("1500000");
    }

    private OrderingFixture.Buyer qualified(National national) {
        return national == National.CANADA
                ? canada.qualifiedInFrench(Accounts.member(people), "CA-ON")
                : house.qualified();
    }

    private void isDecided(Visitor reviewer, National national, String name, String budget) {
        reviewer.signIn(Accounts.staff(people, Role.REVIEWER).username(), Accounts.PASSWORD);
        national.isChosenBy(reviewer);
        reviewer.open("/staff/changes");
        reviewer.reads("Modifications de données").look("change-6-queue");
        reviewer.follow(name);
        reviewer.sees(budget).sees("500").look("change-7-decide");
        reviewer.press("Refuser");
        reviewer.sees("Dites pourquoi").look("change-8-reason");
        reviewer.press("Accepter");
        reviewer.sees("la demande est close").look("change-9-closed");
    }

    @ParameterizedTest
    @EnumSource(National.class)
    @Requirement({"ELI-05", "ACC-08"})
    void a_partner_s_approval_is_recorded_with_its_letter_and_taken_back(
            National national, Browsing browsing) throws IOException {
        var buyer = qualified(national);
        var letter = Files.write(folder.resolve("accord.pdf"), VerificationFixtures.PDF);
        var manager = browsing.visitor();
        var ofOneOffice = Offices.of(national.office());
        var staff = Accounts.staffOf(people, ofOneOffice, Role.PROGRAMME_MANAGER);
        manager.signIn(staff.username(), Accounts.PASSWORD);
        manager.open("/staff/organisations/" + buyer.organisation() + "/waivers");
        manager.press("Enregistrer la dérogation");
        manager.sees("Choisissez le programme").look("waiver-1-errors");
        manager.page().locator("[name=programme]").selectOption("autodesk-donation");
        manager.page().locator("[name=from]").fill("2026-01-01");
        manager.page().locator("[name=to]").fill("2030-12-31");
        manager.page().locator("[name=document]").fill("Courriel du 3 mars");
        manager.page().locator("[name=file]").setInputFiles(letter);
        manager.press("Enregistrer la dérogation");
        manager.sees("Valable").sees("Courriel du 3 mars").look("waiver-2-recorded");
        var volunteer = browsing.visitor();
        volunteer.signIn(buyer.holder().username(), Accounts.PASSWORD);
        volunteer.open("/organisation/programmes/autodesk-donation");
        volunteer.sees("Dérogations").sees("Courriel du 3 mars").look("waiver-4-member");
        manager.page()
                .locator("summary")
                .filter(
                        new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText("Retirer la dérogation"))
                .click();
        manager.page().locator("[name=reason]").fill("Le partenaire l'a retiré");
        manager.press("Retirer la dérogation");
        manager.sees("Retirée").look("waiver-3-revoked");
    }

    private List<String> letters(OrderingFixture.Buyer buyer) {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .map(SentLetter::template)
                .toList();
    }
}
