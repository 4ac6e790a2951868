package org.passerelle.registry;

import java.util.List;

/// What an import did.
///
/// @param records read, of all files
/// @param changed entries whose record differs in a column that is kept
/// @param reread entries whose record is the same and is understood otherwise than before, since
///   the register's description or the program is another
/// @param unusable records without a number, left out
/// @param unusableLines the lines of the first of them, with their file
/// @param active of all that stand in the register now
public record ImportFigures(
        long records,
        long added,
        long changed,
        long gone,
        long back,
        long reread,
        long unusable,
        List<String> unusableLines,
        long entries,
        long active) {
    public ImportFigures {
        unusableLines = List.copyOf(unusableLines);
    }

    /// Whether any entry is other than before.
    public boolean changesNothing() {
        return added + changed + gone + back + reread == 0;
    }
}
