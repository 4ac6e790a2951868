package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.domain.AccountRegister.Account;
import org.passerelle.identity.domain.AccountRule;
import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.domain.ResetLinks;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Face of the identity module: people and their accounts.
///
/// Each verb opens its own transaction where it needs one: hashing a password takes long, and must
/// not hold a connection meanwhile. `address` is the network address a try comes from.
@Service
public class People {
    private final AccountRegister people;
    private final ResetLinks links;
    private final Registering registering;
    private final SigningIn signingIn;
    private final Resetting resetting;
    private final Passwords passwords;
    private final AccountLetters letters;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    People(
            AccountRegister people,
            ResetLinks links,
            Registering registering,
            SigningIn signingIn,
            Resetting resetting,
            Passwords passwords,
            AccountLetters letters,
            Attempts attempts,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.people = people;
        this.links = links;
        this.registering = registering;
        this.signingIn = signingIn;
        this.resetting = resetting;
        this.passwords = passwords;
        this.letters = letters;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Asks for an account; it counts once the mailed link is used, within 24 hours (ACC-01).
    public RegisterOutcome register(NewAccount account, String address) {
        return registering.register(account, address);
    }

    /// Whether a confirmation link would work now; looking does not use it.
    public boolean confirmationStands(String link) {
        return registering.stands(new OneTimeSecret(link));
    }

    /// Uses a confirmation link: it works once.
    public ConfirmOutcome confirm(String link) {
        return registering.confirm(new OneTimeSecret(link));
    }

    /// Checks a username or e-mail address with a password.
    public SignInOutcome signIn(String login, String password, String address) {
        return signingIn.signIn(login, password, address);
    }

    /// Writes down that a person signed out.
    public void signedOut(SignedIn who) {
        note(who.actor(), "identity.signed-out", who.id(), "");
    }

    /// Asks for a reset link by username or e-mail address (ACC-02). Empty, or how long to wait;
    /// nothing tells whether there is such an account.
    public Optional<Duration> askReset(String login, String address) {
        return resetting.ask(login, address);
    }

    /// Whether a reset link would work now; looking does not use it.
    public boolean resetStands(String link) {
        return resetting.stands(new OneTimeSecret(link));
    }

    /// Uses a reset link, within an hour and once: sets the password, ends every session.
    public ResetOutcome reset(String link, String password) {
        return resetting.reset(new OneTimeSecret(link), password);
    }

    public Optional<Person> find(PersonId id) {
        return people.find(id).map(Account::person);
    }

    /// For a face that must reach the person behind an address; never to be shown to a stranger.
    public Optional<Person> findByEmail(String email) {
        return people.findByEmail(email.strip()).map(Account::person);
    }

    /// The person of a session that began under `sessionEpoch`; empty when it must end.
    public Optional<Person> ofSession(PersonId id, int sessionEpoch) {
        return people.find(id)
                .filter(account -> !account.isDisabled() && account.sessionEpoch() == sessionEpoch)
                .map(Account::person);
    }

    /// A person changes their own name and language.
    public AccountOutcome rename(
            SignedIn who, String firstName, String lastName, Language language) {
        var faults = AccountRule.checkNames(firstName.strip(), lastName.strip());
        if (!faults.isEmpty()) {
            return new AccountOutcome.Refused(faults);
        }
        return transaction.execute(_ -> {
            people.rename(who.id(), firstName.strip(), lastName.strip(), language);
            note(
                    who.actor(),
                    "identity.renamed",
                    who.id(),
                    "from " + who.person().name() + ", " + who.language());
            return changed(who.id());
        });
    }

    /// A person changes their own password. All their other sessions end; the person is told.
    public AccountOutcome changePassword(SignedIn who, String current, String wanted) {
        var wait = attempts.charge(Limit.PASSWORD_CHANGE_BY_PERSON, who.getName());
        if (wait.isPresent()) {
            return new AccountOutcome.TooManyTries(wait.get());
        }
        var account = people.find(who.id()).orElseThrow();
        var faults = new ArrayList<AccountFault>();
        if (!passwords.matches(current, account.passwordHash())) {
            faults.add(AccountFault.CURRENT_PASSWORD_WRONG);
        }
        faults.addAll(passwords.check(wanted, PersonalWords.of(account.person())));
        if (!faults.isEmpty()) {
            return new AccountOutcome.Refused(faults);
        }
        var hash = passwords.hash(wanted);
        return transaction.execute(_ -> {
            people.setPassword(who.id(), hash);
            links.dropAllOf(who.id());
            letters.passwordChanged(account.person());
            note(who.actor(), "identity.password-changed", who.id(), "");
            return changed(who.id());
        });
    }

    /// Opens a confirmed account for somebody: staff, a partner's user, the demo, the first
    /// administrator. Faults are all told; empty names the new person.
    public CreateOutcome create(Actor actor, NewAccount typed, Duties duties) {
        var account = Registering.trimmed(typed);
        var faults = registering.faults(account);
        if (!faults.isEmpty()) {
            return new CreateOutcome.Refused(faults);
        }
        var hash = passwords.hash(account.password());
        var person =
                new Person(
                        PersonId.random(),
                        account.username(),
                        account.email(),
                        account.firstName(),
                        account.lastName(),
                        account.language(),
                        duties.roles(),
                        duties.partner(),
                        duties.offices());
        return transaction.execute(_ -> {
            if (!people.add(person, hash, clock.instant())) {
                return new CreateOutcome.AddressTaken();
            }
            note(actor, "identity.account-created", person.id(), duties.toString());
            return new CreateOutcome.Created(person);
        });
    }

    /// Gives a person exactly these duties, at once (ACC-08).
    public void appoint(Actor actor, PersonId id, Duties duties) {
        transaction.executeWithoutResult(_ -> {
            var before = people.find(id).orElseThrow().person();
            people.setDuties(before.with(duties));
            note(actor, "identity.appointed", id, "from " + before.duties() + " to " + duties);
        });
    }

    /// Closes an account: its sessions end at once, and nobody signs in to it any more.
    public void disable(Actor actor, PersonId id, String reason) {
        transaction.executeWithoutResult(_ -> {
            if (people.disable(id, clock.instant())) {
                links.dropAllOf(id);
                note(actor, "identity.account-closed", id, reason);
                letters.closed(people.find(id).orElseThrow().person());
            }
        });
    }

    /// Staff and partners' users, by name.
    public List<Person> withDuties() {
        return people.withDuties();
    }

    public boolean anyAdministrator() {
        return people.anyWith(Role.ADMINISTRATOR);
    }

    private AccountOutcome changed(PersonId id) {
        var account = people.find(id).orElseThrow();
        return new AccountOutcome.Changed(account.person(), account.sessionEpoch());
    }

    private void note(Actor actor, String action, PersonId whom, String detail) {
        audit.record(AuditEntry.of(actor, action, AuditSubject.of("person", whom), detail));
    }
}
