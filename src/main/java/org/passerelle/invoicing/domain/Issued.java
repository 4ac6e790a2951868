package org.passerelle.invoicing.domain;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.kernel.OrganisationId;

/// A document that was just issued, as the ledger wants to know it.
///
/// @param fees without taxes, by `partner:kind`; none is nothing
/// @param taxes by the code of the tax; none is nothing
public record Issued(
        UUID id,
        InvoiceNumber number,
        OrganisationId organisation,
        Money gross,
        Map<String, Money> fees,
        Map<String, Money> taxes) {}
