package org.passerelle.identity;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What somebody may do on the site as a whole, and for whom (ACC-08): staff for offices, a
/// partner's user for one partner. Everybody is a member besides.
///
/// @param offices none for whoever is not staff
public record Duties(Set<Role> roles, Optional<String> partner, Offices offices) {
    public static final Duties NONE = new Duties(Set.of(), Optional.empty(), Offices.NONE);

    public Duties {
        var all = new HashSet<>(roles);
        all.add(Role.MEMBER);
        roles = Set.copyOf(all);
        if (roles.stream().noneMatch(Role::isStaff)) {
            offices = Offices.NONE;
        }
    }

    public static Duties staff(Set<Role> roles, Offices offices) {
        return new Duties(roles, Optional.empty(), offices);
    }

    public static Duties ofPartner(String partner) {
        return new Duties(Set.of(Role.PARTNER), Optional.of(partner), Offices.NONE);
    }

    /// For the audit trail.
    @Override
    public String toString() {
        var names = roles.stream().map(Role::name).sorted().toList();
        var at = offices.equals(Offices.NONE) ? "" : " at " + offices;
        return String.join(" ", names) + partner.map(one -> " for " + one).orElse("") + at;
    }
}
