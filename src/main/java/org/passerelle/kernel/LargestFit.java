package org.passerelle.kernel;

import java.util.function.LongPredicate;

/// Finds how many still fit, where fewer fit whenever more do.
public final class LargestFit {
    private LargestFit() {}

    /// The largest number from zero to `atMost` that fits. Zero is taken to fit and not tried.
    public static long upTo(long atMost, LongPredicate fits) {
        long fitting = 0;
        long tooMany = Math.addExact(atMost, 1);
        while (tooMany - fitting > 1) {
            var middle = fitting + (tooMany - fitting) / 2;
            if (fits.test(middle)) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return fitting;
    }
}
