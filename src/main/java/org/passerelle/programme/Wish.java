package org.passerelle.programme;

import java.time.Instant;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.model.ProgrammeId;

/// How a programme would help an organisation that is not eligible for it, in its own words
/// (ELI-06).
public record Wish(
        OrganisationId organisation,
        ProgrammeId programme,
        String answer,
        Instant given,
        Instant changed,
        PersonId by) {}
