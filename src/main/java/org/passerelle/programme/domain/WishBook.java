package org.passerelle.programme.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Wish;

/// Where answers to "how would it help you?" are kept: one for each organisation and programme.
public interface WishBook {

    /// Keeps an answer; an earlier one of the same organisation is replaced, its first day stays.
    void keep(OfficeId office, Wish wish);

    Optional<Wish> find(OrganisationId organisation, ProgrammeId programme);

    /// Answers whether there was one.
    boolean remove(OrganisationId organisation, ProgrammeId programme);

    Map<ProgrammeId, Integer> counts(OfficeId office);

    /// Those on these programmes, the latest changed first: `size` of them after the first `from`.
    List<Wish> list(OfficeId office, Set<ProgrammeId> programmes, int from, int size);
}
