package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.DecisionOutcome.AlreadyDecided;
import org.passerelle.banking.DecisionOutcome.CannotUndo;
import org.passerelle.banking.DecisionOutcome.Done;
import org.passerelle.banking.DecisionOutcome.NoSuchPayable;
import org.passerelle.banking.DecisionOutcome.NotThatMuch;
import org.passerelle.banking.ImportOutcome.Refused;
import org.passerelle.banking.ImportOutcome.Taken;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.Means;
import org.passerelle.payment.MoneyAccounts;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payments;
import org.passerelle.payment.PayoutQuery;
import org.passerelle.payment.Payouts;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement("PAY-02")
class BankingTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Autowired Banking banking;
    @Autowired Payments payments;
    @Autowired Payouts payouts;
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

    private Payable expected(String amount) {
        var number = OFFICE + "/" + (900_000 + new Random().nextInt(90_000_000));
        return payments.expect(
                new PayableRef("test", number), OrganisationId.random(), OFFICE, eur(amount));
    }

    private Taken take(String file) {
        var outcome =
                banking.take(STAFF, OFFICE, "file.xml", file.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(Taken.class);
        return (Taken) outcome;
    }

    /// What the ledger says of the queue: a credit, for it is owed to somebody.
    private Money inQueue() {
        return balance(MoneyAccounts.clearing(BankFiles.IBAN));
    }

    private Money balance(Account account) {
        return ledger.balance(OFFICE, account, CurrencyUnit.EUR);
    }

    /// What the ledger says stands at the bank, less what stood there before the first statement.
    private Money moved() {
        return balance(MoneyAccounts.bank(BankFiles.IBAN))
                .plus(balance(MoneyAccounts.opening(BankFiles.IBAN)));
    }

    private BankMovement onlyOpen() {
        return banking.movements(OFFICE, View.OPEN, 0, 10).movements().getFirst();
    }

    @Test
    void a_payment_with_its_communication_is_recorded_by_itself() {
        var payable = expected("44.46");

        var taken = take(bank.credit(DAY, "44.46", "X", payable.communication() + "").file());

        assertThat(taken.added()).isEqualTo(1);
        assertThat(taken.byItself()).isEqualTo(1);
        assertThat(taken.toDecide()).isZero();
        assertThat(payments.get(payable.ref()).state()).isEqualTo(Payable.State.SETTLED);
        var movement = banking.movements(OFFICE, View.BY_ITSELF, 0, 9).movements().getFirst();
        assertThat(movement.decisions().getFirst().payable()).contains(payable.ref());
        assertThat(movement.decisions().getFirst().byItself()).isTrue();
    }

    @Test
    void part_and_rest_and_too_much_find_their_order() {
        var payable = expected("44.46");
        var communication = payable.communication().toString();

        take(bank.credit(DAY, "40.00", "X", communication).file());
        assertThat(payments.get(payable.ref()).missing()).isEqualTo(eur("4.46"));

        bank.close();
        take(bank.credit(DAY, "10.00", "X", communication).file());
        assertThat(payments.get(payable.ref()).state()).isEqualTo(Payable.State.SETTLED);
        assertThat(payments.get(payable.ref()).excess()).isEqualTo(eur("5.54"));
    }

    @Test
    void two_payments_of_one_order_in_one_file_settle_once_and_the_second_is_asked_about() {
        var payable = expected("44.46");
        bank.credit(DAY, "44.46", "X", payable.communication().toString());
        bank.credit(DAY, "44.46", "Y", payable.communication().toString());

        var taken = take(bank.file());

        assertThat(taken.byItself()).isEqualTo(1);
        assertThat(taken.toDecide()).isEqualTo(1);
        assertThat(payments.get(payable.ref()).received()).isEqualTo(eur("44.46"));
    }

    @Test
    void money_for_what_is_no_longer_owed_waits_with_a_word_about_it() {
        var payable = expected("44.46");
        payments.returnMoney(STAFF, payable.ref(), "expired");

        take(bank.credit(DAY, "44.46", "X", payable.communication().toString()).file());

        var movement = onlyOpen();
        var suggestion =
                banking.suggestions(OFFICE, List.of(movement)).values().stream()
                        .map(List::getFirst)
                        .toList()
                        .getFirst();
        assertThat(suggestion.owed().ref()).isEqualTo(payable.ref());
        assertThat(suggestion.owed().state()).isEqualTo(Payable.State.WITHDRAWN);
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        var payable = expected("44.46");
        bank.credit(DAY, "44.46", "X", payable.communication().toString());
        bank.credit(DAY, "7.00", "Nobody", "?");
        take(bank.file());

        var again = take(bank.file());

        assertThat(again.added()).isZero();
        assertThat(again.known()).isEqualTo(1);
        assertThat(banking.count(OFFICE, View.ALL)).isEqualTo(2);
        assertThat(payments.get(payable.ref()).receipts()).hasSize(1);
    }

    @Test
    void a_receipt_that_staff_typed_from_the_statement_before_counts_once() {
        var payable = expected("44.46");
        bank.credit(DAY, "44.46", "X", payable.communication().toString());
        var before = inQueue();
        payments.record(STAFF, payable.ref(), eur("44.46"), DAY, bank.lastReference());
        assertThat(inQueue()).as("recorded, not seen").isEqualTo(before.plus(eur("44.46")));

        take(bank.file());

        assertThat(payments.get(payable.ref()).received()).isEqualTo(eur("44.46"));
        assertThat(inQueue()).isEqualTo(before);
    }

    /// Movements of days, cut into statements in any way, some twice, in any order.
    @Test
    @Requirement("PAY-05")
    void any_cut_overlap_and_order_of_statements_gives_the_same_movements_and_no_cent_is_lost() {
        for (var seed = 0; seed < 12; seed++) {
            anAccountOfItsOwn();
            var before = inQueue();
            var movedBefore = moved();
            var random = new Random(seed);
            var payable = expected("15.00");
            var all = 6 + random.nextInt(10);
            for (var i = 0; i < all; i++) {
                var text = random.nextInt(3) == 0 ? payable.communication().toString() : "gift";
                if (random.nextInt(4) == 0) {
                    bank.fee(DAY.plusDays(i / 4), 1 + random.nextInt(3) + ".50");
                } else {
                    bank.plain(DAY.plusDays(i / 4), 5 * (1 + random.nextInt(3)) + ".00", text);
                }
            }
            var files = new ArrayList<String>();
            for (var end = 0; end < all; ) {
                var start = random.nextBoolean() ? end : random.nextInt(end + 1);
                end = Math.min(all, Math.max(end, start) + 1 + random.nextInt(5));
                files.add(bank.part(start, end));
            }
            files.add(files.get(random.nextInt(files.size())));
            Collections.shuffle(files, random);
            files.forEach(this::take);

            assertThat(banking.count(OFFICE, View.ALL)).as("seed %d", seed).isEqualTo(all);
            var sums = banking.sums(OFFICE, CurrencyUnit.EUR, true);
            var left = banking.sums(OFFICE, CurrencyUnit.EUR, false);
            assertThat(Money.total(sums.values()).plus(Money.total(left.values())))
                    .as("seed %d", seed)
                    .isEqualTo(bank.sum());
            assertThat(sums.getOrDefault(Optional.of(Kind.ASSIGNED), eur("0.00")))
                    .isEqualTo(payments.get(payable.ref()).received());
            assertThat(inQueue().minus(before))
                    .as("the books' queue, seed %d", seed)
                    .isEqualTo(sums.getOrDefault(Optional.<Kind>empty(), eur("0.00")).negated());
            assertThat(moved().minus(movedBefore)).as("seed %d", seed).isEqualTo(bank.sum());
            assertThat(balance(MoneyAccounts.opening(BankFiles.IBAN)))
                    .as("what stood at the bank before, seed %d", seed)
                    .isEqualTo(eur("-1000.00"));
        }
    }

    @Test
    void a_statement_of_another_account_is_refused_and_one_among_others_is_taken() {
        var foreign = bank.credit(DAY, "1.00", "X", "").file().replace(BankFiles.IBAN, "LT12");

        assertThat(banking.take(STAFF, OFFICE, "f", foreign.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        new Refused(
                                new FileFault(FileFault.Kind.OTHER_ACCOUNT, 0, List.of("LT12"))));
        assertThat(banking.statements(OFFICE)).isEmpty();
    }

    @Test
    void a_missing_statement_is_noticed_until_it_comes() {
        var first = bank.credit(DAY, "1.00", "X", "").file();
        bank.close();
        var second = bank.credit(DAY.plusDays(1), "2.00", "X", "").file();
        bank.close();
        var third = bank.credit(DAY.plusDays(2), "3.00", "X", "").file();
        take(first);
        take(third);
        assertThat(banking.statements(OFFICE).getFirst().gap())
                .contains(new BankStatement.Gap(DAY, Optional.of(eur("1001.00"))));

        take(second);
        assertThat(banking.statements(OFFICE)).allMatch(one -> one.gap().isEmpty());
    }

    @Test
    void a_credit_that_the_bank_takes_back_before_anybody_decided_is_nothing() {
        bank.credit(DAY, "9.00", "X", "?");
        bank.takesBackLast(DAY.plusDays(1));

        var taken = take(bank.file());

        assertThat(taken.added()).isEqualTo(2);
        assertThat(taken.toDecide()).isZero();
    }

    @Test
    void a_payment_that_the_bank_takes_back_from_an_order_waits_for_a_decision() {
        var payable = expected("44.46");
        bank.credit(DAY, "44.46", "X", payable.communication().toString());
        take(bank.file());
        bank.close();
        bank.takesBackLast(DAY.plusDays(1));

        assertThat(take(bank.file()).toDecide()).isEqualTo(1);
        assertThat(banking.takenBack(onlyOpen()).getFirst().decisions().getFirst().payable())
                .contains(payable.ref());
    }

    @Test
    void staff_assigns_over_several_orders_once_and_never_more_than_came() {
        var one = expected("10.00");
        var other = expected("20.00");
        take(bank.credit(DAY, "30.00", "X", "two").file());
        var id = onlyOpen().id();

        assertThat(banking.assign(STAFF, id, Map.of(one.ref(), eur("30.01"))))
                .isEqualTo(new NotThatMuch(eur("30.00")));
        assertThat(banking.assign(STAFF, id, Map.of(new PayableRef("order", "x/1"), eur("1.00"))))
                .isEqualTo(new NoSuchPayable("x/1"));
        assertThat(
                        banking.assign(
                                STAFF,
                                id,
                                Map.of(one.ref(), eur("10.00"), other.ref(), eur("20.00"))))
                .isInstanceOf(Done.class);

        assertThat(payments.get(one.ref()).state()).isEqualTo(Payable.State.SETTLED);
        assertThat(payments.get(other.ref()).state()).isEqualTo(Payable.State.SETTLED);
        assertThat(banking.assign(STAFF, id, Map.of(one.ref(), eur("1.00"))))
                .isInstanceOf(AlreadyDecided.class);
    }

    @Test
    void the_account_that_paid_before_is_known_the_next_time() {
        var first = expected("10.00");
        take(bank.credit(DAY, "10.00", "Treasurer", "?").file());
        banking.assign(STAFF, onlyOpen().id(), Map.of(first.ref(), eur("10.00")));
        var next =
                payments.expect(
                        new PayableRef("test", OFFICE + "/" + UUID.randomUUID()),
                        first.organisation(),
                        OFFICE,
                        eur("61.17"));

        bank.close();
        take(bank.credit(DAY, "61.17", "Treasurer", "?").file());

        assertThat(payments.get(next.ref()).state()).isEqualTo(Payable.State.SETTLED);
    }

    @Test
    void what_is_set_aside_or_sent_back_can_be_taken_back_and_all_of_it_is_kept() {
        take(bank.credit(DAY, "30.00", "X", "?").file());
        var id = onlyOpen().id();

        assertThat(banking.setAside(STAFF, id, Purpose.OTHER, "own transfer"))
                .isInstanceOf(Done.class);
        assertThat(banking.count(OFFICE, View.OPEN)).isZero();
        assertThat(banking.undo(STAFF, id, "wrong")).isInstanceOf(Done.class);
        assertThat(onlyOpen().decisions().getFirst().undone()).isPresent();

        var before = inQueue();
        var number = onlyOpen().number();
        banking.sendBack(STAFF, id, "unknown sender");
        assertThat(inQueue().minus(before)).isEqualTo(eur("30.00"));
        assertThat(payouts.search(OFFICE, PayoutQuery.due(Means.TRANSFER), 0, 1000))
                .anyMatch(one -> one.movement().orElse("").startsWith(number + "/"));
        assertThat(banking.undo(STAFF, id, "wrong")).isInstanceOf(CannotUndo.class);
        assertThat(banking.sums(OFFICE, CurrencyUnit.EUR, true))
                .containsEntry(Optional.of(Kind.SENT_BACK), eur("30.00"))
                .containsEntry(Optional.empty(), eur("0.00"));
    }

    @Test
    void the_file_is_kept_as_it_was() {
        var file = bank.credit(DAY, "1.00", "X", "").file();
        var id = take(file).statements().getFirst().id();

        assertThat(banking.original(id).orElseThrow().content())
                .isEqualTo(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_database_refuses_to_decide_more_than_came_or_to_change_a_movement() {
        take(bank.credit(DAY, "30.00", "X", "?").file());

        assertThatThrownBy(() -> db.execute("update banking.movement set amount_minor = 1"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("delete from banking.movement"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("update banking.movement set is_open = false"))
                .hasMessageContaining("is open");
    }
}
