package org.passerelle.organisation;

/// What a member may do for an organisation (ACC-05), the most first.
public enum MemberRole {
    /// Orders, tokens, subscriptions, billing, members. Exactly one person.
    HOLDER,
    ORDERER,
    READER;

    /// Whether this role may do what `needed` may.
    public boolean mayActAs(MemberRole needed) {
        return ordinal() <= needed.ordinal();
    }
}
