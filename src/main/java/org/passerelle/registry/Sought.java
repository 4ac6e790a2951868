package org.passerelle.registry;

import java.util.List;

/// An organisation to look for in the registers by name and place.
///
/// @param names the legal name first; at least one that is not blank
/// @param place what is known of it; with a country, only entries of that country are looked at
public record Sought(List<String> names, Place place) {
    public Sought {
        names = names.stream().filter(name -> !name.isBlank()).toList();
    }
}
