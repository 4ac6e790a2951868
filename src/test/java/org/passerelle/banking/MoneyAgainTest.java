package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.DecisionOutcome.AlreadyDecided;
import org.passerelle.banking.DecisionOutcome.CannotUndo;
import org.passerelle.banking.DecisionOutcome.CannotUndo.Why;
import org.passerelle.banking.DecisionOutcome.Done;
import org.passerelle.banking.DecisionOutcome.NotThatOne;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Ledger;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.payment.MoneyAccounts;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payout;
import org.passerelle.payment.Payouts;
import org.springframework.beans.factory.annotation.Autowired;

/// Money that was assigned and is taken away again: by staff from the wrong order, by the bank from
/// everybody.
@ProductTest
@Requirement({"PAY-02", "PAY-05"})
class MoneyAgainTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 9);

    @Autowired Banking banking;
    @Autowired Transfers transfers;
    @Autowired Payments payments;
    @Autowired Payouts payouts;
    @Autowired Ledger ledger;
    @Autowired OrderingFixture house;

    private final BankFiles bank = new BankFiles();

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private Payable expected(String amount) {
        var number = OFFICE + "/" + (900_000 + new Random().nextInt(90_000_000));
        return payments.expect(
                new PayableRef("test", number), OrganisationId.random(), OFFICE, eur(amount));
    }

    private BankMovement taken() {
        var outcome =
                banking.take(STAFF, OFFICE, "f", bank.file().getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(ImportOutcome.Taken.class);
        bank.close();
        return BankFiles.newest(banking, OFFICE);
    }

    private BankMovement paid(Payable payable, String amount) {
        bank.credit(DAY, amount, "X", payable.communication().toString());
        return taken();
    }

    private record Books(Money queue, Money bank) {
        Books plus(String queued, String banked) {
            return new Books(queue.plus(eur(queued)), bank.plus(eur(banked)));
        }
    }

    private Books books() {
        return new Books(
                ledger.balance(OFFICE, MoneyAccounts.clearing(BankFiles.IBAN), CurrencyUnit.EUR),
                ledger.balance(OFFICE, MoneyAccounts.bank(BankFiles.IBAN), CurrencyUnit.EUR));
    }

    private Money owed(Payable payable) {
        return ledger.balance(OFFICE, Account.customer(payable.organisation()), CurrencyUnit.EUR);
    }

    private DecisionOutcome undo(BankMovement movement) {
        return banking.undo(STAFF, movement.id(), "wrong order");
    }

    @Test
    void money_of_the_wrong_order_waits_again_and_goes_to_the_right_one() {
        var wrong = expected("44.46");
        var right = expected("44.46");
        var before = books();
        var movement = paid(wrong, "44.46");

        assertThat(undo(movement)).isInstanceOf(Done.class);

        assertThat(payments.get(wrong.ref()).state()).isEqualTo(Payable.State.AWAITING);
        assertThat(payments.get(wrong.ref()).missing()).isEqualTo(eur("44.46"));
        assertThat(owed(wrong)).isEqualTo(eur("44.46"));
        assertThat(books()).isEqualTo(before.plus("-44.46", "44.46"));
        assertThat(undo(movement)).isEqualTo(new CannotUndo(Why.GONE));

        banking.assign(STAFF, movement.id(), Map.of(right.ref(), eur("44.46")));

        assertThat(payments.get(right.ref()).state()).isEqualTo(Payable.State.SETTLED);
        assertThat(owed(right)).isEqualTo(eur("0.00"));
        assertThat(books()).isEqualTo(before.plus("0.00", "44.46"));
        assertThat(undo(movement)).isInstanceOf(Done.class);
        assertThat(banking.assign(STAFF, movement.id(), Map.of(right.ref(), eur("44.46"))))
                .isInstanceOf(Done.class);
    }

    @Test
    void of_money_over_several_orders_only_the_last_part_is_taken_back() {
        var one = expected("10.00");
        var other = expected("20.00");
        bank.credit(DAY, "30.00", "X", "two");
        var movement = taken();
        banking.assign(STAFF, movement.id(), Map.of(one.ref(), eur("10.00")));
        banking.assign(STAFF, movement.id(), Map.of(other.ref(), eur("20.00")));

        undo(movement);

        assertThat(payments.get(one.ref()).state()).isEqualTo(Payable.State.SETTLED);
        assertThat(payments.get(other.ref()).state()).isEqualTo(Payable.State.AWAITING);
        assertThat(banking.find(movement.id()).orElseThrow().open()).isEqualTo(eur("20.00"));
    }

    @Test
    void money_of_what_was_handed_over_stays() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var payable = payments.get(order.number().payable());
        var movement = paid(payable, order.total().gross().getAmount().toPlainString());
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(house.ordering.order(order.number()).orElseThrow().state())
                                .isInstanceOf(OrderState.InFulfilment.class));
        assertThat(banking.stays(movement)).isEmpty();
        house.handsKey(order, "AAAA-BBBB-" + order.number(), true);

        assertThat(undo(movement)).isEqualTo(new CannotUndo(Why.HANDED_OVER));
        assertThat(payments.get(payable.ref()).state()).isEqualTo(Payable.State.SETTLED);
    }

    @Test
    void money_that_is_on_its_way_back_stays_once_the_bank_was_asked() {
        var payable = expected("10.00");
        var movement = paid(payable, "15.00");
        payments.returnExcess(STAFF, payable.ref(), "too much");
        var payout = payments.get(payable.ref()).payouts().getFirst();
        assertThat(banking.stays(movement)).isEmpty();
        payouts.direct(STAFF, payout.id(), payout.means(), Payer.of("X", "BE68539007547034"));
        transfers.export(STAFF, OFFICE, List.of(payout.id()));

        assertThat(undo(movement)).isEqualTo(new CannotUndo(Why.GOES_BACK));
    }

    @Test
    void money_that_was_to_go_back_and_was_not_asked_for_waits_with_the_rest() {
        var payable = expected("10.00");
        var before = books();
        var movement = paid(payable, "15.00");
        payments.returnExcess(STAFF, payable.ref(), "too much");

        assertThat(undo(movement)).isInstanceOf(Done.class);

        assertThat(payments.get(payable.ref()).payouts().getFirst().state())
                .isInstanceOf(Payout.State.Dropped.class);
        assertThat(owed(payable)).isEqualTo(eur("10.00"));
        assertThat(books()).isEqualTo(before.plus("-15.00", "15.00"));
    }

    @Test
    void what_the_bank_takes_back_from_an_order_is_owed_again_by_one_decision() {
        var payable = expected("44.46");
        var before = books();
        var credit = paid(payable, "44.46");
        bank.takesBackLast(DAY.plusDays(1));
        var debit = taken();
        assertThat(banking.takenBack(debit)).extracting(BankMovement::id).contains(credit.id());

        assertThat(banking.takeBack(STAFF, debit.id(), credit.number())).isInstanceOf(Done.class);

        assertThat(payments.get(payable.ref()).missing()).isEqualTo(eur("44.46"));
        assertThat(owed(payable)).isEqualTo(eur("44.46"));
        assertThat(books()).isEqualTo(before);
        var told = banking.find(debit.id()).orElseThrow();
        assertThat(told.isOpen()).isFalse();
        assertThat(told.decisions().getFirst().payable()).contains(payable.ref());
        assertThat(banking.takeBack(STAFF, debit.id(), credit.number()))
                .isInstanceOf(AlreadyDecided.class);
        assertThat(undo(credit)).isEqualTo(new CannotUndo(Why.TAKEN_BACK));
        assertThat(undo(debit)).isEqualTo(new CannotUndo(Why.GONE));
    }

    @Test
    void what_the_bank_takes_back_is_taken_from_each_order_and_from_the_queue() {
        var one = expected("10.00");
        var other = expected("15.00");
        var before = books();
        bank.credit(DAY, "30.00", "X", "two");
        var credit = taken();
        banking.assign(
                STAFF, credit.id(), Map.of(one.ref(), eur("10.00"), other.ref(), eur("15.00")));
        bank.takesBackLast(DAY.plusDays(2));
        var debit = taken();

        banking.takeBack(STAFF, debit.id(), credit.number());

        assertThat(payments.get(one.ref()).missing()).isEqualTo(eur("10.00"));
        assertThat(payments.get(other.ref()).missing()).isEqualTo(eur("15.00"));
        assertThat(books()).isEqualTo(before);
        assertThat(banking.find(debit.id()).orElseThrow().decisions()).hasSize(3);
        assertThat(banking.find(credit.id()).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void another_amount_is_not_what_the_bank_took_back() {
        var credit = paid(expected("44.46"), "44.46");
        paid(expected("12.00"), "12.00");
        bank.takesBackLast(DAY.plusDays(1));
        var debit = taken();

        assertThat(banking.takeBack(STAFF, debit.id(), credit.number()))
                .isEqualTo(new NotThatOne(credit.number()));
        assertThat(banking.takeBack(STAFF, debit.id(), 999_999_999))
                .isEqualTo(new NotThatOne(999_999_999));
    }
}
