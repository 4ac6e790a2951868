package org.passerelle.backoffice.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Posting;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/// Days of long ago in a currency of their own: nobody else's postings are in them.
@ProductTest
@Requirement("PAY-05")
class LedgerPagesTest {
    private static final String DAYS = "from=2001-03-01&to=2001-03-31&currency=NOK";

    private final MockMvcTester pages;
    private final Ledger ledger;
    private final OrderingFixture house;
    private final Person finance;
    private final Person reviewer;

    LedgerPagesTest(
            @Autowired WebApplicationContext product,
            @Autowired Ledger ledger,
            @Autowired OrderingFixture house,
            @Autowired People people) {
        this.pages = As.pages(product);
        this.ledger = ledger;
        this.house = house;
        this.finance = Accounts.staff(people, Role.FINANCE);
        this.reviewer = Accounts.staff(people, Role.REVIEWER);
    }

    @BeforeEach
    void three_receipts_of_long_ago() {
        for (var day = 1; day <= 3; day++) {
            ledger.post(
                    Posting.of(
                            OFFICE,
                            LocalDate.of(2001, 1 + day, 10),
                            new Cause("receipt", "test-ledger-" + day),
                            Optional.empty(),
                            "order " + OFFICE + "/1000" + day,
                            new Account(Kind.BANK, "LU28TESTLEDGER"),
                            new Account(Kind.CUSTOMER, "somebody"),
                            Money.parse("NOK " + day * 100 + ".00")));
        }
    }

    private MvcTestResult get(Person who, String path) {
        return pages.get().uri(path).with(As.person(who)).exchange();
    }

    @Test
    void the_trial_balance_shows_each_kind_and_that_the_sum_is_zero() {
        assertThat(get(finance, "/staff/ledger?" + DAYS))
                .bodyText()
                .contains("Banque", "Organisations", "La somme est zéro")
                .contains("/staff/ledger/accounts?kind=BANK&amp;" + DAYS.replace("&", "&amp;"));
    }

    @Test
    void a_kind_leads_to_its_accounts_and_an_account_to_its_lines() {
        assertThat(get(finance, "/staff/ledger/accounts?kind=BANK&" + DAYS))
                .bodyText()
                .contains("LU28TESTLEDGER", "/staff/ledger/account?kind=BANK");
        assertThat(get(finance, "/staff/ledger/account?kind=BANK&key=LU28TESTLEDGER&" + DAYS))
                .bodyText()
                .contains("Paiement reçu", "test-ledger-2", "/staff/orders/10002")
                .contains("100,00", "200,00", "300,00")
                .doesNotContain("test-ledger-1", "test-ledger-3");
    }

    @Test
    void a_line_of_another_account_leads_to_the_organisation_it_concerns() {
        var buyer = house.qualified();
        var order = house.paid(buyer, WINDOWS, "1");
        house.payments.record(
                STAFF,
                order.number().payable(),
                Money.parse("EUR 1.00"),
                LocalDate.of(2026, 1, 3),
                "twice " + order.number());

        var own = "/staff/ledger/organisations/" + buyer.organisation();
        assertThat(get(finance, own + "?from=2020-01-01&to=2099-12-31"))
                .bodyText()
                .contains("Commande", "Paiement reçu", "/staff/orders/" + order.number())
                .contains("kind=ORDERED&amp;key=" + buyer.organisation());
        assertThat(get(finance, "/staff/organisations/" + buyer.organisation()))
                .bodyText()
                .contains(own);
    }

    @Test
    void what_leaves_as_csv_has_numbers_below_zero_as_numbers() {
        var file = get(finance, "/staff/ledger/account.csv?kind=CUSTOMER&key=somebody&" + DAYS);

        assertThat(file)
                .bodyText()
                .contains("2001-03-10,receipt,test-ledger-2,order " + OFFICE + "/10002,,-200.00")
                .contains("-300.00,NOK");
        assertThat(get(finance, "/staff/ledger/accounts.csv?" + DAYS))
                .bodyText()
                .contains("BANK,LU28TESTLEDGER,100.00,200.00,0.00,300.00,NOK");
    }

    @Test
    void what_is_no_account_and_no_day_does_no_harm() {
        assertThat(get(finance, "/staff/ledger/accounts?kind=GOLD")).hasStatus(404);
        assertThat(get(finance, "/staff/ledger/account?kind=BANK")).hasStatus(404);
        assertThat(get(finance, "/staff/ledger/account?kind=BANK&key=none")).hasStatusOk();
        assertThat(get(finance, "/staff/ledger?from=yesterday&to=&currency=XXX")).hasStatusOk();
    }

    @Test
    void only_finance_sees_it() {
        for (var path :
                new String[] {
                    "/staff/ledger",
                    "/staff/ledger/accounts?kind=BANK",
                    "/staff/ledger/accounts.csv"
                }) {
            assertThat(get(reviewer, path)).hasStatus(403);
        }
    }
}
