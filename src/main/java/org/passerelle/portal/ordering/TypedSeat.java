package org.passerelle.portal.ordering;

import java.util.Optional;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.SeatOutcome;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// Who was named for a unit of a line: the names of the fields end with the line's, since an order
/// may have several such lines.
final class TypedSeat {
    private TypedSeat() {}

    static Cart.Person person(Form form, int line) {
        var newUser =
                switch (form.value("new-" + line)) {
                    case "yes" -> Optional.of(true);
                    case "no" -> Optional.of(false);
                    default -> Optional.<Boolean>empty();
                };
        return new Cart.Person(
                form.trimmed("name-" + line), form.trimmed("email-" + line), newUser);
    }

    static FormErrors errors(SeatOutcome outcome, int line) {
        var none = FormErrors.none();
        var email = "email-" + line;
        return switch (outcome) {
            case SeatOutcome.Done _ -> none;
            case SeatOutcome.PersonIncomplete(var nameMissing, var addressWrong) -> {
                var named =
                        nameMissing
                                ? none.with("name-" + line, "ordering.seats.name.missing")
                                : none;
                yield addressWrong ? named.with(email, "ordering.seats.email.wrong") : named;
            }
            case SeatOutcome.AlreadyHasOne(var who) ->
                    none.with(email, "ordering.seats.has-one", who);
            case SeatOutcome.NewUserUnsaid _ ->
                    none.with("new-" + line, "ordering.seats.new-unsaid");
            case SeatOutcome.NotANewUser(var who) ->
                    none.with("new-" + line, "ordering.seats.not-new", who);
            case SeatOutcome.NoFreeSeat _ -> none.with("", "ordering.seats.none-free");
            case SeatOutcome.NotNow _, SeatOutcome.NobodyThere _ ->
                    none.with("", "ordering.seats.not-now");
        };
    }
}
