package org.passerelle.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Localised;

/// A register the product can import, and what is installed of it.
///
/// @param licence the words its licence asks for wherever entries are shown
/// @param words what the register's words of standing mean
/// @param vouches whether standing in it can mean to be active; a register of the removed does not
public record RegisterView(
        RegisterId id,
        Localised title,
        String keeper,
        String address,
        Localised licence,
        String country,
        String scheme,
        Map<String, Localised> words,
        boolean vouches,
        Optional<Installed> installed,
        Optional<ImportRecord> lastImport) {

    /// @param entries that stand in it, those gone not counted
    public record Installed(LocalDate asOf, long entries, long active, Instant importedAt) {}
}
