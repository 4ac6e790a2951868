package org.passerelle.ordering;

import java.util.Optional;
import org.passerelle.pack.model.OfferId;

/// How many units of an offer could be had now.
@FunctionalInterface
public interface Stock {

    /// Empty where nothing is counted: there is always enough.
    Optional<Long> available(OfferId offer);
}
