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
    void starts_with_module_wise_migrations() {
        assertThat(
                        db.fetch(
                                        "select table_name from information_schema.tables where table_name like 'flyway%'")
                                .getValues(0))
                .isNotEmpty();
        System.out.println(
                db.fetch(
                        "select table_schema, table_name from information_schema.tables where table_name like 'flyway%' or table_schema='agenda'"));
        var before = clock.instant();
        clock.moveForward(Duration.ofDays(60));
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofDays(60)));
    }
}
