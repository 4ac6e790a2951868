package org.passerelle.tax;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// The VAT number an organisation gave, and what was found out about it, newest first.
public record GivenNumber(
        OrganisationId organisation,
        String number,
        Instant givenAt,
        Signature givenBy,
        List<VatCheck> checks) {

    public GivenNumber {
        checks = List.copyOf(checks);
    }

    public Optional<VatCheck> lastCheck() {
        return checks.stream().findFirst();
    }
}
