package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

/// People come to an organisation that is registered, hand it over, or nearly register it twice, in
/// a real browser.
@ProductTest
@BrowserTest
@SuppressWarnings("NullAway.Init") // set at the beginning of each journey
class MembersJourneyTest {
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;

    private final List<String> findings = new ArrayList<>();
    private final String name = "Cercle " + letters() + " " + letters();
    private Cast cast;
    private Person holder;
    private OrganisationId id;
    private String number;

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "zq";
    }

    private void register(National national) {
        cast = new Cast(people);
        holder = cast.member();
        number = national.number();
        id = draft(national, holder, number);
        verification.submit(holder.actor(), id);
    }

    private OrganisationId draft(National national, Person person, String number) {
        var draft = organisations.start(person.actor(), person.id(), national.office());
        organisations.save(person.actor(), draft, national.complete(name, number));
        for (var missing : verification.missing(draft)) {
            if (missing instanceof Missing.Evidence(var kind)) {
                verification.attach(
                        person.actor(),
                        draft,
                        EvidenceKinds.key(kind),
                        "d.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF));
            }
        }
        return draft;
    }

    private Visitor at(Browsing browsing, Person person) {
        var visitor = browsing.visitor().keepingFindings(findings);
        Cast.signIn(visitor, person.username());
        return visitor;
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"ACC-06", "ACC-05"})
    void a_newcomer_asks_to_join_and_later_holds_the_account(National national, Browsing browsing) {
        register(national);
        var newcomer = cast.member();
        var joining = at(browsing, newcomer);
        joining.open("/organisation/join?office=" + national.office());
        joining.choose("Quel numéro", national.numberKind())
                .write("Numéro", number)
                .write("Votre mot", "Je suis la trésorière")
                .look("members-01-join")
                .press("Envoyer la demande");
        joining.sees("Demande enregistrée").sees("Demandes en cours").look("members-01-asked");
        assertThat(joining.page().locator("body").innerText()).doesNotContain(name);

        var holding = at(browsing, holder);
        MailboxScene.open(holding, holder.email(), "demande à rejoindre");
        holding.open("/organisation/members");
        holding.sees("Je suis la trésorière").look("members-02-request");
        holding.press("Accepter");
        holding.sees("C'est fait");
        assertThat(organisations.may(newcomer.id(), id)).contains(MemberRole.ORDERER);

        holding.choose("À qui", newcomer.id().toString()).press("Proposer le compte");
        holding.sees("attend une réponse").look("members-03-offered");

        joining.open("/organisation/waiting");
        joining.look("members-04-waiting").press("Devenir titulaire");
        joining.reads("Membres").sees("Vous tenez le compte").look("members-05-holder");
        assertThat(organisations.get(id).holder()).isEqualTo(newcomer.id());
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("ORG-03")
    void a_near_certain_duplicate_waits_for_staff(National national, Browsing browsing) {
        register(national);
        var other = cast.member();
        var held = draft(national, other, national.number());
        var registering = at(browsing, other);
        registering.open("/organisation/registration/review");
        registering
                .sees("un nom proche")
                .sees(name + ", " + national.town())
                .look("members-06-similar")
                .press("Déposer le dossier");
        registering.sees("retenue le temps d'une vérification").look("members-07-held");
        assertThat(organisations.get(held).isDraft()).isTrue();
        registering.open("/organisation");
        registering.sees("L'équipe vérifie d'abord si votre organisation est déjà inscrite");

        var reviewing = at(browsing, cast.with(Role.REVIEWER));
        national.isChosenBy(reviewing);
        reviewing.open("/staff/membership");
        reviewing.sees("En commun").look("members-08-staff");
        var article =
                reviewing
                        .page()
                        .locator("article")
                        .filter(
                                new com.microsoft.playwright.Locator.FilterOptions()
                                        .setHasText(other.name()));
        article.getByLabel("Motif").fill("Autre comité, autres statuts");
        article.getByRole(AriaRole.BUTTON).first().click();
        reviewing.sees("la personne en est avertie");

        MailboxScene.open(registering, other.email(), "Votre organisation n’est pas un doublon");
        registering.openUntil("/organisation/case", "jours ouvrables").look("members-09-submitted");
        assertThat(findings).isEmpty();
    }
}
