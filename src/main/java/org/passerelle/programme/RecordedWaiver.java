package org.passerelle.programme;

import java.time.Instant;
import org.passerelle.kernel.OrganisationId;

/// A partner's written approval as staff recorded it; `document` says where it is kept (ELI-05).
public record RecordedWaiver(
        WaiverId id,
        OrganisationId organisation,
        OrganisationFacts.Waiver waiver,
        String document,
        Instant recordedAt,
        String recordedBy) {}
