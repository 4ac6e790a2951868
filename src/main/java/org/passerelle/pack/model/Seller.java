package org.passerelle.pack.model;

import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Localised;

/// Who sells, as the law has invoices say it (INV-02, INV-03).
///
/// @param name the legal name
/// @param vatNumber with the letters of its country, such as `LU12345613`
/// @param taxNumbers others under which it pays taxes, such as those of GST and QST
/// @param registration in a register, as it stands on letters, such as `RCS Luxembourg F1234`
/// @param electronicAddress where it is found on Peppol
public record Seller(
        String name,
        Address address,
        Optional<String> vatNumber,
        List<TaxNumber> taxNumbers,
        Optional<String> registration,
        Optional<ElectronicAddress> electronicAddress) {

    /// @param street with the house number
    /// @param region such as `CA-ON`, in countries that have them
    /// @param country ISO 3166 alpha-2
    public record Address(
            String street,
            String postalCode,
            String town,
            Optional<String> region,
            String country) {}

    /// @param name what the number is called, such as `QST No.`
    public record TaxNumber(Localised name, String number) {}

    /// @param scheme of the code list EAS, such as `0208` for enterprise numbers of Belgium
    public record ElectronicAddress(String scheme, String id) {}
}
