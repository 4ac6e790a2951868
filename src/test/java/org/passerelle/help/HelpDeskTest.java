package org.passerelle.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.help.AskOutcome.Asked;
import org.passerelle.help.AskOutcome.Fault;
import org.passerelle.help.AskOutcome.Flaw;
import org.passerelle.help.AskOutcome.NotTaken;
import org.passerelle.help.HelpRequest.Asker;
import org.passerelle.help.HelpRequest.State;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.pack.model.RequestKind.AnsweredBy;
import org.passerelle.packs.CommittedPack;
import org.passerelle.words.TestWords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@Requirement("HLP-02")
class HelpDeskTest {
    private static final OfficeId LUXEMBOURG = OfficeId.of("socialware-lu");
    private static final Actor.Staff MARC = new Actor.Staff(PersonId.random(), "Marc Weber");

    @Autowired HelpDesk desk;
    @Autowired OrderingFixture house;
    @Autowired Notification notification;
    @Autowired Agenda agenda;
    @Autowired List<DueHandler> handlers;
    @Autowired PlatformTransactionManager transactions;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Buyer buyer;

    @BeforeEach
    void somebody_qualified() {
        buyer = house.qualified();
    }

    private Asker asker() {
        return new Asker(
                Optional.of(buyer.holder().id()),
                Optional.of(buyer.organisation()),
                buyer.holder().name(),
                buyer.holder().email(),
                Language.FR);
    }

    private static Asker visitor(String email) {
        return new Asker(Optional.empty(), Optional.empty(), "Ada Lentz", email, Language.FR);
    }

    private AskOutcome ask(String kind, Map<String, String> typed) {
        return desk.ask(LUXEMBOURG, kind, asker(), typed, List.of());
    }

    private long asked(String kind, Map<String, String> typed) {
        var outcome = ask(kind, typed);
        assertThat(outcome).isInstanceOf(Asked.class);
        return ((Asked) outcome).number();
    }

    private State state(long number) {
        return desk.find(number).orElseThrow().state();
    }

    @Test
    void every_kind_of_the_requirement_is_in_the_pack() {
        assertThat(house.pack().requests().keySet())
                .containsExactly(
                        "is-registered",
                        "change-of-data",
                        "advice",
                        "cancellation",
                        "return",
                        "damaged-hardware",
                        "refund",
                        "new-code",
                        "branch-letter",
                        "username",
                        "holder-left",
                        "bulk-registration");
    }

    @Test
    @Requirement("ORD-09")
    void what_comes_back_is_announced_on_its_order_and_not_asked_for_by_a_form() {
        for (var kind : List.of("return", "damaged-hardware", "refund")) {
            assertThat(house.pack().request(kind).orElseThrow().doneBy())
                    .as(kind)
                    .contains(RequestKind.DoneBy.RETURN);
            assertThat(ask(kind, Map.of())).isEqualTo(new AskOutcome.NoSuchForm());
        }
    }

    @Test
    @Requirement("ORD-08")
    void an_order_is_cancelled_on_its_page_and_not_asked_for_by_a_form() {
        assertThat(house.pack().request("cancellation").orElseThrow().doneBy())
                .contains(RequestKind.DoneBy.CANCELLATION);
        assertThat(ask("cancellation", Map.of())).isEqualTo(new AskOutcome.NoSuchForm());
    }

    @Test
    void everything_wrong_with_a_form_is_said_at_once() {
        assertThat(ask("new-code", Map.of("order", "12345", "account", "x")))
                .isEqualTo(
                        new NotTaken(
                                List.of(
                                        new Fault("order", Flaw.ORDER),
                                        new Fault("happened", Flaw.MISSING),
                                        new Fault("account", Flaw.EMAIL))));
        assertThat(ask("advice", Map.of("considered", "x".repeat(201))))
                .isEqualTo(
                        new NotTaken(
                                List.of(
                                        new Fault("need", Flaw.MISSING),
                                        new Fault("considered", Flaw.TOO_LONG))));
        assertThat(ask("advice", Map.of("need", "Dessiner", "people", "cinq")))
                .isEqualTo(new NotTaken(List.of(new Fault("people", Flaw.NUMBER))));
    }

    @Test
    void an_order_of_somebody_else_is_none() {
        var theirs = house.placed(house.qualified(), OrderingFixture.WINDOWS, "1");
        var mine = house.placed(buyer, OrderingFixture.WINDOWS, "1");

        assertThat(ask("new-code", Map.of("order", "" + theirs.number(), "happened", "lost")))
                .isEqualTo(new NotTaken(List.of(new Fault("order", Flaw.ORDER))));
        assertThat(ask("new-code", Map.of("order", "" + mine.number(), "happened", "lost")))
                .isInstanceOf(Asked.class);
    }

    @Test
    void the_clock_runs_with_the_office_and_stops_while_it_waits_for_the_asker() {
        var number = asked("advice", Map.of("need", "Dessiner"));
        var first = desk.find(number).orElseThrow();
        assertThat(first.state()).isEqualTo(State.OPEN);
        assertThat(first.due()).isPresent();

        desk.askBack(MARC, number, "Sur quel système ?");
        assertThat(state(number)).isEqualTo(State.WAITING);
        assertThat(desk.find(number).orElseThrow().due()).isEmpty();

        desk.reply(buyer.actor(), number, "Linux", List.of());
        assertThat(state(number)).isEqualTo(State.OPEN);
        assertThat(desk.find(number).orElseThrow().due()).isPresent();

        desk.answer(MARC, number, "Prenez Acrobat.");
        assertThat(state(number)).isEqualTo(State.ANSWERED);
        assertThat(desk.close(buyer.actor(), number)).isTrue();
        assertThat(desk.reply(buyer.actor(), number, "Encore", List.of())).isFalse();
        assertThat(desk.answer(MARC, number, "Encore")).isFalse();
        assertThat(desk.find(number).orElseThrow().messages())
                .extracting(HelpRequest.Message::text)
                .containsExactly("Sur quel système ?", "Linux", "Prenez Acrobat.");
    }

    @Test
    void the_queue_of_a_role_holds_what_it_answers_and_nothing_else() {
        var advice = asked("advice", Map.of("need", "Dessiner"));
        var name = new Fault(HelpDesk.EMAIL, Flaw.EMAIL);
        assertThat(
                        desk.ask(
                                LUXEMBOURG,
                                "username",
                                visitor("nowhere"),
                                Map.of("organisation", "A", "number", "F1", "phone", "1"),
                                List.of()))
                .isEqualTo(new NotTaken(List.of(name)));

        assertThat(desk.queue(LUXEMBOURG, Set.of(AnsweredBy.PROGRAMME_MANAGER)))
                .extracting(HelpRequest::number)
                .contains(advice);
        assertThat(desk.queue(LUXEMBOURG, Set.of(AnsweredBy.FINANCE, AnsweredBy.SUPPORT)))
                .extracting(HelpRequest::number)
                .doesNotContain(advice);
    }

    @Test
    void a_visitor_asks_what_is_for_anybody_and_is_answered_by_letter() {
        var typed = Map.of("organisation", "Les Amis", "number", "F1234", "phone", "26 12 34");
        var email = "ada." + PersonId.random().value() + "@example.org";
        var outcome = desk.ask(LUXEMBOURG, "username", visitor(email), typed, List.of());
        var number = ((Asked) outcome).number();
        desk.answer(MARC, number, "Nous vous appelons.");

        assertThat(notification.mailbox(50))
                .filteredOn(letter -> letter.to().equals(email))
                .extracting(letter -> letter.template())
                .containsExactlyInAnyOrder("help.received", "help.answered");
        assertThat(
                        desk.ask(
                                LUXEMBOURG,
                                "advice",
                                visitor(email),
                                Map.of("need", "Dessiner"),
                                List.of()))
                .isEqualTo(new AskOutcome.NoSuchForm());
    }

    @Test
    void what_was_typed_is_shown_in_the_order_of_the_form_and_in_words() {
        var typed = Map.of("network", "Les Moulins", "count", "14");
        var asked = desk.find(asked("bulk-registration", typed)).orElseThrow();
        var proposal =
                new HelpRequest(
                        asked.number(),
                        asked.office(),
                        "propose",
                        asked.asker(),
                        Map.of("subject", "Un marché", "day", "2026-12-01", "old", "x"),
                        List.of(),
                        asked.state(),
                        asked.asked(),
                        asked.promise(),
                        asked.due(),
                        List.of());

        assertThat(lines(house.pack(), asked))
                .containsExactly("Nom du réseau: Les Moulins", "Combien d’organisations: 14");
        assertThat(lines(CommittedPack.of("techsoup-ca"), proposal))
                .containsExactly(
                        "Le sujet ou l’événement: Un marché",
                        "Le jour de l’événement: 1er décembre 2026",
                        "old: x");
    }

    private List<String> lines(Pack pack, HelpRequest request) {
        return new HelpWords(pack, TestWords.book().in(Language.FR))
                .lines(request).stream()
                        .map(line -> line.name() + ": " + line.value())
                        .map(line -> line.replace('\u00a0', ' '))
                        .toList();
    }

    private List<String> lettersTo(String address) {
        return notification.search(address, Optional.empty(), 50, 0).stream()
                .map(SentLetter::template)
                .toList();
    }

    private long askedBack(String email) {
        var typed = Map.of("organisation", "Les Amis", "number", "F1234", "phone", "26 12 34");
        var outcome = desk.ask(LUXEMBOURG, "username", visitor(email), typed, List.of());
        var number = ((Asked) outcome).number();
        desk.askBack(MARC, number, "Dans quelle commune ?");
        return number;
    }

    @Test
    void staff_who_closes_it_without_an_answer_tells_who_asked() {
        var email = "bea-" + UUID.randomUUID() + "@example.org";
        assertThat(desk.close(MARC, askedBack(email))).isTrue();
        assertThat(lettersTo(email)).contains("help.closed");

        var answered = "cleo-" + UUID.randomUUID() + "@example.org";
        var number = askedBack(answered);
        desk.answer(MARC, number, "C’est fait.");
        assertThat(desk.close(MARC, number)).isTrue();
        assertThat(lettersTo(answered)).contains("help.answered").doesNotContain("help.closed");
    }

    private void falls(String kind, long number) {
        var all = handlers.stream().filter(one -> one.kind().equals(kind)).toList();
        assertThat(all).hasSize(1);
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> all.getFirst().fallDue("" + number, Instant.EPOCH));
    }

    @Test
    void without_a_reply_it_is_reminded_of_and_closed_after_the_offices_days() {
        var email = "ada-" + UUID.randomUUID() + "@example.org";
        var number = askedBack(email);

        var reminded = agenda.due("help.remind", "" + number).orElseThrow();
        var closed = agenda.due("help.close-without-reply", "" + number).orElseThrow();
        assertThat(reminded).isBefore(closed);
        falls("help.remind", number);
        assertThat(lettersTo(email)).contains("help.reminder");
        assertThat(state(number)).isEqualTo(State.WAITING);

        falls("help.close-without-reply", number);
        assertThat(state(number)).isEqualTo(State.CLOSED);
        assertThat(lettersTo(email)).contains("help.closed");
    }

    @Test
    void a_reply_in_time_keeps_it_open() {
        var email = "ada-" + UUID.randomUUID() + "@example.org";
        var number = askedBack(email);
        desk.reply(new Actor.Product("visitor"), number, "À Mersch", List.of());

        falls("help.remind", number);
        falls("help.close-without-reply", number);

        assertThat(agenda.due("help.close-without-reply", "" + number)).isEmpty();
        assertThat(state(number)).isEqualTo(State.OPEN);
        assertThat(lettersTo(email)).doesNotContain("help.reminder", "help.closed");
    }

    @Test
    void an_answer_that_nobody_writes_to_is_closed_on_the_day_its_letter_named() {
        var email = "ada-" + UUID.randomUUID() + "@example.org";
        var number = askedBack(email);
        desk.answer(MARC, number, "Nous vous appelons.");
        assertThat(agenda.due("help.remind", "" + number)).isEmpty();
        assertThat(desk.closes(desk.find(number).orElseThrow())).isPresent();

        falls("help.close-without-reply", number);

        assertThat(state(number)).isEqualTo(State.CLOSED);
        assertThat(desk.closes(desk.find(number).orElseThrow())).isEmpty();
        assertThat(lettersTo(email)).doesNotContain("help.closed");
        var answer = notification.search(email, Optional.empty(), 50, 0);
        assertThat(answer).anyMatch(letter -> letter.text().contains("se ferme d’elle-même"));
    }

    @Test
    void what_has_a_page_of_its_own_has_no_form() {
        assertThat(ask("change-of-data", Map.of())).isEqualTo(new AskOutcome.NoSuchForm());
    }
}
