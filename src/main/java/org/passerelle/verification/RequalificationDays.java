package org.passerelle.verification;

import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.OrganisationId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The days on which a qualification is about to end, and ends (VER-01).
@Configuration(proxyBeanMethods = false)
class RequalificationDays {
    @Bean
    DueHandler qualificationEndsSoon(Requalification requalification) {
        return DueHandler.of(
                Requalification.REMIND, (id, _) -> requalification.remind(OrganisationId.of(id)));
    }

    @Bean
    DueHandler qualificationEnds(Requalification requalification) {
        return DueHandler.of(
                Requalification.LAPSE,
                (id, due) -> requalification.lapse(OrganisationId.of(id), due));
    }
}
