package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.KeptDecision;

/// Decisions as they were made. Only ever adds (ELI-03).
public interface Decisions {

    /// Has whoever else would decide on these organisations wait until the transaction ends: of two
    /// who decide at once, the one that read older facts must not be the last to write. Several are
    /// held in one order always.
    void hold(Collection<OrganisationId> organisations);

    /// A decision to keep.
    record New(OrganisationId organisation, OfficeId office, EligibilityDecision decision) {}

    void keep(List<New> decided, Instant decidedAt);

    /// The decisions that stand, by programme; organisations without any are left out.
    Map<OrganisationId, Map<ProgrammeId, KeptDecision>> standing(
            Collection<OrganisationId> organisations);

    /// All there were on a programme, newest first.
    List<KeptDecision> history(OrganisationId organisation, ProgrammeId programme);

    /// The organisations of an office that were ever decided on, by id.
    List<OrganisationId> decided(OfficeId office);

    /// The first so many of those after one, by id; from the first where none is named.
    List<OrganisationId> decided(OfficeId office, Optional<OrganisationId> after, int most);

    /// Notes up to when decisions belong to what a change request brought. Again changes nothing.
    void noteEffect(long change, OrganisationId organisation, Instant decidedAt);

    Optional<Instant> effect(long change);
}
