package org.passerelle.registry;

/// In what an entry differs from the organisation it was compared with.
public enum Difference {
    NAME,
    /// The numbers within the names: "Circuit 5A" is not "Circuit 7A".
    NUMBERS_IN_NAME,
    STREET,
    POSTAL_CODE,
    TOWN,
    COUNTRY,
    /// Others in the register bear exactly this name, so that it proves nothing.
    SHARED_NAME
}
