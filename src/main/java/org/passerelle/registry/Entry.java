package org.passerelle.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a register says of one organisation, as of its latest file.
///
/// @param scheme the code of the number's kind, such as `US-EIN`
/// @param statusWord as the register writes it
/// @param goneSince since when it no longer stands in the register's files
public record Entry(
        RegisterId register,
        String scheme,
        String number,
        String name,
        List<String> otherNames,
        Place place,
        String website,
        String email,
        EntryStatus status,
        String statusWord,
        LocalDate firstSeen,
        Optional<LocalDate> goneSince) {

    public Entry {
        otherNames = List.copyOf(otherNames);
    }

    /// Whether the register vouches for it today. Nobody removed, gone or of a standing we cannot
    /// read is active (VER-08).
    public boolean isActive() {
        return goneSince.isEmpty()
                && (status == EntryStatus.ACTIVE || status == EntryStatus.ATTENTION);
    }
}
