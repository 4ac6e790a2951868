package org.passerelle.programme;

import org.passerelle.agenda.DueHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The days on which a waiver begins and ends (ELI-05).
@Configuration(proxyBeanMethods = false)
class WaiverDays {
    @Bean
    DueHandler waiverBegins(Waivers waivers) {
        return DueHandler.of(Waivers.BEGINS, (id, _) -> waivers.passed(WaiverId.of(id), false));
    }

    @Bean
    DueHandler waiverEnds(Waivers waivers) {
        return DueHandler.of(Waivers.ENDS, (id, _) -> waivers.passed(WaiverId.of(id), true));
    }
}
