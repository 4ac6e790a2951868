package org.passerelle.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.help.AskOutcome.Asked;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.help.HelpRequest.Asker;
import org.passerelle.help.HelpRequest.State;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Limit;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.As;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/// A visitor follows their request, and replies, by the link in its letters.
@ProductTest
@Requirement("HLP-02")
class FollowedPagesTest {
    private static final Actor.Staff MARC = new Actor.Staff(PersonId.random(), "Marc Weber");
    private static final Pattern LINK = Pattern.compile("/requests/followed/[\\w-]+");

    @LocalServerPort int port;
    @Autowired HelpDesk desk;
    @Autowired Notification notification;
    @Autowired Agenda agenda;
    @Autowired People people;
    @Autowired JdbcClient db;
    @Autowired WebApplicationContext product;

    private final String email = "ada-" + UUID.randomUUID() + "@example.org";
    private long number;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Site visitor;

    @BeforeEach
    void somebody_asks() {
        number = ask(new Asker(Optional.empty(), Optional.empty(), "Ada", email, Language.FR));
        visitor = Site.visitor(port);
    }

    private long ask(Asker asker) {
        var typed = Map.of("organisation", "Les Amis", "number", "F1234", "phone", "26 12 34");
        return ((Asked) desk.ask(OrderingFixture.OFFICE, "username", asker, typed, List.of()))
                .number();
    }

    private HelpRequest request() {
        return desk.find(number).orElseThrow();
    }

    /// The path of the link in the newest letter of a kind.
    private String link(String template) {
        var letter =
                notification.search(email, Optional.empty(), 50, 0).stream()
                        .filter(one -> one.template().equals(template))
                        .findFirst()
                        .orElseThrow();
        var found = LINK.matcher(letter.text());
        assertThat(found.find()).as("a link in: %s", letter.text()).isTrue();
        return found.group();
    }

    private HttpResponse<String> reply(String path, String text) {
        return visitor.postFrom(path, path + "/reply", Map.of("text", text));
    }

    @Test
    void the_link_shows_what_was_asked_and_when_it_is_answered_and_is_kept_from_others() {
        var page = visitor.get(link("help.received"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("" + number, "Chez nous", "au plus tard le", "Les Amis", "F1234")
                .contains("name=\"text\"");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void a_reply_by_the_link_keeps_the_request_open_and_is_named_after_the_asker() {
        desk.askBack(MARC, number, "Dans quelle commune ?");
        assertThat(agenda.due("help.close-without-reply", "" + number)).isPresent();
        var path = link("help.asked-back");
        assertThat(visitor.get(path).body())
                .contains("Dans quelle commune ?", "Nous attendons votre réponse jusqu");

        assertThat(Site.location(reply(path, "À Mersch"))).isEqualTo(path);

        assertThat(agenda.due("help.close-without-reply", "" + number)).isEmpty();
        assertThat(agenda.due("help.remind", "" + number)).isEmpty();
        assertThat(request().state()).isEqualTo(State.OPEN);
        assertThat(request().due()).isPresent();
        assertThat(request().messages().getLast())
                .returns("À Mersch", HelpRequest.Message::text)
                .returns("Ada", message -> message.by().name())
                .returns(false, HelpRequest.Message::byStaff);
        assertThat(visitor.get(path).body()).contains("Votre message est chez nous", "À Mersch");
    }

    @Test
    void an_answered_one_is_closed_by_the_link_and_no_longer_written_to() {
        desk.answer(MARC, number, "C’est ada.lentz.");
        var path = link("help.answered");
        assertThat(visitor.get(path).body()).contains("C’est ada.lentz.", "Répondue");

        visitor.postFrom(path, path + "/close", Map.of());

        assertThat(request().state()).isEqualTo(State.CLOSED);
        assertThat(visitor.get(path).body())
                .contains("Autre chose à demander")
                .doesNotContain("name=\"text\"");
        var page = Site.csrfOf(visitor.get("/requests/username").body());
        visitor.postBare(path + "/reply", Map.of("_csrf", page, "text", "Encore"));
        assertThat(request().messages()).hasSize(1);
    }

    @Test
    void a_link_opens_one_request_only_and_a_wrong_one_nothing() {
        var path = link("help.received");
        var wrong = path.substring(0, path.length() - 6) + "AAAAAA";
        for (var other : List.of("/requests/followed/" + number, wrong, path + "A".repeat(600))) {
            assertThat(visitor.get(other).statusCode()).as(other).isEqualTo(404);
            assertThat(reply(other, "Moi").statusCode()).as(other).isIn(403, 404);
        }
        var csrf = Site.csrfOf(visitor.get(path).body());
        assertThat(
                        visitor.postBare(wrong + "/reply", Map.of("_csrf", csrf, "text", "Moi"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(path + "/documents/doc_" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/account/requests/" + number).statusCode()).isEqualTo(303);
        assertThat(request().messages()).isEmpty();
    }

    @Test
    void a_members_request_has_its_page_in_the_account_and_no_such_link() {
        var member = Accounts.member(people);
        ask(
                new Asker(
                        Optional.of(member.id()),
                        Optional.empty(),
                        member.name(),
                        member.email(),
                        Language.FR));

        assertThat(notification.search(member.email(), Optional.empty(), 50, 0))
                .filteredOn(letter -> letter.template().startsWith("help."))
                .isNotEmpty()
                .allMatch(letter -> letter.text().contains("/account/requests/"))
                .noneMatch(letter -> LINK.matcher(letter.text()).find());
    }

    @Test
    void once_its_asker_is_erased_the_link_opens_nothing() {
        var path = link("help.received");
        db.sql("update help.request set asker_email = 'erased@invalid' where number = :number")
                .param("number", number)
                .update();

        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_replies_so_many_times_an_hour() {
        var path = link("help.received");
        for (var times = 0; times < Limit.HELP_BY_ADDRESS.times(); times++) {
            assertThat(reply(path, "Encore " + times).statusCode()).isEqualTo(302);
        }

        var refused = reply(path, "De trop");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("Rien n’est parti", "\nDe trop</textarea>");
        assertThat(visitor.get(path).body()).doesNotContain("De trop");
    }

    @Test
    void a_reply_brings_files_by_the_rules_of_the_form_and_both_sides_open_them() {
        var path = link("help.received");
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

        var refused = upload(path, "Le relevé", "releve.pdf", page);

        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("releve.pdf", "\nLe relevé</textarea>");
        assertThat(request().messages()).isEmpty();
        assertThat(upload(path, "", "releve.pdf", pdf)).hasStatus(422);
        assertThat(request().documents()).isEmpty();

        assertThat(upload(path, "Le relevé", "releve.pdf", pdf)).hasStatus(302);

        var document = request().documents().getFirst();
        assertThat(request().messages().getLast().text()).isEqualTo("Le relevé");
        var file = path + "/documents/" + document;
        assertThat(visitor.get(path).body()).contains("releve.pdf", "href=\"" + file + "\"");
        assertThat(visitor.get(file).statusCode()).isEqualTo(200);
        var staff = Site.signedIn(port, Accounts.staff(people, Role.SUPPORT));
        var theirs = "/staff/requests/" + number;
        assertThat(staff.get(theirs).body()).contains("releve.pdf");
        assertThat(staff.get(theirs + "/documents/" + document).statusCode()).isEqualTo(200);
    }

    private MvcTestResult upload(String path, String text, String name, byte[] content) {
        return As.pages(product)
                .post()
                .uri(path + "/reply")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .param("text", text)
                .with(As.form())
                .exchange();
    }

    @Test
    void the_page_is_of_the_office_that_was_asked_wherever_the_browser_is_from() {
        var path = link("help.received");

        assertThat(visitor.get(path + "?office=techsoup-ca").body())
                .contains("SOCIALware Luxembourg")
                .doesNotContain("TechSoup Canada");
        assertThat(visitor.get("/requests?office=techsoup-ca").body()).contains("TechSoup Canada");
    }

    @Test
    void visitors_are_told_where_a_request_is_followed() {
        assertThat(visitor.get("/requests").body()).contains("par le lien de la lettre");
        assertThat(Site.signedIn(port, Accounts.member(people)).get("/requests").body())
                .contains("Vous la suivez ici");
    }
}
