package org.passerelle.backoffice.organisation;

import java.util.List;
import org.passerelle.ui.Due;
import org.passerelle.ui.FormErrors;

/// Staff's pages of changes of data (ORG-04).
public final class StaffChangePage {
    private StaffChangePage() {}

    public record ListPage(List<Row> rows) {}

    public record Row(String number, String organisation, String values, Due due) {}

    /// @param mayDecide whether this person may accept and refuse
    public record OnePage(
            String number,
            String organisation,
            String organisationId,
            String tone,
            String state,
            String asked,
            String words,
            boolean mayDecide,
            List<Value> values,
            List<File> documents,
            FormErrors errors) {}

    /// @param open whether it waits for a decision
    /// @param typed the reason that was typed in a post that failed
    public record Value(
            String item,
            String name,
            String before,
            String after,
            boolean open,
            String tone,
            String answer,
            String reason,
            String decided,
            String typed) {}

    public record File(String name, String path, String note) {}
}
