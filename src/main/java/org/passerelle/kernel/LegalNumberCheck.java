package org.passerelle.kernel;

/// What looking at a typed legal number says (ORG-02). A valid number is well formed; it proves
/// neither that the organisation exists nor that it is active.
public sealed interface LegalNumberCheck {

    LegalNumberScheme scheme();

    /// `normalised` is the one form that is stored and compared.
    record Valid(LegalNumberScheme scheme, String normalised) implements LegalNumberCheck {}

    /// `group` is the part at fault and `found` what was typed there, so that a message can point
    /// at it.
    record Invalid(LegalNumberScheme scheme, Group group, String found, Reason reason)
            implements LegalNumberCheck {}

    /// The parts numbers are made of.
    enum Group {
        WHOLE,
        /// The letters a number begins with.
        PREFIX,
        DIGITS,
        YEAR,
        CHECK_DIGITS,
        /// The account behind a Canadian business number.
        ACCOUNT,
        COURT
    }

    sealed interface Reason {
        record Missing() implements Reason {}

        /// Something that cannot stand in this group, such as a letter among digits.
        record UnexpectedCharacter(String character) implements Reason {}

        /// Too many or too few characters in the group.
        record WrongLength(int found, int atLeast, int atMost) implements Reason {}

        /// The group is none of those that are given out; `demanded` is an example or the rule.
        record NotIssued(String demanded) implements Reason {}

        /// The check digits do not fit the others: somewhere a digit was mistyped.
        record CheckFails() implements Reason {}
    }
}
