package org.passerelle.returns;

import java.time.LocalDate;
import org.passerelle.returns.ReturnState.Code;

/// What became of something done to a return.
public sealed interface ReturnOutcome {
    /// Done, or done before.
    record Done(Return now) implements ReturnOutcome {}

    /// Not from the state it is in.
    record NotNow(Code state) implements ReturnOutcome {}

    record ReasonMissing() implements ReturnOutcome {}

    record AddressMissing() implements ReturnOutcome {}

    /// The day must lie between these, both included.
    record DayOutOfRange(LocalDate earliest, LocalDate latest) implements ReturnOutcome {}

    /// More than came back, or more put on the shelf than was accepted.
    record TooMany(int line, long most) implements ReturnOutcome {}

    /// The policy knows no other piece in place of the money.
    record NoReplacement() implements ReturnOutcome {}
}
