package org.passerelle.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// A reviewer of the office works on a case, asks once, and decides.
final class ReviewScene {
    private ReviewScene() {}

    static void takesTheCase(Visitor reviewer, String organisation) {
        reviewer.open("/staff/cases");
        reviewer.reads("File de qualification").sees(organisation).look("journey-13-queue");
        reviewer.page().getByText(organisation).click();
        reviewer.reads(organisation).look("journey-14-case");
        reviewer.press("Prendre");
        reviewer.sees("Remettre dans la file");
    }

    static void asks(Visitor reviewer, String question) {
        reviewer.page().locator(".segmented label").nth(0).click();
        reviewer.field("Mot pour l'organisation (facultatif)").fill(question);
        reviewer.press("Envoyer");
        reviewer.sees("Demande envoyée");
        backToTheCase(reviewer);
        reviewer.sees(question).look("journey-15-asked");
    }

    static void answers(Visitor volunteer, String question, String answer) {
        volunteer.open("/organisation/case");
        volunteer.sees("Questions du bureau").look("journey-16-question");
        volunteer.field(question).fill(answer);
        volunteer.press("Envoyer les réponses");
        volunteer.sees("l'examen reprend");
    }

    static void qualifies(Visitor reviewer, String answer) {
        reviewer.page().reload();
        reviewer.sees(answer);
        reviewer.page().locator(".segmented label").nth(1).click();
        reviewer.press("Envoyer");
        backToTheCase(reviewer);
        reviewer.sees("Qualifiée").look("journey-17-qualified");
    }

    /// The next case of the queue comes at once, where there is one.
    private static void backToTheCase(Visitor reviewer) {
        var back =
                reviewer.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("Revoir le dossier"));
        if (back.count() > 0) {
            back.click();
        }
    }

    /// What the organisation reads then, in its letters too.
    static void hears(Visitor volunteer) {
        volunteer.open("/organisation");
        volunteer.sees("Qualifiée").look("journey-18-organisation-qualified");
        volunteer.open("/messages");
        volunteer.reads("Messages").look("journey-19-messages");
        org.assertj.core.api.Assertions.assertThat(volunteer.page().getByRole(AriaRole.ROW).count())
                .isGreaterThan(2);
    }
}
