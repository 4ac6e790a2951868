package org.passerelle.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// What may happen to one organisation's money, drawn from a seed: bills, parts, all of it, too
/// much, the same twice, bills that end, goods that come back, money that leaves, fails and leaves
/// again, money that is taken back, cheques at the bank, bounced or posted back.
final class MoneyStory {
    static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Payer PAYER = Payer.of("Anna asbl", "LU280019400644750000");

    private final Payments payments;
    private final Payouts payouts;
    private final Cheques cheques;
    private final OrganisationId organisation = OrganisationId.random();
    private final List<PayableRef> bills = new ArrayList<>();
    private final List<Incoming> told = new CopyOnWriteArrayList<>();

    MoneyStory(Payments payments, Payouts payouts, Cheques cheques) {
        this.payments = payments;
        this.payouts = payouts;
        this.cheques = cheques;
    }

    OrganisationId organisation() {
        return organisation;
    }

    private static Money eur(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// A new bill, now and then of nothing.
    void bill(Random random) {
        var ref = new PayableRef("story", UUID.randomUUID().toString());
        var amount = eur(random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(20_000));
        payments.expect(ref, organisation, OFFICE, amount);
        payments.expect(ref, organisation, OFFICE, amount);
        bills.add(ref);
    }

    /// One thing happens; asked for what cannot be, nothing does.
    void happens(Random random) {
        var ref = any(random, bills);
        switch (random.nextInt(16)) {
            case 0, 1 -> record(ref, part(random, ref), random);
            case 2, 3 -> record(ref, payments.get(ref).missing(), random);
            case 4 -> record(ref, eur(1 + random.nextInt(30_000)), random);
            case 5 -> again(ref, random);
            case 6 -> payments.returnExcess(STAFF, ref, "too much");
            case 7 ->
                    payments.giveBack(STAFF, ref, eur(1 + random.nextInt(9_000)), "goods are back");
            case 8 -> payments.returnMoney(STAFF, ref, "cancelled");
            case 9, 10 -> takenBack(ref, random);
            case 11, 12 -> atTheBank(ref, random);
            default -> {
                for (var moves = 1 + random.nextInt(8); moves > 0; moves--) {
                    onItsWay(ref, random);
                }
            }
        }
    }

    private Money part(Random random, PayableRef ref) {
        var missing = payments.get(ref).missing().getAmountMinorLong();
        return eur(missing < 2 ? 1 : 1 + random.nextLong(missing - 1));
    }

    private void record(PayableRef ref, Money amount, Random random) {
        if (!amount.isPositive()) {
            return;
        }
        var means = any(random, List.of(Means.values()));
        var money = new Incoming(means, amount, DAY, means + " " + UUID.randomUUID(), PAYER);
        if (means == Means.TRANSFER && random.nextBoolean()) {
            money = money.ofMovement("movement " + random.nextInt());
        } else if (means == Means.PAYPAL || means == Means.CARD) {
            money = money.withFee(eur(amount.getAmountMinorLong() / 30));
        }
        told.add(money);
        payments.record(STAFF, ref, money);
        if (random.nextInt(3) == 0) {
            payments.record(STAFF, ref, money); // a webhook that comes twice
        }
    }

    /// What was told before, perhaps for another bill: it counts once at most.
    private void again(PayableRef ref, Random random) {
        if (!told.isEmpty()) {
            payments.record(STAFF, ref, any(random, told));
        }
    }

    /// A cheque bounces, a dispute is lost: all of a receipt or a part, out of where it stood or
    /// the bank, with costs or none, now and then told twice.
    private void takenBack(PayableRef ref, Random random) {
        var receipts = payments.get(ref).receipts();
        if (receipts.isEmpty()) {
            return;
        }
        var receipt = any(random, receipts);
        var taken =
                TakenBack.whole(receipt, DAY, "taken " + UUID.randomUUID(), "no cover")
                        .withCosts(eur(random.nextInt(2) * 15L));
        if (random.nextInt(3) == 0) {
            taken = taken.part(eur(1 + random.nextInt(9_000)));
        }
        if (receipt.means() == Means.CHEQUE && random.nextBoolean()) {
            taken = taken.outOf(Means.TRANSFER);
        }
        payments.takeBack(STAFF, ref, taken);
        if (random.nextInt(3) == 0) {
            payments.takeBack(STAFF, ref, taken);
        }
    }

    /// All that was promised back leaves.
    void ends() {
        for (var ref : bills) {
            for (var one : payments.get(ref).payouts()) {
                if (one.counts() && !(one.state() instanceof Payout.State.Sent)) {
                    payouts.sent(STAFF, one.id(), "at the end", DAY);
                }
            }
        }
    }

    /// A cheque is taken to the bank, perhaps told twice; the bank pays it or not; it goes back.
    private void atTheBank(PayableRef ref, Random random) {
        var received =
                payments.get(ref).receipts().stream()
                        .filter(it -> it.means() == Means.CHEQUE)
                        .toList();
        if (received.isEmpty()) {
            return;
        }
        var cheque = any(random, received).bankReference();
        switch (random.nextInt(4)) {
            case 0 ->
                    cheques.bounced(
                            STAFF, OFFICE, cheque, DAY, "no cover", eur(random.nextInt(2) * 7L));
            case 1 -> cheques.sentBack(STAFF, OFFICE, cheque, DAY, "by post");
            default -> {
                for (var told = 1 + random.nextInt(2); told > 0; told--) {
                    cheques.bank(STAFF, OFFICE, cheque, DAY, "deposit " + told);
                }
            }
        }
    }

    private void onItsWay(PayableRef ref, Random random) {
        var back = payments.get(ref).payouts();
        if (back.isEmpty()) {
            return;
        }
        var id = any(random, back).id();
        switch (random.nextInt(4)) {
            case 0, 1 -> payouts.sent(STAFF, id, "sent " + random.nextInt(), DAY);
            case 2 -> payouts.failed(STAFF, id, "account closed", DAY);
            default -> payouts.direct(STAFF, id, any(random, List.of(Means.values())), PAYER);
        }
    }
}
