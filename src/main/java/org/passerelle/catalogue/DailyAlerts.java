package org.passerelle.catalogue;

import java.time.Clock;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.Daily;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Once a day, whatever is waited for is looked at: also what no movement of stock tells of, such
/// as an offer that its pack no longer counts.
@Configuration(proxyBeanMethods = false)
class DailyAlerts {
    @Bean
    Daily lookAtProductAlerts(ProductAlerts alerts, Agenda agenda, Clock clock) {
        return new Daily("catalogue.alerts", agenda, clock, _ -> alerts.tellAll());
    }
}
