package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.ImportOutcome.Advised;
import org.passerelle.banking.ImportOutcome.Taken;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.Means;
import org.passerelle.payment.MoneyAccounts;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payments;
import org.passerelle.payment.PayoutQuery;
import org.passerelle.payment.Payouts;
import org.springframework.beans.factory.annotation.Autowired;

/// Reports within the day and advices beside statements: a booking of several payments becomes
/// these, whichever file came first, and no cent is counted by anything but the statement.
@ProductTest
@Requirement("PAY-02")
class AdvicesTest {
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

    private ImportOutcome give(String file) {
        return banking.take(STAFF, OFFICE, "file.xml", file.getBytes(StandardCharsets.UTF_8));
    }

    private Advised told(String file) {
        return (Advised) give(file);
    }

    private Taken taken(String file) {
        return (Taken) give(file);
    }

    private List<BankMovement> all(View view) {
        return banking.movements(OFFICE, view, 0, 100).movements();
    }

    private Money moved() {
        return ledger.balance(OFFICE, MoneyAccounts.bank(BankFiles.IBAN), CurrencyUnit.EUR)
                .plus(
                        ledger.balance(
                                OFFICE, MoneyAccounts.opening(BankFiles.IBAN), CurrencyUnit.EUR));
    }

    private Money clearing() {
        return ledger.balance(OFFICE, MoneyAccounts.clearing(BankFiles.IBAN), CurrencyUnit.EUR);
    }

    private static String payment(String amount, String name, String text) {
        return BankFiles.payment(amount, name, text);
    }

    @Test
    void a_booking_becomes_its_payments_once_an_advice_tells_them() {
        var payable = expected("44.46");
        var before = List.of(moved(), clearing());
        taken(bank.batch(DAY, "60.00", "R1", 2).file());
        assertThat(all(View.OPEN)).hasSize(1);

        var told =
                told(
                        BankFiles.advice(
                                "054",
                                DAY,
                                "60.00",
                                "R1",
                                payment("44.46", "Anna asbl", payable.communication().toString()),
                                payment("15.54", "Quelqu’un", "don")));

        assertThat(told.bookings()).isEqualTo(1);
        assertThat(told.split()).isEqualTo(2);
        assertThat(told.byItself()).isEqualTo(1);
        assertThat(told.toDecide()).isEqualTo(1);
        assertThat(payments.get(payable.ref()).state()).isEqualTo(Payable.State.SETTLED);
        var open = all(View.OPEN);
        assertThat(open).extracting(BankMovement::amount).containsExactly(eur("15.54"));
        assertThat(open.getFirst().movement().counterparty().name()).isEqualTo("Quelqu’un");
        assertThat(open.getFirst().partOf()).isPresent();
        assertThat(moved()).isEqualTo(before.getFirst().plus(eur("60.00")));
        assertThat(clearing()).isEqualTo(before.getLast().minus(eur("15.54")));
        assertThat(banking.sums(OFFICE, CurrencyUnit.EUR, true))
                .isEqualTo(
                        Map.of(
                                Optional.of(Kind.ASSIGNED),
                                eur("44.46"),
                                Optional.empty(),
                                eur("15.54")));
    }

    @Test
    void an_advice_that_comes_first_waits_for_its_booking() {
        var payable = expected("44.46");
        var before = List.of(moved(), clearing());
        var told =
                told(
                        BankFiles.advice(
                                "054",
                                DAY,
                                "60.00",
                                "R1",
                                payment("44.46", "Anna asbl", payable.communication().toString()),
                                payment("15.54", "Quelqu’un", "don")));
        assertThat(told.split()).isZero();
        assertThat(List.of(moved(), clearing())).isEqualTo(before);
        assertThat(banking.advices(OFFICE, 0, 9).getFirst().movement()).isEmpty();

        var taken = taken(bank.batch(DAY, "60.00", "R1", 2).file());

        assertThat(taken.added()).isEqualTo(1);
        assertThat(taken.byItself()).isEqualTo(1);
        assertThat(taken.toDecide()).isEqualTo(1);
        assertThat(payments.get(payable.ref()).state()).isEqualTo(Payable.State.SETTLED);
        assertThat(banking.advices(OFFICE, 0, 9).getFirst().movement().orElseThrow().split())
                .isTrue();
    }

    @Test
    void one_payment_whose_payer_the_statement_left_out_is_known_by_its_advice() {
        taken(bank.batch(DAY, "7.00", "R1", 0).file());
        told(BankFiles.advice("052", DAY, "7.00", "R1", payment("7.00", "Anna asbl", "don")));

        assertThat(all(View.OPEN).getFirst().movement().counterparty().name())
                .isEqualTo("Anna asbl");
        assertThat(banking.sendBack(STAFF, all(View.OPEN).getFirst().id(), "unknown"))
                .isInstanceOf(DecisionOutcome.Done.class);
    }

    @Test
    @Requirement("ORD-09")
    void money_from_nobody_knows_where_goes_back_to_an_account_that_is_told() {
        taken(bank.batch(DAY, "7.00", "R1", 0).file());
        var id = all(View.OPEN).getFirst().id();
        var number = all(View.OPEN).getFirst().number();

        assertThat(banking.sendBack(STAFF, id, "unknown")).isInstanceOf(DecisionOutcome.Done.class);

        var payout =
                payouts.search(OFFICE, PayoutQuery.due(Means.TRANSFER), 0, 1000).stream()
                        .filter(one -> one.movement().orElse("").startsWith(number + "/"))
                        .findFirst()
                        .orElseThrow();
        assertThat(payout.to().account()).isEmpty();
        assertThat(payout.amount()).isEqualTo(eur("7.00"));
    }

    @Test
    void without_references_the_only_booking_of_the_amount_and_days_is_it_and_of_two_none() {
        taken(bank.batch(DAY, "9.00", "", 2).file());
        var advice =
                BankFiles.advice(
                        "054",
                        DAY.minusDays(1),
                        "9.00",
                        "",
                        payment("4.00", "A", ""),
                        payment("5.00", "B", ""));
        assertThat(told(advice).split()).isEqualTo(2);

        anAccountOfItsOwn();
        taken(bank.batch(DAY, "9.00", "", 2).batch(DAY.plusDays(1), "9.00", "", 3).file());
        assertThat(told(advice).split()).isZero();
        assertThat(all(View.OPEN)).hasSize(2);
    }

    @Test
    void what_was_decided_before_its_details_came_stays() {
        taken(bank.batch(DAY, "9.00", "R1", 2).file());
        var id = all(View.OPEN).getFirst().id();
        banking.setAside(STAFF, id, Purpose.OTHER, "own");

        var told =
                told(
                        BankFiles.advice(
                                "054",
                                DAY,
                                "9.00",
                                "R1",
                                payment("4.00", "A", ""),
                                payment("5.00", "B", "")));

        assertThat(told.split()).isZero();
        assertThat(banking.find(id).orElseThrow().decisions().getFirst().purpose())
                .contains(Purpose.OTHER);
        assertThat(banking.advices(OFFICE, 0, 9).getFirst().movement().orElseThrow().split())
                .isFalse();
    }

    @Test
    void payments_that_are_not_the_bookings_sum_are_not_told_apart() {
        taken(bank.batch(DAY, "9.00", "R1", 2).file());

        told(BankFiles.advice("054", DAY, "9.00", "R1", payment("4.00", "A", ""), ""));
        told(
                BankFiles.advice(
                        "054",
                        DAY,
                        "9.00",
                        "R1",
                        payment("4.00", "A", ""),
                        payment("4.00", "B", "")));

        assertThat(all(View.OPEN)).hasSize(1);
        assertThat(all(View.OPEN).getFirst().partOf()).isEmpty();
    }

    /// Statements, reports and advices of the same days in any order, some twice.
    @Test
    @Requirement("PAY-05")
    void in_any_order_they_give_the_same_books() {
        for (var seed = 0; seed < 8; seed++) {
            anAccountOfItsOwn();
            var random = new Random(seed);
            var payable = expected("3.00");
            var before = List.of(moved(), clearing());
            var files = new ArrayList<String>();
            var sum = eur("0.00");
            var bookings = 3 + random.nextInt(3);
            for (var i = 0; i < bookings; i++) {
                var day = DAY.plusDays(i);
                var parts = new ArrayList<String>();
                var amount = eur("0.00");
                for (var n = 2 + random.nextInt(3); n > 0; n--) {
                    var part = eur(1 + random.nextInt(9) + ".00");
                    var pays = i == 0 && parts.isEmpty();
                    part = pays ? eur("3.00") : part;
                    amount = amount.plus(part);
                    parts.add(
                            payment(
                                    part.getAmount().toPlainString(),
                                    "P" + n,
                                    pays ? payable.communication().toString() : "gift " + n));
                }
                sum = sum.plus(amount);
                var all = parts.toArray(String[]::new);
                var written = amount.getAmount().toPlainString();
                bank.batch(day, written, "R" + seed + i, all.length);
                files.add(bank.file());
                bank.close();
                files.add(BankFiles.advice("054", day, written, "R" + seed + i, all));
                files.add(BankFiles.advice("052", day, written, "R" + seed + i, all));
            }
            files.add(files.get(random.nextInt(files.size())));
            Collections.shuffle(files, random);
            files.forEach(this::give);

            assertThat(moved().minus(before.getFirst())).as("seed %d", seed).isEqualTo(sum);
            assertThat(payments.get(payable.ref()).state())
                    .as("seed %d", seed)
                    .isEqualTo(Payable.State.SETTLED);
            var sums = banking.sums(OFFICE, CurrencyUnit.EUR, true);
            assertThat(sums)
                    .as("seed %d", seed)
                    .isEqualTo(
                            Map.of(
                                    Optional.of(Kind.ASSIGNED),
                                    eur("3.00"),
                                    Optional.empty(),
                                    sum.minus(eur("3.00"))));
            assertThat(clearing().minus(before.getLast()))
                    .as("seed %d", seed)
                    .isEqualTo(eur("3.00").minus(sum));
            assertThat(all(View.OPEN)).allMatch(one -> one.partOf().isPresent());
        }
    }
}
