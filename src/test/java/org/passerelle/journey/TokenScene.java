package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// The account holder makes a validation token for a person, and renews it when it has expired.
final class TokenScene {
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{8}@[0-9a-f]{16}");

    private TokenScene() {}

    /// Makes a token and answers its code.
    static String makes(Visitor volunteer) {
        volunteer.open("/tokens");
        volunteer.reads("Jetons de validation");
        volunteer
                .write("Prénom", "Samir")
                .write("Nom", "Lentz")
                .write("Adresse e-mail", "samir.lentz@example.org");
        volunteer.find(AriaRole.CHECKBOX, Pattern.compile("^Je déclare")).check();
        volunteer.press("Créer le jeton");
        volunteer.sees("Jeton prêt pour Samir Lentz").look("journey-33-token");
        return code(volunteer);
    }

    static void seesItExpired(Visitor volunteer) {
        volunteer.open("/tokens");
        volunteer.sees("Expiré").look("journey-34-token-expired");
    }

    /// Renews the token and answers its new code.
    static String renews(Visitor volunteer) {
        volunteer.press("Renouveler le jeton de Samir Lentz");
        volunteer.sees("Jeton prêt pour Samir Lentz").look("journey-35-token-renewed");
        return code(volunteer);
    }

    private static String code(Visitor volunteer) {
        var code = volunteer.page().locator("#tok").innerText().strip();
        assertThat(code).matches(FORMAT);
        return code;
    }
}
