package org.passerelle.returns;

import org.joda.money.Money;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.pack.model.OfferId;

/// Units of a delivered line were given back for money: a credit note follows (INV-01). Shares of a
/// line add up to the line.
///
/// @param before units of the line that had gone back before: [Share#taxes] tells each tax
/// @param taxes the sum of the shares of each tax
/// @param cause names it once for ever: the return's key and the line
public record LineReturned(
        OrderNumber order,
        int line,
        OrganisationId organisation,
        OfferId offer,
        String cause,
        long quantity,
        long before,
        Money net,
        Money taxes) {}
