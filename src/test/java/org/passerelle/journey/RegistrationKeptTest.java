package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

/// A volunteer who is called away in the middle of a step: the tab closes, another device goes on,
/// and every page says what is missing.
@ProductTest
@BrowserTest
@Requirement("ORG-01")
class RegistrationKeptTest {
    private static final String STEP = "/organisation/registration/";

    @Autowired People people;
    @Autowired Organisations organisations;

    private Person holder(String name) {
        var holder = Accounts.member(people);
        var actor = VerificationFixtures.member(holder.id());
        var id = organisations.start(actor, holder.id(), VerificationFixtures.LUXEMBOURG);
        var draft = VerificationFixtures.complete(name, VerificationFixtures.rcs());
        organisations.save(actor, id, draft.with("mission", "").with("phone", ""));
        return holder;
    }

    private static Visitor signedIn(Browsing browsing, Person person) {
        return browsing.visitor().signIn(person.username(), Accounts.PASSWORD);
    }

    @Test
    void what_is_typed_is_kept_without_pressing_anything_and_found_on_another_device(
            Browsing browsing) {
        var holder = holder("Chœur des Ponts");
        var first = signedIn(browsing, holder);
        first.open("/organisation");
        first.sees("Il manque encore 4 points");
        first.open(STEP + "activity");
        first.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/activity") && answer.status() == 200,
                        () ->
                                first.page()
                                        .locator("#f-mission")
                                        .fill("Nous chantons dans les hôpitaux."));
        first.sees("Il manque 3 points");
        first.page().close();

        var other = signedIn(browsing, holder);
        other.open(STEP + "activity");
        assertThat(other.page().locator("#f-mission").inputValue())
                .isEqualTo("Nous chantons dans les hôpitaux.");
        other.open("/organisation");
        other.sees("Il manque : ").sees("Statuts en vigueur");
    }

    @Test
    void a_second_window_of_the_same_step_takes_nothing_away_and_says_where_both_wrote(
            Browsing browsing) {
        var visitor = signedIn(browsing, holder("Cercle des Deux Fenêtres"));
        visitor.open(STEP + "address");
        var other = visitor.page().context().newPage();
        other.navigate(visitor.page().url());
        savesByItself(visitor.page(), () -> visitor.page().locator("#f-phone").fill("+352 26 1"));
        savesByItself(other, () -> other.locator("#f-town").fill("Mersch"));
        savesByItself(visitor.page(), () -> visitor.page().locator("#f-phone").fill("+352 26 11"));

        savesByItself(other, () -> other.locator("#f-phone").fill("+352 26 22"));
        assertThat(other.locator("#f-missing").innerText())
                .contains("Une autre fenêtre a modifié la même chose", "+352 26 11");
        other.getByText("Enregistrer et continuer").click();
        assertThat(other.locator("#f-phone").inputValue()).isEqualTo("+352 26 22");
        assertThat(other.locator("#f-phone-e").innerText()).contains("+352 26 11");
        visitor.page().bringToFront();
        visitor.open(STEP + "address");
        visitor.look("registration-two-windows");
        assertThat(visitor.page().locator("#f-phone").inputValue()).isEqualTo("+352 26 11");
        assertThat(visitor.page().locator("#f-town").inputValue()).isEqualTo("Mersch");
    }

    private static void savesByItself(Page page, Runnable typing) {
        page.waitForResponse(
                answer -> answer.url().endsWith("/address") && answer.status() == 200, typing);
    }

    /// Without htmx nothing is saved by itself, as where nobody waits for its second to pass.
    @Test
    void who_leaves_by_a_link_right_after_the_last_letter_loses_nothing(Browsing browsing) {
        var visitor = signedIn(browsing, holder("Cercle du Départ"));
        var page = visitor.page();
        page.route("**/htmx*", Route::abort);
        visitor.open(STEP + "address");

        page.unroute("**/htmx*");
        page.locator("#f-town").fill("Vianden");
        page.locator(".steps a[href$='/activity']").click();
        page.waitForURL("**/activity");

        await().untilAsserted(() -> {
            visitor.open(STEP + "address");
            assertThat(page.locator("#f-town").inputValue()).isEqualTo("Vianden");
        });
    }

    /// The page's own answer is under way while its reader types on and presses the button.
    @Test
    void a_window_is_no_other_one_to_itself(Browsing browsing) {
        var visitor = signedIn(browsing, holder("Cercle de la Hâte"));
        visitor.open(STEP + "address");
        var page = visitor.page();
        var held = new ArrayDeque<Runnable>();
        page.route(
                "**/registration/address",
                route -> {
                    if (!route.request().headers().containsKey("hx-request") || !held.isEmpty()) {
                        route.resume();
                        return;
                    }
                    var answer = route.fetch();
                    held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
                });
        page.locator("#f-phone").fill("+352 26 1");
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#f-phone").fill("+352 26 11");
        page.getByText("Enregistrer et continuer").click();
        held.element().run();

        page.waitForURL("**/activity");
        visitor.open(STEP + "address");
        assertThat(page.locator("#f-phone").inputValue()).isEqualTo("+352 26 11");
    }

    @Test
    void the_document_that_lacks_is_the_one_chosen_and_a_disguised_file_changes_nothing(
            Browsing browsing, @TempDir Path folder) throws Exception {
        var visitor = signedIn(browsing, holder("Atelier du Quai"));
        var disguised = Files.writeString(folder.resolve("statuts.pdf"), "<html>Bonjour</html>");
        visitor.open(STEP + "evidence");
        visitor.sees("Pour la forme « Association sans but lucratif (asbl) »");
        var kind = visitor.page().locator("#kind");
        var asked = kind.locator("option");
        assertThat(kind.inputValue()).isEqualTo(asked.nth(0).getAttribute("value"));

        kind.selectOption(asked.nth(1).getAttribute("value"));
        visitor.page().locator("#f-file").setInputFiles(disguised);
        visitor.press("Joindre");

        visitor.sees("c’est une page web");
        assertThat(kind.inputValue()).isEqualTo(asked.nth(1).getAttribute("value"));
        visitor.page().locator(".langs > summary").click();
        visitor.page().getByText("English").first().click();
        visitor.page().waitForLoadState();
        assertThat(visitor.page().url()).contains(STEP + "evidence?lang=en");
    }
}
