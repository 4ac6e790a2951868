package org.passerelle.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Language;

/// Profiles for tests that compare what an organisation is called, where it is and which numbers it
/// has, and care for nothing else.
public record ProfileFixture(
        String name,
        List<String> otherNames,
        String country,
        Map<String, String> identifiers,
        Optional<Address> address,
        Optional<String> email) {

    /// One with no other name, number or address of mail.
    public ProfileFixture(String name, Address address) {
        this(name, List.of(), address.country(), Map.of(), Optional.of(address), Optional.empty());
    }

    public ProfileFixture alsoCalled(List<String> names) {
        return new ProfileFixture(name, names, country, identifiers, address, email);
    }

    public ProfileFixture withEmail(String written) {
        return new ProfileFixture(
                name, otherNames, country, identifiers, address, Optional.of(written));
    }

    public Profile profile() {
        return new Profile(
                name,
                otherNames,
                country,
                Optional.empty(),
                identifiers,
                address,
                email,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                List.of(),
                Optional.empty());
    }
}
