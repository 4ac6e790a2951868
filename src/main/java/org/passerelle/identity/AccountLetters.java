package org.passerelle.identity;

import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.domain.PendingAccounts.Registration;

/// What the module writes to people about their accounts; sent with the transaction it is called
/// in.
interface AccountLetters {
    void confirmation(Registration registration, OneTimeSecret link);

    /// To somebody under whose address an account was asked for again.
    void accountExists(Person holder);

    void reset(Person person, OneTimeSecret link);

    /// A change of address was stopped: the password opens nothing any more, the link chooses
    /// another.
    void stopped(Person person, OneTimeSecret link);

    void passwordChanged(Person person);

    /// To the address on file: the username is another now.
    void usernameChanged(Person person);

    /// To the address asked for.
    void confirmEmail(Person person, String newEmail, OneTimeSecret link);

    /// To the address that counts until now.
    void emailChanging(Person person, String newEmail, OneTimeSecret stop);

    /// Staff checked who the person is and lets them choose a password (ACC-03).
    void restored(Person person, OneTimeSecret link);

    /// The day on which everything about the person is forgotten (ACC-09).
    void erasurePlanned(Person person, java.time.LocalDate day);

    /// The day came, and something that came into the way meanwhile kept all as it is (ACC-09).
    void erasureHindered(Person person);

    /// Staff closed the account: nobody signs in to it any more.
    void closed(Person person);
}
