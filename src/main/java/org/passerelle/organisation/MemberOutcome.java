package org.passerelle.organisation;

/// What came of a change among the members of an organisation (ACC-05, ACC-06).
public sealed interface MemberOutcome {
    record Done() implements MemberOutcome {}

    /// Nothing was changed.
    record Refused(Reason reason) implements MemberOutcome {}

    enum Reason {
        /// Only the account holder does this.
        NOT_THE_HOLDER,
        NOT_A_MEMBER,
        ALREADY_A_MEMBER,
        /// The holder hands the role over before leaving, and is neither removed nor changed.
        HOLDER_HANDS_OVER_FIRST,
        EMAIL_MALFORMED,
        TOO_MANY_INVITATIONS,
        /// Answered, withdrawn or lapsed meanwhile, or never for this person.
        NOT_OPEN,
        /// One hand-over at a time.
        HAND_OVER_OPEN,
        REASON_MISSING,
        NOBODY_WITH_THIS_ADDRESS,
        FILE_NOT_TAKEN,
        FILE_INFECTED,
        /// The account holder still has time to answer.
        HOLDER_STILL_HAS_TIME
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    static MemberOutcome refused(Reason reason) {
        return new Refused(reason);
    }
}
