package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.ImportOutcome.Taken;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.faults.AtOnce;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.Means;
import org.passerelle.payment.MoneyAccounts;
import org.springframework.beans.factory.annotation.Autowired;

/// The bank's account in the books is what its statements say, whatever their movements are.
@ProductTest
@Requirement("PAY-05")
class BankInTheBooksTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Autowired Banking banking;
    @Autowired Ledger ledger;
    @Autowired DSLContext db;

    private BankFiles bank;

    @BeforeEach
    void anAccountOfItsOwn() {
        bank = new BankFiles();
        db.execute("truncate banking.bank_file cascade");
    }

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private void take(String file) {
        assertThat(banking.take(STAFF, OFFICE, "file.xml", file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Taken.class);
    }

    private Money balance(Account account) {
        return ledger.balance(OFFICE, account, CurrencyUnit.EUR);
    }

    private Money cleared() {
        return balance(MoneyAccounts.clearing(BankFiles.IBAN));
    }

    /// What stands at the bank, less what stood there before the first statement.
    private Money moved() {
        return balance(MoneyAccounts.bank(BankFiles.IBAN))
                .plus(balance(MoneyAccounts.opening(BankFiles.IBAN)));
    }

    @Test
    void what_is_set_aside_is_what_staff_say_it_is_and_the_bank_stays_what_its_statement_says() {
        take(bank.fee(DAY, "2.50").credit(DAY, "30.00", "X", "?").file());
        var fee =
                banking.movements(OFFICE, View.ALL, 0, 9).movements().stream()
                        .filter(one -> one.amount().isNegative())
                        .toList()
                        .getFirst();
        var credit = banking.movements(OFFICE, View.OPEN, 0, 9).movements().getFirst();
        var costs = MoneyAccounts.costs(Means.TRANSFER);
        var payPal = MoneyAccounts.of(Means.PAYPAL, "");
        var before =
                List.of(balance(costs), balance(payPal), balance(MoneyAccounts.other()), moved());

        banking.setAside(STAFF, fee.id(), Purpose.BANK_COSTS, "");
        banking.setAside(STAFF, credit.id(), Purpose.PAYPAL, "");

        assertThat(balance(costs)).isEqualTo(before.get(0).plus(eur("2.50")));
        assertThat(balance(payPal)).isEqualTo(before.get(1).minus(eur("30.00")));
        assertThat(balance(MoneyAccounts.other())).isEqualTo(before.get(2).minus(eur("2.50")));
        assertThat(moved()).isEqualTo(before.get(3));

        var inClearing = cleared();
        banking.setAside(STAFF, credit.id(), Purpose.RECORDED, "cheques");
        assertThat(balance(payPal)).isEqualTo(before.get(1));
        assertThat(cleared())
                .as("waits for what was recorded")
                .isEqualTo(inClearing.minus(eur("30.00")));
        assertThat(banking.find(credit.id()).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void several_are_set_aside_together_once_however_many_do_it_at_once() {
        for (var i = 1; i <= 12; i++) {
            bank.credit(DAY, i + ".00", "X", "?");
        }
        take(bank.file());
        var ids =
                banking.movements(OFFICE, View.OPEN, 0, 99).movements().stream()
                        .map(BankMovement::id)
                        .toList();
        var before = balance(MoneyAccounts.other());
        var elsewhere = OfficeId.of("techsoup-ca");
        assertThat(banking.setAside(STAFF, elsewhere, ids, Purpose.OTHER, "gifts"))
                .as("another office's stay as they are")
                .isZero();

        var done =
                AtOnce.all(
                        8,
                        which -> {
                            var mine = which % 2 == 0 ? ids.subList(0, 8) : ids.subList(4, 12);
                            return banking.setAside(
                                    STAFF, OFFICE, mine.reversed(), Purpose.OTHER, "gifts");
                        });

        assertThat(done.stream().mapToInt(one -> one).sum()).isEqualTo(12);
        assertThat(banking.count(OFFICE, View.OPEN)).isZero();
        assertThat(balance(MoneyAccounts.other()).minus(before)).isEqualTo(eur("-78.00"));
    }

    @Test
    void an_earlier_statement_that_comes_later_moves_the_first_balance_to_its_own_day() {
        var first = bank.credit(DAY, "1.00", "X", "?").file();
        bank.close();
        var second = bank.credit(DAY.plusDays(9), "2.00", "X", "?").file();
        var opening = MoneyAccounts.opening(BankFiles.IBAN);

        take(second);
        assertThat(balance(opening)).isEqualTo(eur("-1001.00"));
        assertThat(ledger.balance(OFFICE, opening, CurrencyUnit.EUR, DAY.plusDays(7)))
                .isEqualTo(eur("0.00"));

        take(first);
        assertThat(balance(opening)).isEqualTo(eur("-1000.00"));
        assertThat(ledger.balance(OFFICE, opening, CurrencyUnit.EUR, DAY.minusDays(1)))
                .isEqualTo(eur("-1000.00"));
    }
}
