package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.Payout.State;
import org.springframework.beans.factory.annotation.Autowired;

/// Money goes back to the means and the account that paid, and the books say where it is.
@ProductTest
@Requirement({"PAY-05", "ORD-09"})
class PayoutsTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Payer ANNA = Payer.of("Anna asbl", "LU280019400644750000");

    @Autowired Payments payments;
    @Autowired Payouts payouts;
    @Autowired Ledger ledger;
    @Autowired Backlog backlog;
    @Autowired DSLContext db;

    private final OrganisationId organisation = OrganisationId.random();
    private final PayableRef ref = new PayableRef("test", UUID.randomUUID().toString());

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private Money balance(Account account) {
        return ledger.balance(OFFICE, account, CurrencyUnit.EUR);
    }

    private Money owes() {
        return balance(Account.customer(organisation));
    }

    private Money ordered() {
        return balance(Account.ordered(organisation));
    }

    private String pay(Means means, String amount) {
        var reference = means + " " + UUID.randomUUID();
        payments.record(STAFF, ref, new Incoming(means, eur(amount), DAY, reference, ANNA));
        return reference;
    }

    private Payout only() {
        var all = payments.get(ref).payouts();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void what_an_organisation_owes_follows_its_order_its_money_and_what_went_back() {
        payments.expect(ref, organisation, OFFICE, eur("44.46"));
        assertThat(owes()).isEqualTo(eur("44.46"));
        assertThat(ordered()).isEqualTo(eur("-44.46"));

        pay(Means.TRANSFER, "50.00");
        assertThat(owes()).isEqualTo(eur("-5.54"));

        payments.returnExcess(STAFF, ref, "zu viel");
        assertThat(owes()).isEqualTo(eur("0.00"));
        assertThat(only().state()).isEqualTo(new State.Due());
        assertThat(only().to()).isEqualTo(ANNA);
    }

    @Test
    void what_is_withdrawn_is_owed_no_more_and_all_of_it_goes_back() {
        payments.expect(ref, organisation, OFFICE, eur("44.46"));
        pay(Means.TRANSFER, "20.00");

        payments.returnMoney(STAFF, ref, "refused");

        assertThat(owes()).isEqualTo(eur("0.00"));
        assertThat(ordered()).isEqualTo(eur("0.00"));
        pay(Means.TRANSFER, "24.46");
        assertThat(owes()).isEqualTo(eur("-24.46"));
    }

    @Test
    void a_fee_is_a_cost_of_the_office_not_of_who_paid() {
        payments.expect(ref, organisation, OFFICE, eur("44.46"));
        var reference = "capture " + UUID.randomUUID();
        payments.record(
                STAFF,
                ref,
                new Incoming(Means.PAYPAL, eur("44.46"), DAY, reference, ANNA)
                        .withFee(eur("1.86")));

        assertThat(owes()).isEqualTo(eur("0.00"));
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.SETTLED);
        var lines = ledger.find(OFFICE, new Cause("receipt", reference)).orElseThrow().posting();
        assertThat(lines.lines())
                .extracting(line -> line.account().kind(), line -> line.amount())
                .containsExactly(
                        tuple(Account.Kind.PAYPAL, eur("42.60")),
                        tuple(Account.Kind.PAYMENT_COSTS, eur("1.86")),
                        tuple(Account.Kind.CUSTOMER, eur("-44.46")));
    }

    @Test
    void money_goes_back_by_the_means_that_brought_it_newest_first() {
        payments.expect(ref, organisation, OFFICE, eur("50.00"));
        var transfer = pay(Means.TRANSFER, "40.00");
        var card = pay(Means.CARD, "10.00");

        assertThat(payments.giveBack(STAFF, ref, eur("15.00"), "returned")).isEqualTo(eur("15.00"));

        assertThat(payments.get(ref).payouts())
                .extracting(Payout::receipt, Payout::means, Payout::amount)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(card), Means.CARD, eur("10.00")),
                        tuple(Optional.of(transfer), Means.TRANSFER, eur("5.00")));
        assertThat(payments.giveBack(STAFF, ref, eur("99.00"), "more")).isEqualTo(eur("35.00"));
        assertThat(payments.giveBack(STAFF, ref, eur("1.00"), "none")).isEqualTo(eur("0.00"));
    }

    @Test
    void what_was_given_back_is_owed_no_more_so_that_money_twice_is_all_excess() {
        payments.expect(ref, organisation, OFFICE, eur("50.00"));
        pay(Means.TRANSFER, "50.00");
        payments.giveBack(STAFF, ref, eur("20.00"), "returned");
        pay(Means.TRANSFER, "50.00");

        assertThat(payments.get(ref).excess()).isEqualTo(eur("50.00"));
        assertThat(
                        payments.search(
                                        OFFICE,
                                        new PayableQuery(
                                                PayableQuery.View.EXCESS, ref.number(), Set.of()),
                                        0,
                                        5)
                                .total())
                .isEqualTo(1);
        assertThat(payments.returnExcess(STAFF, ref, "twice")).isEqualTo(eur("50.00"));
    }

    @Test
    void a_refusal_that_comes_after_it_was_sent_by_hand_or_directed_anew_changes_nothing() {
        payments.expect(ref, organisation, OFFICE, eur("10.00"));
        pay(Means.CHEQUE, "10.00");
        payments.returnMoney(STAFF, ref, "cancelled");
        var asked = only();
        assertThat(payouts.refused(STAFF, asked, "no")).isTrue();
        assertThat(payouts.refused(STAFF, asked, "no")).isFalse();
        var anew = payouts.direct(STAFF, asked.id(), Means.CHEQUE, ANNA).orElseThrow();

        assertThat(payouts.refused(STAFF, asked, "of the turn before")).isFalse();
        assertThat(only().state()).isEqualTo(new State.Due());
        assertThat(payouts.sent(STAFF, anew.id(), "by hand", DAY)).isTrue();
        assertThat(payouts.refused(STAFF, anew, "too late")).isFalse();

        assertThat(only().state()).isEqualTo(new State.Sent(DAY, "by hand"));
        assertThat(owes()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_payout_leaves_once_may_come_back_and_leaves_another_way() {
        payments.expect(ref, organisation, OFFICE, eur("10.00"));
        pay(Means.PAYPAL, "10.00");
        payments.returnMoney(STAFF, ref, "cancelled");
        var id = only().id();

        assertThat(payouts.sent(STAFF, id, "refund 1", DAY)).isTrue();
        assertThat(payouts.sent(STAFF, id, "refund 1", DAY)).isFalse();
        assertThat(only().state()).isEqualTo(new State.Sent(DAY, "refund 1"));
        assertThat(payouts.direct(STAFF, id, Means.TRANSFER, ANNA)).isEmpty();

        assertThat(payouts.failed(STAFF, id, "closed", DAY.plusDays(2))).isTrue();
        assertThat(payouts.failed(STAFF, id, "closed", DAY.plusDays(2))).isFalse();
        assertThat(payouts.direct(STAFF, id, Means.TRANSFER, ANNA)).isPresent();
        assertThat(payouts.sent(STAFF, id, "E2E 7", DAY.plusDays(4))).isTrue();

        assertThat(only().means()).isEqualTo(Means.TRANSFER);
        assertThat(owes()).isEqualTo(eur("0.00"));
        var moved =
                ledger.entries(organisation, DAY, LocalDate.of(9999, 1, 1)).stream()
                        .flatMap(entry -> entry.posting().lines().stream())
                        .filter(line -> line.account().kind() == Account.Kind.PAYOUTS)
                        .map(line -> line.amount())
                        .reduce(eur("0.00"), Money::plus);
        assertThat(moved).isEqualTo(eur("0.00"));
    }

    @Test
    void money_of_the_queue_goes_back_without_anything_billed() {
        var office = OFFICE;
        var movement = "statement 7/" + UUID.randomUUID();
        var payout = payouts.sendBack(STAFF, office, movement, eur("7.00"), ANNA, "unknown");

        assertThat(payouts.sendBack(STAFF, office, movement, eur("7.00"), ANNA, "unknown").id())
                .isEqualTo(payout.id());
        assertThatThrownBy(() ->
                        payouts.sendBack(STAFF, office, movement, eur("8.00"), ANNA, "unknown"))
                .isInstanceOf(IllegalStateException.class);
        var kept = ledger.find(office, new Cause("payout", payout.id().toString()));
        assertThat(kept.orElseThrow().posting().lines().getFirst().account().kind())
                .isEqualTo(Account.Kind.CLEARING);
        assertThat(payouts.search(office, PayoutQuery.due(Means.TRANSFER), 0, 1_000))
                .extracting(Payout::id)
                .contains(payout.id());
    }

    @Test
    void what_was_billed_before_there_was_a_ledger_is_posted_at_the_next_start_once() {
        var id = UUID.randomUUID();
        db.execute(
                "insert into payment.payable (id, kind, number, organisation, office, amount_minor,"
                        + " currency, communication, state, expected_at, withdrawn_at)"
                        + " values (?, 'test', ?, ?, 'socialware-lu', 4446, 'EUR',"
                        + " ?, 'WITHDRAWN', '2025-01-31T23:30:00Z', '2025-03-01T10:00:00Z')",
                id,
                ref.number(),
                organisation.value(),
                StructuredCommunication.ofNumber(9_000_000_000L + System.nanoTime() % 100_000_000)
                        .digits());
        db.execute(
                "insert into payment.receipt (id, payable, office, bank_reference, amount_minor,"
                        + " received_on, recorded_at, recorded_by) values (gen_random_uuid(), ?,"
                        + " 'socialware-lu', ?, 2000, '2025-02-03', '2025-02-03T10:00:00Z', 'F')",
                id,
                "old " + id);
        db.execute(
                "insert into payment.repayment (id, payable, amount_minor, reason, noted_at,"
                        + " noted_by) values (gen_random_uuid(), ?, 1500, 'refused',"
                        + " '2025-03-01T10:00:00Z', 'F')",
                id);
        db.execute("insert into payment.unposted values (?)", id);

        backlog.post();
        backlog.post();

        assertThat(owes()).isEqualTo(eur("-5.00"));
        assertThat(ordered()).isEqualTo(eur("0.00"));
        assertThat(ledger.entries(organisation, LocalDate.of(2025, 1, 1), DAY))
                .extracting(entry -> entry.posting().on().toString())
                .containsExactly("2025-02-01", "2025-02-03", "2025-03-01", "2025-03-01");
        assertThat(only().amount()).isEqualTo(eur("15.00"));
        assertThat(only().state()).isEqualTo(new State.Failed(Backlog.BEFORE));
        assertThat(payouts.sent(STAFF, only().id(), "left then", DAY)).isTrue();
        assertThat(payments.returnMoney(STAFF, ref, "rest")).isEqualTo(eur("5.00"));
        assertThat(owes()).isEqualTo(eur("0.00"));
    }
}
