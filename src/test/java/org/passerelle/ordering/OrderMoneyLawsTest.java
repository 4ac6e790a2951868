package org.passerelle.ordering;

import static org.passerelle.ordering.OrderingFixture.ACROBAT;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.MoneyBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever becomes of orders, their organisation's balances are its documents. Each story is drawn
/// from its number, which a failure names.
@ProductTest
@Requirement("PAY-05")
class OrderMoneyLawsTest {
    private static final int STORIES = 25;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private final OrderingFixture house;
    private final UnpaidOrders unpaid;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MoneyBooks books;

    OrderMoneyLawsTest(
            @Autowired OrderingFixture house,
            @Autowired UnpaidOrders unpaid,
            @Autowired Ledger ledger,
            @Autowired PlatformTransactionManager transactions,
            @Autowired Clock clock) {
        this.house = house;
        this.unpaid = unpaid;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.books = new MoneyBooks(ledger, house.payments, transactions);
    }

    @Test
    void over_any_story_of_orders_the_books_are_the_documents() {
        for (var seed = 1; seed <= STORIES; seed++) {
            var random = new Random(seed);
            var buyer = house.qualified();
            var orders =
                    List.of(house.placed(buyer, WINDOWS, "1"), house.placed(buyer, ACROBAT, "1"));
            for (var step = 3 + random.nextInt(9); step > 0; step--) {
                happens(orders.get(random.nextInt(orders.size())), random);
            }
            books.agree("story of orders " + seed, OFFICE, buyer.organisation());
        }
        books.balance(OFFICE);
    }

    private void happens(Order order, Random random) {
        var number = order.number();
        var total = order.total().gross();
        switch (random.nextInt(8)) {
            case 0 -> pays(number, Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt(900)), 1);
            case 1 -> pays(number, total, 1);
            case 2 -> pays(number, total, 2);
            case 3 -> pays(number, total.plus(Money.ofMinor(CurrencyUnit.EUR, 250)), 1);
            case 4 -> house.ordering.cancel(STAFF, number, "Erreur");
            case 5 ->
                    transaction.executeWithoutResult(_ ->
                            unpaid.expire(number, clock.instant().plusSeconds(9_999_999), STAFF));
            case 6 -> house.payments.returnExcess(STAFF, number.payable(), "too much");
            default -> house.payments.giveBack(STAFF, number.payable(), total, "goods are back");
        }
    }

    /// The same receipt, told as often as that.
    private void pays(OrderNumber number, Money amount, int times) {
        var reference = "bank " + UUID.randomUUID();
        for (var i = 0; i < times; i++) {
            house.ordering.recordPayment(STAFF, number, amount, DAY, reference);
        }
    }
}
