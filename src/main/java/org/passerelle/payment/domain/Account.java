package org.passerelle.payment.domain;

import org.joda.money.Money;

/// What is owed for one payable and what came and stays, as far as a decision needs it.
public record Account(Money owed, Money received, Standing standing) {

    public enum Standing {
        AWAITING,
        SETTLED,
        WITHDRAWN
    }

    /// What one more receipt does.
    public sealed interface Effect {
        /// Everything owed has now come; `excess` may be zero.
        record Settles(Money excess) implements Effect {}

        record StaysShort(Money missing) implements Effect {}

        /// It was settled before, or nothing is owed: all of it is excess.
        record AddsExcess(Money excess) implements Effect {}
    }

    /// Where it stands once money was taken back: it waits again for what is missing.
    public Standing afterTakenBack() {
        return switch (standing) {
            case WITHDRAWN -> Standing.WITHDRAWN;
            case AWAITING, SETTLED ->
                    received.isLessThan(owed) ? Standing.AWAITING : Standing.SETTLED;
        };
    }

    public Account in(Standing other) {
        return new Account(owed, received, other);
    }

    /// What is missing.
    public Money missing() {
        var open = owed.minus(received);
        return standing == Standing.AWAITING && open.isPositive()
                ? open
                : Money.zero(owed.getCurrencyUnit());
    }

    /// Decides what `receipt`, in the currency owed, does to this account.
    public Effect receiving(Money receipt) {
        return switch (standing) {
            case SETTLED, WITHDRAWN -> new Effect.AddsExcess(receipt);
            case AWAITING -> {
                var difference = received.plus(receipt).minus(owed);
                yield difference.isNegative()
                        ? new Effect.StaysShort(difference.negated())
                        : new Effect.Settles(difference);
            }
        };
    }
}
