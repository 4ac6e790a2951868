package org.passerelle.banking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.banking.domain.FirstBalance.Seen;
import org.passerelle.banking.domain.FirstBalance.Step;

@Requirement("PAY-05")
class FirstBalanceTest {
    private static Seen seen(OptionalLong number, long opening, long... movements) {
        var steps = new ArrayList<Step>();
        var before = opening;
        for (var amount : movements) {
            steps.add(new Step("m" + amount, before, before + amount));
            before += amount;
        }
        return new Seen(number, opening, steps);
    }

    @Test
    void the_lowest_number_is_the_first() {
        assertThat(
                        FirstBalance.of(
                                List.of(
                                        seen(OptionalLong.of(8), 150, 5),
                                        seen(OptionalLong.of(7), 100, 50))))
                .isEqualTo(100);
    }

    @Test
    void without_numbers_it_is_where_no_other_statement_ends() {
        assertThat(
                        FirstBalance.of(
                                List.of(
                                        seen(OptionalLong.empty(), 150, -20),
                                        seen(OptionalLong.empty(), 100, 50))))
                .isEqualTo(100);
    }

    @Test
    void a_statement_of_nothing_says_its_own_balance() {
        assertThat(FirstBalance.of(List.of(seen(OptionalLong.empty(), -3)))).isEqualTo(-3);
    }

    /// Days cut into statements in any way, some overlapping: the balance they began with is found,
    /// however they are ordered.
    @Test
    void any_cut_of_a_day_is_put_together() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var amounts = random.ints(2 + random.nextInt(9), -40, 41).asLongStream().toArray();
            var balances = new long[amounts.length + 1];
            balances[0] = random.nextInt(1_000);
            for (var i = 0; i < amounts.length; i++) {
                balances[i + 1] = balances[i] + amounts[i];
            }
            if (balances[amounts.length] == balances[0]) {
                continue; // all of it is nothing: any balance of the day fits
            }
            var statements = new ArrayList<Seen>();
            for (var end = 0; end < amounts.length; ) {
                var start = random.nextBoolean() ? end : random.nextInt(end + 1);
                end = Math.min(amounts.length, Math.max(end, start) + 1 + random.nextInt(4));
                var steps = new ArrayList<Step>();
                for (var i = start; i < end; i++) {
                    steps.add(new Step("" + i, balances[i], balances[i + 1]));
                }
                statements.add(new Seen(OptionalLong.empty(), balances[start], steps));
            }
            Collections.shuffle(statements, random);

            assertThat(FirstBalance.of(statements)).as("seed %d", seed).isEqualTo(balances[0]);
        }
    }
}
