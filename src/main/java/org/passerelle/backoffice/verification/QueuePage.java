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
/// @param colleagues to whom chosen cases can be given, the reader first
public record QueuePage(
        String lead,
        List<Tab> tabs,
        Form form,
        List<Option> statuses,
        List<Option> assignees,
        List<Option> forms,
        List<Option> kinds,
        List<Group> groups,
        String found,
        boolean mayReview,
        List<Option> colleagues,
        Optional<String> inTime,
        Optional<String> median,
        Optional<Pager> pager) {

    public record Tab(String name, String path, long count, boolean current) {}

    /// Cases that are due at the same time, which is said once.
    public record Group(Due due, List<Row> rows) {}

    /// @param form the legal form, for which a phone has no room
    /// @param about where it is, its numbers, what it asks since when, how many of the documents
    ///   wanted are there
    public record Row(
            String id,
            String number,
            String name,
            String form,
            String about,
            String reviewer,
            boolean mine) {}
}
