package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.KeptDecision;

/// Decisions as they were made. Only ever adds (ELI-03).
public interface Decisions {

    /// Has whoever else would decide on this organisation wait until the transaction ends: of two
    /// who decide at once, the one that read older facts must not be the last to write.
    void hold(OrganisationId organisation);

    void keep(
            OrganisationId organisation,
            OfficeId office,
            EligibilityDecision decision,
            Instant decidedAt);

    /// The decision that stands, by programme.
    Map<ProgrammeId, KeptDecision> standing(OrganisationId organisation);

    /// All there were on a programme, newest first.
    List<KeptDecision> history(OrganisationId organisation, ProgrammeId programme);

    /// The organisations of an office that were ever decided on, by id.
    List<OrganisationId> decided(OfficeId office);
}
