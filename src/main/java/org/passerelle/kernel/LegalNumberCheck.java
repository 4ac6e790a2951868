package org.passerelle.kernel;

import java.util.Optional;

/// What looking at a typed legal number says (ORG-02). A valid number is well formed; it proves
/// neither that the organisation exists nor that it is active.
public sealed interface LegalNumberCheck {

    LegalNumberScheme scheme();

    /// `normalised` is the one form that is stored and compared.
    record Valid(LegalNumberScheme scheme, String normalised) implements LegalNumberCheck {}

    /// `group` is the part at fault and `found` what was typed there, so that a message can point
    /// at it. `guess` is what it probably was meant to be, where that can be told.
    record Invalid(
            LegalNumberScheme scheme,
            Group group,
            String found,
            Reason reason,
            Optional<Guess> guess)
            implements LegalNumberCheck {

        public Invalid(LegalNumberScheme scheme, Group group, String found, Reason reason) {
            this(scheme, group, found, reason, Optional.empty());
        }

        Invalid guessing(Optional<Guess> other) {
            return new Invalid(scheme, group, found, reason, other);
        }
    }

    /// What a wrong number probably is. A guess is only ever shown: nothing is stored by it.
    sealed interface Guess {
        /// Right, once letters are read as the digits they resemble, or zeros and letters that were
        /// left out are put back.
        record Perhaps(String number) implements Guess {}

        /// A number of another kind. `holds` is the wanted one where it is a part of it.
        record Other(NumberKind kind, String typed, Optional<String> holds) implements Guess {}
    }

    /// Numbers that people give in place of the wanted one.
    enum NumberKind {
        BANK_ACCOUNT,
        LU_RCS,
        LU_TVA,
        LU_MATRICULE,
        /// Thirteen digits: a person's, and nobody else's business.
        LU_PERSON,
        BE_ESTABLISHMENT,
        FR_SIREN,
        FR_SIRET,
        FR_RNA,
        FR_VAT,
        /// Begins with FR, too, and holds no SIREN.
        MC_VAT,
        NL_KVK,
        NL_BRANCH,
        NL_RSIN,
        NL_VAT,
        /// Given to sole traders since 2020: its digits are no RSIN.
        NL_VAT_OF_PERSON,
        CA_CORPORATION,
        CA_QUEBEC,
        US_PERSON,
        GB_CHC,
        GB_SC,
        GB_NIC,
        GB_COMPANY,
        GB_VAT,
        DE_VAT,
        DE_TAX
    }

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
