package org.passerelle.token.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.token.Representative;
import org.passerelle.token.TokenId;
import org.passerelle.token.TokenState;
import org.passerelle.token.TokenState.Revoker;

/// A token with one of its codes: the current one, or the one a partner sent.
public record IssuedToken(
        TokenId id,
        OrganisationId organisation,
        OfficeId office,
        Representative person,
        Instant createdAt,
        PersonId createdBy,
        Optional<Revocation> revocation,
        Code code) {

    /// Sixty days to the second, whatever clocks do in between (TOK-03).
    public static final Duration LIFE = Duration.ofDays(60);

    public record Revocation(Instant at, Revoker by) {}

    /// @param sealed for the holder to read; gone once the code is replaced or revoked
    public record Code(
            byte[] fingerprint,
            Optional<byte[]> sealed,
            Instant issuedAt,
            Instant expiresAt,
            Optional<Instant> replacedAt) {

        public static Code issued(byte[] fingerprint, byte[] sealed, Instant now) {
            return new Code(
                    fingerprint, Optional.of(sealed), now, now.plus(LIFE), Optional.empty());
        }
    }

    /// Dead for more than one reason, the gravest is told: revoked, replaced, expired.
    public TokenState at(Instant now) {
        if (revocation.isPresent()) {
            return new TokenState.Revoked(revocation.get().at(), revocation.get().by());
        }
        if (code.replacedAt().isPresent()) {
            return new TokenState.Replaced(code.replacedAt().get());
        }
        return now.isBefore(code.expiresAt())
                ? new TokenState.Valid(code.expiresAt())
                : new TokenState.Expired(code.expiresAt());
    }

    /// The same token with a new code: the old one stays dead, sixty days begin anew (TOK-04).
    public IssuedToken renewed(Code fresh) {
        return new IssuedToken(
                id, organisation, office, person, createdAt, createdBy, revocation, fresh);
    }

    public IssuedToken revoked(Revocation revoked) {
        return new IssuedToken(
                id, organisation, office, person, createdAt, createdBy, Optional.of(revoked), code);
    }
}
