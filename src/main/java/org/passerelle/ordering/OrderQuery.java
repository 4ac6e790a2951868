package org.passerelle.ordering;

import java.util.Set;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.OrderState.Code;

/// Which orders of an office are wanted.
///
/// @param states an empty set means any
/// @param partner of one of the lines; empty for any
/// @param text the number, or part of an article's title; empty for any
/// @param organisations whose orders fit `text` too
public record OrderQuery(
        Set<Code> states, String partner, String text, Set<OrganisationId> organisations) {
    public OrderQuery {
        states = Set.copyOf(states);
        organisations = Set.copyOf(organisations);
    }
}
