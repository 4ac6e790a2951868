package org.passerelle.organisation;

import java.util.List;
import org.passerelle.kernel.OrganisationId;

/// What became of a registration that was to be submitted.
public sealed interface SubmitOutcome {
    record Submitted(OrganisationId organisation) implements SubmitOutcome {}

    /// Everything that is missing and everything that is wrong, at once.
    record Incomplete(List<Missing> missing, List<Fault> faults) implements SubmitOutcome {}

    /// Another organisation has this legal number; nothing more is told (ORG-03, ACC-06).
    record AlreadyRegistered(String scheme, String number) implements SubmitOutcome {}

    /// Near certainly registered already, under another number: staff looks first (ORG-03).
    record Held() implements SubmitOutcome {}

    /// Staff found already that it is one registered before, and it has not become another since:
    /// its holder's request to join that one stands (ORG-03).
    record FoundSame() implements SubmitOutcome {}

    record AlreadySubmitted() implements SubmitOutcome {}
}
