package org.passerelle.portal.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Meter;
import org.passerelle.ui.Step;

/// "My organisation": what to do, where the case stands, what may still be ordered, the programmes
/// and why, the data held, open requests (ORG-08).
///
/// @param sent whether a draft was sent already and is not to be continued (ORG-03)
/// @param mayAmend whether the reader keeps some of the data right (ORG-04)
/// @param refused why the office refused, while the refusal stands
/// @param allotments empty until the organisation may order
/// @param programmes empty while the registration is a draft; then `programmesAfter` says when they
///   show
/// @param branchOf set for a branch; `branches` are those of the organisation (ORG-06)
public record OrganisationPage(
        String name,
        Badge badge,
        String subtitle,
        boolean draft,
        boolean sent,
        boolean mayAmend,
        List<Todo> todo,
        List<Step> steps,
        Optional<RegistrationPage.Refused> refused,
        List<AllotmentRow> allotments,
        List<ProgrammeRow> programmes,
        String programmesOpen,
        String programmesAfter,
        List<Fact> facts,
        List<Request> requests,
        Optional<BranchesPage.Of> branchOf,
        List<BranchesPage.Row> branches) {

    private static final int SHORT = 6;

    /// The allotments worth a look at once; the page of all of them is a click away.
    public List<AllotmentRow> allotmentsInShort() {
        return allotments.stream().limit(SHORT).toList();
    }

    /// The programmes that want attention first, then the first of those that are open.
    public List<ProgrammeRow> programmesInShort() {
        return programmes.stream()
                .sorted(Comparator.comparing(row -> row.badge().tone().equals("ok")))
                .limit(SHORT)
                .toList();
    }

    public record Badge(String tone, String text) {}

    /// @param path where it is done
    /// @param acts whether the button does it at once, by a post
    public record Todo(String title, String hint, String button, String path, boolean acts) {
        /// Something to go and do on the page that lies at `path`.
        static Todo at(String title, String hint, String button, String path) {
            return new Todo(title, hint, button, path, false);
        }

        /// Something that the button does at once: it is posted to `path`.
        static Todo doneBy(String title, String hint, String button, String path) {
            return new Todo(title, hint, button, path, true);
        }
    }

    public record AllotmentRow(
            String programme, String rule, Meter meter, String left, String resets) {}

    public record ProgrammeRow(
            String id, String partner, String title, Badge badge, String why, String path) {}

    public record Request(String title, String detail, String path) {}
}
