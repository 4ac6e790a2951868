package org.passerelle.token;

/// What stands in the way of a new token; all of it is told at once (TOK-02).
public enum TokenFault {
    ONLY_THE_HOLDER(""),
    NOT_QUALIFIED(""),
    FIRST_NAME_MISSING("firstName"),
    LAST_NAME_MISSING("lastName"),
    EMAIL_MALFORMED("email"),
    TOO_LONG("firstName"),
    NOT_DECLARED("declared");

    private final String field;

    TokenFault(String field) {
        this.field = field;
    }

    /// The field of the form it belongs to; empty for what no field can mend.
    public String field() {
        return field;
    }
}
