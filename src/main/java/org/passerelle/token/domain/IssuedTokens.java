package org.passerelle.token.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.identity.ApiKey;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.token.Look;
import org.passerelle.token.TokenId;
import org.passerelle.token.TokenView;
import org.passerelle.token.Validation;
import org.passerelle.token.domain.IssuedToken.Code;
import org.passerelle.token.domain.IssuedToken.Revocation;

/// Where tokens, looks and validations are kept.
public interface IssuedTokens {
    void add(IssuedToken token);

    /// An organisation's token with its current code; whoever else wants to change it waits.
    Optional<IssuedToken> lock(OrganisationId organisation, TokenId id);

    /// The token that a code belongs to, with that very code; it cannot change until the caller is
    /// done.
    Optional<IssuedToken> byFingerprint(byte[] fingerprint);

    /// Gives a token another code; the one before stays, unreadable, to be told apart.
    void replaceCode(TokenId id, Code fresh);

    void revoke(TokenId id, Revocation revocation);

    /// Answers those that were not revoked before.
    List<TokenId> revokeAll(OrganisationId organisation, Revocation revocation);

    /// An organisation's tokens with their current codes, newest first.
    List<IssuedToken> of(OrganisationId organisation);

    void addLook(IssuedToken token, ApiKey key, Look.Kind kind, Look.Result result, Instant at);

    /// Newest first.
    List<Look> looksAt(OrganisationId organisation, int limit);

    /// With which partners each token was redeemed, oldest first.
    Map<TokenId, List<TokenView.Use>> usesOf(OrganisationId organisation);

    /// Keeps the first redemption of a token with a partner.
    void redeemed(TokenId id, String partner, Instant at);

    /// Keeps a validation unless there is one already; answers the one that stands.
    Validation validate(Validation validation);

    Optional<Validation> validation(OrganisationId organisation, OfficeId office, String partner);
}
