package org.passerelle.backoffice.registry;

import java.util.List;
import org.passerelle.backoffice.CasePanels.Badge;
import org.passerelle.ui.Fact;

/// One entry of a register, with all that happened to it.
public record EntryPage(
        String name,
        String number,
        Badge standing,
        String register,
        String keeper,
        String address,
        String licence,
        String asOf,
        List<Fact> facts,
        List<Event> history) {

    /// @param fields what changed: column, before, after
    public record Event(String on, String what, List<String> fields) {}
}
