package org.passerelle.backoffice.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;

/// One order for staff, with what may be done about it now.
public record StaffOrderPage(
        String number,
        String path,
        String organisation,
        String organisationPath,
        String tone,
        String state,
        Optional<String> reason,
        String blocks,
        List<Fact> facts,
        List<Fact> money,
        Optional<String> toPay,
        String currency,
        Optional<String> excess,
        boolean mayRecord,
        boolean mayDecide,
        boolean mayTransmit,
        boolean mayHandOver,
        List<Line> lines,
        List<LogEntry> events,
        List<Returned> returns) {

    /// A return of the order, with its state.
    public record Returned(String number, String path, String tone, String state) {}

    /// One thing handed over; `isUnderWay` while a parcel's arrival may be noted.
    public record Handed(String id, String text, boolean isUnderWay) {}

    /// @param options what this line may be handed as, those of the pack first
    /// @param expected what the pack says is handed over
    /// @param contract the support that comes with it, as it stands
    /// @param formKey names what the next form of this line hands over, each time it is shown anew
    /// @param mayEnd whether all was handed over without saying so
    /// @param mayExpect whether another day may be promised
    public record Line(
            int position,
            String title,
            String partner,
            long quantity,
            String net,
            String tone,
            String state,
            List<String> expected,
            List<Option> due,
            List<Option> options,
            List<Fact> answers,
            List<String> persons,
            List<Handed> handed,
            Optional<String> contract,
            String formKey,
            boolean mayHandOver,
            boolean mayEnd,
            boolean mayExpect) {

        /// Whether the pack expects this kind of hand-over.
        public boolean isDue(String kind) {
            return due.stream().anyMatch(option -> option.value().equals(kind));
        }
    }
}
