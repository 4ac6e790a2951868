package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.RequestKind.AnsweredBy;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

/// A request by form: asked, asked back, replied, answered, closed.
@ProductTest
@BrowserTest
@Requirement("HLP-02")
class RequestJourneyTest {
    @Autowired OrderingFixture house;
    @Autowired People people;
    @Autowired HelpDesk desk;
    @Autowired Documents documents;
    @Autowired Notification notification;

    @Test
    @Requirement({"HLP-02", "ORG-08"})
    void a_member_asks_for_advice_and_both_sides_write(Browsing browsing) {
        var buyer = house.qualified();
        var volunteer = browsing.visitor();
        volunteer.signIn(buyer.holder().username(), Accounts.PASSWORD);
        volunteer.open("/requests");
        volunteer.reads("Demandes au bureau").look("request-1-kinds");
        volunteer.follow("Un conseil avant de commander");
        volunteer.press("Envoyer la demande");
        volunteer.sees("Ce que vous voulez faire : à remplir").look("request-2-errors");
        volunteer.page().locator("[name=need]").fill("Dessiner des plans");
        volunteer.press("Envoyer la demande");
        volunteer.sees("est chez nous").sees("Dessiner des plans").look("request-3-asked");
        var path = volunteer.page().url().replaceFirst(".*(/account/requests/)", "");

        var manager = browsing.visitor();
        manager.signIn(
                Accounts.staff(people, Role.PROGRAMME_MANAGER).username(), Accounts.PASSWORD);
        manager.open("/staff/requests?kind=advice");
        manager.sees(path).look("request-4-queue");
        manager.open("/staff/requests/" + path);
        manager.page().locator("[name=text]").fill("Sur quel système ?");
        manager.press("Demander une précision");
        manager.sees("le délai est suspendu").look("request-5-asked-back");

        volunteer.open("/account/requests/" + path);
        volunteer.sees("En attente de vous").sees("Sur quel système ?");
        volunteer.page().locator("[name=text]").fill("Linux");
        volunteer.press("Envoyer");
        volunteer.sees("Votre message est chez nous").look("request-6-replied");
        manager.open("/staff/requests/" + path);
        manager.page().locator("[name=text]").fill("Prenez FreeCAD, il est gratuit.");
        manager.press("Répondre");
        manager.sees("La réponse est partie");
        volunteer.open("/organisation");
        volunteer.sees("Demande " + path).sees("Prenez FreeCAD").look("request-8-mine");
        volunteer.follow("Demande " + path + " : Un conseil avant de commander");
        volunteer.sees("Répondue").sees("FreeCAD");
        volunteer.press("Clore la demande");
        volunteer.sees("Close");

        var finance = browsing.visitor();
        finance.signIn(Accounts.staff(people, Role.FINANCE).username(), Accounts.PASSWORD);
        assertThat(finance.open("/staff/requests/" + path)).isEqualTo(404);
    }

    @Test
    void a_visitor_without_an_account_asks_from_a_phone(Browsing browsing) {
        var visitor = browsing.visitorOnAPhone();
        visitor.open("/requests/username");
        visitor.reads("J'ai oublié mon identifiant").look("request-7-visitor");
        visitor.page().locator("[name=asker-name]").fill("Ada Lentz");
        visitor.page().locator("[name=asker-email]").fill("ada.lentz@example.org");
        visitor.page().locator("[name=organisation]").fill("Les Amis");
        visitor.page().locator("[name=number]").fill("F1234");
        visitor.page().locator("[name=phone]").fill("26 12 34 56");
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("carte.pdf", "application/pdf", VerificationFixtures.PDF));
        visitor.press("Envoyer la demande");
        visitor.sees("Une lettre part à ada.lentz@example.org")
                .sees("son lien ouvre la page où suivre la demande");

        assertThat(desk.queue(OrderingFixture.OFFICE, Set.of(AnsweredBy.SUPPORT)))
                .filteredOn(one -> one.asker().name().equals("Ada Lentz"))
                .flatExtracting(one -> documents.all(one.documents()))
                .extracting(Document::fileName)
                .contains("carte.pdf");
        followsByTheLetter(visitor);
        closesWithALastWord(browsing.visitor());
    }

    private void followsByTheLetter(Visitor visitor) {
        var number = askedByAda();
        var marc = new Actor.Staff(PersonId.random(), "Marc Weber");
        desk.askBack(marc, number, "Dans quelle commune ?");
        var letter =
                notification.search("ada.lentz@example.org", Optional.empty(), 50, 0).stream()
                        .filter(one -> one.subject().contains("" + number))
                        .findFirst()
                        .orElseThrow();
        visitor.open(letter.text().replaceFirst("(?s).*(/requests/followed/[\\w-]+).*", "$1"));
        visitor.sees("En attente de vous").sees("Dans quelle commune ?").sees("carte.pdf");
        visitor.look("request-9-followed");
        visitor.page().locator("[name=text]").fill("À Mersch");
        visitor.press("Envoyer");
        visitor.sees("Votre message est chez nous").sees("À Mersch").sees("Ada Lentz");
        assertThat(desk.find(number).orElseThrow().state()).isEqualTo(HelpRequest.State.OPEN);
    }

    private long askedByAda() {
        return desk.queue(OrderingFixture.OFFICE, Set.of(AnsweredBy.SUPPORT)).stream()
                .filter(one -> one.asker().email().equals("ada.lentz@example.org"))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /// What staff typed is sent, whichever button they press.
    private void closesWithALastWord(Visitor support) {
        var number = askedByAda();
        support.signIn(Accounts.staff(people, Role.SUPPORT).username(), Accounts.PASSWORD);
        support.open("/staff/requests/" + number);
        support.page().locator("[name=text]").fill("Voyez votre boîte d’envoi");
        support.press("Clore la demande");
        support.sees("Close").sees("Voyez votre boîte d’envoi");
    }
}
