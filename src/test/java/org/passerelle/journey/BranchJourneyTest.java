package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.programme.AllotmentState;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

/// A branch without a number of its own comes with a letter, is qualified, and orders within its
/// own allotments while its parent's stay untouched, in a real browser (ORG-06).
@ProductTest
@BrowserTest
class BranchJourneyTest {
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired OrderingFixture house;
    @Autowired CanadianFixture canada;
    @Autowired Clock clock;

    private final List<String> findings = new ArrayList<>();

    private Visitor at(Browsing browsing, Person person) {
        var visitor = browsing.visitor().keepingFindings(findings);
        Cast.signIn(visitor, person.username());
        return visitor;
    }

    private List<String> used(OrganisationId organisation) {
        return house.programmes.mayStillOrder(organisation).stream()
                .filter(state -> !state.used().isZero())
                .map(AllotmentState::toString)
                .toList();
    }

    /// An organisation that is qualified.
    private Buyer parent(National national, Cast cast) {
        var head = cast.member();
        if (national == National.CANADA) {
            return canada.qualifiedInFrench(head, "CA-ON");
        }
        var id =
                VerificationFixtures.submitted(
                        organisations, verification, head.id(), national.number());
        var now = clock.instant();
        organisations.recordStanding(
                id, new Standing.Qualified(now, now.plus(Duration.ofDays(730))));
        return new Buyer(id, head);
    }

    @ParameterizedTest
    @CsvSource({
        "LUXEMBOURG, Inscrire une section sans numéro propre",
        "CANADA, Inscrire une branche ou un affilié"
    })
    @Requirement({"ORG-06", "VER-05", "ORD-04"})
    void a_branch_registers_with_a_letter_and_orders_within_its_own_allotments(
            National national, String way, Browsing browsing) {
        var cast = new Cast(people);
        var buyer = parent(national, cast);
        var parent = buyer.organisation();
        var head = buyer.holder();
        var whole = organisations.get(parent);
        var number = whole.profile().identifiers().values().iterator().next();
        var volunteer = cast.member();
        var name = whole.name() + " - Wiltz";

        var registering = at(browsing, volunteer);
        registering.open("/requests?office=" + national.office());
        registering.follow(way);
        registering.reads("Branches et sections").look("branch-01-how");
        registering.press("Inscrire une branche");
        var id = organisations.organisationsOf(volunteer.id()).getFirst().organisation();
        tellsTheRest(national, volunteer, id, name);
        registering.open("/organisation/registration/identifiers");
        registering.write("Nom de l’organisation dont vous faites partie", whole.name());
        registering.page().locator("[name='parent-number']").fill(number);
        registering.look("branch-02-parent").press("Enregistrer et continuer");
        sendsTheLetters(national, registering);
        registering.open("/organisation/registration/review");
        registering.look("branch-03-review").press("Déposer le dossier");
        registering.sees("Votre dossier est déposé");

        var heading = at(browsing, head);
        MailboxScene.open(heading, head.email(), "Une branche de");
        heading.open("/organisation");
        heading.sees("Nos branches").sees("Wiltz").look("branch-04-parent-sees");

        var reviewer = cast.with(Role.REVIEWER);
        var reviewing = at(browsing, reviewer);
        var open = verification.caseOf(id).orElseThrow().id();
        reviewing.open("/staff/cases/" + open);
        reviewing.sees("Se dit branche de").look("branch-05-case");
        acceptsAndQualifies(reviewing);
        assertThat(organisations.get(id).standing()).isInstanceOf(Standing.Qualified.class);

        registering.open("/organisation");
        registering.sees("Branche de").sees("Lettre acceptée").look("branch-07-branch-sees");
        var before = used(parent);
        var branch = new Buyer(id, volunteer);
        if (national == National.CANADA) {
            canada.placed(branch, CanadianFixture.ACROBAT, "2");
        } else {
            house.placed(branch, WINDOWS, "5");
        }
        assertThat(used(id)).isNotEmpty();
        assertThat(used(parent)).isEqualTo(before);
        registering.open("/organisation/allotments");
        registering.look("branch-08-own-allotments");

        heading.open("/organisation/branches");
        heading.sees("Qualifiée");
        heading.page().getByText("Ce n’est pas une des nôtres").first().click();
        heading.write("Ce que nous devons savoir", "Elle a quitté notre réseau en mai")
                .look("branch-09-not-ours")
                .press("Prévenir l’équipe");
        heading.sees("l’équipe vérifie");
        assertThat(findings).isEmpty();
    }

    private void tellsTheRest(National national, Person volunteer, OrganisationId id, String name) {
        organisations.save(
                volunteer.actor(),
                id,
                national.complete(name, "")
                        .with("branch", "yes")
                        .with("town", "Wiltz")
                        .with("street", "3, Grand-Rue")
                        .with("phone", "+352 95 00 " + (10 + Math.floorMod(name.hashCode(), 90)))
                        .with("official-email", volunteer.email()));
    }

    private static void acceptsAndQualifies(Visitor reviewing) {
        reviewing.page().locator("input[name='verdict'][value='accept']").check();
        reviewing.press("Décider de la lettre");
        reviewing.sees("Lettre acceptée : le dossier peut être décidé").look("branch-06-accepted");
        reviewing.page().locator(".segmented label").nth(1).click();
        reviewing.press("Envoyer");
    }

    /// The letter, and where the office asks for it what shows the address.
    private static void sendsTheLetters(National national, Visitor registering) {
        registering.open("/organisation/registration/evidence");
        for (var kind = 0; kind < (national == National.CANADA ? 2 : 1); kind++) {
            var file = "lettre-" + kind + ".pdf";
            registering.page().locator("#kind").selectOption(new SelectOption().setIndex(kind));
            registering
                    .page()
                    .locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload(file, "application/pdf", VerificationFixtures.PDF));
            registering.press("Joindre");
            registering.sees(file);
        }
    }
}
