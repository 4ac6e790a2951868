package org.passerelle.payment;

import java.util.Set;
import org.passerelle.kernel.OrganisationId;

/// Which payables of an office are wanted.
///
/// @param text a communication however it is written, or the number of what is billed; empty for
///   any
/// @param organisations whose payables fit `text` too
public record PayableQuery(View view, String text, Set<OrganisationId> organisations) {
    public PayableQuery {
        organisations = Set.copyOf(organisations);
    }

    /// `SHORT`: something came, not all of it. `EXCESS`: more is kept than is owed.
    public enum View {
        AWAITING,
        SHORT,
        EXCESS,
        SETTLED,
        ALL
    }
}
