package org.passerelle.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.passerelle.ModuleDatabase;

class ProductClockTest {
    private final ModuleDatabase database = ModuleDatabase.of("agenda");
    private final ProductClock clock = new ProductClock(database.jooq());

    @Test
    void a_move_is_seen_by_other_nodes_and_by_the_next_start() {
        var machine = java.time.Clock.systemUTC().instant();
        clock.moveForward(Duration.ofDays(40));
        clock.moveForward(Duration.ofDays(2));

        var otherNode = new ProductClock(database.jooq());
        assertThat(otherNode.movedBy()).isEqualTo(Duration.ofDays(42));
        assertThat(otherNode.instant()).isAfterOrEqualTo(machine.plus(Duration.ofDays(42)));
    }

    @Test
    void a_clock_does_not_go_back() {
        assertThatThrownBy(() -> clock.moveForward(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.movedBy()).isZero();
    }
}
