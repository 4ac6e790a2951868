package org.passerelle.registry;

/// Where a register says that an organisation is. Parts it does not say are empty.
///
/// @param country ISO 3166 alpha-2; empty when the register's word for it is not known
public record Place(String street, String postalCode, String town, String region, String country) {

    public static final Place UNKNOWN = new Place("", "", "", "", "");
}
