package org.passerelle.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;

/// The product in processes of its own that are killed between the steps of orders, on a PostgreSQL
/// of its own that is frozen and killed. `bench/run faults` does it at every step, among those who
/// listen and send letters, and for a minute.
@Requirement({"OPS-01", "NOT-02", "ORD-01", "ORD-04", "ORD-07", "ORD-11"})
class KilledProductTest {
    /// Events of dead processes are heard again at once, not after a minute and a half.
    private static final List<String> IMPATIENT =
            List.of(
                    "--spring.modulith.events.staleness.published=2s",
                    "--spring.modulith.events.staleness.processing=2s",
                    "--spring.modulith.events.staleness.resubmitted=2s");

    @TempDir Path folder;

    @Test
    void whatever_was_killed_or_away_nothing_is_lost_doubled_or_stuck() throws Exception {
        try (var ordeal = new Ordeal(folder, IMPATIENT)) {
            ordeal.killAtSteps(2, 0);
            ordeal.liveThrough(Duration.ofSeconds(3), Duration.ofSeconds(2));
            ordeal.told().forEach(System.out::println);
        }
    }
}
