package org.passerelle.ordering;

/// What became of giving or freeing a unit that is for one named person (ORD-12).
public sealed interface SeatOutcome {
    record Done(Order order) implements SeatOutcome {}

    /// The order has ended without delivery, or the line has no such seats.
    record NotNow() implements SeatOutcome {}

    /// Nobody has that seat now.
    record NobodyThere() implements SeatOutcome {}

    record NoFreeSeat() implements SeatOutcome {}

    record PersonIncomplete(boolean nameMissing, boolean addressWrong) implements SeatOutcome {}

    /// One unit of the programme for each person, and this one has it already (ORD-03).
    record AlreadyHasOne(String email) implements SeatOutcome {}

    /// The programme is for new users, and nobody said whether this person is one.
    record NewUserUnsaid() implements SeatOutcome {}

    /// The programme is for persons who are new with the partner (ORD-03).
    record NotANewUser(String email) implements SeatOutcome {}
}
