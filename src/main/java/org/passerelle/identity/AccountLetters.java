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

    void passwordChanged(Person person);
}
