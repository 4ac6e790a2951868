package org.passerelle.identity;

import java.util.EnumSet;
import java.util.Set;

/// What a person may do on the site as a whole (ACC-08). What they may do for one organisation is
/// that organisation's membership.
public enum Role {
    /// Everybody with an account.
    MEMBER,
    /// Decides who is qualified.
    REVIEWER,
    /// Looks after partners' programmes, offers and waivers.
    PROGRAMME_MANAGER,
    /// Records and returns money.
    FINANCE,
    /// Answers people and helps them with orders.
    SUPPORT,
    /// Appoints staff, issues keys, reads the audit trail.
    ADMINISTRATOR,
    /// Works for a partner, and sees what concerns that partner.
    PARTNER;

    /// The roles of the office's own people.
    public static final Set<Role> STAFF =
            Set.copyOf(EnumSet.of(REVIEWER, PROGRAMME_MANAGER, FINANCE, SUPPORT, ADMINISTRATOR));

    public boolean isStaff() {
        return STAFF.contains(this);
    }
}
