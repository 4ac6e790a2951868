package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.domain.AccountRule;
import org.passerelle.identity.domain.EmailChanges;
import org.passerelle.identity.domain.EmailChanges.Asked;
import org.passerelle.identity.domain.EmailChanges.Change;
import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.domain.ResetLinks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Face of the identity module for what a person changes about how they sign in (ACC-04). Each
/// change asks for the password again: an unlocked screen is not the person.
@Service
public class OwnAccount {
    private static final Duration CONFIRM_WITHIN = Duration.ofHours(24);
    private static final Duration STOP_WITHIN = Duration.ofDays(7);

    private final AccountRegister people;
    private final EmailChanges changes;
    private final ResetLinks resets;
    private final Resetting resetting;
    private final Registering registering;
    private final Passwords passwords;
    private final AccountLetters letters;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OwnAccount(
            AccountRegister people,
            EmailChanges changes,
            ResetLinks resets,
            Resetting resetting,
            Registering registering,
            Passwords passwords,
            AccountLetters letters,
            Attempts attempts,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.people = people;
        this.changes = changes;
        this.resets = resets;
        this.resetting = resetting;
        this.registering = registering;
        this.passwords = passwords;
        this.letters = letters;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Whether this is the person's password; each try counts against the limit of changes.
    public AccountOutcome prove(SignedIn who, String password) {
        var wait = attempts.charge(Limit.ACCOUNT_CHANGE_BY_PERSON, who.getName());
        if (wait.isPresent()) {
            return new AccountOutcome.TooManyTries(wait.get());
        }
        var account = people.find(who.id()).orElseThrow();
        return passwords.matches(password, account.passwordHash())
                ? new AccountOutcome.Changed(account.person(), account.sessionEpoch())
                : new AccountOutcome.Refused(List.of(AccountFault.CURRENT_PASSWORD_WRONG));
    }

    /// Takes another username; the person is told.
    public AccountOutcome changeUsername(SignedIn who, String password, String typed) {
        var proof = prove(who, password);
        var wanted = typed.strip();
        var faults = new ArrayList<AccountFault>();
        if (!AccountRule.isUsername(wanted)) {
            faults.add(AccountFault.USERNAME_MALFORMED);
        } else if (!wanted.equalsIgnoreCase(who.person().username())
                && registering.isTaken(wanted, who.person().email())) {
            faults.add(AccountFault.USERNAME_TAKEN);
        }
        return refused(
                proof,
                faults,
                () -> {
                    if (!people.setUsername(who.id(), wanted)) {
                        return new AccountOutcome.Refused(List.of(AccountFault.USERNAME_TAKEN));
                    }
                    note(who.person(), "identity.username-changed");
                    letters.usernameChanged(who.person());
                    return current(who);
                });
    }

    /// Asks for another address. It counts once the link mailed to it is used, within 24 hours; the
    /// old address gets a link that stops it, or takes it back for 7 days. What is shown is the
    /// same when the address belongs to another account.
    public AccountOutcome askEmail(SignedIn who, String password, String typed) {
        var proof = prove(who, password);
        var wanted = typed.strip();
        var faults = new ArrayList<AccountFault>();
        if (!AccountRule.isEmail(wanted)) {
            faults.add(AccountFault.EMAIL_MALFORMED);
        } else if (wanted.equalsIgnoreCase(who.person().email())) {
            faults.add(AccountFault.EMAIL_SAME);
        }
        return refused(
                proof,
                faults,
                () -> {
                    ask(who.person(), wanted);
                    return current(who);
                });
    }

    private void ask(Person person, String wanted) {
        var confirm = OneTimeSecret.random();
        var stop = OneTimeSecret.random();
        var now = clock.instant();
        changes.ask(
                new Asked(
                        new Change(UUID.randomUUID(), person.id(), person.email(), wanted, false),
                        confirm.hash(),
                        stop.hash(),
                        now,
                        now.plus(CONFIRM_WITHIN),
                        now.plus(STOP_WITHIN)));
        people.findByEmail(wanted)
                .map(AccountRegister.Account::person)
                .filter(other -> !other.id().equals(person.id()))
                .ifPresentOrElse(
                        letters::accountExists,
                        () -> letters.confirmEmail(person, wanted, confirm));
        letters.emailChanging(person, wanted, stop);
        note(person, "identity.email-change-asked");
    }

    /// Whether the link to the new address would work now; looking does not use it.
    public boolean confirmationStands(String link) {
        return changes.toConfirm(new OneTimeSecret(link).hash(), clock.instant()).isPresent();
    }

    /// Uses the link to the new address: from now on it counts.
    public boolean confirmEmail(String link) {
        var done =
                transaction.execute(_ -> {
                    var change = changes.toConfirm(new OneTimeSecret(link).hash(), clock.instant());
                    if (change.isEmpty()
                            || !people.setEmail(change.get().person(), change.get().newEmail())) {
                        return false;
                    }
                    changes.confirm(change.get().id());
                    resets.dropAllOf(change.get().person());
                    people.find(change.get().person())
                            .ifPresent(one -> note(one.person(), "identity.email-changed"));
                    return true;
                });
        return Boolean.TRUE.equals(done);
    }

    public boolean stopStands(String link) {
        return changes.toStop(new OneTimeSecret(link).hash(), clock.instant()).isPresent();
    }

    /// Uses the link to the old address: the old one counts (again), every session ends, and a link
    /// to choose another password is on its way there. Whoever asked knew the password: it opens
    /// nothing any more.
    public boolean stopEmail(String link) {
        var unguessable = passwords.hash(OneTimeSecret.random().text());
        var done =
                transaction.execute(_ -> {
                    var found = changes.toStop(new OneTimeSecret(link).hash(), clock.instant());
                    if (found.isEmpty()) {
                        return false;
                    }
                    var change = found.get();
                    if (change.done() && !people.setEmail(change.person(), change.oldEmail())) {
                        return false;
                    }
                    changes.stop(change.id());
                    resets.dropAllOf(change.person());
                    people.setPassword(change.person(), unguessable);
                    people.find(change.person())
                            .ifPresent(one -> {
                                note(one.person(), "identity.email-change-stopped");
                                resetting.sendStopped(one.person());
                            });
                    return true;
                });
        return Boolean.TRUE.equals(done);
    }

    private interface Act {
        AccountOutcome take();
    }

    /// All faults at once, that of the password with them.
    private AccountOutcome refused(AccountOutcome proof, List<AccountFault> more, Act act) {
        return switch (proof) {
            case AccountOutcome.TooManyTries wait -> wait;
            case AccountOutcome.Refused(var faults) -> {
                var all = new ArrayList<>(faults);
                all.addAll(more);
                yield new AccountOutcome.Refused(all);
            }
            case AccountOutcome.Changed _ when !more.isEmpty() -> new AccountOutcome.Refused(more);
            case AccountOutcome.Changed _ -> transaction.execute(_ -> act.take());
        };
    }

    private AccountOutcome current(SignedIn who) {
        var account = people.find(who.id()).orElseThrow();
        return new AccountOutcome.Changed(account.person(), account.sessionEpoch());
    }

    /// Neither the old nor the new name or address: the trail is for good.
    private void note(Person whom, String action) {
        audit.record(AuditEntry.of(whom.actor(), action, AuditSubject.of("person", whom.id()), ""));
    }
}
