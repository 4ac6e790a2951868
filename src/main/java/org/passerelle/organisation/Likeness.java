package org.passerelle.organisation;

/// What two organisations have in common (ORG-03).
public enum Likeness {
    NAME,
    TOWN,
    STREET,
    PHONE,
    WEBSITE,
    EMAIL,
    /// Both are branches of one organisation (ORG-06).
    PARENT
}
