package org.passerelle.portal.organisation;

import java.util.List;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.portal.organisation.NumberFields.NumberField;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// Pages of changes to what cannot be edited (ORG-04).
public final class ChangePage {
    private ChangePage() {}

    /// @param may whether this member may ask
    /// @param openPath of the request that is open; empty when there is none
    public record ListPage(boolean may, String openPath, List<Row> rows) {}

    public record Row(String number, String path, String values, String asked, Badge badge) {}

    /// @param regions empty where an address names none
    /// @param documents those taken in while the form is corrected
    public record AskPage(
            Form form,
            FormErrors errors,
            List<NumberField> numbers,
            List<NumberField> numbersAbroad,
            List<Option> forms,
            List<Option> currencies,
            List<Option> regions,
            List<Document> documents,
            String promise) {}

    /// @param due in words; empty once closed
    /// @param brought what became of the programmes; empty while nothing was accepted
    public record OnePage(
            String number,
            Badge badge,
            String asked,
            String due,
            String words,
            boolean mayWithdraw,
            List<Value> values,
            List<File> documents,
            Optional<Brought> brought) {}

    /// @param soon whether the programmes are still being decided anew
    public record Brought(boolean soon, List<Group> groups) {}

    /// Programmes that went the same way for the same reasons.
    public record Group(String tone, String sentence, List<String> reasons) {}

    public record Value(
            String name, String before, String after, Badge badge, String reason, String decided) {}

    /// @param note why it cannot be opened; empty when it can
    public record File(String name, String path, String note) {}
}
