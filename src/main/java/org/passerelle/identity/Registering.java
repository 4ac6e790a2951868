package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.domain.AccountRule;
import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.domain.PendingAccounts;
import org.passerelle.identity.domain.PendingAccounts.Registration;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens accounts (ACC-01).
///
/// A stranger learns nothing about an address: whether it has an account or not, the same work is
/// done, the same row is kept and the same page is shown; only the letter to the address differs.
/// The row also holds the username, so that asking again under it tells nothing either.
@Component
class Registering {
    private static final Duration LINK_LIVES = Duration.ofHours(24);
    private static final Actor STRANGER = new Actor.Product("registration");

    private final AccountRegister people;
    private final PendingAccounts registrations;
    private final Passwords passwords;
    private final AccountLetters letters;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Registering(
            AccountRegister people,
            PendingAccounts registrations,
            Passwords passwords,
            AccountLetters letters,
            Attempts attempts,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.people = people;
        this.registrations = registrations;
        this.passwords = passwords;
        this.letters = letters;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    RegisterOutcome register(NewAccount typed, String address) {
        var account = trimmed(typed);
        var faults = faults(account);
        if (!faults.isEmpty()) {
            return new RegisterOutcome.Refused(faults);
        }
        var wait = attempts.charge(Limit.REGISTER_BY_ADDRESS, Attempts.network(address));
        if (wait.isPresent()) {
            return new RegisterOutcome.TooManyTries(wait.get());
        }
        var registration =
                new Registration(
                        UUID.randomUUID(),
                        account.username(),
                        account.email(),
                        account.firstName(),
                        account.lastName(),
                        account.language(),
                        passwords.hash(account.password()));
        transaction.executeWithoutResult(_ -> keep(registration));
        return new RegisterOutcome.MessageSent(account.email());
    }

    private void keep(Registration registration) {
        var secret = OneTimeSecret.random();
        var now = clock.instant();
        registrations.add(registration, secret.hash(), now, now.plus(LINK_LIVES));
        var holder = people.findByEmail(registration.email());
        if (holder.isPresent()) {
            letters.accountExists(holder.get().person());
        } else {
            letters.confirmation(registration, secret);
        }
        audit.record(
                AuditEntry.of(
                        STRANGER,
                        "identity.account-asked",
                        AuditSubject.of("registration", registration.id()),
                        ""));
    }

    /// Mails the link once more to somebody who typed the right password; the earlier one dies.
    void sendAgain(Registration registration) {
        transaction.executeWithoutResult(_ -> {
            var holder = people.findByEmail(registration.email());
            if (holder.isPresent()) {
                letters.accountExists(holder.get().person());
                return;
            }
            var secret = OneTimeSecret.random();
            registrations.renewLink(
                    registration.id(), secret.hash(), clock.instant().plus(LINK_LIVES));
            letters.confirmation(registration, secret);
        });
    }

    ConfirmOutcome confirm(OneTimeSecret link) {
        return transaction.execute(_ -> take(link));
    }

    private ConfirmOutcome take(OneTimeSecret link) {
        var now = clock.instant();
        var taken = registrations.take(link.hash(), now);
        if (taken.isEmpty()) {
            return new ConfirmOutcome.LinkDead();
        }
        var registration = taken.get();
        var person =
                new Person(
                        PersonId.random(),
                        registration.username(),
                        registration.email(),
                        registration.firstName(),
                        registration.lastName(),
                        registration.language(),
                        Duties.NONE.roles(),
                        Optional.empty(),
                        Offices.NONE);
        if (!people.add(person, registration.passwordHash(), now)) {
            // The address was confirmed by another registration meanwhile.
            return new ConfirmOutcome.LinkDead();
        }
        audit.record(
                AuditEntry.of(
                        person.actor(),
                        "identity.address-confirmed",
                        AuditSubject.of("person", person.id()),
                        ""));
        return new ConfirmOutcome.Confirmed(person);
    }

    boolean stands(OneTimeSecret link) {
        return registrations.stands(link.hash(), clock.instant());
    }

    /// Every fault at once. A taken username is told: its owner chose it as a public name.
    List<AccountFault> faults(NewAccount account) {
        var faults =
                new ArrayList<>(
                        AccountRule.check(
                                account.username(),
                                account.email(),
                                account.firstName(),
                                account.lastName()));
        if (!faults.contains(AccountFault.USERNAME_MALFORMED)
                && isTaken(account.username(), account.email())) {
            faults.add(AccountFault.USERNAME_TAKEN);
        }
        faults.addAll(passwords.check(account.password(), words(account)));
        return faults;
    }

    boolean isTaken(String username, String email) {
        return people.findByUsername(username).isPresent()
                || registrations.holdsUsername(username, email, clock.instant());
    }

    private static List<String> words(NewAccount account) {
        return PersonalWords.of(
                account.username(), account.email(), account.firstName(), account.lastName());
    }

    static NewAccount trimmed(NewAccount typed) {
        return new NewAccount(
                typed.username().strip(),
                withLowerDomain(typed.email().strip()),
                typed.password(),
                typed.firstName().strip(),
                typed.lastName().strip(),
                typed.language());
    }

    private static String withLowerDomain(String email) {
        var at = email.lastIndexOf('@');
        return at < 0
                ? email
                : email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT);
    }
}
