package org.passerelle.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.help.Comment.State;
import org.passerelle.help.CommentId;
import org.passerelle.help.CommentOutcome;
import org.passerelle.help.Comments;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/// Signed-in people comment on articles; staff reads first and says why it shows one or not.
@ProductTest
@Requirement("HLP-03")
class CommentsTest {
    private static final String ARTICLE = "not-eligible";
    private static final String PAGE = "/help/" + ARTICLE;
    private static final String QUEUE = "/staff/comments";

    @Autowired People people;
    @Autowired Comments comments;
    @Autowired Notification notification;

    private final MockMvcTester pages;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Person author;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Person staff;

    CommentsTest(@Autowired WebApplicationContext product) {
        this.pages = As.pages(product);
    }

    @BeforeEach
    void an_author_and_staff() {
        author = Accounts.member(people);
        staff = Accounts.staff(people, Role.SUPPORT);
    }

    private MvcTestResult post(Person who, String path, String field, String text) {
        return pages.post()
                .uri(path)
                .param(field, text)
                .with(As.person(who))
                .with(As.form())
                .exchange();
    }

    private CommentId written(String text) {
        assertThat(post(author, PAGE + "/comments", "comment", text)).hasRedirectedUrl(PAGE);
        return comments.waiting(OrderingFixture.OFFICE, ARTICLE, author.id()).getFirst().id();
    }

    private List<SentLetter> letters(String template) {
        return notification.search(author.email(), Optional.empty(), 20, 0).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    @Test
    void a_comment_is_seen_by_all_once_staff_has_read_it_and_its_author_is_told() {
        var said = "Un <b>reçu</b> de notre commune a suffi, " + author.username() + ".";
        var id = written(said);
        var shown = "Un &lt;b&gt;reçu&lt;/b&gt; de notre commune a suffi, " + author.username();
        assertThat(pages.get().uri(PAGE)).bodyText().doesNotContain(author.username());
        assertThat(pages.get().uri(PAGE).with(As.person(author)))
                .bodyText()
                .contains(shown, "Attend d’être lu par le bureau");
        assertThat(pages.get().uri(QUEUE).with(As.person(staff)))
                .bodyText()
                .contains(shown, author.email(), PAGE);

        assertThat(post(staff, QUEUE + "/" + id + "/show", "x", "")).hasRedirectedUrl(QUEUE);
        post(staff, QUEUE + "/" + id + "/show", "x", "");

        assertThat(pages.get().uri(PAGE))
                .bodyText()
                .containsPattern(
                        "<b>%s</b> · [^<]*</p><p[^>]*>%s"
                                .formatted(author.firstName(), Pattern.quote(shown)));
        assertThat(letters("help.comment-shown")).hasSize(1);
    }

    @Test
    void what_is_refused_has_a_reason_that_its_author_reads_and_what_was_shown_can_be_taken_off() {
        var id = written("Achetez chez moi, " + author.username());

        post(staff, QUEUE + "/" + id + "/refuse", "reason", "  ");
        assertThat(comments.waiting(OrderingFixture.OFFICE, ARTICLE, author.id())).hasSize(1);
        post(staff, QUEUE + "/" + id + "/refuse", "reason", "Ceci est une réclame.");

        assertThat(pages.get().uri(PAGE)).bodyText().doesNotContain(author.username());
        assertThat(letters("help.comment-refused").getFirst().text())
                .contains("Ceci est une réclame.");
        assertThat(pages.get().uri(QUEUE + "?state=refused").with(As.person(staff)))
                .bodyText()
                .contains("Ceci est une réclame.", author.username());
        post(staff, QUEUE + "/" + id + "/show", "x", "");
        assertThat(pages.get().uri(PAGE)).bodyText().contains(author.username());
        post(staff, QUEUE + "/" + id + "/refuse", "reason", "Tout de même.");
        assertThat(pages.get().uri(PAGE)).bodyText().doesNotContain(author.username());
        assertThat(letters("help.comment-refused")).hasSize(2);
    }

    @Test
    void one_person_cannot_fill_the_office_s_queue_and_a_slip_keeps_what_was_typed() {
        assertThat(post(author, PAGE + "/comments", "comment", "  ")).hasStatus(422);
        var long_ = "long ".repeat(500);
        var refused = post(author, PAGE + "/comments", "comment", long_);
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains(long_.strip());
        for (var i = 0; i < 5; i++) {
            written("Numéro " + i);
        }
        assertThat(post(author, PAGE + "/comments", "comment", "Encore un")).hasStatus(422);
        assertThat(comments.write(author, OrderingFixture.OFFICE, "no-such-article", "Hé"))
                .isEqualTo(CommentOutcome.NO_SUCH_ARTICLE);
    }

    @Test
    void another_office_neither_shows_nor_decides_it() {
        var id = written("Vu d’ici seulement, " + author.username());
        var other = OfficeId.of("techsoup-ca");
        var theirs = (Actor.Staff) staff.actor();

        assertThat(comments.show(theirs, other, id)).isFalse();
        assertThat(comments.list(other, State.WAITING, 0, 100))
                .noneMatch(one -> one.id().equals(id));
        comments.show(theirs, OrderingFixture.OFFICE, id);
        assertThat(pages.get().uri(PAGE + "?office=techsoup-ca"))
                .bodyText()
                .doesNotContain(author.username());
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_sign_in() {
        assertThat(pages.get().uri(PAGE)).bodyText().contains("/sign-in?continue=" + PAGE);
        assertThat(pages.post().uri(PAGE + "/comments").param("comment", "Hé").with(As.form()))
                .hasStatus3xxRedirection();
        assertThat(pages.get().uri(QUEUE).with(As.person(author))).hasStatus(403);
    }
}
