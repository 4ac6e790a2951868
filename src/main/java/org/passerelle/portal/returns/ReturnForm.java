package org.passerelle.portal.returns;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;
import org.passerelle.ui.Why;

/// What of an order can be given back, line by line with the rule beside it (ORD-09).
///
/// @param any whether anything can
/// @param wishes to choose from, where another piece may be had; empty where not
public record ReturnForm(
        String number,
        List<Line> lines,
        boolean any,
        List<Option> wishes,
        List<String> documents,
        Form form,
        FormErrors errors) {

    /// @param units the name of its field, empty where nothing can be given back
    /// @param terms in sentences
    /// @param why the rule with what was found, ground by ground
    public record Line(
            int position,
            String title,
            long left,
            boolean possible,
            String tone,
            String state,
            String units,
            String reason,
            List<Option> reasons,
            List<String> terms,
            Why why,
            Optional<WayOut> wayOut) {}

    /// @param url where it can be done; empty where there is no page for it
    public record WayOut(String text, String url, String link) {}
}
