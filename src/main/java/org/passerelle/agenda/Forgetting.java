package org.passerelle.agenda;

import static org.passerelle.agenda.store.generated.Tables.ENTRY;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Removes, once a day, entries that fell due thirty days ago or earlier: what they did is told by
/// whoever did it. Open entries stay however old they are.
@Configuration(proxyBeanMethods = false)
class Forgetting {
    static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Daily agendaForgetting(Agenda agenda, DSLContext db, Clock clock) {
        return new Daily(
                "agenda.forgetting",
                agenda,
                clock,
                now ->
                        db.deleteFrom(ENTRY)
                                .where(
                                        ENTRY.FELL_DUE_AT.le(
                                                now.minus(KEPT).atOffset(ZoneOffset.UTC)))
                                .execute());
    }
}
