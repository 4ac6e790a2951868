package org.passerelle.banking;

import org.joda.money.Money;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;

/// What a payment could be for, as far as finding it needs.
///
/// @param name of the organisation
/// @param missing what still has to come; zero once nothing is owed
/// @param communication twelve digits
/// @param number as people say it, such as `10001`
public record Owed(
        PayableRef ref,
        OrganisationId organisation,
        String name,
        Payable.State state,
        Money amount,
        Money missing,
        String communication,
        String number) {}
