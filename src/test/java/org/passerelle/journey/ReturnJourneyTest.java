package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.payment.Payments;
import org.passerelle.returns.GivenBack;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.Returns;
import org.springframework.beans.factory.annotation.Autowired;

/// Switches come back, in a browser: a member announces, the office decides, opens the parcel, and
/// the money goes back (ORD-09).
@ProductTest
@BrowserTest
@Requirement("ORD-09")
class ReturnJourneyTest {
    @Autowired OrderingFixture house;
    @Autowired GivenBack goods;
    @Autowired Returns returns;
    @Autowired Payments payments;
    @Autowired People people;

    private static Visitor signedIn(Browsing browsing, Person person) {
        return browsing.visitor().signIn(person.username(), Accounts.PASSWORD);
    }

    private Visitor support(Browsing browsing) {
        return signedIn(browsing, Accounts.staff(people, Role.SUPPORT));
    }

    @Test
    void two_switches_come_back_and_one_of_them_is_paid(Browsing browsing) {
        var buyer = house.qualified();
        var order = goods.switches(buyer, "2");
        var member = signedIn(browsing, buyer.holder());
        member.open("/orders/" + order.number());
        member.follow("En rendre quelque chose").look("return-form");
        member.press("Annoncer le retour").sees("Choisissez combien vous rendez");
        member.page().locator("[name=units-1]").fill("2");
        member.page().locator("[name=reason-1]").selectOption("damaged");
        member.page().locator("[name=explanation]").fill("L’un ne s’allume pas, l’autre siffle.");
        member.press("Annoncer le retour").sees("est annoncé").look("return-announced");
        var number = returns.of(order.number()).getFirst().number();

        var staff = support(browsing);
        staff.open("/staff/returns");
        staff.look("staff-returns");
        staff.pageThroughTo(number.toString());
        staff.follow(number.toString()).sees("L’un ne s’allume pas").look("staff-return-to-decide");
        staff.press("Refuser").sees("Donnez un motif.");
        staff.press("Accepter").sees("C’est fait.").sees("Accepté : colis attendu");
        member.open("/orders/" + order.number() + "/returns/1");
        member.sees("Envoyez le colis").sees(number.toString()).look("return-accepted");

        staff.press("Le colis est là").sees("C’est fait.").look("staff-return-to-open");
        staff.page().locator("[name=accepted-1]").fill("1");
        staff.press("Régler").sees("Donnez un motif.");
        assertThat(staff.page().locator("[name=accepted-1]").inputValue()).isEqualTo("1");
        staff.page().locator("[name=why]").fill("Le second n’a rien.");
        staff.page().locator("[name=remedy][value=money]").check();
        staff.press("Régler").sees("C’est fait.").sees("Réglé").look("staff-return-settled");

        assertThat(returns.find(number).orElseThrow().state())
                .isInstanceOf(ReturnState.Settled.class);
        var back = payments.get(order.number().payable()).returned();
        assertThat(back.isPositive()).isTrue();
        member.open("/orders/" + order.number() + "/returns/1");
        member.sees("Le second n’a rien.").look("return-settled");
        var finance = signedIn(browsing, Accounts.staff(people, Role.FINANCE));
        finance.open("/staff/payouts");
        finance.pageThroughTo(order.number().toString());
    }

    @Test
    void what_the_office_refuses_says_why(Browsing browsing) {
        var buyer = house.qualified();
        var asked = goods.announced(buyer);
        var staff = support(browsing);
        staff.open("/staff/returns/" + asked.number());
        staff.page().locator("[name=reason]").fill("Le partenaire le remplace.");
        staff.press("Refuser").sees("Refusé").sees("Le partenaire le remplace.");

        var member = signedIn(browsing, buyer.holder());
        member.open("/orders/" + asked.number().order() + "/returns/1");
        member.sees("Le partenaire le remplace.").look("return-refused");
    }
}
