package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@BrowserTest
@Requirement("VER-05")
class QueueOnAPhoneTest {
    /// Three lines of text and the space around them, in pixels.
    private static final double THREE_LINES = 96;

    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;

    @Test
    void a_case_takes_three_lines_and_its_legal_form_is_left_to_wide_screens(Browsing browsing) {
        var rcs = VerificationFixtures.rcs();
        var holder = Accounts.member(people).id();
        VerificationFixtures.submitted(organisations, verification, holder, rcs);
        var reviewer = new Cast(people).with(Role.REVIEWER);
        var visitor = browsing.visitorOnAPhone();
        visitor.open("/sign-in?continue=/staff/cases");
        visitor.write("Identifiant ou adresse e-mail", reviewer.username());
        visitor.write("Mot de passe", Cast.PASSWORD);
        visitor.press("Se connecter");
        visitor.open("/staff/cases?form=asbl&q=" + rcs);

        var row = visitor.page().locator("table.queue tr:has(td)").first();

        assertThat(row.innerText()).contains(rcs, "Libre").doesNotContain("sans but lucratif");
        assertThat(row.boundingBox().height).isLessThan(THREE_LINES);
        assertThat(visitor.page().locator("#form").boundingBox().width).isGreaterThan(300);
    }
}
