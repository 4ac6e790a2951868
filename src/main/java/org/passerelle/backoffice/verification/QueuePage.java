package org.passerelle.backoffice.verification;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Due;
import org.passerelle.ui.Form;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;

/// The queue of qualification (VER-05).
///
/// @param inTime share decided within the promise lately; `median` the time it took
/// @param mayReview whether the reader may take cases
public record QueuePage(
        String lead,
        List<Tab> tabs,
        Form form,
        List<Option> statuses,
        List<Option> assignees,
        List<Option> forms,
        List<Option> kinds,
        List<Row> rows,
        String found,
        boolean mayReview,
        Optional<String> inTime,
        Optional<String> median,
        Optional<Pager> pager) {

    public record Tab(String name, String path, long count, boolean current) {}

    /// @param claim whether nobody has it yet
    public record Row(
            String id,
            String number,
            Due due,
            String name,
            String about,
            String kind,
            String submitted,
            String documents,
            String reviewer,
            boolean mine,
            boolean claim) {}
}
