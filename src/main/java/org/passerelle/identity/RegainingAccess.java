package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.domain.OneTimeSecret;
import org.passerelle.identity.domain.Recoveries;
import org.passerelle.identity.domain.ResetLinks;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Face of the identity module for those who forgot their username (ACC-03). The site never shows
/// or tells it: staff compares what was typed with the organisation's file, and a link to choose a
/// password goes to the address on file.
@Service
public class RegainingAccess {
    private static final Duration LINK_LIVES = Duration.ofHours(1);
    private static final Actor STRANGER = new Actor.Product("forgotten username");

    private final Recoveries recoveries;
    private final AccountRegister people;
    private final ResetLinks links;
    private final AccountLetters letters;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RegainingAccess(
            Recoveries recoveries,
            AccountRegister people,
            ResetLinks links,
            AccountLetters letters,
            Attempts attempts,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.recoveries = recoveries;
        this.people = people;
        this.links = links;
        this.letters = letters;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Takes a request down, whoever asks; the answer tells its number and nothing about any
    /// account. `office` is the one whose site they ask at, `address` the network address it comes
    /// from.
    public RecoveryOutcome ask(Recovery.Typed typed, OfficeId office, String address) {
        var wait = attempts.charge(Limit.RECOVERY_BY_ADDRESS, Attempts.network(address));
        if (wait.isPresent()) {
            return new RecoveryOutcome.TooManyTries(wait.get());
        }
        var link = OneTimeSecret.random();
        return transaction.execute(_ -> {
            var id = RecoveryId.random();
            var number = recoveries.add(id, typed, office, link.hash(), clock.instant());
            note(STRANGER, "identity.access-asked", id, Optional.empty(), "");
            return new RecoveryOutcome.Asked(number, link.text());
        });
    }

    /// The request behind a link, for whoever has it: to be told number and state only.
    public Optional<Recovery> byLink(String link) {
        return recoveries.byLink(new OneTimeSecret(link).hash());
    }

    /// Unanswered requests that an office may answer, oldest first.
    public List<Recovery> open(OfficeId office) {
        return recoveries.open(office);
    }

    public Optional<Recovery> find(RecoveryId id) {
        return recoveries.find(id);
    }

    /// Staff found in `organisation`'s file who it is: a link goes to that person's address on
    /// file. Who, when and why stay in the trail. False when it was answered before, or the account
    /// is closed.
    ///
    /// @throws IllegalArgumentException when no reason is given
    public boolean restore(
            Actor.Staff staff,
            RecoveryId id,
            PersonId person,
            OrganisationId organisation,
            String reason) {
        refuseBlank(reason);
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    var account = people.find(person).filter(one -> !one.isDisabled());
                    if (account.isEmpty()
                            || !recoveries.answer(
                                    id,
                                    Optional.of(person),
                                    staff.person(),
                                    reason,
                                    clock.instant())) {
                        return false;
                    }
                    var secret = OneTimeSecret.random();
                    var now = clock.instant();
                    links.addReset(secret.hash(), person, now, now.plus(LINK_LIVES));
                    letters.restored(account.get().person(), secret);
                    note(staff, "identity.access-answered", id, Optional.of(organisation), reason);
                    audit.record(
                            AuditEntry.of(
                                            staff,
                                            "identity.access-restored",
                                            AuditSubject.of("person", person),
                                            reason)
                                    .about(organisation));
                    return true;
                }));
    }

    /// Staff could not find who it is. False when it was answered before.
    ///
    /// @throws IllegalArgumentException when no reason is given
    public boolean refuse(Actor.Staff staff, RecoveryId id, String reason) {
        refuseBlank(reason);
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    var done =
                            recoveries.answer(
                                    id, Optional.empty(), staff.person(), reason, clock.instant());
                    if (done) {
                        note(staff, "identity.access-refused", id, Optional.empty(), reason);
                    }
                    return done;
                }));
    }

    private static void refuseBlank(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An answer has a reason");
        }
    }

    private void note(
            Actor actor,
            String action,
            RecoveryId id,
            Optional<OrganisationId> organisation,
            String detail) {
        var entry = AuditEntry.of(actor, action, AuditSubject.of("recovery", id), detail);
        audit.record(organisation.map(entry::about).orElse(entry));
    }
}
