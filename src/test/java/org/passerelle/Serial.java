package org.passerelle;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/// Numbers that no one else draws who works on the same database: neither here nor in another
/// process started before or after.
///
/// Each process begins where its start lies in time, twenty numbers to the second, and counts on
/// from there. So a later one begins beyond whatever an earlier one drew, unless that drew more
/// than twenty a second for as long as it ran.
public final class Serial {
    private static final long PER_SECOND = 20;
    private static final AtomicLong NEXT =
            new AtomicLong(
                    ManagementFactory.getRuntimeMXBean().getStartTime() * PER_SECOND / 1_000);

    private Serial() {}

    /// The next of this many numbers, from `first` on; they come again when all were drawn.
    public static long next(long first, long many) {
        return first + NEXT.getAndIncrement() % many;
    }
}
