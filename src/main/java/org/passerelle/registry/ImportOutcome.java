package org.passerelle.registry;

/// What became of an import.
public sealed interface ImportOutcome {

    record Imported(ImportFigures figures) implements ImportOutcome {}

    /// All entries are as they were.
    record Unchanged(ImportFigures figures) implements ImportOutcome {}

    /// A dry run: nothing was changed, and this is what would have.
    record WouldImport(ImportFigures figures) implements ImportOutcome {}

    /// Nothing was changed.
    record Refused(ImportFault fault) implements ImportOutcome {}
}
