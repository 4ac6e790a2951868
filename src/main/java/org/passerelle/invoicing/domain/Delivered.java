package org.passerelle.invoicing.domain;

import java.time.LocalDate;
import org.passerelle.invoicing.Invoice;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// A line of an order that was delivered and is to be invoiced.
///
/// @param partner whose offer it is; with `kind`, such as `DONATION`, the account its fee goes to
public record Delivered(
        OfficeId office,
        OrganisationId organisation,
        long order,
        String partner,
        String kind,
        Invoice.Line line,
        LocalDate on) {}
