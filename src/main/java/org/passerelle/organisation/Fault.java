package org.passerelle.organisation;

import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.Localised;

/// Something typed that cannot stand as it is. `field` is the field's code; words are chosen where
/// it is shown.
public record Fault(String field, Flaw flaw) {

    public sealed interface Flaw {
        /// A legal number that cannot be one, with the group that is wrong (ORG-02).
        record Number(LegalNumberCheck.Invalid check) implements Flaw {}

        /// A number that stands without the programme account its legal form asks for, as `RR`
        /// (ORG-02).
        record NoAccount(String scheme, String account, String number) implements Flaw {}

        record Email(EmailPart part) implements Flaw {}

        /// Not as postal codes of the country are written.
        record NotAPostalCode(String typed, String example) implements Flaw {}

        record NotAWebAddress() implements Flaw {}

        record NotAPhoneNumber() implements Flaw {}

        record NotAnAmount() implements Flaw {}

        record NotAWholeNumber() implements Flaw {}

        record Negative() implements Flaw {}

        record YearOutOfRange(int first, int last) implements Flaw {}

        record NotADate() implements Flaw {}

        record InTheFuture() implements Flaw {}

        /// A word that the office does not know (any more).
        record UnknownChoice(String choice) implements Flaw {}

        /// The word for none of them stands beside others.
        record NoneAndOthers() implements Flaw {}

        record TooLong(int found, int atMost) implements Flaw {}

        /// The office knows this legal form and does not accept it.
        record FormNotAccepted(Localised name, Localised why) implements Flaw {}

        /// A purchase has a partner without a date, or a date without a partner.
        record HalfAPurchase() implements Flaw {}
    }

    /// The part of an e-mail address at fault.
    public enum EmailPart {
        SIGN,
        BEFORE_SIGN,
        AFTER_SIGN,
        DOMAIN,
        SPACE
    }
}
