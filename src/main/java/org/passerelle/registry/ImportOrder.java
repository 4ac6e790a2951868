package org.passerelle.registry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/// Files that together are one register, whole, as of a day.
///
/// @param records how many the keeper says there are, where that is known: any other is refused
/// @param acceptShrink takes the files even when implausibly many entries are gone
/// @param dryRun says what would happen and changes nothing
/// @param by the account of the machine that it ran under; no person of the product
public record ImportOrder(
        RegisterId register,
        List<Path> files,
        LocalDate asOf,
        OptionalLong records,
        boolean acceptShrink,
        boolean dryRun,
        String by) {
    public ImportOrder {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("An import needs a file");
        }
    }
}
