package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ModuleDatabase;
import org.passerelle.Requirement;
import org.passerelle.SetClock;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.vault.Vault;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@Requirement({"NOT-01", "NOT-02"})
class LetterRunTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final ModuleDatabase database = ModuleDatabase.of("notification");
    private final DSLContext db = database.jooq();
    private final SetClock clock = new SetClock(NOON);
    private final TransactionTemplate transaction =
            new TransactionTemplate(database.transactions());
    private final LetterSeal seal = new LetterSeal(new Vault(new byte[32]));
    private final LeaveAddress leave =
            new LeaveAddress(new Vault(new byte[32]), new WebAddress("https://office.example"));
    private int port = 1;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_letter_arrives_as_text_and_html_in_its_language() throws Exception {
        open();
        notification().send(letter("placed:10482"));
        run().sendAll();

        assertThat(server.getReceivedMessages()).hasSize(1);
        var message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Commande 10482\u00a0: paiement reçu");
        assertThat(message.getHeader("Content-Language")).containsExactly("fr");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("44,46\u00a0€", "https://office.example/orders/10482");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("lang=\"fr\"", "href=\"https://office.example/orders/10482\"");
    }

    @Test
    void a_picture_travels_beside_the_html_and_is_named_in_it() throws Exception {
        open();
        var png = new byte[] {1, 2, 3, (byte) 255};
        var layout =
                LetterLayout.in(Language.EN, "Office", "To be paid")
                        .picture(
                                new LetterLayout.Picture(
                                        "QR code", "Scan it", LetterLayout.Png.of(png, 200)));
        notification()
                .send(
                        Letter.of(
                                Optional.empty(),
                                Optional.empty(),
                                "a@b.example",
                                "test",
                                "To be paid",
                                layout,
                                "with a picture"));
        run().sendAll();

        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        var related = (MimeMultipart) parts.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(0).getContent().toString())
                .contains("src=\"cid:picture-1\"", "alt=\"QR code\"")
                .doesNotContain("base64");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<picture-1>");
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(png);
    }

    @Test
    void a_letter_is_sent_if_and_only_if_its_cause_was_committed() {
        open();
        transaction.executeWithoutResult(status -> {
            notification().send(letter("undone"));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> notification().send(letter("done")));
        run().sendAll();
        run().sendAll();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    @Requirement("ACC-02")
    void what_a_letter_says_is_not_in_the_database_but_in_the_mailbox_and_in_the_mail()
            throws Exception {
        open();
        notification().send(letter("placed:10482"));

        assertThat(db.fetchValue("select l::text from notification.letter l").toString())
                .contains("placed:10482")
                .doesNotContain("office.example/orders", "44,46");
        assertThat(notification().mailbox(1).getFirst().text())
                .contains("https://office.example/orders/10482");
        run().sendAll();
        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("https://office.example/orders/10482");
    }

    @Test
    void a_letter_whose_seal_does_not_open_keeps_no_other_waiting() {
        open();
        notification().send(letter("first"));
        db.execute("update notification.letter set sealed_body = sealed_html");
        clock.pass(Duration.ofSeconds(1));
        notification().send(letter("second"));
        run().sendAll();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(db.fetch("select problem from notification.letter where state = 'due'"))
                .hasSize(1);
    }

    @Test
    void a_letter_written_before_there_was_a_seal_is_still_sent() {
        open();
        notification().send(letter("old"));
        db.execute(
                "update notification.letter set html = '<p>old</p>', body = 'old',"
                        + " sealed_html = null, sealed_body = null");
        run().sendAll();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    @Requirement("NOT-03")
    void a_letter_that_was_chosen_can_be_left_with_one_click_and_no_other_can() throws Exception {
        open();
        var reader = PersonId.random();
        notification().send(news(reader));
        clock.pass(Duration.ofSeconds(1));
        notification().send(letter("placed:10482"));
        run().sendAll();

        var chosen = server.getReceivedMessages()[0];
        assertThat(chosen.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        var address = chosen.getHeader("List-Unsubscribe")[0];
        assertThat(address).startsWith("<https://office.example/leave/").endsWith(">");
        var seal = address.substring(address.lastIndexOf('/') + 1, address.length() - 1);
        assertThat(leave.read(seal)).contains(new Mailings.Reader(reader, Mailing.ELIGIBILITY));
        var ordered = server.getReceivedMessages()[1];
        assertThat(ordered.getHeader("List-Unsubscribe")).isNull();
        assertThat(ordered.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    @Requirement("NOT-03")
    void what_waited_for_the_mail_server_when_its_reader_left_it_does_not_leave() {
        var reader = PersonId.random();
        notification().send(news(reader));
        notification().send(news(PersonId.random()));
        new Mailings(db, leave, _ -> {}, clock).choose(reader, Mailing.ELIGIBILITY, false);
        open();
        run().sendAll();
        assertThat(notification().mailbox(9))
                .filteredOn(one -> one.state() == SentLetter.State.SENT)
                .extracting(one -> one.person().orElseThrow())
                .doesNotContain(reader)
                .hasSize(1);
    }

    @Test
    @Requirement("NOT-03")
    void an_address_to_leave_by_cannot_be_made_up_or_changed() {
        var address = leave.of(PersonId.random(), Mailing.PRODUCT_ALERTS);
        var seal = address.substring(address.lastIndexOf('/') + 1);
        var other = seal.charAt(40) == 'A' ? 'B' : 'A';

        assertThat(leave.read(seal)).isPresent();
        assertThat(leave.read(seal.substring(0, 40) + other + seal.substring(41))).isEmpty();
        assertThat(leave.read("product-alerts")).isEmpty();
        assertThat(leave.read("é/..")).isEmpty();
        assertThat(leave.read("A".repeat(2000))).isEmpty();
    }

    @Test
    void writing_a_letter_twice_sends_it_once() {
        open();
        notification().send(letter("placed:10482"));
        notification().send(letter("placed:10482"));
        run().sendAll();
        notification().send(letter("placed:10482"));
        run().sendAll();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_down_for_an_hour_delays_letters_and_loses_or_doubles_none() {
        for (var i = 0; i < 20; i++) {
            notification().send(letter("order:" + i));
        }
        for (var minute = 0; minute < 60; minute++) {
            run().sendAll();
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(notification().mailbox(30))
                .allSatisfy(letter -> {
                    assertThat(letter.state()).isEqualTo(SentLetter.State.DUE);
                    assertThat(letter.attempts()).isPositive();
                    assertThat(letter.problem()).isPresent();
                });

        open();
        for (var hour = 0; hour < 5; hour++) {
            run().sendAll();
            clock.pass(Duration.ofHours(1));
        }

        assertThat(Arrays.stream(server.getReceivedMessages()).map(LetterRunTest::messageId))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(notification().mailbox(30))
                .allMatch(letter -> letter.state() == SentLetter.State.SENT);
    }

    @Test
    void a_letter_that_nobody_takes_for_days_is_given_up_and_says_why() {
        notification().send(letter("placed:10482"));
        for (var hour = 0; hour < 24 * 6; hour++) {
            run().sendAll();
            clock.pass(Duration.ofHours(1));
        }

        var letter = notification().mailbox(1).getFirst();
        assertThat(letter.state()).isEqualTo(SentLetter.State.FAILED);
        assertThat(letter.problem()).isPresent();
    }

    @Test
    void one_address_that_is_refused_does_not_hold_up_the_others() {
        open();
        notification().send(letter("bad", "no address at all"));
        notification().send(letter("good"));
        run().sendAll();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void three_nodes_at_once_send_each_letter_once() throws InterruptedException {
        open();
        for (var i = 0; i < 60; i++) {
            notification().send(letter("order:" + i));
        }
        var together = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var node = 0; node < 3; node++) {
                nodes.submit(() -> {
                    together.await();
                    run().sendAll();
                    return true;
                });
            }
            together.countDown();
            nodes.shutdown();
            assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Arrays.stream(server.getReceivedMessages()).map(LetterRunTest::messageId))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void staff_sends_a_letter_again_as_a_copy_that_says_who_asked() {
        open();
        notification().send(letter("placed:10482"));
        run().sendAll();
        var original = notification().mailbox(1).getFirst();

        clock.pass(Duration.ofMinutes(1));
        var copy = notification().resend(original.id(), new Actor.Product("the support desk"));
        run().sendAll();

        assertThat(server.getReceivedMessages()).hasSize(2);
        var kept = notification().find(copy).orElseThrow();
        assertThat(kept.copyOf()).contains(original.id());
        assertThat(kept.copiedBy()).contains("the support desk");
        assertThat(kept.html()).isEqualTo(original.html());
    }

    @Test
    void an_organisation_reads_its_own_letters_newest_first() {
        var ours = OrganisationId.random();
        notification().send(letter("first", "a@example.org", Optional.of(ours)));
        clock.pass(Duration.ofHours(1));
        notification().send(letter("second", "a@example.org", Optional.of(ours)));
        notification()
                .send(letter("theirs", "a@example.org", Optional.of(OrganisationId.random())));
        assertThat(notification().ofOrganisation(ours))
                .extracting(SentLetter::writtenAt)
                .containsExactly(NOON.plusSeconds(3600), NOON);
    }

    private void open() {
        server.start();
        port = server.getSmtp().getPort();
    }

    private SmtpPost post() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpPost(sender, "Passerelle <office@passerelle.example>", leave, List::of);
    }

    private Notification notification() {
        return new Notification(db, clock, post(), seal);
    }

    private LetterRun run() {
        return new LetterRun(db, database.transactions(), clock, post(), seal);
    }

    private static String messageId(MimeMessage message) {
        return GreenMailUtil.getHeaders(message)
                .lines()
                .filter(line -> line.startsWith("Message-ID"))
                .findFirst()
                .orElseThrow();
    }

    private static Letter news(PersonId reader) {
        return Letter.of(
                        Optional.<OrganisationId>empty(),
                        Optional.of(reader),
                        "claire@atelier.example",
                        "programme.opened",
                        "Un programme s’ouvre",
                        LetterLayout.in(Language.FR, "Passerelle Luxembourg", "Nouvelle"),
                        "news:" + reader)
                .of(Mailing.ELIGIBILITY);
    }

    private static Letter letter(String key) {
        return letter(key, "bureau@atelier.example");
    }

    private static Letter letter(String key, String to) {
        return letter(key, to, Optional.empty());
    }

    private static Letter letter(String key, String to, Optional<OrganisationId> organisation) {
        var layout =
                LetterLayout.in(
                                Language.FR,
                                "Passerelle Luxembourg",
                                "Nous avons reçu 44,46\u00a0€")
                        .paragraph("Votre commande 10482 est payée.")
                        .fact("Montant", "44,46\u00a0€")
                        .button("Voir la commande", "https://office.example/orders/10482")
                        .because("Vous recevez cette lettre parce que vous avez commandé.");
        return Letter.of(
                organisation,
                Optional.empty(),
                to,
                "ordering.paid",
                "Commande 10482\u00a0: paiement reçu",
                layout,
                key);
    }
}
