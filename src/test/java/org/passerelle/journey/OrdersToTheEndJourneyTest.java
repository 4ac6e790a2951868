package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.SWITCH;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.OrganisationFacts.Waiver;
import org.passerelle.programme.Waivers;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/// Three orders to their end, in a browser: equipment that the partner approves and that comes in
/// two parcels, a partner who wants its waiver first, one that nobody pays.
@ProductTest
@BrowserTest
class OrdersToTheEndJourneyTest {
    private static final OfferId AUTOCAD = OfferId.of("autocad-1y");

    @Autowired OrderingFixture house;
    @Autowired People people;
    @Autowired Waivers waivers;
    @Autowired Documents documents;
    @Autowired Agenda agenda;
    @Autowired List<DueHandler> handlers;
    @Autowired TransactionOperations transaction;
    @Autowired DSLContext db;

    private static Visitor signedIn(Browsing browsing, Person person) {
        return browsing.visitor().signIn(person.username(), Accounts.PASSWORD);
    }

    private Order only(OrderingFixture.Buyer buyer) {
        return house.ordering.history(buyer.organisation()).getFirst();
    }

    @Test
    @Requirement({"ORD-06", "ORD-07", "ORD-11"})
    void equipment_with_questions_approval_two_parcels_and_support(Browsing browsing) {
        var buyer = house.qualified();
        house.programmes.judge(
                STAFF, buyer.organisation(), "serves-disadvantaged", true, "Ils aident.");
        var member = signedIn(browsing, buyer.holder());
        house.ordering.put(buyer.organisation(), SWITCH, "2");
        member.open("/cart");
        for (var question : member.page().locator("#questions-" + SWITCH + " textarea").all()) {
            question.fill("Une salle de classe, tenue par Inès.");
        }
        member.press("J’accepte cette condition");
        member.sees("Prêt.").press("Relire et commander").press("Commander :").reads("passée");
        var order = only(buyer);
        assertThat(order.line(1).answers()).hasSize(3); // kept by the other button
        house.pay(order);

        var staff = signedIn(browsing, Accounts.staff(people, Role.PROGRAMME_MANAGER));
        staff.open("/staff/orders/" + order.number());
        staff.sees("Une salle de classe").press("Le partenaire accepte");
        sends(staff, "PX-1", "Un commutateur", false);
        sends(staff, "PX-2", "Un commutateur et les câbles", true);
        staff.look("staff-order-parcels");

        member.open("/orders/" + order.number());
        member.sees("2 colis en route").sees("Un commutateur et les câbles");
        member.look("order-parcels");
        member.press("Ce colis est arrivé").sees("Un colis en route");
        member.press("Ce colis est arrivé").sees("Cisco SMARTnet").sees("Actif du");
        member.look("order-arrived");
        member.open("/orders/" + order.number() + "/summary");
        member.look("order-summary");
    }

    private static void sends(Visitor staff, String number, String contents, boolean last) {
        var parcel = staff.page().locator("form:has(input[value=parcel])").first();
        if (!parcel.isVisible()) {
            parcel.locator("xpath=ancestor::details/summary").click();
        }
        parcel.locator("[name=carrier]").fill("Post");
        parcel.locator("[name=tracking]").fill(number);
        parcel.locator("[name=contents]").fill(contents);
        parcel.locator("[name=last]").setChecked(last);
        parcel.locator("button").click();
        staff.sees("l’organisation a reçu un message").sees(contents);
    }

    @Test
    @Requirement({"ELI-05", "ORD-02"})
    void a_partner_s_customer_orders_once_the_waiver_is_there(Browsing browsing) {
        var buyer = house.qualified();
        db.execute(
                "insert into organisation.prior_purchase values (?, 90, 'autodesk', ?)",
                buyer.organisation().value(),
                LocalDate.now(java.time.ZoneOffset.UTC).minusYears(1));
        house.programmes.reEvaluate(buyer.organisation());
        house.fill(buyer, AUTOCAD, "1");
        var member = signedIn(browsing, buyer.holder());
        member.open("/cart");
        member.sees("L’accord écrit");

        var today = LocalDate.now(java.time.ZoneOffset.UTC);
        var letter =
                (TakeOutcome.Taken)
                        documents.take(
                                Optional.of(STAFF.person()),
                                "accord.pdf",
                                new ByteArrayInputStream(VerificationFixtures.PDF),
                                1);
        waivers.record(
                STAFF,
                buyer.organisation(),
                new Waiver(
                        ProgrammeId.of("autodesk-donation"),
                        today.minusDays(1),
                        today.plusMonths(3)),
                "courriel",
                Optional.of(letter.document().id()));
        member.open("/cart");
        member.sees("Prêt.").press("Relire et commander").press("Commander :").reads("passée");
    }

    @Test
    @Requirement({"ORD-13", "PAY-01"})
    void a_part_payment_is_asked_the_rest_and_what_nobody_pays_is_closed(Browsing browsing) {
        var buyer = house.qualified();
        var order = house.placed(buyer, WINDOWS, "2");
        var unpaid = house.placed(buyer, WINDOWS, "1");
        house.ordering.recordPayment(
                STAFF,
                order.number(),
                Money.parse("EUR 10.00"),
                LocalDate.of(2026, 11, 2),
                "bank " + UUID.randomUUID());
        var member = signedIn(browsing, buyer.holder());
        member.open("/orders/" + order.number());
        var rest = order.total().gross().minus(Money.parse("EUR 10.00"));
        assertThat(member.page().locator(".qr svg").getAttribute("aria-label"))
                .contains(rest.getAmount().toPlainString().replace('.', ','));
        member.look("order-paid-in-part");

        fallsDue("ordering.payment-reminder", unpaid);
        fallsDue("ordering.payment-deadline", unpaid);
        member.open("/orders/" + unpaid.number());
        member.sees("Close sans paiement").sees("Paiement rappelé");
        member.look("order-expired");
        member.open("/messages");
        member.sees("close sans paiement").sees("à payer avant la fin du");
    }

    /// Has the agenda's entry of an order fall due, as the agenda does: once, at its time.
    private void fallsDue(String kind, Order order) {
        var handler = handlers.stream().filter(one -> one.kind().equals(kind)).findFirst();
        var key = order.number().key();
        var when = agenda.due(kind, key).orElseThrow();
        transaction.executeWithoutResult(_ -> {
            agenda.cancel(kind, key);
            handler.orElseThrow().fallDue(key, when);
        });
    }
}
