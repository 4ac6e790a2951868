package org.passerelle.invoicing.domain;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.passerelle.invoicing.TaxTotal;
import org.passerelle.kernel.OfficeId;

/// Sums of the taxes on issued documents.
public interface TaxSums {
    List<TaxTotal> issued(OfficeId office, CurrencyUnit currency, LocalDate from, LocalDate until);
}
