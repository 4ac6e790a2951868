package org.passerelle.audit;

/// What an audit line is about: a type such as `order` in lower case, and the id by which people
/// know it.
public record AuditSubject(String type, String id) {
    /// Whoever was meant has no account.
    public static final AuditSubject NOBODY = new AuditSubject("person", "unknown");

    public static AuditSubject of(String type, Object id) {
        return new AuditSubject(type, id.toString());
    }
}
