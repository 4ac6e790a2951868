package org.passerelle.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeValue;

/// Where requests for changes are kept.
public interface Changes {

    /// Stores a new one under a number of its own (the number given is not looked at); empty when
    /// the organisation has an open one.
    Optional<Long> add(ChangeRequest request);

    Optional<ChangeRequest> find(long number);

    /// The request that a document belongs to.
    Optional<ChangeRequest> withDocument(DocumentId document);

    /// Newest first.
    List<ChangeRequest> of(OrganisationId organisation);

    /// Those that are open, due first come first.
    List<ChangeRequest> open(OfficeId office);

    /// Decides a value unless somebody did; answers whether this decision is the one that holds.
    boolean decide(long number, ChangeItem item, ChangeValue.Decision decision, PersonId by);

    /// Closes an open one; answers whether it was open.
    boolean close(long number, ChangeRequest.State as, Instant now);
}
