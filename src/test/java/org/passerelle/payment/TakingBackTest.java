package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.TakeBackOutcome.AlreadyTaken;
import org.passerelle.payment.TakeBackOutcome.Differs;
import org.passerelle.payment.TakeBackOutcome.NoSuchReceipt;
import org.passerelle.payment.TakeBackOutcome.NotAnAmount;
import org.passerelle.payment.TakeBackOutcome.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// Money that came may be taken back: a cheque without cover, a dispute that was lost.
@ProductTest
@RecordApplicationEvents
@Requirement({"PAY-03", "PAY-04", "PAY-05"})
class TakingBackTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Payer ANNA = Payer.of("Anna asbl", "0042");

    @Autowired Payments payments;
    @Autowired Payouts payouts;
    @Autowired Ledger ledger;
    @Autowired ApplicationEvents told;

    private final OrganisationId organisation = OrganisationId.random();
    private final PayableRef ref = new PayableRef("test", UUID.randomUUID().toString());
    private final String bounced = "bounced " + UUID.randomUUID();

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private Money owes() {
        return ledger.balance(OFFICE, Account.customer(organisation), CurrencyUnit.EUR);
    }

    private Payable.Receipt paid(Means means, String amount) {
        payments.expect(ref, organisation, OFFICE, eur("44.46"));
        return more(means, amount);
    }

    private Payable.Receipt more(Means means, String amount) {
        var reference = means + " " + UUID.randomUUID();
        payments.record(STAFF, ref, new Incoming(means, eur(amount), DAY, reference, ANNA));
        return payments.get(ref).receipts().getLast();
    }

    private TakenBack all(Payable.Receipt receipt) {
        return TakenBack.whole(receipt, DAY, bounced, "no cover");
    }

    @Test
    void what_was_paid_waits_for_money_again() {
        var cheque = paid(Means.CHEQUE, "44.46");

        var outcome = payments.takeBack(STAFF, ref, all(cheque));

        assertThat(outcome).isEqualTo(new Taken(payments.get(ref), eur("44.46")));
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.AWAITING);
        assertThat(payments.get(ref).missing()).isEqualTo(eur("44.46"));
        assertThat(owes()).isEqualTo(eur("44.46"));
        assertThat(told.stream(PaymentTakenBack.class))
                .contains(
                        new PaymentTakenBack(ref, eur("44.46"), eur("44.46"), bounced, "no cover"));
        more(Means.TRANSFER, "44.46");
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.SETTLED);
        assertThat(payments.get(ref).excess()).isEqualTo(eur("0.00"));
    }

    @Test
    void it_leaves_the_place_where_it_stood_and_what_it_costs_is_the_offices() {
        var cheque = paid(Means.CHEQUE, "44.46");

        payments.takeBack(STAFF, ref, all(cheque).outOf(Means.TRANSFER).withCosts(eur("7.00")));

        var posting = ledger.find(OFFICE, new Cause("taken-back", bounced)).orElseThrow();
        assertThat(posting.posting().lines())
                .extracting(line -> line.account().kind(), line -> line.amount())
                .containsExactly(
                        tuple(Kind.CUSTOMER, eur("44.46")),
                        tuple(Kind.PAYMENT_COSTS, eur("7.00")),
                        tuple(Kind.CLEARING, eur("-51.46")));
        assertThat(owes()).isEqualTo(eur("44.46"));
    }

    @Test
    void told_twice_it_counts_once_and_something_else_under_its_name_is_refused() {
        var cheque = paid(Means.CHEQUE, "44.46");
        payments.takeBack(STAFF, ref, all(cheque));

        assertThat(payments.takeBack(STAFF, ref, all(cheque)))
                .isEqualTo(new AlreadyTaken(payments.get(ref)));
        assertThat(payments.takeBack(STAFF, ref, all(cheque).part(eur("1.00"))))
                .isEqualTo(new Differs());
        assertThat(owes()).isEqualTo(eur("44.46"));
    }

    @Test
    void never_more_than_came() {
        var cheque = paid(Means.CHEQUE, "44.46");
        payments.takeBack(STAFF, ref, all(cheque).part(eur("40.00")));
        var more = TakenBack.whole(cheque, DAY, bounced + " 2", "no cover");

        assertThat(payments.takeBack(STAFF, ref, more))
                .isEqualTo(new NotAnAmount(eur("44.46"), eur("4.46")));
        assertThat(payments.takeBack(STAFF, ref, more.part(eur("0.00"))))
                .isEqualTo(new NotAnAmount(eur("0.00"), eur("4.46")));
        var unknown =
                new TakenBack("unheard of", eur("1.00"), DAY, "x", "", Means.CHEQUE, more.costs());
        assertThat(payments.takeBack(STAFF, ref, unknown))
                .isEqualTo(new NoSuchReceipt("unheard of"));
        assertThat(payments.get(ref).missing()).isEqualTo(eur("40.00"));
    }

    @Test
    @Requirement("ORD-09")
    void what_was_promised_back_of_it_goes_nowhere() {
        var cheque = paid(Means.CHEQUE, "44.46");
        payments.returnMoney(STAFF, ref, "cancelled");
        var payout = payments.get(ref).payouts().getFirst();

        payments.takeBack(STAFF, ref, all(cheque));

        assertThat(payments.get(ref).payouts().getFirst().state())
                .isEqualTo(new Payout.State.Dropped("no cover"));
        assertThat(payouts.direct(STAFF, payout.id(), Means.TRANSFER, ANNA)).isEmpty();
        assertThat(payouts.failed(STAFF, payout.id(), "closed", DAY)).isFalse();
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.WITHDRAWN);
        assertThat(owes()).isEqualTo(eur("0.00"));
        assertThat(payments.returnMoney(STAFF, ref, "again")).isEqualTo(eur("0.00"));
    }

    @Test
    void what_left_all_the_same_is_owed() {
        var cheque = paid(Means.CHEQUE, "50.00");
        payments.returnExcess(STAFF, ref, "too much");
        var payout = payments.get(ref).payouts().getFirst();
        payments.takeBack(STAFF, ref, all(cheque));
        more(Means.TRANSFER, "44.46");
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.SETTLED);

        payouts.sent(STAFF, payout.id(), "it was on its way", DAY);

        assertThat(payments.get(ref).missing()).isEqualTo(eur("5.54"));
        assertThat(owes()).isEqualTo(eur("5.54"));
    }

    @Test
    void of_two_receipts_the_other_stays() {
        var first = paid(Means.CHEQUE, "30.00");
        more(Means.TRANSFER, "20.00");

        payments.takeBack(STAFF, ref, all(first));

        assertThat(payments.get(ref).missing()).isEqualTo(eur("24.46"));
        more(Means.TRANSFER, "30.00");
        assertThat(payments.returnExcess(STAFF, ref, "too much")).isEqualTo(eur("5.54"));
        assertThat(payments.get(ref).payouts())
                .extracting(Payout::means, Payout::amount)
                .containsExactly(tuple(Means.TRANSFER, eur("5.54")));
    }
}
