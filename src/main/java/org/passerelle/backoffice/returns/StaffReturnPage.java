package org.passerelle.backoffice.returns;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.ui.Why;

/// One return as staff decides on it (ORD-09).
///
/// @param reason why it ended without all coming back
/// @param next what staff does now; empty when nothing, or for who only looks
/// @param remedies what the organisation may get; one alone is not asked
public record StaffReturnPage(
        String number,
        String path,
        Why.Link order,
        Why.Link organisation,
        String tone,
        String state,
        Optional<String> reason,
        List<Fact> facts,
        List<Fact> lines,
        String explanation,
        List<Why.Link> photos,
        List<Policy> policies,
        List<LogEntry> events,
        Optional<Next> next,
        boolean inParcel,
        List<Option> remedies,
        List<Unpacked> unpacked,
        String today,
        Form form,
        FormErrors errors) {

    public enum Next {
        DECIDE,
        RECEIVE,
        INSPECT
    }

    /// What the policy of a line's offer said; without grounds where the offer left the pack.
    public record Policy(String line, String verdict, String tone, Optional<Why> why) {}

    /// A line of a parcel that is to be opened.
    public record Unpacked(int position, String title, long units) {}

    public boolean decides() {
        return next.filter(it -> it == Next.DECIDE).isPresent();
    }

    public boolean receives() {
        return next.filter(it -> it == Next.RECEIVE).isPresent();
    }

    public boolean inspects() {
        return next.filter(it -> it == Next.INSPECT).isPresent();
    }
}
