package org.passerelle.invoicing;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.passerelle.tax.TaxCategory;

/// What an office invoiced under one tax at one rate, invoices less credit notes (INV-02).
///
/// @param code what the pack calls the tax; the same as its account's key in the ledger
/// @param percent of the amounts without taxes
/// @param net of the lines that bear it, without taxes; a line with two taxes counts under each
public record TaxTotal(
        String code, BigDecimal percent, TaxCategory category, Money net, Money tax) {}
