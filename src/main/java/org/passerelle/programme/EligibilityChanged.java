package org.passerelle.programme;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;

/// An organisation was decided on anew, and the outcome of these programmes is another than before.
///
/// @param at when the decisions were made, all at once
/// @param toldElsewhere programmes of which another letter tells, such as the answer to a change
///   request
public record EligibilityChanged(
        OrganisationId organisation,
        Instant at,
        List<Turn> turns,
        Set<ProgrammeId> toldElsewhere) {}
