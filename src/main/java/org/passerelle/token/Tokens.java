package org.passerelle.token;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.token.TokenState.Revoker;
import org.passerelle.token.domain.IssuedToken;
import org.passerelle.token.domain.IssuedToken.Code;
import org.passerelle.token.domain.IssuedToken.Revocation;
import org.passerelle.token.domain.IssuedTokens;
import org.passerelle.token.domain.RepresentativeRule;
import org.passerelle.token.domain.TokenCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the token module: validation tokens of an organisation, and what partners do with them.
@Service
public class Tokens {
    private final IssuedTokens tokens;
    private final Codes codes;
    private final Partnering partnering;
    private final Organisations organisations;
    private final TokenLetters letters;
    private final Audit audit;
    private final Clock clock;

    Tokens(
            IssuedTokens tokens,
            Codes codes,
            Partnering partnering,
            Organisations organisations,
            TokenLetters letters,
            Audit audit,
            Clock clock) {
        this.tokens = tokens;
        this.codes = codes;
        this.partnering = partnering;
        this.organisations = organisations;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes a token for a person whom the holder declares entitled to represent the organisation
    /// (TOK-02). Valid 60 days.
    @Transactional
    public TokenOutcome create(
            SignedIn who, OrganisationId organisation, Representative typed, boolean declared) {
        var person = RepresentativeRule.trimmed(typed);
        var now = now();
        var faults = faults(who, organisation, now);
        faults.addAll(RepresentativeRule.check(person));
        if (!declared) {
            faults.add(TokenFault.NOT_DECLARED);
        }
        if (!faults.isEmpty()) {
            return new TokenOutcome.Refused(faults);
        }
        var id = TokenId.random();
        var code = TokenCode.random();
        var token =
                new IssuedToken(
                        id,
                        organisation,
                        organisations.get(organisation).office(),
                        person,
                        now,
                        who.id(),
                        Optional.empty(),
                        issued(id, code, now));
        tokens.add(token);
        note(who.actor(), "token.created", token, "for " + person.name());
        return new TokenOutcome.Done(view(token, now, Map.of()));
    }

    /// Replaces the code and begins 60 days anew; the old code stays dead (TOK-04).
    @Transactional
    public TokenOutcome renew(SignedIn who, OrganisationId organisation, TokenId id) {
        var now = now();
        var faults = faults(who, organisation, now);
        if (!faults.isEmpty()) {
            return new TokenOutcome.Refused(faults);
        }
        var found = tokens.lock(organisation, id);
        if (found.isEmpty()) {
            return new TokenOutcome.Unknown();
        }
        if (found.get().revocation().isPresent()) {
            return new TokenOutcome.IsRevoked();
        }
        var fresh = issued(id, TokenCode.random(), now);
        tokens.replaceCode(id, fresh);
        var renewed = found.get().renewed(fresh);
        note(who.actor(), "token.renewed", renewed, "for " + renewed.person().name());
        return new TokenOutcome.Done(view(renewed, now, tokens.usesOf(organisation)));
    }

    /// Ends a token at once; again changes nothing (TOK-07). What partners validated stays.
    @Transactional
    public TokenOutcome revoke(SignedIn who, OrganisationId organisation, TokenId id) {
        if (!isHolder(who, organisation)) {
            return new TokenOutcome.Refused(List.of(TokenFault.ONLY_THE_HOLDER));
        }
        var found = tokens.lock(organisation, id);
        if (found.isEmpty()) {
            return new TokenOutcome.Unknown();
        }
        var now = now();
        var token = found.get();
        if (token.revocation().isEmpty()) {
            var revocation = new Revocation(now, Revoker.HOLDER);
            tokens.revoke(id, revocation);
            token = token.revoked(revocation);
            note(who.actor(), "token.revoked", token, "for " + token.person().name());
        }
        return new TokenOutcome.Done(view(token, now, tokens.usesOf(organisation)));
    }

    /// Staff ends all tokens of an organisation, which is told; answers how many still lived
    /// (TOK-07).
    @Transactional
    public int revokeAllOf(Actor staff, OrganisationId organisation, String reason) {
        var now = now();
        var revoked = tokens.revokeAll(organisation, new Revocation(now, Revoker.STAFF));
        if (!revoked.isEmpty()) {
            letters.allRevoked(organisation, revoked.size(), now);
        }
        audit.record(
                AuditEntry.of(
                                staff,
                                "token.all-revoked",
                                AuditSubject.of("organisation", organisation),
                                revoked.size() + " tokens: " + reason)
                        .about(organisation));
        return revoked.size();
    }

    /// An organisation's tokens, newest first. Whoever serves the request has asked whether the
    /// reader belongs to it; only its holder may be shown codes.
    @Transactional(readOnly = true)
    public List<TokenView> of(OrganisationId organisation) {
        var uses = tokens.usesOf(organisation);
        var now = now();
        return tokens.of(organisation).stream().map(token -> view(token, now, uses)).toList();
    }

    /// Who looked at an organisation's tokens, newest first (TOK-06).
    @Transactional(readOnly = true)
    public List<Look> looksAt(OrganisationId organisation, int limit) {
        return tokens.looksAt(organisation, limit);
    }

    /// Tells a partner what stands behind a token, and changes nothing but the history (TOK-06).
    public CheckOutcome verify(Checking checking) {
        return partnering.verify(checking);
    }

    /// The same, and from its first use on the organisation is validated with the partner (TOK-05).
    /// Asked again it answers the same.
    public CheckOutcome redeem(Checking checking) {
        return partnering.redeem(checking);
    }

    /// Whether this person would be refused a token now, and why: what the page says before the
    /// form.
    @Transactional(readOnly = true)
    public List<TokenFault> obstacles(SignedIn who, OrganisationId organisation) {
        return faults(who, organisation, now());
    }

    private ArrayList<TokenFault> faults(SignedIn who, OrganisationId organisation, Instant now) {
        var faults = new ArrayList<TokenFault>();
        if (!isHolder(who, organisation)) {
            faults.add(TokenFault.ONLY_THE_HOLDER);
            return faults;
        }
        if (!organisations.get(organisation).standing().isQualified(now)) {
            faults.add(TokenFault.NOT_QUALIFIED);
        }
        return faults;
    }

    private boolean isHolder(SignedIn who, OrganisationId organisation) {
        return organisations
                .may(who.id(), organisation)
                .filter(MemberRole.HOLDER::equals)
                .isPresent();
    }

    private Code issued(TokenId id, TokenCode code, Instant now) {
        return Code.issued(codes.fingerprint(code), codes.seal(id, code), now);
    }

    private TokenView view(IssuedToken token, Instant now, Map<TokenId, List<TokenView.Use>> uses) {
        var state = token.at(now);
        return new TokenView(
                token.id(),
                token.person(),
                state,
                token.createdAt(),
                token.code().expiresAt(),
                state instanceof TokenState.Valid
                        ? codes.open(token.id(), token.code().sealed())
                        : Optional.empty(),
                uses.getOrDefault(token.id(), List.of()));
    }

    /// As fine as the database keeps it, so that 60 days are 60 days there too.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void note(Actor actor, String action, IssuedToken token, String detail) {
        audit.record(
                AuditEntry.of(actor, action, AuditSubject.of("token", token.id()), detail)
                        .about(token.organisation()));
    }
}
