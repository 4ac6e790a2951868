package org.passerelle.token;

/// The person a token is made for: somebody the holder declares entitled to represent the
/// organisation (TOK-02). They need no account here.
public record Representative(String firstName, String lastName, String email) {
    public String name() {
        return firstName + " " + lastName;
    }
}
