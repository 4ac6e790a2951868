package org.passerelle.portal.organisation;

import java.util.List;
import java.util.Optional;
import org.passerelle.portal.organisation.OrganisationPage.AllotmentRow;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Why;

/// One programme: the decision with all its reasons, the rules it rests on, what is left (ELI-02).
public record ProgrammePage(
        String title,
        String summary,
        String partner,
        Badge badge,
        String heading,
        String met,
        String rules,
        Why why,
        List<AllotmentRow> allotments,
        List<WaiverRow> waivers,
        List<Past> past,
        Optional<Help> help) {

    /// An earlier decision, as it was made (ELI-03).
    ///
    /// @param day with the time: there may be several in a day
    public record Past(String day, Badge badge, String rules, List<String> reasons) {}

    /// What to do where it is not eligible (ELI-06).
    ///
    /// @param answer what the organisation said before; empty when it did not
    /// @param told when, in words; likewise
    /// @param may whether this member may answer
    /// @param openToAll offers that demand nothing but to be qualified
    public record Help(
            String path,
            String answer,
            String told,
            boolean may,
            Form form,
            FormErrors errors,
            List<Why.Link> openToAll) {}

    /// @param lifts the conditions it is enough for, in words; empty when none asks for it now
    /// @param file path of the partner's letter; empty when there is none
    /// @param reason why it was taken back; empty when it was not
    public record WaiverRow(
            Badge badge, String days, String lifts, String document, String file, String reason) {}
}
