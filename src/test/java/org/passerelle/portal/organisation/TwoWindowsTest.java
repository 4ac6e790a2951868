package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One registration open in two windows: neither takes away what the other saved.
@ProductTest
@Requirement("ORG-01")
class TwoWindowsTest {
    private static final String PATH = "/organisation/registration/address";
    private static final String STORED = "+352 26 00 00";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;

    private OrganisationId id;
    private Site site;

    @BeforeEach
    void a_draft_is_begun() {
        var holder = Accounts.member(people);
        var actor = VerificationFixtures.member(holder.id());
        id = organisations.start(actor, holder.id(), VerificationFixtures.LUXEMBOURG);
        var draft = VerificationFixtures.complete("Les Fenêtres", VerificationFixtures.rcs());
        organisations.save(actor, id, draft.with("phone", STORED));
        site = Site.signedIn(port, holder);
    }

    /// A window with what its page carries.
    private final class Window {
        private final Map<String, String> fields = new HashMap<>();

        Window() {
            var draft = draft();
            for (var field :
                    "street postal-code town region official-email phone website".split(" ")) {
                fields.put(field, draft.one(field));
            }
            reads(site.get(PATH).body());
        }

        void reads(String body) {
            for (var name : new String[] {"_csrf", "seen", "offered"}) {
                var found = Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]+)\"");
                var input = found.matcher(body);
                if (input.find()) {
                    fields.put(name, input.group(1));
                }
            }
        }

        Window write(String field, String text) {
            fields.put(field, text);
            return this;
        }

        HttpResponse<String> press() {
            var answer = site.postBare(PATH, fields);
            reads(answer.body());
            return answer;
        }

        /// Saves as the page's script does, which takes over the list of what is missing alone.
        String byItself() {
            var all = new HashMap<>(fields);
            all.put("go", "stay");
            var answer =
                    site.send(
                            site.request(PATH)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("HX-Request", "true")
                                    .POST(HttpRequest.BodyPublishers.ofString(Site.encoded(all)))
                                    .build());
            assertThat(answer.statusCode()).isEqualTo(200);
            var body = answer.body();
            var card = body.substring(body.indexOf("id=\"f-missing\""));
            reads(card);
            return card;
        }
    }

    private Draft draft() {
        return organisations.draft(id);
    }

    @Test
    void what_each_changed_alone_is_kept_of_both() {
        var first = new Window();
        var second = new Window();
        assertThat(first.write("phone", "+352 26 11 11").press().statusCode()).isEqualTo(302);
        assertThat(second.write("town", "Mersch").press().statusCode()).isEqualTo(302);

        assertThat(draft().one("phone")).isEqualTo("+352 26 11 11");
        assertThat(draft().one("town")).isEqualTo("Mersch");
    }

    @Test
    void what_both_changed_is_asked_for_and_both_values_stand_on_the_page() {
        var first = new Window();
        var second = new Window();
        first.write("phone", "+352 26 11 11").press();

        var asked = second.write("phone", "+352 26 22 22").write("town", "Mersch").press();

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body())
                .contains(
                        "<title>Erreur",
                        "Une autre fenêtre a modifié la même chose",
                        "href=\"#f-phone\"",
                        "value=\"+352 26 22 22\"",
                        "«\u00a0+352 26 11 11\u00a0»",
                        "Garder ce qui est enregistré");
        assertThat(draft().one("phone")).isEqualTo("+352 26 11 11");
        assertThat(draft().one("town")).isEqualTo("Mersch");

        // Between the question and the answer, saving by itself decides nothing.
        assertThat(second.byItself()).contains("Une autre fenêtre a modifié");
        assertThat(draft().one("phone")).isEqualTo("+352 26 11 11");
        assertThat(second.press().statusCode()).isEqualTo(302);
        assertThat(draft().one("phone")).isEqualTo("+352 26 22 22");
    }

    @Test
    void a_third_value_that_comes_between_question_and_answer_is_asked_for_again() {
        var first = new Window();
        var second = new Window();
        first.write("phone", "+352 26 11 11").press();
        second.write("phone", "+352 26 22 22").press();
        new Window().write("phone", "+352 26 33 33").press();

        assertThat(second.press().body()).contains("«\u00a0+352 26 33 33\u00a0»");
        assertThat(draft().one("phone")).isEqualTo("+352 26 33 33");
    }

    @Test
    void windows_that_save_by_themselves_merge_and_say_where_they_cannot() {
        var first = new Window();
        var second = new Window();
        first.write("phone", "+352 26 1").byItself();
        first.write("phone", "+352 26 11 11").byItself();
        second.write("town", "Mersch").byItself();
        first.write("street", "9, rue du Pont").byItself();
        assertThat(draft().one("phone")).isEqualTo("+352 26 11 11");
        assertThat(draft().one("town")).isEqualTo("Mersch");

        var told = second.write("phone", "+352 26 22 22").byItself();
        assertThat(told)
                .contains("Une autre fenêtre a modifié", "href=\"#f-phone\"", "+352 26 11 11");
        assertThat(draft().one("phone")).isEqualTo("+352 26 11 11");
        assertThat(draft().one("street")).isEqualTo("9, rue du Pont");
        assertThat(second.press().statusCode()).isEqualTo(409);
    }

    @Test
    void a_form_that_was_not_made_by_a_page_is_taken_as_it_stands() {
        var window = new Window().write("phone", "+352 26 11 11");
        window.fields.remove("seen");
        assertThat(window.press().statusCode()).isEqualTo(302);
        assertThat(draft().one("phone")).isEqualTo("+352 26 11 11");
    }
}
