package org.passerelle.tax;

import java.time.LocalDate;
import java.util.Optional;

/// A ground on which a decision about taxes stands, with the value found (INV-02, INV-05). Words
/// are chosen where it is read.
public sealed interface TaxGround {

    /// The rates of the seller's country, or of the region where it is delivered, hold.
    record RatesOf(String country, Optional<String> region) implements TaxGround {}

    /// The buyer is in the seller's country, so a VAT number changes nothing.
    record SameCountry(String country) implements TaxGround {}

    /// Buyer and seller are in two countries of the area.
    record TwoMembers(String seller, String buyer) implements TaxGround {}

    /// One of the two is outside the area.
    record OutsideArea(String country) implements TaxGround {}

    record NoVatNumber() implements TaxGround {}

    /// The number is one of the seller's own country.
    record NumberOfSeller(String number) implements TaxGround {}

    /// Nobody has looked it up yet, or not on that day.
    record NotChecked(String number) implements TaxGround {}

    /// The register did not know it.
    record FoundInvalid(String number, LocalDate on) implements TaxGround {}

    /// It was valid, but the look-up is too long ago.
    record CheckOver(String number, LocalDate lastDay) implements TaxGround {}

    record FoundValid(String number, LocalDate on, LocalDate lastDay) implements TaxGround {}

    /// An exemption that counts.
    record Exempt(String place, Optional<LocalDate> lastDay, String reason) implements TaxGround {}

    /// An accepted exemption that holds elsewhere.
    record ExemptElsewhere(String place) implements TaxGround {}

    /// An accepted exemption that has not begun, or is over.
    record ExemptOtherDays(LocalDate from, Optional<LocalDate> until) implements TaxGround {}

    /// Nothing was accepted: a verified organisation is not exempt.
    record NoExemption() implements TaxGround {}

    /// The pack has no rate for that day.
    record NoRate() implements TaxGround {}
}
