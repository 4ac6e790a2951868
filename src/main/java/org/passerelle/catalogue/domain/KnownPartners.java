package org.passerelle.catalogue.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.PartnerId;

/// The partners of an office that are news to nobody.
public interface KnownPartners {

    /// Adds those that were not known, and answers them. Another node that asks meanwhile waits,
    /// and finds them known.
    Set<PartnerId> add(OfficeId office, Collection<PartnerId> partners, Instant at);

    boolean any(OfficeId office);
}
