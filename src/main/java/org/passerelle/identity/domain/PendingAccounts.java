package org.passerelle.identity.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.Language;

/// Accounts asked for and not confirmed yet.
public interface PendingAccounts {

    record Registration(
            UUID id,
            String username,
            String email,
            String firstName,
            String lastName,
            Language language,
            String passwordHash) {}

    void add(Registration registration, byte[] linkHash, Instant now, Instant expires);

    /// Makes the earlier link of this registration dead and a new one good until `expires`.
    void renewLink(UUID id, byte[] linkHash, Instant expires);

    /// Whether somebody else's registration holds this username now: an earlier one of the same
    /// address does not stand in its way.
    boolean holdsUsername(String username, String email, Instant now);

    /// The newest registration under this username or address, its link dead or not: whoever knows
    /// its password is sent another link.
    Optional<Registration> findByLogin(String login);

    boolean stands(byte[] linkHash, Instant now);

    /// Takes the registration of this link away, so that of two who use it at once one gets it.
    Optional<Registration> take(byte[] linkHash, Instant now);

    /// Forgets what was never confirmed (and what the address' owner confirmed otherwise): the
    /// registrations whose link died at that moment or earlier.
    int forget(Instant expiredBefore);
}
