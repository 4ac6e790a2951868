package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.agenda.ProductClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class StartTest {
    @Autowired DSLContext db;
    @Autowired ProductClock clock;

    @Test
    void each_module_keeps_a_history_of_its_own_migrations() {
        var histories =
                db.fetch(
                                """
                                select table_name from information_schema.tables
                                where table_name like 'flyway_schema_history%'
                                """)
                        .getValues("table_name", String.class);

        assertThat(histories).contains("flyway_schema_history", "flyway_schema_history_agenda");
    }

    @Test
    @Requirement("SUB-10")
    void the_clock_moves_forward_only() {
        var before = clock.instant();

        clock.moveForward(Duration.ofSeconds(1));

        assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofSeconds(1)));
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> clock.moveForward(Duration.ofDays(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
