package org.passerelle.identity;

/// What is wrong with what somebody typed about an account; all of it is told at once.
public enum AccountFault {
    USERNAME_MALFORMED("username"),
    USERNAME_TAKEN("username"),
    EMAIL_MALFORMED("email"),
    EMAIL_SAME("email"),
    FIRST_NAME_MISSING("firstName"),
    FIRST_NAME_TOO_LONG("firstName"),
    LAST_NAME_MISSING("lastName"),
    LAST_NAME_TOO_LONG("lastName"),
    PASSWORD_TOO_SHORT("password"),
    PASSWORD_TOO_LONG("password"),
    PASSWORD_COMMON("password"),
    PASSWORD_NAMES_YOU("password"),
    CURRENT_PASSWORD_WRONG("currentPassword");

    private final String field;

    AccountFault(String field) {
        this.field = field;
    }

    /// The field of the form it belongs to.
    public String field() {
        return field;
    }
}
