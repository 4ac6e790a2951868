package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.passerelle.ordering.OrderingFixture.OFFICE;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.banking.ImportOutcome.Taken;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.ledger.Ledger;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.payment.Means;
import org.passerelle.payment.MoneyAccounts;
import org.passerelle.payment.PayoutQuery;
import org.passerelle.payment.Payouts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A transfer on a statement for an order that ended unpaid: in the queue, never lost.
@ProductTest
@Requirement({"ORD-13", "PAY-02"})
class LateMoneyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final String DEADLINE = "ordering.payment-deadline";

    @Autowired OrderingFixture house;
    @Autowired Banking banking;
    @Autowired Payouts payouts;
    @Autowired Ledger ledger;
    @Autowired Agenda agenda;
    @Autowired List<DueHandler> handlers;
    @Autowired TransactionTemplate transaction;
    @Autowired DSLContext db;

    @BeforeEach
    void anAccountOfItsOwn() {
        db.execute("truncate banking.bank_file cascade");
    }

    private Order expired() {
        var order = house.placed(house.qualified(), OrderingFixture.WINDOWS, "1");
        var key = order.number().key();
        var when = agenda.due(DEADLINE, key).orElseThrow();
        var handler = handlers.stream().filter(one -> one.kind().equals(DEADLINE)).findFirst();
        transaction.executeWithoutResult(_ -> {
            agenda.cancel(DEADLINE, key);
            handler.orElseThrow().fallDue(key, when);
        });
        return now(order);
    }

    private Order now(Order order) {
        return house.ordering.order(order.number()).orElseThrow();
    }

    @Test
    void its_transfer_waits_for_a_decision_and_goes_back_by_one_click_to_the_cent() {
        var order = expired();
        assertThat(order.state()).isInstanceOf(OrderState.Expired.class);
        var total = order.total().gross();
        var ref = order.number().payable();
        var clearing = MoneyAccounts.clearing(BankFiles.IBAN);
        var before = ledger.balance(OFFICE, clearing, total.getCurrencyUnit());
        var statement =
                new BankFiles()
                        .credit(
                                DAY,
                                total.getAmount().toPlainString(),
                                "Late payer",
                                house.payments.get(ref).communication().toString())
                        .file()
                        .getBytes(StandardCharsets.UTF_8);

        var taken = (Taken) banking.take(OrderingFixture.STAFF, OFFICE, "late.xml", statement);

        assertThat(taken.toDecide()).isEqualTo(1);
        assertThat(taken.byItself()).isZero();
        var queue = banking.movements(OFFICE, View.OPEN, 0, 10).movements();
        assertThat(queue).hasSize(1);
        assertThat(banking.suggestions(OFFICE, queue).get(queue.getFirst().id()))
                .extracting(one -> one.owed().ref())
                .startsWith(ref);
        assertThat(ledger.balance(OFFICE, clearing, total.getCurrencyUnit()))
                .isEqualTo(before.minus(total));
        assertThat(house.payments.get(ref).received().isZero()).isTrue();

        banking.assign(OrderingFixture.STAFF, queue.getFirst().id(), Map.of(ref, total));

        assertThat(now(order).state()).isInstanceOf(OrderState.Expired.class);
        assertThat(banking.count(OFFICE, View.OPEN)).isZero();
        await().until(() -> house.payments.get(ref).returned().equals(total));
        assertThat(payouts.search(OFFICE, PayoutQuery.due(Means.TRANSFER), 0, 10_000))
                .filteredOn(one -> house.payments.get(ref).payouts().contains(one))
                .singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualTo(total));
        assertThat(ledger.balance(OFFICE, clearing, total.getCurrencyUnit())).isEqualTo(before);
    }
}
