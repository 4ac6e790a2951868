package org.passerelle.catalogue;

import org.passerelle.pack.model.OfferId;

/// What stands at an offer's address.
public sealed interface FindOutcome {
    record Found(OfferView offer) implements FindOutcome {}

    /// The offer ended; this one took its place (CAT-04).
    record SucceededBy(OfferId successor) implements FindOutcome {}

    record Unknown() implements FindOutcome {}
}
