package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.DueRun;
import org.passerelle.invoicing.rendering.OfficialRules;
import org.passerelle.kernel.Signature;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Ledger;
import org.passerelle.ordering.ActOutcome;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.AnnounceOutcome.Announced;
import org.passerelle.returns.GivenBack;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.Returns;
import org.passerelle.returns.Returns.Inspection;
import org.passerelle.returns.Returns.Wanted;
import org.passerelle.returns.Share;
import org.passerelle.tax.VatNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// From the delivery to the invoice, and from what came back to the credit note (INV-01).
@ProductTest
@Requirement({"INV-01", "ORD-09"})
class ReturnedLinesTest {
    private static final Signature BY = Signature.of("test");

    @Autowired OrderingFixture house;
    @Autowired GivenBack goods;
    @Autowired Returns returns;
    @Autowired Invoicing invoicing;
    @Autowired ReturnedLines returned;
    @Autowired CatchUp catchUp;
    @Autowired VatNumbers numbers;
    @Autowired Ledger ledger;
    @Autowired DueRun agenda;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    /// Others sell out.
    @BeforeEach
    void there_are_laptops() {
        house.stockroom.add(STAFF, OFFICE, LAPTOP, 20, "test");
    }

    private LocalDate today() {
        return clock.instant().atZone(house.pack().office().zone()).toLocalDate();
    }

    /// Laptops that are there today and wait for the run.
    private Order delivered(Buyer buyer, String quantity) {
        var order = goods.laptops(buyer, quantity);
        await().until(() -> waiting(order) > 0);
        return order;
    }

    /// Units of the order's line that wait, or zero.
    private long waiting(Order order) {
        return db.sql(
                        """
                        select coalesce(sum(quantity), 0) from invoicing.line
                         where office = ? and order_number = ? and document is null
                        """)
                .param(OFFICE.value())
                .param(order.number().value())
                .query(Long.class)
                .single();
    }

    private Return comesBack(Buyer buyer, Order order, long units) {
        var outcome =
                returns.announce(
                        buyer.actor(),
                        order.number(),
                        List.of(new Wanted(1, units, Reason.UNWANTED)),
                        Remedy.MONEY,
                        "Trop lourd.",
                        List.of());
        var asked = ((Announced) outcome).returns().getFirst();
        returns.received(STAFF, asked.number(), today());
        var found = List.of(new Inspection(1, units, units));
        returns.inspect(STAFF, asked.number(), found, Remedy.MONEY, "");
        await().until(() -> isHeard(asked));
        return asked;
    }

    private boolean isHeard(Return asked) {
        return db.sql("select exists (select from invoicing.returned where return_key = ?)")
                .param(asked.number().key())
                .query(Boolean.class)
                .single();
    }

    private void invoiced() {
        while (invoicing.issueNext(OFFICE, today(), 1000, BY).invoices() > 0) {}
    }

    private List<InvoicesFound.Row> documents(Order order) {
        return invoicing.ofOrganisation(order.organisation()).reversed();
    }

    private Money balance(Account account) {
        return ledger.balance(OFFICE, account, CurrencyUnit.EUR);
    }

    /// Nothing is owed and nothing is left to invoice.
    private void booksAreEven(Order order) {
        assertThat(balance(Account.customer(order.organisation()))).matches(Money::isZero);
        assertThat(balance(Account.ordered(order.organisation()))).matches(Money::isZero);
    }

    private Money returned(Order order) {
        return house.payments.get(order.number().payable()).returned();
    }

    @Test
    @Requirement({"INV-03", "PAY-05"})
    void what_was_invoiced_and_comes_back_is_on_a_credit_note_that_machines_accept() {
        var buyer = house.qualified();
        numbers.give(buyer.actor(), buyer.organisation(), "LU26375245");
        var order = delivered(buyer, "3");
        invoiced();

        var asked = comesBack(buyer, order, 2);

        var invoice = documents(order).getFirst();
        var note = documents(order).getLast();
        var worth = Share.gross(order.line(1).price(), 0, 2);
        assertThat(documents(order)).hasSize(2);
        assertThat(invoice.gross()).isEqualTo(order.total().gross());
        assertThat(note.kind()).isEqualTo(Invoice.Kind.CREDIT_NOTE);
        assertThat(note.corrects()).contains(invoice.number());
        assertThat(note.gross()).isEqualTo(worth).isEqualTo(returned(order));
        var document = invoicing.find(OFFICE, note.number()).orElseThrow();
        assertThat(document.corrects().orElseThrow().reason())
                .isEqualTo("Retour " + asked.number());
        booksAreEven(order);
        for (var one : List.of(invoice.number(), note.number())) {
            assertThat(OfficialRules.complaints(invoicing.ubl(OFFICE, one).orElseThrow()))
                    .isEmpty();
            var pdf = invoicing.pdf(OFFICE, one).orElseThrow();
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        assertThat(document.buyer().vatNumber()).contains("LU26375245");
        // The agenda of the product itself may be at it.
        await().ignoreException(NoSuchElementException.class)
                .untilAsserted(() -> {
                    agenda.runAll();
                    assertThat(house.letterTo(buyer, "invoicing.credit-note"))
                            .contains(note.number().toString(), "Retour " + asked.number());
                });
    }

    @Test
    void what_comes_back_before_it_was_invoiced_is_never_billed() {
        var buyer = house.qualified();
        var order = delivered(buyer, "3");

        comesBack(buyer, order, 1);
        assertThat(waiting(order)).isEqualTo(2);
        comesBack(buyer, order, 1);
        invoiced();

        var rest = Share.gross(order.line(1).price(), 2, 1);
        assertThat(documents(order))
                .singleElement()
                .satisfies(one -> assertThat(one.gross()).isEqualTo(rest));
        booksAreEven(order);

        comesBack(buyer, order, 1);
        assertThat(documents(order)).hasSize(2);
        assertThat(documents(order).getLast().gross()).isEqualTo(rest);
        booksAreEven(order);
    }

    @Test
    void what_comes_back_whole_before_it_was_invoiced_leaves_no_invoice() {
        var buyer = house.qualified();
        var order = delivered(buyer, "2");

        var asked = comesBack(buyer, order, 2);
        transaction.executeWithoutResult(_ -> returned.settle(asked.number()));
        catchUp.catchUp(OFFICE);
        invoiced();

        assertThat(documents(order)).isEmpty();
        booksAreEven(order);
    }

    @Test
    void heard_twice_it_is_credited_once_and_parts_add_up() {
        var buyer = house.qualified();
        var order = delivered(buyer, "3");
        invoiced();

        for (var part = 0; part < 3; part++) {
            var asked = comesBack(buyer, order, 1);
            transaction.executeWithoutResult(_ -> returned.settle(asked.number()));
        }

        assertThat(documents(order)).hasSize(4);
        assertThat(
                        documents(order).stream()
                                .filter(one -> one.kind() == Invoice.Kind.CREDIT_NOTE)
                                .map(InvoicesFound.Row::gross)
                                .reduce(Money::plus))
                .contains(order.total().gross());
        booksAreEven(order);
    }

    @Test
    void what_staff_credited_before_is_not_credited_again() {
        var buyer = house.qualified();
        var order = delivered(buyer, "2");
        invoiced();
        var number = documents(order).getFirst().number();
        invoicing.credit(STAFF, OFFICE, number, Map.of(1, 1L), false, "Geste");

        comesBack(buyer, order, 2);

        assertThat(invoicing.left(OFFICE, number)).containsExactly(0L);
        assertThat(
                        documents(order).stream()
                                .filter(one -> one.kind() == Invoice.Kind.CREDIT_NOTE)
                                .map(InvoicesFound.Row::gross)
                                .reduce(Money::plus))
                .contains(order.total().gross());
    }

    @Test
    @Requirement("PAY-05")
    void what_finance_credits_with_its_money_goes_back_to_the_means_that_paid() {
        var buyer = house.qualified();
        var order = delivered(buyer, "2");
        invoiced();
        var number = documents(order).getFirst().number();

        var outcome = invoicing.credit(STAFF, OFFICE, number, Map.of(1, 1L), true, "En double");

        var worth = Share.gross(order.line(1).price(), 0, 1);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CreditOutcome.Issued.class,
                        issued -> assertThat(issued.returned()).isEqualTo(worth));
        assertThat(returned(order)).isEqualTo(worth);
        booksAreEven(order);
    }

    @Test
    void an_order_of_which_something_was_invoiced_is_neither_cancelled_nor_refused() {
        var buyer = house.qualified();
        var order = delivered(buyer, "1");
        invoiced();

        assertThat(house.ordering.cancel(buyer.actor(), order.number(), "Trop tard"))
                .isInstanceOf(ActOutcome.NotNow.class);
        assertThat(house.ordering.refuse(STAFF, order.number(), "Trop tard"))
                .isInstanceOf(ActOutcome.NotNow.class);
        booksAreEven(order);
    }

    @Test
    void what_was_delivered_before_there_were_invoices_is_billed_once() {
        var order = delivered(house.qualified(), "2");
        forget(order);

        catchUp.catchUp(OFFICE);
        assertThat(waiting(order)).isEqualTo(2);
        catchUp.catchUp(OFFICE);
        invoiced();
        catchUp.catchUp(OFFICE);
        invoiced();

        assertThat(documents(order))
                .singleElement()
                .satisfies(one -> assertThat(one.gross()).isEqualTo(order.total().gross()));
        booksAreEven(order);
    }

    /// As if the order had been delivered before the module was there.
    private void forget(Order order) {
        transaction.executeWithoutResult(_ -> {
            db.sql("set local session_replication_role = replica").update();
            for (var statement :
                    List.of(
                            "delete from invoicing.line_tax t using invoicing.line l"
                                    + " where l.id = t.line and l.organisation = ?",
                            "delete from invoicing.line where organisation = ?")) {
                db.sql(statement).param(order.organisation().value()).update();
            }
        });
        assertThat(waiting(order)).isZero();
    }
}
