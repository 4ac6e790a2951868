package org.passerelle.verification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.verification.CaseEntry;
import org.passerelle.verification.CaseId;

/// Where cases are kept.
public interface Cases {

    /// A case with the promise as it was told: the end of the promised day while the clock runs.
    record Kept(Case qualification, Optional<Instant> due) {}

    long nextNumber();

    /// Stores a new case, unless the organisation has an open one: then it answers no, once whoever
    /// opened that one is done.
    boolean add(Kept kept);

    /// Loads for change: whoever else wants to waits.
    ///
    /// @throws org.passerelle.verification.CaseNotFound when there is none
    Case lock(CaseId id);

    /// The one case of an organisation that is not closed, for change.
    Optional<Case> lockOpen(OrganisationId organisation);

    void save(Kept kept);

    Optional<Kept> find(CaseId id);

    /// All cases of an organisation, newest first.
    List<Kept> of(OrganisationId organisation);

    /// All cases the office has to look at or waits for, by due time, those that wait last.
    List<Kept> queue(OfficeId office);

    /// Cases decided at `since` or later, oldest decision first.
    List<Kept> decidedSince(OfficeId office, Instant since);

    /// How many cases lie with the office, not counting those that wait for an answer.
    int countWithOffice(OfficeId office);

    /// How many cases were submitted and not closed at a moment.
    int countOpenAt(OfficeId office, Instant moment);

    void note(CaseId id, CaseEntry entry);

    /// Newest first.
    List<CaseEntry> history(CaseId id);
}
