package org.passerelle.verification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceId;

/// What is known of each document; the files themselves lie with `document`.
public interface EvidenceShelf {

    /// A document and the id that `document` gave it.
    record Shelved(Evidence evidence, String storedAs) {}

    void add(Shelved shelved);

    Optional<Shelved> find(EvidenceId id);

    /// Oldest first, removed ones too.
    List<Evidence> of(OrganisationId organisation);

    /// How many documents that were not removed each organisation has.
    Map<OrganisationId, Integer> counts(List<OrganisationId> organisations);

    void remove(EvidenceId id, Instant now);
}
