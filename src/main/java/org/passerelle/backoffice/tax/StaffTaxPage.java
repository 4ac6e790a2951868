package org.passerelle.backoffice.tax;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// What staff decide about taxes of one organisation.
///
/// @param taxes what it pays today, each with why it is not paid where it is not
/// @param open what waits for a decision; the form of one that was refused stands as it was typed
/// @param refused the id of the exemption whose form had faults; empty: the form of the check
public record StaffTaxPage(
        String id,
        String organisation,
        List<String> taxes,
        List<String> grounds,
        Optional<Number> number,
        List<Row> exemptions,
        List<Option> places,
        List<Option> codes,
        String today,
        String refused,
        Form form,
        FormErrors errors) {

    /// @param checks every look-up of this number, newest first
    public record Number(String given, String by, String tone, String state, List<Check> checks) {}

    /// @param evidence where the answer of the register is; empty where there is none
    public record Check(String sentence, String detail, String evidence) {}

    /// @param isAsked whether it waits for a decision
    /// @param holds whether it may be ended
    public record Row(
            String id,
            String place,
            String placeCode,
            String days,
            String from,
            String until,
            String certificate,
            String file,
            String by,
            String tone,
            String state,
            String detail,
            boolean isAsked,
            boolean holds) {}

    /// The queue of an office.
    ///
    /// @param counting exemptions in force, the soonest end first
    public record Queue(List<Line> numbers, List<Line> asked, List<Line> counting) {}

    public record Line(String path, String organisation, String what, String detail) {}
}
