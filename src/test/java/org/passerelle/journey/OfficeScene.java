package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/// The office records the money, hands over what was ordered, and the organisation finds it.
final class OfficeScene {
    private static final int MOST_LINES = 9;

    private OfficeScene() {}

    static void recordsThePayment(Visitor finance, String order, LocalDate day) {
        finance.open("/staff/orders");
        finance.look("journey-30-staff-orders");
        finance.find(AriaRole.LINK, order).first().click();
        finance.reads("Commande " + order).look("journey-31-staff-order");
        finance.page().locator("input[name=day]").first().fill(day.toString());
        finance.write("Référence de la banque", "2026-EX-0042").press("Enregistrer le virement");
        finance.sees("tout est payé").look("journey-32-paid");
    }

    static void handsOverEveryLine(Visitor manager, String order) {
        manager.open("/staff/orders");
        manager.find(AriaRole.LINK, order).first().click();
        manager.reads("Commande " + order);
        manager.press("Transmise au partenaire");
        // A line that is delivered keeps its forms, folded; the first kind of one to do is open.
        var open = manager.page().locator("details[open] form:has(input[name=last])");
        for (var line = 1; open.count() > 0 && line <= MOST_LINES; line++) {
            open.first().locator("textarea[name=text]").fill("AAAA-BBBB-CCCC-000" + line);
            open.first().locator("input[name=last]").check();
            open.first().locator("button").click();
            manager.page().waitForLoadState();
            manager.sees("C'est remis");
        }
        manager.sees("Livrée").look("journey-36-delivered");
    }

    static void findsItInTheHistory(Visitor volunteer, String order) {
        volunteer.open("/orders");
        volunteer.sees("Livrée").look("journey-37-orders");
        volunteer.open("/orders/" + order);
        volunteer.sees("AAAA-BBBB-CCCC-0001").look("journey-38-order");
    }

    /// Two licences and one product of four: one is left until the next fiscal year.
    static void seesWhatMayStillBeOrdered(Visitor volunteer) {
        volunteer.open("/organisation/allotments");
        volunteer.reads("Droits restants").look("journey-39-allotments");
        var row =
                volunteer
                        .page()
                        .locator("main")
                        .innerText()
                        .lines()
                        .filter(line -> line.contains("sur 4"))
                        .findFirst();
        assertThat(row).hasValueSatisfying(line -> assertThat(line).contains("1 sur 4"));
    }
}
