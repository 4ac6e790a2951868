package org.passerelle.ordering.domain;

import java.time.Instant;
import java.util.Map;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Cart;
import org.passerelle.pack.model.OfferId;

/// Keeps carts as typed.
public interface Carts {
    Cart get(OrganisationId organisation);

    /// How many lines there are.
    int size(OrganisationId organisation);

    /// Adds a line, or replaces the quantity of the one that is there.
    void put(OrganisationId organisation, OfferId offer, String quantity, Instant now);

    /// Replaces the quantity of a line that is there.
    void quantity(OrganisationId organisation, OfferId offer, String quantity);

    /// Keeps these answers beside those to other questions; a line that is not there gets none.
    void answers(OrganisationId organisation, OfferId offer, Map<String, String> answers);

    /// Keeps who was typed at these places, counted from one, beside those at other places.
    void persons(OrganisationId organisation, OfferId offer, Map<Integer, Cart.Person> persons);

    void accept(
            OrganisationId organisation, OfferId offer, String text, Cart.Acceptance acceptance);

    void withdrawAcceptance(OrganisationId organisation, OfferId offer, String text);

    void remove(OrganisationId organisation, OfferId offer);
}
