package org.passerelle.backoffice.verification;

import java.util.List;
import java.util.Optional;
import org.passerelle.backoffice.CasePanels;
import org.passerelle.ui.Due;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;

/// A case on a reviewer's desk: evidence beside the data, checks, decision, history (VER-05).
///
/// @param language that the organisation reads, in the reader's words
/// @param writesTo the addresses that letters about the case go to
/// @param formStatuses what the legal form gives already, in words
/// @param colleagues who can be given the case
/// @param panels what other modules know beside the data, such as a register's entry
/// @param due empty once the case is closed
/// @param mine whether the reader holds it
/// @param mayReview whether the reader may take and decide cases at all
/// @param mayDecide whether the reader may decide this one: not what they refused themselves
public record WorkPage(
        String id,
        String number,
        String name,
        String organisation,
        String stateTone,
        String state,
        Optional<Due> due,
        String about,
        boolean mine,
        boolean mayReview,
        boolean mayDecide,
        boolean claimable,
        boolean inReview,
        boolean waiting,
        boolean closed,
        List<Document> documents,
        Optional<Document> shown,
        List<String> lacking,
        List<Fact> declared,
        List<Check> checks,
        List<Asked> questions,
        Optional<Decided> decided,
        Form form,
        FormErrors errors,
        String language,
        String writesTo,
        List<Option> ready,
        List<Option> reasons,
        List<Option> statuses,
        String formStatuses,
        List<Option> colleagues,
        Optional<Before> before,
        List<CasePanels.Panel> panels,
        List<LogEntry> history) {

    /// @param drawn whether there is a drawing of `page`; a document may have pages and none
    /// @param note why it cannot be opened; empty when it can
    public record Document(
            String id,
            String tab,
            String label,
            String fileName,
            String about,
            String path,
            String note,
            boolean image,
            boolean inline,
            boolean current,
            int pages,
            int page,
            boolean drawn) {

        /// Where the drawing of the page shown is; empty where there is none.
        public Optional<String> drawing() {
            return drawn ? Optional.of(path + "/pages/" + page) : Optional.empty();
        }
    }

    /// @param tone `ok`, `warn` or `bad`
    public record Check(String tone, String text) {
        public String icon() {
            return tone.equals("ok") ? "check" : "warn";
        }
    }

    /// The decision that this case takes up again, contests or confirms.
    ///
    /// @param changed facts that mattered to it and changed since, in words
    /// @param contest what the organisation says against it, where it contests it
    /// @param path of the case that was decided, and what the link to it says
    public record Before(
            String title,
            Decided decided,
            List<String> changed,
            Optional<String> contest,
            String path,
            String link) {}

    public record Asked(String text, String asked, Optional<String> answer) {}

    /// @param statuses those found, in words; empty for a refusal
    public record Decided(
            String title, List<String> reasons, String words, String statuses, String grounds) {}
}
