package org.passerelle.tax;

import org.passerelle.agenda.DueHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The days on which an exemption nears its end, and is over (INV-05).
@Configuration(proxyBeanMethods = false)
class ExemptionDays {
    @Bean
    DueHandler exemptionReminder(Exemptions exemptions) {
        return DueHandler.of(
                Exemptions.REMINDER, (id, _) -> exemptions.passed(ExemptionId.of(id), false));
    }

    @Bean
    DueHandler exemptionEnds(Exemptions exemptions) {
        return DueHandler.of(
                Exemptions.ENDS, (id, _) -> exemptions.passed(ExemptionId.of(id), true));
    }
}
