package org.passerelle.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// A machine's key, without its secret: it speaks for one partner towards one office (OPS-03).
///
/// @param id the public half, which logs and pages may show
/// @param scopes what it may ask, such as `tokens:verify`
public record ApiKey(
        String id,
        String label,
        OfficeId office,
        String partner,
        Set<String> scopes,
        Instant createdAt,
        Signature createdBy,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    public Actor actor() {
        return new Actor.Partner(partner, id);
    }
}
