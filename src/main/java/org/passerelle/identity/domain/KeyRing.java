package org.passerelle.identity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.identity.ApiKey;
import org.passerelle.kernel.OfficeId;

/// API keys with the hashes of their secrets.
public interface KeyRing {
    record HashedKey(ApiKey key, byte[] secretHash) {}

    void add(HashedKey key);

    Optional<HashedKey> find(String id);

    /// Newest first, revoked ones too.
    List<ApiKey> of(OfficeId office);

    /// Notes the use, unless one was noted after `notedAfter`.
    void used(String id, Instant now, Instant notedAfter);

    /// False when there is none, or it was revoked already.
    boolean revoke(String id, Instant now);
}
