package org.passerelle.api;

import java.time.Clock;
import java.time.Duration;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.Daily;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets kept answers after 30 days, as the description says.
@Configuration(proxyBeanMethods = false)
class Forgetting {
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Daily answersForgetting(Agenda agenda, KeptAnswers answers, Clock clock) {
        return new Daily("api.forgetting", agenda, clock, now -> answers.forget(now.minus(KEPT)));
    }
}
