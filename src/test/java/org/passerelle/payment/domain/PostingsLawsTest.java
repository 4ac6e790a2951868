package org.passerelle.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Posting;
import org.passerelle.payment.Incoming;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;

/// What is posted for any series of things that happen, on paper: thousands of series, without a
/// database.
@Requirement("PAY-05")
class PostingsLawsTest {
    private static final int SERIES = 5_000;
    private static final OfficeId OFFICE = OfficeId.of("office");
    private static final Instant NOW = Instant.parse("2026-10-31T23:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Postings POSTINGS =
            new Postings(OFFICE, ZoneId.of("Europe/Luxembourg"), "LU28 0019 4006 4475 0000");

    private static Money eur(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    /// One bill, its papers and its postings.
    private static final class Paper {
        private final Random random;
        private final Postings.Bill bill =
                new Postings.Bill(new PayableRef("order", "1"), OrganisationId.random());
        private final Money amount;
        private final List<Payable.Receipt> receipts = new ArrayList<>();
        private final List<Payout> payouts = new ArrayList<>();
        private final Map<Cause, Posting> books = new HashMap<>();
        private boolean withdrawn;

        Paper(Random random) {
            this.random = random;
            this.amount = eur(random.nextInt(20_000));
            POSTINGS.expected(bill, amount, NOW).ifPresent(this::post);
        }

        /// As the ledger does: a cause counts once.
        private void post(Posting posting) {
            var before = books.putIfAbsent(posting.cause(), posting);
            assertThat(before == null || before.sameAs(posting)).isTrue();
        }

        void happens() {
            switch (random.nextInt(6)) {
                case 0, 1 -> receives();
                case 2 -> goesBack();
                case 3 -> {
                    withdrawn = true;
                    POSTINGS.withdrawn(bill, amount, NOW).ifPresent(this::post);
                }
                default -> moves();
            }
        }

        private void receives() {
            var means = Means.values()[random.nextInt(4)];
            var money =
                    new Incoming(
                            means,
                            eur(1 + random.nextInt(20_000)),
                            DAY,
                            "r" + receipts.size(),
                            Payer.unknown());
            money = money.withFee(eur(money.amount().getAmountMinorLong() / 40));
            if (random.nextBoolean()) {
                money = money.ofMovement("m" + receipts.size());
            }
            receipts.add(
                    new Payable.Receipt(
                            money.reference(),
                            money.amount(),
                            DAY,
                            NOW,
                            Signature.of("Finance"),
                            means,
                            money.payer(),
                            money.fee(),
                            money.movement()));
            post(POSTINGS.received(bill, money));
            post(POSTINGS.received(bill, receipts.getLast().incoming()));
        }

        private void goesBack() {
            var here = received().minus(promised());
            if (here.isPositive()) {
                var back = eur(1 + random.nextLong(here.getAmountMinorLong()));
                for (var part : MoneyBack.split(receipts, payouts, back)) {
                    payouts.add(due(part));
                    post(POSTINGS.due(payouts.getLast()));
                }
            }
        }

        private Payout due(MoneyBack.Part part) {
            return payout(
                    PayoutId.random(),
                    part.receipt(),
                    part.means(),
                    part.amount(),
                    1,
                    new Payout.State.Due());
        }

        private Payout payout(
                PayoutId id,
                Optional<String> receipt,
                Means means,
                Money back,
                int turn,
                Payout.State state) {
            return new Payout(
                    id,
                    OFFICE,
                    Optional.of(bill.organisation()),
                    Optional.of(bill.ref()),
                    receipt,
                    Optional.empty(),
                    means,
                    back,
                    Payer.unknown(),
                    "",
                    state,
                    turn,
                    NOW,
                    Signature.of("Finance"));
        }

        /// One that is due leaves or is directed anew; one that left comes back.
        private void moves() {
            if (payouts.isEmpty()) {
                return;
            }
            var at = random.nextInt(payouts.size());
            var it = payouts.get(at);
            if (it.state() instanceof Payout.State.Sent) {
                post(POSTINGS.cameBack(it, DAY));
                payouts.set(at, next(it, it.means(), it.turn() + 1, new Payout.State.Failed("")));
            } else if (random.nextBoolean()) {
                payouts.set(at, next(it, it.means(), it.turn(), new Payout.State.Sent(DAY, "s")));
                post(POSTINGS.sent(payouts.get(at), DAY));
            } else {
                var means = Means.values()[random.nextInt(4)];
                payouts.set(at, next(it, means, it.turn() + 1, new Payout.State.Due()));
                POSTINGS.directed(it.means(), payouts.get(at), NOW).ifPresent(this::post);
            }
        }

        private Payout next(Payout it, Means means, int turn, Payout.State state) {
            return payout(it.id(), it.receipt(), means, it.amount(), turn, state);
        }

        Money received() {
            return receipts.stream().map(Payable.Receipt::amount).reduce(eur(0), Money::plus);
        }

        Money promised() {
            return payouts.stream().map(Payout::amount).reduce(eur(0), Money::plus);
        }

        Money gone() {
            return payouts.stream()
                    .filter(it -> it.state() instanceof Payout.State.Sent)
                    .map(Payout::amount)
                    .reduce(eur(0), Money::plus);
        }

        Money billed() {
            return withdrawn ? eur(0) : amount;
        }

        Money on(Predicate<Account> which) {
            return books.values().stream()
                    .flatMap(posting -> posting.lines().stream())
                    .filter(line -> which.test(line.account()))
                    .map(Posting.Line::amount)
                    .reduce(eur(0), Money::plus);
        }
    }

    @Test
    void over_any_series_the_postings_are_the_papers() {
        for (var seed = 1; seed <= SERIES; seed++) {
            var paper = new Paper(new Random(seed));
            for (var step = 0; step < 15; step++) {
                paper.happens();
            }
            var organisation = paper.bill.organisation();
            assertThat(paper.on(Account.customer(organisation)::equals))
                    .as("series " + seed)
                    .isEqualTo(paper.billed().minus(paper.received()).plus(paper.promised()));
            assertThat(paper.on(Account.ordered(organisation)::equals))
                    .as("series " + seed)
                    .isEqualTo(paper.billed().negated());
            assertThat(paper.on(account -> account.kind() == Kind.PAYOUTS))
                    .as("series " + seed)
                    .isEqualTo(paper.gone().minus(paper.promised()));
            assertThat(paper.on(_ -> true)).as("series " + seed).isEqualTo(eur(0));
        }
    }

    @Test
    void a_moment_counts_for_the_day_of_the_office() {
        var bill = new Postings.Bill(new PayableRef("order", "1"), OrganisationId.random());

        assertThat(POSTINGS.expected(bill, eur(1), NOW).orElseThrow().on())
                .isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(POSTINGS.expected(bill, eur(0), NOW)).isEmpty();
    }
}
