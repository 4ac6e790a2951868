package org.passerelle.registry;

/// What a register says of an organisation's standing in it.
public enum EntryStatus {
    ACTIVE,
    /// It stands in the register, and the register itself says that something is amiss.
    ATTENTION,
    REMOVED,
    /// The register uses a word that its description does not know.
    UNKNOWN
}
