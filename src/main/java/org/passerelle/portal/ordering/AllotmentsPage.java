package org.passerelle.portal.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Meter;

/// What may still be ordered, programme by programme, down to the orders that count (ORD-04).
///
/// @param othersAreClosed whether programmes are left out because they are not open
public record AllotmentsPage(List<Group> groups, boolean othersAreClosed) {

    public record Group(String programme, String partner, List<Allotment> allotments) {}

    /// @param of the offers it is for, when not all of the programme
    /// @param explained the figures, once something counts
    /// @param renewals of an allotment of renewals only
    public record Allotment(
            String left,
            String of,
            Meter meter,
            Optional<String> explained,
            String since,
            String resets,
            List<Use> uses,
            List<Renewable> renewals) {}

    /// What may be renewed, and from when; without orders, that there is nothing.
    public record Renewable(String when, List<Use> uses) {}

    /// One order's line that counts.
    public record Use(String order, String placed, String what, String state) {}
}
