package org.passerelle.portal.organisation;

import java.util.List;
import org.passerelle.portal.organisation.OrganisationPage.AllotmentRow;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
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
        List<WaiverRow> waivers) {

    /// @param file path of the partner's letter; empty when there is none
    /// @param reason why it was taken back; empty when it was not
    public record WaiverRow(
            Badge badge, String days, String document, String file, String reason) {}
}
