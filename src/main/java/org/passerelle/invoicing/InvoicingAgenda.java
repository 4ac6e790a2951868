package org.passerelle.invoicing;

import java.util.UUID;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.OfficeId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due in the module.
@Configuration(proxyBeanMethods = false)
class InvoicingAgenda {
    @Bean
    DueHandler invoicesAtMonthEnd(MonthEnd month) {
        return DueHandler.of(MonthEnd.MONTH, (office, _) -> month.monthIsOver(OfficeId.of(office)));
    }

    @Bean
    DueHandler invoicesOfRun(MonthEnd month) {
        return DueHandler.of(MonthEnd.RUN, (run, _) -> month.goOn(UUID.fromString(run)));
    }

    @Bean
    DueHandler documentsOfInvoices(InvoiceFiles files) {
        return DueHandler.of(
                InvoiceFiles.MAKE, (subject, _) -> files.makeNext(InvoiceFiles.office(subject)));
    }
}
