package org.passerelle.registry.domain;

import java.util.List;
import org.passerelle.kernel.NameKey;
import org.passerelle.registry.EntryStatus;
import org.passerelle.registry.Place;

/// A record as it was understood, with the values that are kept and the keys that are searched.
///
/// @param source the values of the kept columns; empty ones at the end are left out
public record ReadEntry(
        String number,
        List<String> source,
        String name,
        List<String> otherNames,
        Place place,
        String website,
        String email,
        EntryStatus status,
        String statusWord) {

    /// The keys of all its names, each once.
    public List<String> nameKeys() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(name), otherNames.stream())
                .map(NameKey::of)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }
}
