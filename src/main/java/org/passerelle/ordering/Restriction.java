package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.Figure;
import org.passerelle.programme.Finding;

/// One thing that keeps a line of a basket from being ordered, with its figures and the ways out
/// (ORD-02). Words are chosen at the edge.
public sealed interface Restriction {

    /// The line's place in the basket, from zero.
    int line();

    OfferId offer();

    List<WayOut> waysOut();

    /// The public codes, in their order of precedence within a line.
    enum Code {
        NOT_QUALIFIED,
        NOT_ELIGIBLE,
        UNDECIDED,
        ALLOTMENT_EXCEEDED,
        MUST_BE_ALONE,
        ONCE_IN_A_LIFETIME,
        OUT_OF_STOCK,
        WAIVER_MISSING,
        ANSWERS_MISSING,
        CONDITIONS_NOT_ACCEPTED,
        POST_OFFICE_BOX,
        PERSON_ALREADY_HAS_ONE,
        NOT_A_NEW_USER,
        BELOW_MINIMUM,
        ABOVE_MAXIMUM,
        NOT_ON_SALE,
        OTHER_COUNTRY;

        /// As `pack try`, the API and pages write it: `allotment-exceeded`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The office has not accepted the organisation.
    record NotQualified(int line, OfferId offer, List<WayOut> waysOut) implements Restriction {}

    /// `reasons` are the conditions that are not met, of the programme and of the offer itself.
    record NotEligible(
            int line,
            OfferId offer,
            ProgrammeId programme,
            List<Finding.Leaf> reasons,
            List<WayOut> waysOut)
            implements Restriction {}

    /// `open` are the conditions nobody can tell yet.
    record Undecided(
            int line,
            OfferId offer,
            ProgrammeId programme,
            List<Finding.Leaf> open,
            List<WayOut> waysOut)
            implements Restriction {}

    /// `asked` by all lines of the basket together.
    record AllotmentExceeded(
            int line, OfferId offer, AllotmentState state, Figure asked, List<WayOut> waysOut)
            implements Restriction {}

    record MustBeAlone(int line, OfferId offer, ProgrammeId programme, List<WayOut> waysOut)
            implements Restriction {}

    /// What may be had once was had.
    record OnceInALifetime(
            int line, OfferId offer, AllotmentState state, Figure asked, List<WayOut> waysOut)
            implements Restriction {}

    /// `asked` by all lines of the basket that draw on the same stock.
    record OutOfStock(int line, OfferId offer, long available, long asked, List<WayOut> waysOut)
            implements Restriction {}

    /// The partner's written approval would be enough.
    record WaiverMissing(int line, OfferId offer, ProgrammeId programme, List<WayOut> waysOut)
            implements Restriction {}

    /// Required answers that are not given, and how many persons are still to be named.
    record AnswersMissing(
            int line,
            OfferId offer,
            List<String> questions,
            long personsToName,
            List<WayOut> waysOut)
            implements Restriction {}

    /// `texts` are the paths of the conditions.
    record ConditionsNotAccepted(int line, OfferId offer, List<String> texts, List<WayOut> waysOut)
            implements Restriction {}

    record PostOfficeBox(int line, OfferId offer, List<WayOut> waysOut) implements Restriction {}

    /// `persons` by e-mail address.
    record PersonAlreadyHasOne(
            int line,
            OfferId offer,
            ProgrammeId programme,
            List<String> persons,
            List<WayOut> waysOut)
            implements Restriction {}

    /// `persons` by e-mail address.
    record NotANewUser(
            int line,
            OfferId offer,
            ProgrammeId programme,
            List<String> persons,
            List<WayOut> waysOut)
            implements Restriction {}

    /// `minimum` of units of the offer, or of licences of the programme, in one order.
    record BelowMinimum(int line, OfferId offer, long minimum, long asked, List<WayOut> waysOut)
            implements Restriction {}

    /// `maximum` of units of the offer, or of market value of the programme, in one order.
    record AboveMaximum(int line, OfferId offer, Figure maximum, Figure asked, List<WayOut> waysOut)
            implements Restriction {}

    /// `from` when it will be sold, where that lies ahead.
    record NotOnSale(int line, OfferId offer, Optional<LocalDate> from, List<WayOut> waysOut)
            implements Restriction {}

    /// `served` are the countries it goes to.
    record OtherCountry(
            int line, OfferId offer, String country, List<String> served, List<WayOut> waysOut)
            implements Restriction {}

    default Code code() {
        return switch (this) {
            case NotQualified _ -> Code.NOT_QUALIFIED;
            case NotEligible _ -> Code.NOT_ELIGIBLE;
            case Undecided _ -> Code.UNDECIDED;
            case AllotmentExceeded _ -> Code.ALLOTMENT_EXCEEDED;
            case MustBeAlone _ -> Code.MUST_BE_ALONE;
            case OnceInALifetime _ -> Code.ONCE_IN_A_LIFETIME;
            case OutOfStock _ -> Code.OUT_OF_STOCK;
            case WaiverMissing _ -> Code.WAIVER_MISSING;
            case AnswersMissing _ -> Code.ANSWERS_MISSING;
            case ConditionsNotAccepted _ -> Code.CONDITIONS_NOT_ACCEPTED;
            case PostOfficeBox _ -> Code.POST_OFFICE_BOX;
            case PersonAlreadyHasOne _ -> Code.PERSON_ALREADY_HAS_ONE;
            case NotANewUser _ -> Code.NOT_A_NEW_USER;
            case BelowMinimum _ -> Code.BELOW_MINIMUM;
            case AboveMaximum _ -> Code.ABOVE_MAXIMUM;
            case NotOnSale _ -> Code.NOT_ON_SALE;
            case OtherCountry _ -> Code.OTHER_COUNTRY;
        };
    }
}
