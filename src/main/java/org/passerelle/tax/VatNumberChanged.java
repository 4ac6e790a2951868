package org.passerelle.tax;

import org.passerelle.kernel.OrganisationId;

/// An organisation gave a VAT number, took it back, or somebody looked it up.
public record VatNumberChanged(OrganisationId organisation) {}
