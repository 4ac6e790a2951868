package org.passerelle.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.Profile.LegalNumber;

/// Where the ties between branches and their parents are kept (ORG-06).
public interface BranchBook {
    Optional<Branch> find(OrganisationId branch);

    /// Those tied to a parent, by the time they came.
    List<Branch> of(OrganisationId parent);

    /// Submitted branches of an office that named this number and are tied to nobody.
    List<Branch> waitingFor(OfficeId office, LegalNumber parent);

    void keep(Branch branch);

    /// A registration that is no branch any more.
    void remove(OrganisationId organisation);

    /// Notes that staff was asked to look at the branch since its parent's qualification ended
    /// then. Answers whether that is new.
    boolean noteParentLost(OrganisationId branch, Instant since);
}
