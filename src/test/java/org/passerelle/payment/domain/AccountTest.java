package org.passerelle.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.payment.domain.Account.Effect;
import org.passerelle.payment.domain.Account.Standing;

@Requirement("PAY-01")
class AccountTest {
    private static Money eur(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    @Test
    void money_short_stays_awaited_and_says_what_is_missing() {
        assertThat(new Account(eur(4446), eur(1000), Standing.AWAITING).receiving(eur(3445)))
                .isEqualTo(new Effect.StaysShort(eur(1)));
    }

    @Test
    void the_last_cent_settles() {
        assertThat(new Account(eur(4446), eur(1000), Standing.AWAITING).receiving(eur(3446)))
                .isEqualTo(new Effect.Settles(eur(0)));
    }

    @Test
    void whatever_comes_after_is_excess() {
        assertThat(new Account(eur(4446), eur(4446), Standing.SETTLED).receiving(eur(4446)))
                .isEqualTo(new Effect.AddsExcess(eur(4446)));
        assertThat(new Account(eur(4446), eur(0), Standing.WITHDRAWN).receiving(eur(1)))
                .isEqualTo(new Effect.AddsExcess(eur(1)));
    }

    @Test
    void no_cent_is_lost_over_any_series_of_receipts() {
        qt().forAll(
                        longs().between(0, 50_000),
                        lists().of(longs().between(1, 20_000)).ofSizeBetween(1, 12))
                .check((owed, receipts) -> {
                    var account = new Account(eur(owed), eur(0), Standing.AWAITING);
                    var excess = eur(0);
                    var missing = eur(owed);
                    for (var receipt : receipts) {
                        var effect = account.receiving(eur(receipt));
                        var standing =
                                effect instanceof Effect.StaysShort
                                        ? Standing.AWAITING
                                        : Standing.SETTLED;
                        switch (effect) {
                            case Effect.StaysShort(var left) -> missing = left;
                            case Effect.Settles(var over) -> {
                                missing = eur(0);
                                excess = excess.plus(over);
                            }
                            case Effect.AddsExcess(var over) -> excess = excess.plus(over);
                        }
                        account =
                                new Account(
                                        eur(owed), account.received().plus(eur(receipt)), standing);
                    }
                    return account.received().equals(eur(owed).minus(missing).plus(excess));
                });
    }
}
