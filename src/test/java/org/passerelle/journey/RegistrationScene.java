package org.passerelle.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/// A volunteer opens an account and registers an association.
final class RegistrationScene {
    private static final byte[] PDF =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private RegistrationScene() {}

    static void opensAnAccount(Visitor volunteer, String username) {
        volunteer.open("/register");
        volunteer
                .write("Prénom", "Amélie")
                .write("Nom", "Weis")
                .write("Adresse e-mail", username + "@example.org")
                .write("Identifiant", username)
                .write("Mot de passe", Cast.PASSWORD)
                .press("Créer mon compte");
        volunteer.reads("Regardez vos messages").look("journey-01-account-asked");

        MailboxScene.open(volunteer, username + "@example.org", "Confirmez votre adresse");
        volunteer.look("journey-02-letter");
        MailboxScene.follow(volunteer, "/confirm/");
        volunteer.reads("Confirmer votre adresse").press("Confirmer mon adresse");
        volunteer.sees("Votre adresse est confirmée").look("journey-03-confirmed");
        volunteer
                .write("Identifiant ou adresse e-mail", username)
                .write("Mot de passe", Cast.PASSWORD)
                .press("Se connecter");
    }

    static void registersAnAssociation(Visitor volunteer) {
        volunteer.open("/organisation");
        volunteer.look("journey-04-no-organisation-yet");
        volunteer.press("Commencer l'inscription");
        volunteer
                .write("Nom légal", "Les Passeurs de Mémoire")
                .choose("Forme juridique", "asbl")
                .look("journey-05-identity")
                .press("Enregistrer et continuer");
        volunteer.page().locator("[name='identifier.LU-RCS']").fill("F48O7");
        volunteer.press("Enregistrer et continuer");
        volunteer.sees("O").look("journey-06-wrong-number");
        volunteer.page().locator("[name='identifier.LU-RCS']").fill("F4807");
        volunteer.press("Enregistrer et continuer");
        volunteer
                .write("Rue et numéro", "7 rue du Pont")
                .write("Code postal", "L-2344")
                .write("Localité", "Luxembourg")
                .write("E-mail officiel", "contact@passeurs.example.org")
                .write("Téléphone", "+352 00 00 00 00")
                .look("journey-07-address")
                .press("Enregistrer et continuer");
    }

    static void tellsWhatItDoes(Visitor volunteer, int lastYear) {
        volunteer
                .write("Mission", "Nous recueillons les récits des anciens et les transmettons.")
                .choose("Activité principale", "1140")
                .tick("Aucun de ceux-ci")
                .write("Budget annuel de fonctionnement", "85 000")
                .write("Année du budget", Integer.toString(lastYear))
                .look("journey-08-activity")
                .press("Enregistrer et continuer");
    }

    static void givesEvidenceAndSubmits(Visitor volunteer) {
        volunteer.open("/organisation/registration/evidence");
        volunteer.look("journey-09-evidence-missing");
        var kinds = volunteer.page().locator("#kind option").count() - 1;
        for (var kind = 0; kind < kinds; kind++) {
            volunteer
                    .page()
                    .locator("#kind")
                    .selectOption(
                            new com.microsoft.playwright.options.SelectOption().setIndex(kind));
            volunteer
                    .page()
                    .locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("piece-" + kind + ".pdf", "application/pdf", PDF));
            volunteer.press("Joindre");
        }
        volunteer.look("journey-10-evidence-there");
        volunteer.open("/organisation/registration/review");
        volunteer.look("journey-11-review").press("Déposer le dossier");
        volunteer.sees("Votre dossier est déposé").look("journey-12-submitted");
    }
}
