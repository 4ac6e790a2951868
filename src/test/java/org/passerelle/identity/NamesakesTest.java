package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.GENUINE;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterId;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.ordering.PlaceOutcome;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.pack.model.OfferId;
import org.passerelle.privacy.PersonalData.Section;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Two persons of one name, in one organisation and on the same staff: neither reads the other's
/// acts, and when one is forgotten, the other's stay as they are (ACC-09).
@ProductTest
@Requirement("ACC-09")
class NamesakesTest {
    private static final OfferId CREATIVE = OfferId.of("creative-cloud-all-apps");

    /// Where the modules of orders, stock, money and letters keep who did something.
    private static final Set<String> SIGNED =
            Set.of(
                    "ordering.cart_acceptance.accepted_by_person",
                    "ordering.line_acceptance.accepted_by_person",
                    "ordering.hand_over.by_person",
                    "ordering.order_event.by_person",
                    "ordering.parcel_arrival.by_person",
                    "ordering.line_person.assigned_by_person",
                    "ordering.line_person.freed_by_person",
                    "ordering.placed_order.ended_by_person",
                    "catalogue.stock_movement.by_person",
                    "catalogue.code.imported_by_person",
                    "payment.receipt.recorded_by_person",
                    "payment.repayment.noted_by_person",
                    "notification.letter.copied_by_person");

    @Autowired OrderingFixture house;
    @Autowired People people;
    @Autowired Members members;
    @Autowired PersonalFile file;
    @Autowired Notification notification;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final String unique =
            UUID.randomUUID().toString().replaceAll("[^a-f]", "q").substring(0, 16);
    private final String name = "Anna" + unique + " Li" + unique;
    private Buyer theirs;
    private Person one;
    private Person other;

    @BeforeEach
    void takeIn() {
        theirs = house.qualified();
        one = named("Anna" + unique, "Li" + unique, "one");
        other = named("Anna" + unique, "Li" + unique, "other");
        for (var person : List.of(one, other)) {
            members.invite(
                    theirs.holder(), theirs.organisation(), person.email(), MemberRole.ORDERER);
            members.answerInvitation(person, members.invitationsFor(person).getFirst().id(), true);
        }
    }

    private Person named(String first, String last, String which) {
        var login = which + unique;
        var account =
                new NewAccount(
                        login, login + "@example.org", Accounts.PASSWORD, first, last, Language.FR);
        var made = people.create(new Actor.Product("test"), account, Duties.NONE);
        return ((CreateOutcome.Created) made).person();
    }

    /// Orders, gives seats and frees them, cancels, and fills the cart again.
    private void order(Person person, OfferId left) {
        var me = new Buyer(theirs.organisation(), person);
        house.fill(me, CREATIVE, "1");
        var seat = new Cart.Person(name, person.email(), Optional.of(true));
        house.ordering.name(me.organisation(), CREATIVE, Map.of(1, seat));
        var seats = placed(me);
        house.pay(seats);
        house.ordering.freeSeat(me.actor(), seats.number(), 1, 1);
        var next = new Cart.Person("Boris", "b" + person.email(), Optional.of(true));
        house.ordering.assignSeat(me.actor(), seats.number(), 1, next);
        house.ordering.cancel(me.actor(), seats.number(), "Erreur");
        house.fill(me, left, "1");
    }

    private Order placed(Buyer me) {
        var outcome =
                house.ordering.place(
                        me.actor(),
                        me.organisation(),
                        IdempotencyKey.random(),
                        Optional.of(List.of(CREATIVE)),
                        Optional.empty());
        return ((PlaceOutcome.Placed) outcome).order();
    }

    /// Counts stock, brings codes in, records money, sends a parcel that arrives, writes again.
    private void serve(Person person) {
        var staff = new Actor.Staff(person.id(), person.name());
        var stock = house.stockroom;
        var laptops =
                stock.levels(OFFICE).stream()
                        .filter(level -> level.offer().equals(LAPTOP))
                        .findFirst();
        stock.count(staff, OFFICE, LAPTOP, laptops.map(l -> l.onHand()).orElse(0L) + 3, "compté");
        stock.importCodes(staff, OFFICE, "namesakes-" + unique, "C-" + UUID.randomUUID());
        var order = house.placed(house.qualified(), LAPTOP, "1");
        var today = LocalDate.ofInstant(clock.instant(), house.pack().office().zone());
        var bank = "bank " + UUID.randomUUID();
        house.ordering.recordPayment(staff, order.number(), order.total().gross(), today, bank);
        var parcel = new HandedOver.Parcel("Post", "P1", Optional.empty(), Optional.of(today));
        house.ordering.deliver(staff, order.number(), 1, UUID.randomUUID(), parcel, true);
        var sent = house.ordering.order(order.number()).orElseThrow().handedOver().getLast();
        house.ordering.arrived(staff, order.number(), sent.id(), today);
        var letter = notification.ofOrganisation(order.organisation()).getFirst();
        notification.resend(letter.id(), staff);
    }

    private void live(Person person, OfferId left) {
        order(person, left);
        serve(person);
    }

    /// What a person reads of the tables that say who did something.
    private Map<String, List<Map<String, String>>> export(Person person) {
        var tables =
                SIGNED.stream()
                        .map(column -> column.substring(0, column.lastIndexOf('.')))
                        .collect(Collectors.toSet());
        return file.export(new SignedIn(person)).stream()
                .filter(section -> tables.contains(section.table()))
                .collect(
                        Collectors.toMap(
                                Section::table, NamesakesTest::acts, (a, _) -> a, TreeMap::new));
    }

    private static List<Map<String, String>> acts(Section section) {
        return section.rows().stream()
                .filter(row ->
                        !section.table().equals("notification.letter")
                                || row.containsKey("copied_at"))
                .sorted(Comparator.comparing(Map::toString))
                .toList();
    }

    private Set<String> signedBy(Person person) {
        return SIGNED.stream()
                .filter(column -> {
                    var dot = column.lastIndexOf('.');
                    return db.fetchCount(
                                    DSL.table(column.substring(0, dot)),
                                    DSL.field(column.substring(dot + 1), UUID.class)
                                            .eq(person.id().value()))
                            > 0;
                })
                .collect(Collectors.toSet());
    }

    @Test
    void neither_reads_the_others_acts() {
        live(one, WINDOWS);
        var alone = export(one);
        assertThat(signedBy(one)).isEqualTo(SIGNED);
        assertThat(signedBy(other)).isEmpty();
        assertThat(export(other)).allSatisfy((_, rows) -> assertThat(rows).isEmpty());

        live(other, GENUINE);

        assertThat(signedBy(other)).isEqualTo(SIGNED);
        assertThat(export(one)).isEqualTo(alone);
        assertThat(export(other)).hasSameSizeAs(alone);
        var others = export(other);
        // Another offer, with other conditions, waits in the cart.
        assertThat(others.remove("ordering.cart_acceptance")).isNotEmpty();
        others.forEach((table, rows) -> assertThat(rows).as(table).hasSameSizeAs(alone.get(table)));
    }

    private Letter letter(Person to, String says) {
        return Letter.of(
                Optional.of(theirs.organisation()),
                Optional.of(to.id()),
                to.email(),
                "test.namesakes",
                "Pour " + name,
                LetterLayout.in(Language.FR, says, "Ici").paragraph(says),
                "test.namesakes:" + UUID.randomUUID());
    }

    @Test
    void when_one_is_forgotten_the_others_rows_and_letters_stay_as_they_are() {
        live(one, WINDOWS);
        live(other, GENUINE);
        transaction.executeWithoutResult(_ -> {
            notification.send(letter(one, "Bonjour " + name));
            notification.send(letter(other, "Bonjour " + name));
            notification.send(
                    letter(theirs.holder(), name + " (" + one.email() + ") et x" + one.email()));
        });
        var rows = export(other);
        var letters = letters(other);
        assertThat(letters).isNotEmpty();

        assertThat(file.askErasure(new SignedIn(one))).isEmpty();
        transaction.executeWithoutResult(_ -> file.fallDue(one.id().toString(), Instant.EPOCH));

        assertThat(export(other)).isEqualTo(rows);
        assertThat(letters(other)).isEqualTo(letters);
        assertThat(signedBy(one))
                .isEqualTo(
                        SIGNED.stream()
                                .filter(column -> !KEPT_NOT.matcher(column).find())
                                .collect(Collectors.toSet()));
        assertThat(people.find(other.id()).orElseThrow()).isEqualTo(other);
        assertThat(notification.ofOrganisation(theirs.organisation()))
                .filteredOn(letter -> letter.template().equals("test.namesakes"))
                .allSatisfy(letter ->
                        assertThat(letter.text().replace("x" + one.email(), ""))
                                .doesNotContain(one.email()))
                .filteredOn(letter -> letter.text().contains("x" + one.email()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.subject()).isEqualTo("Pour " + name); // whose is not known
                    assertThat(letter.text()).contains(name + " (–) et");
                });
    }

    /// From these the person goes; the others are kept, with their reason.
    private static final Pattern KEPT_NOT =
            Pattern.compile("cart_acceptance|line_person|copied_by");

    private Map<LetterId, String> letters(Person person) {
        return notification.search(person.email(), Optional.empty(), 200, 0).stream()
                .filter(letter -> letter.to().equals(person.email()))
                .collect(
                        Collectors.toMap(
                                SentLetter::id,
                                letter -> letter.subject() + letter.html() + letter.text()));
    }
}
