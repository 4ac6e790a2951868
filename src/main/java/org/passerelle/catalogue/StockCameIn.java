package org.passerelle.catalogue;

import java.util.List;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.OfferId;

/// There is more of these offers than before, and somebody waits for one of them.
public record StockCameIn(OfficeId office, List<OfferId> offers) {}
