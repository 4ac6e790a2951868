package org.passerelle.ordering;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessResourceException;

/// Where orders are placed, a few at a time. Orders wait for each other's locks: those beyond a few
/// wait here, in the order they came, instead of each holding a connection that the other pages
/// need.
final class Counters {
    private static final int COUNTERS = 4;

    /// Longer than 200 orders take; when the database is away, everybody is told soon after.
    private static final Duration TURN_WITHIN = Duration.ofSeconds(20);

    private final Semaphore counters = new Semaphore(COUNTERS, true);

    /// @throws org.springframework.dao.TransientDataAccessException when none is free in time
    <T> T served(Supplier<T> work) {
        if (!isOurTurn()) {
            throw new TransientDataAccessResourceException(
                    "No counter was free within " + TURN_WITHIN.toSeconds() + " s");
        }
        try {
            return work.get();
        } finally {
            counters.release();
        }
    }

    private boolean isOurTurn() {
        try {
            return counters.tryAcquire(TURN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
