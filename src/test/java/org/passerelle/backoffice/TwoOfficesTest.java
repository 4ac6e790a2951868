package org.passerelle.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.tax.TaxPapers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Two offices live in one product, each with a case that waits, an order to be paid, an invoice, a
/// certificate to be read and somebody who asks to join. Every list of staff, found among the
/// product's own addresses, shows what is of the office they chose and nothing of the other; nor do
/// members see anything of it.
@ProductTest
@Requirement({"ORG-01", "VER-02", "ORD-05"})
class TwoOfficesTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Members members;
    @Autowired OrderingFixture luxembourg;
    @Autowired CanadianFixture canada;
    @Autowired Notification notification;
    @Autowired TaxPapers papers;
    @Autowired IssuedInvoice invoices;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping addresses;

    private Office ours;
    private Office theirs;

    private record Office(String id, Buyer buyer, Organisation organisation, Order order) {}

    @BeforeEach
    void bothOfficesHaveWork() {
        var here = luxembourg.qualified();
        var there = canada.qualified("CA-ON");
        ours = office(here, luxembourg.placed(here, OrderingFixture.ACROBAT, "1"));
        theirs = office(there, canada.placed(there, CanadianFixture.ACROBAT, "1"));
        papers.certificate(here);
        papers.certificate(there, "CA-ON");
        for (var one : List.of(ours, theirs)) {
            invoices.to(one.organisation().id(), one.organisation().office());
        }
        askToJoin(ours);
        askToJoin(theirs);
    }

    private Office office(Buyer buyer, Order order) {
        var organisation = organisations.get(buyer.organisation());
        return new Office(organisation.office().value(), buyer, organisation, order);
    }

    private void askToJoin(Office office) {
        var person = Accounts.member(people);
        var number = office.organisation().profile().identifiers().entrySet().iterator().next();
        members.askToJoin(
                person.actor(),
                person.id(),
                office.organisation().office(),
                number.getKey(),
                number.getValue(),
                "I keep the accounts.");
    }

    /// Every page below `/staff` that needs no id, but the one that compares the offices.
    private List<String> lists() {
        var lists = new TreeSet<String>();
        addresses
                .getHandlerMethods()
                .forEach((info, _) ->
                        info.getPatternValues().stream()
                                .filter(path ->
                                        info.getMethodsCondition().getMethods().stream()
                                                .anyMatch(method -> method.name().equals("GET")))
                                .filter(path -> path.startsWith("/staff") && !path.contains("{"))
                                .filter(path -> !path.equals("/staff/offices"))
                                .forEach(lists::add));
        return List.copyOf(lists);
    }

    private Site staffOf(Office office, Person person) {
        var site = Site.signedIn(port, person);
        site.get("/staff?office=" + office.id());
        return site;
    }

    @Test
    void no_list_of_staff_shows_anything_of_the_other_office() {
        var wrong = new ArrayList<String>();
        var read = 0;
        for (var role : List.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.FINANCE)) {
            var person = Accounts.staff(people, role);
            for (var pair : List.of(List.of(ours, theirs), List.of(theirs, ours))) {
                var mine = pair.getFirst();
                var other = pair.getLast().organisation().name();
                var site = staffOf(mine, person);
                for (var list : lists()) {
                    var page = site.get(list);
                    read += page.statusCode() == 200 ? 1 : 0;
                    if (page.body().contains(other)) {
                        wrong.add(list + " of " + mine.id() + " shows " + other);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isGreaterThan(50);
    }

    @Test
    void the_chosen_office_has_its_own_on_the_same_lists_and_in_searches() {
        var site = staffOf(theirs, Accounts.staff(people, Role.ADMINISTRATOR));
        var name = theirs.organisation().name();
        var asked = name.replace(" ", "+");
        for (var list :
                List.of(
                        "/staff/cases",
                        "/staff/orders",
                        "/staff/payments",
                        "/staff/tax",
                        "/staff/invoices",
                        "/staff/ledger/accounts?kind=CUSTOMER",
                        "/staff/organisations?q=" + asked)) {
            assertThat(site.get(list).body()).as(list).contains(name);
        }
        var foreign = ours.organisation().name().replace(" ", "+");
        assertThat(site.get("/staff/organisations?q=" + foreign).body())
                .doesNotContain("/staff/organisations/" + ours.organisation().id());
    }

    @Test
    void members_find_nothing_of_the_other_office_by_address() {
        var site = Site.signedIn(port, theirs.buyer().holder());

        assertThat(site.get("/offers/windows-11-get-genuine").statusCode()).isEqualTo(404);
        assertThat(
                        site.postFrom(
                                        "/offers/acrobat-pro-1y",
                                        "/cart",
                                        Map.of("offer", "windows-11-get-genuine", "quantity", "1"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(site.get("/catalogue?q=smartphone").body())
                .doesNotContain("/offers/refurbished-smartphone");
        assertThat(site.get("/requests/advice").statusCode()).isEqualTo(404);
        var number = ours.order().number();
        var page = site.get("/orders/" + number);
        assertThat(page.body())
                .as("order %s is of Luxembourg, or else their own of that number", number)
                .doesNotContain(ours.organisation().name(), "€");
    }

    @Test
    void letters_speak_for_the_office_of_the_organisation() {
        assertThat(notification.ofOrganisation(theirs.buyer().organisation()))
                .isNotEmpty()
                .extracting(SentLetter::text)
                .allSatisfy(text ->
                        assertThat(text).contains("TechSoup Canada").doesNotContain("SOCIALware"));
        assertThat(notification.ofOrganisation(ours.buyer().organisation()))
                .isNotEmpty()
                .extracting(SentLetter::text)
                .allSatisfy(text -> assertThat(text).contains("SOCIALware"));
    }
}
