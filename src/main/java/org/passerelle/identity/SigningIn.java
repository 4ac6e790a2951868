package org.passerelle.identity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.domain.AccountRegister.Account;
import org.passerelle.identity.domain.PendingAccounts;
import org.passerelle.identity.domain.PendingAccounts.Registration;
import org.passerelle.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks a username or address with a password.
///
/// One hash is compared whatever is found, so that the answer takes as long for nobody as for
/// somebody; and it is compared outside a transaction, so that waiting people hold no connection.
///
/// Tries are counted under what was typed, known or not, and that count is told. They are also
/// counted under the account, for its username and its address together: where that count is full,
/// any password is answered as a wrong one, or the answer would tell which username and which
/// address belong together.
@Component
class SigningIn {
    private static final Actor STRANGER = new Actor.Product("sign-in");

    private final AccountRegister people;
    private final PendingAccounts registrations;
    private final Registering registering;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Audit audit;
    private final TransactionTemplate transaction;

    private record Candidate(Optional<Account> account, Optional<Registration> registration) {
        String hash(Passwords passwords) {
            return account.map(Account::passwordHash)
                    .or(() -> registration.map(Registration::passwordHash))
                    .orElseGet(passwords::nobodysHash);
        }

        /// Under what the account is counted; nobody is counted too, so that it takes as long.
        String counted(String login) {
            return account.map(known -> known.person().id().toString())
                    .or(() -> registration.map(known -> known.id().toString()))
                    .orElse(login);
        }
    }

    SigningIn(
            AccountRegister people,
            PendingAccounts registrations,
            Registering registering,
            Passwords passwords,
            Attempts attempts,
            Audit audit,
            TransactionTemplate transaction) {
        this.people = people;
        this.registrations = registrations;
        this.registering = registering;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
    }

    SignInOutcome signIn(String typed, String password, String address) {
        var login = typed.strip();
        var network = Attempts.network(address);
        var candidate = find(login);
        var name = login.toLowerCase(Locale.ROOT);
        var counted = candidate.counted(name);
        var wait =
                attempts.charge(Limit.SIGN_IN_BY_ADDRESS, network)
                        .or(() -> attempts.charge(Limit.SIGN_IN_BY_LOGIN, name));
        if (wait.isPresent()) {
            return refuse(candidate, address, wait.get());
        }
        var rests = attempts.charge(Limit.SIGN_IN_BY_ACCOUNT, counted).isPresent();
        if (!passwords.matches(password, candidate.hash(passwords)) || rests) {
            var action = rests ? "identity.sign-in-limited" : "identity.sign-in-refused";
            note(candidate, action, "from " + address);
            return new SignInOutcome.Wrong();
        }
        attempts.giveBack(Limit.SIGN_IN_BY_ADDRESS, network);
        attempts.forgive(Limit.SIGN_IN_BY_LOGIN, name);
        attempts.forgive(Limit.SIGN_IN_BY_ACCOUNT, counted);
        if (candidate.account().isPresent()) {
            return welcome(candidate.account().get(), address);
        }
        // The hash of nobody matches no password, so this is a registration.
        candidate.registration().ifPresent(registering::sendAgain);
        return new SignInOutcome.Unconfirmed();
    }

    private Candidate find(String login) {
        return transaction.execute(_ -> {
            var account = people.findByLogin(login);
            // Asked in either case: a stranger may not tell them apart by the time.
            var registration =
                    registrations
                            .findByLogin(login)
                            .filter(one -> people.findByUsername(one.username()).isEmpty());
            return new Candidate(account, account.isPresent() ? Optional.empty() : registration);
        });
    }

    private SignInOutcome welcome(Account account, String address) {
        if (account.isDisabled()) {
            return new SignInOutcome.Wrong();
        }
        var person = account.person();
        audit.record(
                AuditEntry.of(
                        person.actor(),
                        "identity.signed-in",
                        AuditSubject.of("person", person.id()),
                        "from " + address));
        return new SignInOutcome.Welcome(person, account.sessionEpoch());
    }

    private SignInOutcome refuse(Candidate candidate, String address, Duration wait) {
        note(candidate, "identity.sign-in-limited", "from " + address);
        return new SignInOutcome.TooManyTries(wait);
    }

    /// What was typed for an unknown account is not kept: people type passwords in the wrong field.
    private void note(Candidate candidate, String action, String detail) {
        var whom =
                candidate
                        .account()
                        .map(account -> AuditSubject.of("person", account.person().id()))
                        .orElse(AuditSubject.NOBODY);
        audit.record(AuditEntry.of(STRANGER, action, whom, detail));
    }
}
