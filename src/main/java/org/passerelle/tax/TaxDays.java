package org.passerelle.tax;

import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.OrganisationId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The days on which an exemption nears its end, and on which it or a check of a VAT number is over
/// (INV-02, INV-05).
@Configuration(proxyBeanMethods = false)
class TaxDays {
    @Bean
    DueHandler vatCheckIsOver(VatNumbers numbers) {
        return DueHandler.of(
                VatNumbers.CHECK_OVER,
                (organisation, _) -> numbers.checkIsOver(OrganisationId.of(organisation)));
    }

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
