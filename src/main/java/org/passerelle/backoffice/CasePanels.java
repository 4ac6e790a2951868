package org.passerelle.backoffice;

import java.util.List;
import java.util.Optional;
import org.passerelle.organisation.Organisation;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseView;

/// What another part of the office knows beside the data of a case, such as a public register's
/// entry (VER-05, VER-08). Each adds a bean; its panels stand on the case's page under the data.
public interface CasePanels {

    /// Panels for this case; none where there is nothing to say.
    List<Panel> of(CaseView view, Organisation organisation, Frame frame);

    /// @param id names the panel within the page, such as `register`
    /// @param lead where the data come from, and how the entry was found
    /// @param badge the verdict on the whole
    /// @param lines field by field
    /// @param links to other entries or to the source
    record Panel(
            String id,
            String title,
            String lead,
            Optional<Badge> badge,
            List<Line> lines,
            List<Link> links) {}

    /// @param tone `ok`, `warn`, `bad` or `mute`
    record Badge(String tone, String text) {}

    /// One field: what was declared, what the other source says, and whether they differ.
    record Line(String field, String declared, String found, Badge verdict) {
        public boolean differs() {
            return verdict.tone().equals("warn") || verdict.tone().equals("bad");
        }
    }

    record Link(String text, String path) {}
}
