package org.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.PackInstalled;
import org.passerelle.pack.model.OfferId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who asked is told, once, when an offer is back; and of new partners, who chose so.
@ProductTest
@Requirement({"CAT-05", "NOT-03"})
class ProductAlertsTest {
    private static final OfferId SCREEN = OfferId.of("refurbished-screen-24");
    private static final OfferId ZOOM = OfferId.of("zoom-meetings-1y");

    @Autowired OrderingFixture house;
    @Autowired ProductAlerts alerts;
    @Autowired Stockroom stockroom;
    @Autowired Mailings mailings;
    @Autowired Notification notification;
    @Autowired ApplicationEventPublisher events;
    @Autowired DSLContext db;
    @Autowired PlatformTransactionManager transactions;

    private static List<SentLetter> to(Buyer buyer, Notification notification, String template) {
        return notification.search(buyer.holder().email(), Optional.empty(), 50, 0).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    private List<SentLetter> letters(Buyer buyer) {
        return to(buyer, notification, "catalogue.back-in-stock");
    }

    private AlertOutcome ask(Buyer buyer, OfferId offer) {
        return alerts.ask(buyer.holder().id(), buyer.organisation(), offer);
    }

    private void sellOut() {
        stockroom.count(OrderingFixture.STAFF, OrderingFixture.OFFICE, SCREEN, 0, "sold out");
    }

    private void comeIn(long units) {
        stockroom.add(OrderingFixture.STAFF, OrderingFixture.OFFICE, SCREEN, units, "a delivery");
    }

    @Test
    void what_comes_in_is_told_once_to_each_who_waits_and_they_may_ask_again() {
        var first = house.unqualified();
        var second = house.unqualified();
        sellOut();
        assertThat(ask(first, SCREEN)).isEqualTo(AlertOutcome.NOTED);
        assertThat(ask(first, SCREEN)).isEqualTo(AlertOutcome.NOTED);
        assertThat(ask(second, SCREEN)).isEqualTo(AlertOutcome.NOTED);
        assertThat(alerts.of(first.holder().id())).hasSize(1);

        comeIn(1);
        comeIn(5);
        alerts.tellAll();

        await().untilAsserted(() -> assertThat(letters(first)).hasSize(1));
        await().untilAsserted(() -> assertThat(letters(second)).hasSize(1));
        var letter = letters(first).getFirst();
        assertThat(letter.text()).contains("/offers/" + SCREEN, "Rien n’est réservé", "/leave/");
        assertThat(letter.mailing()).contains(Mailing.PRODUCT_ALERTS);
        assertThat(alerts.of(first.holder().id()).getFirst().toldAt()).isPresent();

        sellOut();
        ask(first, SCREEN);
        comeIn(3);
        await().untilAsserted(() -> assertThat(letters(first)).hasSize(2));
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(letters(second)).hasSize(1));
    }

    @Test
    void a_pool_that_is_filled_tells_those_who_wait_for_its_offers() {
        var buyer = house.unqualified();
        db.execute(
                "update catalogue.code set state = 'HELD', cause = 'aside'"
                        + " where office = 'socialware-lu' and pool = 'zoom-2022'"
                        + " and state = 'FREE'");
        assertThat(ask(buyer, ZOOM)).isEqualTo(AlertOutcome.NOTED);

        stockroom.importCodes(
                OrderingFixture.STAFF,
                OrderingFixture.OFFICE,
                "zoom-2022",
                "code\nZ-" + UUID.randomUUID() + "\n");

        await().untilAsserted(() -> assertThat(letters(buyer)).hasSize(1));
        stockroom.release(OrderingFixture.OFFICE, "aside", OrderingFixture.STAFF);
    }

    @Test
    void pieces_that_a_cancelled_order_let_go_are_told_of_too() {
        var buyer = house.unqualified();
        sellOut();
        comeIn(1);
        var cause = "order " + UUID.randomUUID() + "/1";
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ ->
                        stockroom.hold(
                                OrderingFixture.OFFICE,
                                List.of(new Stockroom.Wanted(SCREEN, 1, cause)),
                                OrderingFixture.STAFF));
        ask(buyer, SCREEN);

        stockroom.release(OrderingFixture.OFFICE, cause, OrderingFixture.STAFF);

        await().untilAsserted(() -> assertThat(letters(buyer)).hasSize(1));
    }

    @Test
    void what_can_be_had_is_not_waited_for_and_what_is_removed_or_left_is_not_told() {
        var removing = house.unqualified();
        var leaving = house.unqualified();
        var waiting = house.unqualified();
        assertThat(ask(removing, OrderingFixture.ACROBAT)).isEqualTo(AlertOutcome.THERE_IS_SOME);
        assertThat(ask(removing, OfferId.of("no-such-offer"))).isEqualTo(AlertOutcome.NOT_ON_SALE);
        sellOut();
        for (var buyer : List.of(removing, leaving, waiting)) {
            ask(buyer, SCREEN);
        }
        var alert = alerts.of(removing.holder().id()).getFirst();
        assertThat(alerts.remove(leaving.holder().id(), alert.id())).isFalse();
        assertThat(alerts.remove(removing.holder().id(), alert.id())).isTrue();
        mailings.choose(leaving.holder().id(), Mailing.PRODUCT_ALERTS, false);
        await().until(() -> alerts.of(leaving.holder().id()).isEmpty());

        comeIn(2);

        await().untilAsserted(() -> assertThat(letters(waiting)).hasSize(1));
        assertThat(letters(removing)).isEmpty();
        assertThat(letters(leaving)).isEmpty();
    }

    @Test
    void a_new_partner_is_told_once_to_those_who_asked_and_belong_to_its_office() {
        var asked = house.unqualified();
        var other = house.unqualified();
        mailings.choose(asked.holder().id(), Mailing.NEW_PARTNERS, true);
        db.execute(
                "delete from catalogue.known_partner where office = 'socialware-lu'"
                        + " and partner in ('zoom', 'adobe')");

        for (var i = 0; i < 2; i++) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(_ ->
                            events.publishEvent(
                                    new PackInstalled(
                                            OrderingFixture.OFFICE, house.pack().hash())));
        }

        await().untilAsserted(() ->
                assertThat(to(asked, notification, "catalogue.new-partners")).hasSize(1));
        assertThat(to(asked, notification, "catalogue.new-partners").getFirst().text())
                .contains("Adobe", "Zoom", "/leave/");
        assertThat(to(other, notification, "catalogue.new-partners")).isEmpty();
    }
}
