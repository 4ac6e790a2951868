package org.passerelle.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;

@Requirement("ORD-09")
class MoneyBackTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Payer ANNA = Payer.of("Anna asbl", "LU280019400644750000");
    private static final Payer CAPTURE = Payer.of("Anna", "8AB12345");

    private static Money eur(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    private static Payable.Receipt receipt(String reference, Means means, Payer who, long cents) {
        return new Payable.Receipt(
                reference,
                eur(cents),
                LocalDate.of(2026, 11, 2),
                NOW,
                Signature.of("Finance"),
                means,
                who,
                Optional.empty(),
                Optional.empty());
    }

    private static Payout gone(MoneyBack.Part part) {
        return new Payout(
                PayoutId.random(),
                OfficeId.of("office"),
                Optional.of(OrganisationId.random()),
                Optional.of(new PayableRef("order", "1")),
                part.receipt(),
                Optional.empty(),
                part.means(),
                part.amount(),
                part.to(),
                "",
                new Payout.State.Due(),
                1,
                NOW,
                Signature.of("Finance"));
    }

    private final List<Payable.Receipt> paid =
            List.of(
                    receipt("bank 1", Means.TRANSFER, ANNA, 4000),
                    receipt("capture 1", Means.PAYPAL, CAPTURE, 1000));

    @Test
    void the_newest_receipt_gives_back_first_and_never_more_than_it_brought() {
        assertThat(MoneyBack.split(paid, List.of(), eur(1500)))
                .containsExactly(
                        new MoneyBack.Part(
                                Optional.of("capture 1"), Means.PAYPAL, CAPTURE, eur(1000)),
                        new MoneyBack.Part(Optional.of("bank 1"), Means.TRANSFER, ANNA, eur(500)));
    }

    @Test
    void what_went_back_before_does_not_go_back_again() {
        var before = MoneyBack.split(paid, List.of(), eur(800)).stream().map(MoneyBackTest::gone);

        assertThat(MoneyBack.split(paid, before.toList(), eur(300)))
                .extracting(MoneyBack.Part::amount)
                .containsExactly(eur(200), eur(100));
    }

    @Test
    void over_any_receipts_the_parts_are_the_amount_and_no_receipt_gives_more_than_it_brought() {
        qt().forAll(
                        lists().of(longs().between(1, 20_000)).ofSizeBetween(1, 6),
                        lists().of(longs().between(1, 30_000)).ofSizeBetween(1, 6))
                .check((brought, wanted) -> {
                    var receipts = new ArrayList<Payable.Receipt>();
                    for (var i = 0; i < brought.size(); i++) {
                        receipts.add(receipt("r" + i, Means.CARD, CAPTURE, brought.get(i)));
                    }
                    var left = brought.stream().mapToLong(Long::longValue).sum();
                    var gone = new ArrayList<Payout>();
                    var right = true;
                    for (var want : wanted) {
                        var amount = Math.min(want, left);
                        if (amount == 0) {
                            break;
                        }
                        var parts = MoneyBack.split(receipts, gone, eur(amount));
                        right &= sum(parts).equals(eur(amount));
                        right &= parts.stream().allMatch(part -> part.receipt().isPresent());
                        parts.forEach(part -> gone.add(gone(part)));
                        left -= amount;
                    }
                    return right
                            && receipts.stream()
                                    .allMatch(it -> !back(it, gone).isGreaterThan(it.amount()));
                });
    }

    private static Money sum(List<MoneyBack.Part> parts) {
        return parts.stream().map(MoneyBack.Part::amount).reduce(eur(0), Money::plus);
    }

    private static Money back(Payable.Receipt receipt, List<Payout> gone) {
        return gone.stream()
                .filter(it -> it.receipt().orElseThrow().equals(receipt.bankReference()))
                .map(Payout::amount)
                .reduce(eur(0), Money::plus);
    }
}
