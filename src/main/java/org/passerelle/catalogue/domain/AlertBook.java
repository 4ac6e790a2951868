package org.passerelle.catalogue.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.passerelle.catalogue.ProductAlert;
import org.passerelle.catalogue.ProductAlertId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.model.OfferId;

/// Who waits for which offer.
public interface AlertBook {

    /// Adds an alert; nothing changes where the same is waited for already.
    void add(ProductAlert alert);

    boolean anyWaiting(OfficeId office, Collection<OfferId> offers);

    /// The offers of an office for which somebody waits.
    List<OfferId> waitedFor(OfficeId office);

    /// Those who wait for an offer, locked: another node sees them once they were told.
    List<ProductAlert> lockWaiting(OfficeId office, OfferId offer);

    void told(ProductAlertId id, Instant at);

    /// A person's alerts, those that wait first, then the newest.
    List<ProductAlert> of(PersonId person, int limit);

    /// Removes one of the person's; another's stays.
    boolean remove(PersonId person, ProductAlertId id);

    /// Removes all that the person waits for.
    void removeWaiting(PersonId person);
}
