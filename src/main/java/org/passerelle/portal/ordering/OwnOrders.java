package org.passerelle.portal.ordering;

import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.Membership;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// The orders of the organisation that a member acts for, by the number in an address.
@Component
public class OwnOrders {
    private final Ordering ordering;

    OwnOrders(Ordering ordering) {
        this.ordering = ordering;
    }

    /// Another organisation's order does not exist, nor does what is no number.
    public Order find(Membership membership, String number) {
        if (!number.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ordering.orderOf(membership.organisation(), Long.parseLong(number))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
