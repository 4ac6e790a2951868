package org.passerelle.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.HeldDuplicate;
import org.passerelle.organisation.Organisation;

/// Where likely duplicates are looked up and held.
public interface HeldDuplicates {
    /// Lets one submission of an office after the other, so that two alike see each other. Until
    /// the end of the transaction.
    void oneAtATime(OfficeId office);

    /// Registered organisations of the same office with a name like this one's, those of the same
    /// town first, `limit` at most.
    List<Organisation> withSimilarName(Organisation organisation, int limit);

    /// The organisations that staff said this one is not.
    Set<OrganisationId> decidedDistinct(OrganisationId organisation);

    /// The organisations that staff said this one is.
    Set<OrganisationId> decidedSame(OrganisationId organisation);

    /// Whether staff said that this registration is of an organisation registered before.
    boolean isFoundSame(OrganisationId organisation);

    /// Holds; what is held already stays as it is.
    void hold(HeldDuplicate held);

    /// Ends what is held and was not decided: the registration has changed.
    void letGo(OrganisationId organisation, Instant now);

    List<HeldDuplicate> open(OfficeId office);

    List<HeldDuplicate> open(OrganisationId organisation);

    /// False when it was decided already or never held. `same` says what staff found.
    boolean decide(
            OrganisationId organisation,
            OrganisationId other,
            boolean same,
            Signature by,
            String reason,
            Instant now);
}
