package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Ruling;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

/// A refusal is contested in the browser, somebody else decides otherwise, and the queue is worked
/// by its shortcuts.
@ProductTest
@BrowserTest
@Requirement({"VER-05", "VER-09"})
class ContestJourneyTest {
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;

    @Test
    void a_volunteer_contests_and_another_reviewer_qualifies(Browsing browsing) {
        var cast = new Cast(people);
        var holder = cast.member();
        var first = cast.with(Role.REVIEWER);
        var second = cast.with(Role.REVIEWER);
        var rcs = VerificationFixtures.rcs();
        var id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
        refuse(first, verification.caseOf(id).orElseThrow().id());

        var volunteer = browsing.visitor();
        Cast.signIn(volunteer, holder.username());
        volunteer.open("/organisation/case");
        volunteer.page().locator("summary", byText("Contester cette décision")).click();
        volunteer.write("Pourquoi la décision est à revoir", "Relisez l’article 3");
        volunteer.look("contest-1-organisation").press("Contester la décision");
        volunteer.sees("Votre contestation est déposée");
        volunteer.open("/organisation");
        volunteer.sees("Refusée, de nouveau à l’étude");

        var reviewer = browsing.visitor();
        Cast.signIn(reviewer, second.username());
        reviewer.open("/staff/cases?q=" + rcs);
        reviewer.page().keyboard().press("j");
        reviewer.page().keyboard().press("Enter");
        reviewer.reads("Fanfare " + rcs).sees("Relisez l’article 3").look("contest-2-case");
        reviewer.page().keyboard().press("c");
        reviewer.sees("En examen");
        reviewer.page().keyboard().press("q");
        reviewer.page().keyboard().press("w");
        reviewer.page().keyboard().type("Vous avez raison, qualifiée?");
        assertThat(reviewer.page().locator("#keys").getAttribute("open")).isNull();
        reviewer.press("Envoyer");
        reviewer.sees("Qualifiée. La nouvelle part à");

        assertThat(verification.caseOf(id).orElseThrow().state()).isEqualTo(CaseState.QUALIFIED);
        volunteer.open("/organisation/case");
        volunteer.sees("Vous avez raison, qualifiée?");
    }

    private static com.microsoft.playwright.Page.LocatorOptions byText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    private void refuse(Person person, org.passerelle.verification.CaseId id) {
        var reviewer = new Reviewer(person.id(), person.name());
        verification.claim(person.actor(), id, reviewer);
        verification.decide(
                person.actor(), id, reviewer, new Ruling.Refuse(List.of("commercial-aim"), ""));
    }
}
