package org.passerelle.programme;

import java.time.LocalDate;

/// What would help where a condition is not met or not known. The codes are public and lasting.
public sealed interface Remedy {

    /// Nothing needs to be done: it is met, or something else is enough.
    record Unneeded() implements Remedy {}

    /// Nothing that one could do helps.
    record None() implements Remedy {}

    /// Have the organisation qualified by the office.
    record Qualify() implements Remedy {}

    /// Ask for a correction, where the data held is wrong (ORG-04).
    record CorrectData() implements Remedy {}

    /// Tell the missing fact, named by the criterion that asks for it.
    record TellUs(String fact) implements Remedy {}

    /// Get the partner's written approval recorded (ELI-05).
    record Waiver() implements Remedy {}

    /// Declare the text that is asked for.
    record Attest() implements Remedy {}

    /// Order one of the offers asked for through this office.
    record Order() implements Remedy {}

    /// A person of the office must say.
    record StaffDecides() implements Remedy {}

    /// It is met from this day on, by itself.
    record WaitUntil(LocalDate day) implements Remedy {}

    default String code() {
        return switch (this) {
            case Unneeded _, None _ -> "none";
            case Qualify _ -> "qualify";
            case CorrectData _ -> "correct-data";
            case TellUs(var fact) -> "tell-us-" + fact;
            case Waiver _ -> "waiver";
            case Attest _ -> "attest";
            case Order _ -> "order";
            case StaffDecides _ -> "staff-decides";
            case WaitUntil(var day) -> "wait-until:" + day;
        };
    }

    default boolean helps() {
        return !(this instanceof Unneeded || this instanceof None);
    }
}
