package org.passerelle.token.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;

/// What the programme module decides, partner by partner.
public interface PartnerProgrammes {
    /// Today's decisions on a partner's programmes for an organisation, in the pack's order.
    List<EligibilityDecision> decisions(OrganisationId organisation, String partner);

    /// The last day of the programme that lasts longest; empty when one has no end.
    Optional<LocalDate> last(OfficeId office, List<ProgrammeId> programmes);
}
