package org.passerelle.backoffice.registry;

import java.util.List;
import org.passerelle.backoffice.CasePanels.Badge;
import org.passerelle.ui.Form;
import org.passerelle.ui.Option;

/// Entries by name and place, or by number.
///
/// @param asked whether something was looked for
public record RegisterSearchPage(
        Form form, List<Option> countries, boolean asked, List<Hit> hits, List<String> licences) {

    /// @param differs the fields that differ, in words; empty when none does
    public record Hit(
            String path,
            String name,
            String otherNames,
            String number,
            String register,
            String place,
            Badge standing,
            Badge score,
            String differs) {}
}
