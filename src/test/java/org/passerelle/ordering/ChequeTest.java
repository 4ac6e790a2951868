package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.CanadianFixture.CANADA;
import static org.passerelle.ordering.OrderingFixture.STAFF;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.faults.AtOnce;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Ledger;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.OfferId;
import org.passerelle.payment.Cheque.Stage;
import org.passerelle.payment.Cheques;
import org.passerelle.payment.MoneyAccounts;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payments;
import org.passerelle.programme.Programmes;
import org.springframework.beans.factory.annotation.Autowired;

/// Cheques: allowed one by one, nothing held before they come, back where the stock is gone.
@ProductTest
@Requirement("PAY-04")
class ChequeTest {
    private static final OfferId SERVER = OfferId.of("refurbished-server");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Money NO_COSTS = Money.zero(CurrencyUnit.CAD);

    @Autowired CanadianFixture canada;
    @Autowired ChequeCounter counter;
    @Autowired Cheques cheques;
    @Autowired Ordering ordering;
    @Autowired Payments payments;
    @Autowired Stockroom stockroom;
    @Autowired Ledger ledger;
    @Autowired Agenda agenda;
    @Autowired Programmes programmes;
    @Autowired Notification notification;
    @Autowired Packs packs;

    private final String number = UUID.randomUUID().toString().substring(0, 8);

    private Buyer allowed() {
        var buyer = canada.qualified("CA-ON");
        counter.permit(STAFF, buyer.organisation(), true, "They have no card.");
        return buyer;
    }

    private PlaceOutcome place(Buyer buyer, OfferId offer) {
        canada.fill(buyer, offer, "1");
        return ordering.place(
                buyer.actor(),
                buyer.organisation(),
                IdempotencyKey.random(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private Order placed(Buyer buyer, OfferId offer) {
        return ((PlaceOutcome.Placed) place(buyer, offer)).order();
    }

    private ChequeOutcome comes(Order order) {
        return counter.received(
                STAFF, order.number(), order.total().gross(), DAY, number, "Library");
    }

    private String reference(Order order) {
        return "CHQ " + order.number().value() + " " + number;
    }

    private Order now(Order order) {
        return ordering.order(order.number()).orElseThrow();
    }

    private Payable payable(Order order) {
        return payments.get(order.number().payable());
    }

    private Stage stage(Order order) {
        return cheques.find(CANADA, reference(order)).orElseThrow().stage();
    }

    /// So many pieces can be had.
    private void available(long pieces) {
        stockroom.count(STAFF, CANADA, SERVER, level().held() + pieces, "test");
    }

    private long available() {
        return level().available();
    }

    private StockLevel level() {
        return stockroom.levels(CANADA).stream()
                .filter(level -> level.offer().equals(SERVER))
                .findFirst()
                .orElseThrow();
    }

    private List<String> letters(Order order) {
        return notification.ofOrganisation(order.organisation()).stream()
                .map(SentLetter::template)
                .toList();
    }

    private Money balance(Account account) {
        return ledger.balance(CANADA, account, CurrencyUnit.CAD);
    }

    @Test
    void only_whom_staff_allowed_may_pay_by_cheque() {
        var buyer = canada.qualified("CA-ON");
        assertThat(place(buyer, CanadianFixture.ACROBAT))
                .isInstanceOf(PlaceOutcome.NotAllowed.class);
        assertThat(counter.permit(STAFF, buyer.organisation(), true, " ")).isFalse();
        assertThat(counter.mayPay(buyer.organisation())).isFalse();

        assertThat(counter.permit(STAFF, buyer.organisation(), true, "No card.")).isTrue();
        assertThat(place(buyer, CanadianFixture.ACROBAT)).isInstanceOf(PlaceOutcome.Placed.class);

        counter.permit(STAFF, buyer.organisation(), false, "One bounced.");
        assertThat(counter.mayPay(buyer.organisation())).isFalse();
        assertThat(counter.permission(buyer.organisation()).orElseThrow().reason())
                .isEqualTo("One bounced.");
    }

    @Test
    void an_office_that_takes_none_allows_none() {
        assertThat(counter.isTakenBy(OrderingFixture.OFFICE)).isFalse();
    }

    @Test
    void nothing_is_held_until_it_comes() {
        available(3);
        var order = placed(allowed(), SERVER);

        assertThat(available()).isEqualTo(3);
        assertThat(counter.waits(order.number())).isTrue();
        assertThat(counter.waiting(CANADA, 0, 500))
                .extracting(Order::number)
                .contains(order.number());
        var terms = packs.get(CANADA).office();
        assertThat(payable(order).lastDay())
                .isEqualTo(
                        terms.payment()
                                .lastDayForCheque(
                                        order.placedAt().atZone(terms.zone()).toLocalDate()));
        assertThat(notification.ofOrganisation(order.organisation()).getFirst().text())
                .contains("Send us your cheque")
                .contains("TechSoup Canada (example)")
                .contains("You pay it by cheque")
                .doesNotContain("IBAN", "transfer");

        assertThat(comes(order)).isInstanceOf(ChequeOutcome.Paid.class);

        assertThat(available()).isEqualTo(2);
        assertThat(now(order).state().code()).isEqualTo(OrderState.Code.AWAITING_APPROVAL);
        assertThat(counter.waits(order.number())).isFalse();
        assertThat(stage(order)).isEqualTo(Stage.IN_HAND);
        assertThat(agenda.due(UnpaidOrders.REMIND, order.number().key())).isEmpty();
        assertThat(agenda.due(UnpaidOrders.DEADLINE, order.number().key())).isEmpty();
    }

    @Test
    void where_the_stock_is_gone_it_goes_back_and_the_member_is_told() {
        available(1);
        var order = placed(allowed(), SERVER);
        available(0);

        assertThat(comes(order)).isInstanceOf(ChequeOutcome.GoesBack.class);

        assertThat(now(order).state()).isInstanceOf(OrderState.Cancelled.class);
        assertThat(letters(order)).contains("ordering.sold-out");
        assertThat(stage(order)).isEqualTo(Stage.TO_SEND_BACK);
        assertThat(cheques.bank(STAFF, CANADA, reference(order), DAY, "dep 1")).isFalse();
        assertThat(cheques.sentBack(STAFF, CANADA, reference(order), DAY, "letter")).isTrue();
        assertThat(stage(order)).isEqualTo(Stage.SENT_BACK);
        assertThat(balance(Account.customer(order.organisation()))).isEqualTo(NO_COSTS);
        assertThat(balance(Account.ordered(order.organisation()))).isEqualTo(NO_COSTS);
    }

    /// Two cheques come with the same post, for the last piece.
    @Test
    void of_two_cheques_for_the_last_piece_one_gets_it_and_the_other_goes_back() {
        available(1);
        var orders = List.of(placed(allowed(), SERVER), placed(allowed(), SERVER));

        var outcomes = AtOnce.all(2, which -> comes(orders.get(which)));

        assertThat(outcomes).filteredOn(ChequeOutcome.Paid.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChequeOutcome.GoesBack.class::isInstance).hasSize(1);
        assertThat(available()).isZero();
        assertThat(orders)
                .extracting(this::stage)
                .containsExactlyInAnyOrder(Stage.IN_HAND, Stage.TO_SEND_BACK);
    }

    @Test
    @Requirement("PAY-05")
    void banked_it_is_money_at_the_bank() {
        var order = placed(allowed(), CanadianFixture.ACROBAT);
        comes(order);
        var iban = packs.get(CANADA).office().payment().account();
        var inHand = balance(MoneyAccounts.of(org.passerelle.payment.Means.CHEQUE, iban));
        var atBank = balance(MoneyAccounts.clearing(iban));

        assertThat(cheques.bank(STAFF, CANADA, reference(order), DAY, "deposit 7")).isTrue();
        assertThat(cheques.bank(STAFF, CANADA, reference(order), DAY, "deposit 7")).isFalse();

        var gross = order.total().gross();
        assertThat(balance(MoneyAccounts.of(org.passerelle.payment.Means.CHEQUE, iban)))
                .isEqualTo(inHand.minus(gross));
        assertThat(balance(MoneyAccounts.clearing(iban))).isEqualTo(atBank.plus(gross));
        assertThat(stage(order)).isEqualTo(Stage.BANKED);
    }

    @Test
    @Requirement("PAY-05")
    void bounced_the_order_waits_again_and_the_organisation_owes() throws Exception {
        var order = placed(allowed(), CanadianFixture.ACROBAT);
        comes(order);
        cheques.bank(STAFF, CANADA, reference(order), DAY, "deposit 7");

        assertThat(
                        cheques.bounced(
                                STAFF,
                                CANADA,
                                reference(order),
                                DAY.plusDays(4),
                                "no cover",
                                Money.parse("CAD 7.00")))
                .isTrue();

        heard(order);
        assertThat(now(order).state().code()).isEqualTo(OrderState.Code.AWAITING_PAYMENT);
        assertThat(payable(order).missing()).isEqualTo(order.total().gross());
        assertThat(balance(Account.customer(order.organisation())))
                .isEqualTo(order.total().gross());
        assertThat(letters(order)).contains("ordering.taken-back");
        assertThat(agenda.due(UnpaidOrders.DEADLINE, order.number().key())).isPresent();
        assertThat(stage(order)).isEqualTo(Stage.BOUNCED);
        assertThat(cheques.bounced(STAFF, CANADA, reference(order), DAY, "again", NO_COSTS))
                .isFalse();
    }

    /// The event is heard a moment later.
    private void heard(Order order) throws InterruptedException {
        for (var i = 0; i < 200 && !letters(order).contains("ordering.taken-back"); i++) {
            Thread.sleep(25);
        }
    }

    @Test
    void paid_otherwise_it_takes_its_stock_now_or_goes_on_waiting() {
        available(1);
        var first = placed(allowed(), SERVER);
        var second = placed(allowed(), SERVER);

        assertThat(counter.payOtherwise(STAFF, first.number())).isTrue();
        assertThat(available()).isZero();
        assertThat(counter.payOtherwise(STAFF, first.number())).isFalse();
        assertThat(counter.payOtherwise(STAFF, second.number())).isFalse();
        assertThat(counter.waits(second.number())).isTrue();
        assertThat(now(second).state().code()).isEqualTo(OrderState.Code.AWAITING_PAYMENT);
    }

    @Test
    void an_unpaid_order_changes_to_a_cheque_and_back_and_loses_nothing() {
        available(2);
        var buyer = canada.qualified("CA-ON");
        canada.fill(buyer, SERVER, "1");
        var order =
                ((PlaceOutcome.Placed)
                                ordering.place(
                                        buyer.actor(),
                                        buyer.organisation(),
                                        IdempotencyKey.random(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false))
                        .order();
        assertThat(counter.payByCheque(buyer.actor(), order.number())).isFalse();
        counter.permit(STAFF, buyer.organisation(), true, "They have no card.");
        var before = payable(order);
        assertThat(available()).isEqualTo(1);

        assertThat(counter.payByCheque(buyer.actor(), order.number())).isTrue();

        assertThat(counter.waits(order.number())).isTrue();
        assertThat(available()).isEqualTo(2);
        assertThat(payable(order).lastDay()).isAfter(before.lastDay());
        assertThat(payable(order).communication()).isEqualTo(before.communication());
        assertThat(agenda.due(UnpaidOrders.DEADLINE, order.number().key()).orElseThrow())
                .isAfter(payable(order).lastDay().atTime(12, 0).toInstant(ZoneOffset.UTC));
        assertThat(counter.payByCheque(buyer.actor(), order.number())).isFalse();
        for (var again = 0; again < 2; again++) {
            assertThat(counter.payOtherwise(buyer.actor(), order.number())).isTrue();
            assertThat(available()).isEqualTo(1);
            assertThat(counter.payByCheque(buyer.actor(), order.number())).isTrue();
            assertThat(available()).isEqualTo(2);
        }
        assertThat(comes(order)).isInstanceOf(ChequeOutcome.Paid.class);
        assertThat(available()).isEqualTo(1);
        assertThat(counter.payByCheque(buyer.actor(), order.number())).isFalse();
    }

    /// Goods are everybody's, an allotment is the organisation's own.
    @Test
    @Requirement("ORD-04")
    void its_allotment_counts_from_placing_though_nothing_is_held() {
        available(1);
        var buyer = allowed();
        var order = placed(buyer, SERVER);

        assertThat(available()).isEqualTo(1);
        assertThat(counted(buyer)).containsExactly("PLACED");
        ordering.cancel(buyer.actor(), order.number(), "Changed our mind.");
        assertThat(counted(buyer)).containsExactly("CANCELLED");
    }

    private List<String> counted(Buyer buyer) {
        return programmes.historyOf(buyer.organisation()).lines().stream()
                .map(line -> line.state().name())
                .toList();
    }

    @Test
    void a_cheque_of_too_little_waits_for_the_rest_and_one_told_twice_counts_once() {
        available(1);
        var order = placed(allowed(), SERVER);
        var part = order.total().gross().dividedBy(2, java.math.RoundingMode.DOWN);

        assertThat(counter.received(STAFF, order.number(), part, DAY, number, "Library"))
                .isEqualTo(new ChequeOutcome.Short(order.total().gross().minus(part)));
        assertThat(available()).isEqualTo(1);
        assertThat(counter.received(STAFF, order.number(), part, DAY, number, "Library"))
                .isInstanceOf(ChequeOutcome.NotKept.class);
        var rest = payable(order).missing();
        assertThat(counter.received(STAFF, order.number(), rest, DAY, number + "b", "Library"))
                .isInstanceOf(ChequeOutcome.Paid.class);
        assertThat(available()).isZero();
    }

    @Test
    void a_cheque_for_an_order_that_ended_goes_back() {
        var buyer = allowed();
        var order = placed(buyer, CanadianFixture.ACROBAT);
        ordering.cancel(buyer.actor(), order.number(), "Changed our mind.");

        assertThat(comes(order)).isInstanceOf(ChequeOutcome.GoesBack.class);
        assertThat(stage(order)).isEqualTo(Stage.TO_SEND_BACK);
    }
}
