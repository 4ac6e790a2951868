package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.domain.AccountRegister.Account;
import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.domain.ResetLinks;
import org.passerelle.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets somebody who forgot their password choose another (ACC-02).
///
/// Asking does the same for every login: it notes the wish. Whether somebody is behind it is found
/// out afterwards, elsewhere, so that neither the answer nor its time tells.
@Component
class Resetting {
    private static final Duration LINK_LIVES = Duration.ofHours(1);
    private static final Actor STRANGER = new Actor.Product("password reset");

    private final AccountRegister people;
    private final ResetLinks links;
    private final Passwords passwords;
    private final AccountLetters letters;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Resetting(
            AccountRegister people,
            ResetLinks links,
            Passwords passwords,
            AccountLetters letters,
            Attempts attempts,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.people = people;
        this.links = links;
        this.passwords = passwords;
        this.letters = letters;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /// How long to wait when too many were asked for; else empty, and that is all a stranger
    /// learns.
    Optional<Duration> ask(String typed, String address) {
        var login = typed.strip();
        var wait =
                attempts.charge(Limit.RESET_BY_ADDRESS, Attempts.network(address))
                        .or(() -> attempts.charge(Limit.RESET_BY_LOGIN, lower(login)));
        if (wait.isEmpty() && !login.isEmpty()) {
            var asked = new ResetAsked(UUID.randomUUID(), login);
            transaction.executeWithoutResult(_ -> events.publishEvent(asked));
        }
        return wait;
    }

    @ApplicationModuleListener
    void on(ResetAsked asked) {
        people.findByLogin(asked.login())
                .filter(account -> !account.isDisabled())
                .map(Account::person)
                .ifPresent(this::send);
    }

    /// Mails a link to the address on file.
    void send(Person person) {
        letters.reset(person, link(person));
        note(STRANGER, "identity.reset-asked", person);
    }

    /// The same after a change of address was stopped: nobody forgot a password.
    void sendStopped(Person person) {
        letters.stopped(person, link(person));
    }

    private OneTimeSecret link(Person person) {
        var secret = OneTimeSecret.random();
        var now = clock.instant();
        links.addReset(secret.hash(), person.id(), now, now.plus(LINK_LIVES));
        return secret;
    }

    boolean stands(OneTimeSecret link) {
        return links.ownerOfReset(link.hash(), clock.instant()).isPresent();
    }

    /// Sets the password. Its faults leave the link standing; it dies with its use.
    ResetOutcome reset(OneTimeSecret link, String password) {
        var owner = links.ownerOfReset(link.hash(), clock.instant()).flatMap(people::find);
        if (owner.isEmpty()) {
            return new ResetOutcome.LinkDead();
        }
        var faults = passwords.check(password, PersonalWords.of(owner.get().person()));
        if (!faults.isEmpty()) {
            return new ResetOutcome.Refused(faults);
        }
        var hash = passwords.hash(password);
        return transaction.execute(_ -> take(link, hash));
    }

    private ResetOutcome take(OneTimeSecret link, String hash) {
        var taken = links.takeReset(link.hash(), clock.instant()).flatMap(people::find);
        if (taken.isEmpty() || taken.get().isDisabled()) {
            return new ResetOutcome.LinkDead();
        }
        var person = taken.get().person();
        people.setPassword(person.id(), hash);
        links.dropAllOf(person.id());
        letters.passwordChanged(person);
        note(person.actor(), "identity.password-reset", person);
        // Whoever guessed at the old password must not keep its owner out.
        attempts.forgive(Limit.SIGN_IN_BY_ACCOUNT, person.id().toString());
        attempts.forgive(Limit.SIGN_IN_BY_LOGIN, lower(person.username()));
        attempts.forgive(Limit.SIGN_IN_BY_LOGIN, lower(person.email()));
        return new ResetOutcome.PasswordSet(person);
    }

    private void note(Actor actor, String action, Person person) {
        audit.record(AuditEntry.of(actor, action, AuditSubject.of("person", person.id()), ""));
    }

    private static String lower(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
