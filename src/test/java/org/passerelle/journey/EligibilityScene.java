package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// The volunteer reads what each partner offers, and why or why not.
final class EligibilityScene {
    private EligibilityScene() {}

    static void readsAllProgrammes(Visitor volunteer) {
        volunteer.open("/organisation/programmes");
        volunteer.look("journey-20-programmes");
        assertThat(row(volunteer, "Dons Adobe")).containsText("Éligible");
        assertThat(row(volunteer, "Dons Bitdefender")).containsText("Non éligible");
        assertThat(row(volunteer, "Dons Bitdefender")).containsText("Statut");
    }

    static void readsWhyNotAndTheWayOut(Visitor volunteer) {
        volunteer.find(AriaRole.LINK, Pattern.compile("Dons Bitdefender")).first().click();
        volunteer.reads("Bitdefender").look("journey-21-not-eligible");
        // The criterion, what this organisation has, what is demanded, and what would help.
        volunteer.sees("Statut").sees("Sans but lucratif").sees("utilité publique");
        volunteer.sees("Cette donnée est inexacte");
        volunteer.find(AriaRole.LINK, "Demander une correction").first().waitFor();
    }

    static void readsWhy(Visitor volunteer) {
        volunteer.open("/organisation/programmes");
        volunteer.find(AriaRole.LINK, Pattern.compile("Dons Adobe")).first().click();
        volunteer.reads("Dons Adobe").look("journey-22-eligible");
        volunteer.sees("Patrimoine et histoire");
    }

    static void choosesAnOffer(Visitor volunteer) {
        volunteer.open("/catalogue");
        volunteer.look("journey-23-catalogue");
        volunteer.open("/offers/acrobat-pro-1y");
        volunteer.look("journey-24-offer");
        volunteer.sees("Pourquoi vous êtes éligible");
        volunteer.open("/offers/gravityzone-10");
        volunteer.sees("Pourquoi vous n'êtes pas éligible").look("journey-25-offer-not-eligible");
    }

    private static Locator row(Visitor volunteer, String programme) {
        return volunteer
                .page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(programme))
                .first();
    }
}
