package org.passerelle.programme;

import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;

/// An organisation's eligibility for a programme is another than before, or was decided for the
/// first time (`before` is empty then). The words are those of [EligibilityDecision#outcome].
public record EligibilityChanged(
        OrganisationId organisation,
        ProgrammeId programme,
        Optional<String> before,
        String after) {}
