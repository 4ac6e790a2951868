package org.passerelle.backoffice.ordering;

import org.jspecify.annotations.Nullable;
import org.passerelle.ordering.ActOutcome;
import org.passerelle.ui.FormErrors;

/// Says at which field of an order's page an act was not done, and why.
final class ActFaults {
    private ActFaults() {}

    /// Nothing where it was done.
    static @Nullable FormErrors of(ActOutcome outcome) {
        var none = FormErrors.none();
        return switch (outcome) {
            case ActOutcome.Done _ -> null;
            case ActOutcome.NotNow _, ActOutcome.AlreadyTransmitted _ ->
                    none.with("", "ordering.staff.not-now");
            case ActOutcome.ReasonMissing _ ->
                    none.with("refusal", "ordering.staff.refusal.missing");
            case ActOutcome.NothingGiven _ -> none.with("text", "ordering.staff.nothing-given");
            case ActOutcome.SentBefore _ -> none.with("", "ordering.staff.sent-before");
            case ActOutcome.NotAnAddress(var given) ->
                    none.with("text", "ordering.staff.not-an-address", given);
            case ActOutcome.DayOutOfRange(var earliest, var latest) ->
                    none.with("", "ordering.staff.day.range", earliest, latest);
            case ActOutcome.TooOften(var most) -> none.with("", "ordering.resent.often", most);
            case ActOutcome.NoCodeHeld _ -> none.with("kind", "ordering.staff.no-code");
        };
    }
}
