package org.passerelle.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;

/// An organisation is validated with a partner, for the length of these programmes: to the last day
/// of the one that lasts longest, inclusive, or without end (TOK-05).
public record Validation(
        OrganisationId organisation,
        OfficeId office,
        String partner,
        TokenId token,
        Instant since,
        Optional<LocalDate> until,
        List<ProgrammeId> programmes) {

    public Validation {
        programmes = List.copyOf(programmes);
    }
}
