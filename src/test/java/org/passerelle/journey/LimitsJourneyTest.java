package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Person;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.OfferId;
import org.springframework.beans.factory.annotation.Autowired;

/// What cannot be ordered now, and the way out: sold out and told when it is back; a product that
/// is ordered by itself; fifty licences in two years.
@ProductTest
@BrowserTest
class LimitsJourneyTest {
    private static final OfferId LAPTOP = OfferId.of("refurbished-laptop-15");

    @Autowired OrderingFixture house;
    @Autowired Notification notification;
    @Autowired Mailings mailings;

    private Optional<SentLetter> letterTo(Person person) {
        return notification.search(person.email(), Optional.empty(), 20, 0).stream()
                .filter(letter -> letter.template().equals("catalogue.back-in-stock"))
                .findFirst();
    }

    @Test
    @Requirement({"CAT-05", "NOT-03"})
    void what_is_sold_out_is_told_of_when_it_is_back_and_such_letters_are_left_with_one_click(
            Browsing browsing) {
        var holder = house.qualified().holder();
        house.stockroom.count(OrderingFixture.STAFF, OrderingFixture.OFFICE, LAPTOP, 0, "vendu");
        var visitor = browsing.visitorOnAPhone();
        visitor.signIn(holder.username(), Accounts.PASSWORD);
        visitor.open("/offers/" + LAPTOP);
        visitor.press("Me prévenir de son retour");
        visitor.sees("C’est noté").sees("Vous avez demandé le");
        visitor.look("offer-out-of-stock");

        house.stockroom.add(OrderingFixture.STAFF, OrderingFixture.OFFICE, LAPTOP, 18, "livraison");
        await().until(() -> letterTo(holder).isPresent());
        visitor.open("/account/letters");
        visitor.sees("nous vous avons écrit le");
        visitor.look("letters-chosen");

        var text = letterTo(holder).orElseThrow().text();
        visitor.open(text.substring(text.indexOf("/leave/")).strip());
        assertThat(mailings.isWanted(holder.id(), Mailing.PRODUCT_ALERTS)).isTrue();
        visitor.look("letters-leave");
        visitor.press("Oui, arrêter");
        visitor.reads("Nous ne vous écrirons plus");
        assertThat(mailings.isWanted(holder.id(), Mailing.PRODUCT_ALERTS)).isFalse();
    }

    @Test
    @Requirement({"ORD-01", "ELI-01"})
    void one_product_is_ordered_by_itself_and_fifty_licences_are_all_in_two_years(
            Browsing browsing) {
        var buyer = house.qualified();
        house.paid(buyer, OrderingFixture.WINDOWS, "48");
        house.ordering.put(buyer.organisation(), OrderingFixture.WINDOWS, "3");
        house.ordering.put(buyer.organisation(), OrderingFixture.GENUINE, "1");
        var visitor = browsing.visitor();
        visitor.signIn(buyer.holder().username(), Accounts.PASSWORD);

        visitor.open("/cart");
        visitor.sees("se commande seul");
        visitor.press("Ramener à 2");
        visitor.open("/organisation/allotments");
        visitor.sees("Encore 2 sur 50 licences en 2 ans");
    }
}
