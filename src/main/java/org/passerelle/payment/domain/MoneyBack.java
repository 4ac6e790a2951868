package org.passerelle.payment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.TakenBack;

/// Over which receipts money goes back: the newest first, never more than each brought, so that it
/// goes to the means and the account that paid (ORD-09).
public final class MoneyBack {
    private MoneyBack() {}

    /// What goes back the way of one receipt; `receipt` is empty for what no receipt brought.
    public record Part(Optional<String> receipt, Means means, Payer to, Money amount) {}

    /// @param receipts oldest first
    /// @param before what is already on its way back, or gone
    public static List<Part> split(
            List<Payable.Receipt> receipts, List<Payout> before, Money amount) {
        return split(receipts, List.of(), before, amount);
    }

    /// @param taken what was taken back of these receipts
    public static List<Part> split(
            List<Payable.Receipt> receipts,
            List<Payable.Reversal> taken,
            List<Payout> before,
            Money amount) {
        var parts = new ArrayList<Part>();
        var left = amount;
        for (var receipt : receipts.reversed()) {
            var open = open(receipt, taken, before);
            var part = open.isLessThan(left) ? open : left;
            if (part.isPositive()) {
                parts.add(
                        new Part(
                                Optional.of(receipt.bankReference()),
                                receipt.means(),
                                receipt.payer(),
                                part));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            parts.add(new Part(Optional.empty(), Means.TRANSFER, Payer.unknown(), left));
        }
        return parts;
    }

    /// Those of `payouts` that can no longer go, the newest first, since so much of their receipt
    /// was taken back: none that left.
    public static List<Payout> withoutCover(
            Payable.Receipt receipt, List<Payable.Reversal> taken, List<Payout> payouts) {
        var left = new ArrayList<>(payouts);
        var dropped = new ArrayList<Payout>();
        for (var payout : payouts.reversed()) {
            if (!open(receipt, taken, left).isNegative()) {
                break;
            }
            var waits =
                    switch (payout.state()) {
                        case Payout.State.Due _, Payout.State.Failed _ -> true;
                        case Payout.State.Sent _, Payout.State.Dropped _ -> false;
                    };
            if (waits && payout.receipt().filter(receipt.bankReference()::equals).isPresent()) {
                left.remove(payout);
                dropped.add(payout);
            }
        }
        return dropped;
    }

    /// What is here of a receipt; less than nothing where it was taken back after it had gone back.
    public static Money open(
            Payable.Receipt receipt, List<Payable.Reversal> taken, List<Payout> before) {
        return receipt.amount().minus(takenBack(receipt, taken)).minus(gone(receipt, before));
    }

    /// How much of it was taken back.
    public static Money takenBack(Payable.Receipt receipt, List<Payable.Reversal> taken) {
        return taken.stream()
                .map(Payable.Reversal::what)
                .filter(it -> it.receipt().equals(receipt.bankReference()))
                .map(TakenBack::amount)
                .reduce(Money.zero(receipt.amount().getCurrencyUnit()), Money::plus);
    }

    private static Money gone(Payable.Receipt receipt, List<Payout> before) {
        return before.stream()
                .filter(Payout::counts)
                .filter(it -> it.receipt().filter(receipt.bankReference()::equals).isPresent())
                .map(Payout::amount)
                .reduce(Money.zero(receipt.amount().getCurrencyUnit()), Money::plus);
    }
}
