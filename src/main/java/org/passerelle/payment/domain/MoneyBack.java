package org.passerelle.payment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;

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
        var parts = new ArrayList<Part>();
        var left = amount;
        for (var receipt : receipts.reversed()) {
            var open = receipt.amount().minus(gone(receipt, before));
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

    private static Money gone(Payable.Receipt receipt, List<Payout> before) {
        return before.stream()
                .filter(it -> it.receipt().filter(receipt.bankReference()::equals).isPresent())
                .map(Payout::amount)
                .reduce(Money.zero(receipt.amount().getCurrencyUnit()), Money::plus);
    }
}
