package org.passerelle.identity;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// How long two things took, in turn, and whether a stranger could tell them apart: alike when the
/// medians are within 5 ms, or a rank test (Mann-Whitney) finds no difference at p = 0.01.
record Timings(long[] one, long[] other) {
    private static final int ROUNDS = 30;
    private static final long UNNOTICED_NANOS = 5_000_000;
    private static final double Z_AT_ONE_PER_CENT = 2.576;

    static Timings of(IntToLongFunction one, IntToLongFunction other) {
        var first = new long[ROUNDS];
        var second = new long[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            first[round] = one.applyAsLong(round);
            second[round] = other.applyAsLong(round);
        }
        return new Timings(first, second);
    }

    boolean areAlike() {
        return Math.abs(median(one) - median(other)) <= UNNOTICED_NANOS
                || Math.abs(z()) < Z_AT_ONE_PER_CENT;
    }

    private double z() {
        var wins = 0.0;
        for (var a : one) {
            for (var b : other) {
                wins += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        double n = one.length;
        double m = other.length;
        return (wins - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
    }

    private static long median(long[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
