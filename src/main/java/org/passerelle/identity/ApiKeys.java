package org.passerelle.identity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.KeyRing;
import org.passerelle.identity.domain.KeyRing.HashedKey;
import org.passerelle.identity.domain.KeyText;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Face of the identity module: keys by which partners' machines are known (OPS-03).
@Service
public class ApiKeys {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final KeyRing keys;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ApiKeys(
            KeyRing keys,
            Attempts attempts,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.keys = keys;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes a key for a partner's machine. Its text is in the answer and nowhere else.
    public IssuedKey issue(
            Actor actor, OfficeId office, String partner, String label, Set<String> scopes) {
        var text = KeyText.random();
        var key =
                new ApiKey(
                        text.id(),
                        label,
                        office,
                        partner,
                        scopes,
                        clock.instant(),
                        actor.signature(),
                        Optional.empty(),
                        Optional.empty());
        transaction.executeWithoutResult(_ -> {
            keys.add(new HashedKey(key, text.secret().hash()));
            var detail = partner + " at " + office + ": " + String.join(" ", scopes);
            note(actor, "identity.key-issued", text.id(), detail);
        });
        return new IssuedKey(key, text.text());
    }

    /// Whose key this is. `address` is the network address it came from.
    ///
    /// A good key is let in whatever others tried from its address: partners may share one, and a
    /// secret of 256 bits is not found by trying.
    public KeyOutcome authenticate(String presented, String address) {
        var known = KeyText.of(presented).flatMap(this::known);
        if (known.isEmpty()) {
            return attempts.charge(Limit.BAD_KEY_BY_ADDRESS, Attempts.network(address))
                    .<KeyOutcome>map(KeyOutcome.TooManyTries::new)
                    .orElseGet(KeyOutcome.Unknown::new);
        }
        var now = clock.instant();
        keys.used(known.get().id(), now, now.minus(NOTED_EVERY));
        return new KeyOutcome.Known(known.get());
    }

    private Optional<ApiKey> known(KeyText text) {
        return keys.find(text.id())
                .filter(key -> MessageDigest.isEqual(key.secretHash(), text.secret().hash()))
                .map(HashedKey::key)
                .filter(key -> key.revokedAt().isEmpty());
    }

    /// Ends a key at once; asking again changes nothing.
    public void revoke(Actor actor, String id) {
        transaction.executeWithoutResult(_ -> {
            if (keys.revoke(id, clock.instant())) {
                note(actor, "identity.key-revoked", id, "");
            }
        });
    }

    /// An office's keys, newest first, revoked ones too.
    public List<ApiKey> of(OfficeId office) {
        return keys.of(office);
    }

    private void note(Actor actor, String action, String id, String detail) {
        audit.record(AuditEntry.of(actor, action, new AuditSubject("api-key", id), detail));
    }
}
