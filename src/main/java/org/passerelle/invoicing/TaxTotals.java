package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.passerelle.invoicing.domain.TaxSums;
import org.passerelle.kernel.OfficeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a return of VAT or sales tax asks an office for (INV-02).
@Service
@Transactional(readOnly = true)
public class TaxTotals {
    private final TaxSums sums;

    TaxTotals(TaxSums sums) {
        this.sums = sums;
    }

    /// By tax, category and rate, of documents issued from a day until a day, both inclusive.
    public List<TaxTotal> issued(
            OfficeId office, CurrencyUnit currency, LocalDate from, LocalDate until) {
        return sums.issued(office, currency, from, until);
    }
}
