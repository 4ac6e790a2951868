package org.passerelle.identity;

import org.passerelle.kernel.Language;

/// What somebody types to open an account (ACC-01). Texts are as typed; the face trims and checks.
public record NewAccount(
        String username,
        String email,
        String password,
        String firstName,
        String lastName,
        Language language) {

    /// Without the password: a record's text ends in logs sooner or later.
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
