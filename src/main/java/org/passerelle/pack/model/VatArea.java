package org.passerelle.pack.model;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Localised;

/// Countries between which VAT is owed by the customer who has a valid VAT number, as the Member
/// States of the European Union are (INV-02).
///
/// @param checkValidFor how long a check of a VAT number holds
/// @param reverseCharge what an invoice without VAT has to say
public record VatArea(
        Localised name, Period checkValidFor, Localised reverseCharge, List<Member> members) {

    /// A country, from a day to a day, both inclusive.
    ///
    /// @param country ISO 3166 alpha-2
    /// @param number a regular expression that its VAT numbers match, their letters included
    /// @param scheme of legal numbers by whose check digits they are checked, such as `LU-TVA`
    public record Member(
            String country,
            LocalDate from,
            Optional<LocalDate> until,
            String number,
            Optional<String> scheme) {

        public boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && until.filter(last -> last.isBefore(day)).isEmpty();
        }
    }

    /// Whether a country belongs to it on a day.
    public boolean includes(String country, LocalDate day) {
        return members.stream()
                .anyMatch(member -> member.country().equals(country) && member.holdsOn(day));
    }

    /// The country whose VAT numbers look like this one.
    public Optional<Member> memberOf(String number) {
        return members.stream().filter(member -> number.matches(member.number())).findFirst();
    }

    /// The member that is this country.
    public Optional<Member> member(String country) {
        return members.stream().filter(member -> member.country().equals(country)).findFirst();
    }
}
