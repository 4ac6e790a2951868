package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Letters on pages: the organisation's own, all of them for staff, the development mailbox.
@ProductTest
@Requirement("NOT-01")
class MessagesPagesTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Notification notification;
    @Autowired Audit audit;
    @Autowired Mailings mailings;

    private final String unique = UUID.randomUUID().toString();

    @Test
    void members_read_what_their_organisation_was_written_and_nobody_elses() {
        var ours = Accounts.member(people);
        var letter = written(organisationOf(ours));
        var site = Site.signedIn(port, ours);

        assertThat(site.get("/messages").body()).contains("Commande " + unique);
        assertThat(site.get("/messages/" + letter.id()).body())
                .contains("<a href=\"http://localhost/orders/" + unique + "\">");

        var stranger = Accounts.member(people);
        organisationOf(stranger);
        var other = Site.signedIn(port, stranger);
        assertThat(other.get("/messages").body()).doesNotContain(unique);
        assertThat(other.get("/messages/" + letter.id()).statusCode()).isEqualTo(404);
        assertThat(Site.visitor(port).get("/messages/" + letter.id()).statusCode()).isEqualTo(303);
    }

    @Test
    void staff_sends_a_letter_again_with_one_click_and_the_trail_says_who() {
        var member = Accounts.member(people);
        var letter = written(organisationOf(member));
        var site = Site.signedIn(port, Accounts.staff(people, Role.SUPPORT));
        var page = "/staff/messages/" + letter.id();

        var answer = site.postFrom(page, page + "/resend", Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        var copy = site.get(Site.location(answer).replaceFirst("^http://[^/]+", ""));
        assertThat(copy.body()).contains("Commande " + unique, "Une copie part vers");
        assertThat(notification.about(new LetterAbout("order", unique)))
                .extracting(SentLetter::copyOf)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(letter.id()));
        assertThat(audit.of(new AuditSubject("letter", letter.id().toString()), 5)).hasSize(1);
        assertThat(site.get("/staff/messages?text=" + unique + "&state=sent").statusCode())
                .isEqualTo(200);
        assertThat(Site.signedIn(port, member).get("/messages").body())
                .containsOnlyOnce("Envoyé de nouveau par le bureau");
    }

    @Test
    @Requirement("NOT-03")
    void staff_cannot_send_again_what_its_reader_has_left() {
        var reader = Accounts.member(people);
        var layout = LetterLayout.in(Language.FR, "Bureau", "Nouvelles " + unique);
        notification.send(
                Letter.of(
                                Optional.empty(),
                                Optional.of(reader.id()),
                                unique + "@example.org",
                                "test.news",
                                layout.heading(),
                                layout,
                                "test.news:" + unique)
                        .of(Mailing.ELIGIBILITY));
        var page = "/staff/messages/" + mailed().getFirst().id();
        mailings.choose(reader.id(), Mailing.ELIGIBILITY, false);
        var site = Site.signedIn(port, Accounts.staff(people, Role.SUPPORT));

        assertThat(site.get(page).body())
                .contains("a quitté ces lettres")
                .doesNotContain("/resend");
        site.postFrom("/staff/messages", page + "/resend", Map.of());
        assertThat(mailed()).hasSize(1);
    }

    private List<SentLetter> mailed() {
        return notification.mailbox(500).stream()
                .filter(one -> one.to().startsWith(unique))
                .toList();
    }

    @Test
    void without_a_mail_server_the_mailbox_shows_letters_and_lets_their_html_do_nothing() {
        var letter = written(OrganisationId.random());
        var visitor = Site.visitor(port);

        assertThat(visitor.get("/dev/mailbox?to=" + unique).body()).contains(unique);
        assertThat(visitor.get("/dev/mailbox/" + letter.id()).body())
                .contains("href=\"http://localhost/orders/" + unique + "\"");
        var html = visitor.get("/dev/mailbox/" + letter.id() + "/html");
        assertThat(html.body()).isEqualTo(letter.html());
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "img-src data:", "sandbox");
    }

    @Test
    void an_error_page_still_knows_who_is_signed_in() {
        var site = Site.signedIn(port, Accounts.member(people));

        assertThat(site.get("/nowhere").body()).contains("action=\"/sign-out\"");
        assertThat(site.get("/staff").body()).contains("action=\"/sign-out\"");
    }

    private OrganisationId organisationOf(Person holder) {
        return organisations.start(holder.actor(), holder.id(), VerificationFixtures.LUXEMBOURG);
    }

    private SentLetter written(OrganisationId organisation) {
        var layout =
                LetterLayout.in(Language.FR, "Bureau", "Commande " + unique)
                        .button("Voir", "http://localhost/orders/" + unique);
        notification.send(
                Letter.of(
                                Optional.of(organisation),
                                Optional.empty(),
                                unique + "@example.org",
                                "test",
                                "Commande " + unique,
                                layout,
                                unique)
                        .about(new LetterAbout("order", unique)));
        return notification.search(unique, Optional.empty(), 1, 0).getFirst();
    }
}
