package org.passerelle.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.ApiKey;
import org.passerelle.identity.Attempts;
import org.passerelle.identity.Limit;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.token.CheckOutcome.Answer;
import org.passerelle.token.CheckOutcome.Dead;
import org.passerelle.token.CheckOutcome.NotEligible;
import org.passerelle.token.CheckOutcome.OrganisationCard;
import org.passerelle.token.CheckOutcome.OrganisationNotQualified;
import org.passerelle.token.CheckOutcome.ProgrammeUnknown;
import org.passerelle.token.CheckOutcome.TooManyTries;
import org.passerelle.token.CheckOutcome.Unknown;
import org.passerelle.token.domain.IssuedToken;
import org.passerelle.token.domain.IssuedTokens;
import org.passerelle.token.domain.PartnerProgrammes;
import org.passerelle.token.domain.TokenCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What partners' machines do with tokens.
///
/// Only unknown codes of a token's form count as guesses, by key and by network address, and are
/// counted outside the transaction: a partner who asks about good tokens all day is not held up,
/// nor is one whose visitors type what can be no token. An address that guesses too much stops
/// those keys only that guessed themselves: partners may share one.
@Component
class Partnering {
    private final IssuedTokens tokens;
    private final Codes codes;
    private final PartnerProgrammes programmes;
    private final Organisations organisations;
    private final Packs packs;
    private final TokenLetters letters;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Partnering(
            IssuedTokens tokens,
            Codes codes,
            PartnerProgrammes programmes,
            Organisations organisations,
            Packs packs,
            TokenLetters letters,
            Attempts attempts,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.tokens = tokens;
        this.codes = codes;
        this.programmes = programmes;
        this.organisations = organisations;
        this.packs = packs;
        this.letters = letters;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    CheckOutcome verify(Checking checking) {
        return guarded(checking, Look.Kind.VERIFY);
    }

    CheckOutcome redeem(Checking checking) {
        return guarded(checking, Look.Kind.REDEEM);
    }

    private CheckOutcome guarded(Checking checking, Look.Kind kind) {
        var wait = held(checking);
        if (wait.isPresent()) {
            return new TooManyTries(wait.get());
        }
        if (!isOurs(checking)) {
            return new ProgrammeUnknown();
        }
        var outcome = transaction.execute(_ -> look(checking, kind));
        if (outcome instanceof Unknown && TokenCode.of(checking.code()).isPresent()) {
            attempts.charge(Limit.TOKEN_GUESS_BY_KEY, checking.key().id());
            attempts.charge(Limit.TOKEN_GUESS_BY_ADDRESS, Attempts.network(checking.address()));
        }
        return outcome;
    }

    private Optional<Duration> held(Checking checking) {
        var key = checking.key().id();
        var network = Attempts.network(checking.address());
        return attempts.refused(Limit.TOKEN_GUESS_BY_KEY, key)
                .or(() ->
                        attempts.isUntouched(Limit.TOKEN_GUESS_BY_KEY, key)
                                ? Optional.empty()
                                : attempts.refused(Limit.TOKEN_GUESS_BY_ADDRESS, network))
                .or(() -> attempts.charge(Limit.TOKEN_CHECK_BY_KEY, key));
    }

    /// Whether the programme asked about is one of this partner's with this office.
    private boolean isOurs(Checking checking) {
        return checking.programme()
                .map(id ->
                        packs.get(checking.key().office())
                                .programme(id)
                                .filter(programme -> isOf(programme.partner(), checking.key()))
                                .isPresent())
                .orElse(true);
    }

    private static boolean isOf(PartnerId partner, ApiKey key) {
        return partner.value().equals(key.partner());
    }

    private CheckOutcome look(Checking checking, Look.Kind kind) {
        var found =
                TokenCode.of(checking.code())
                        .map(codes::fingerprint)
                        .flatMap(tokens::byFingerprint)
                        .filter(token -> token.office().equals(checking.key().office()));
        if (found.isEmpty()) {
            return new Unknown();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token = found.get();
        var outcome = decide(checking, kind, token, now);
        result(outcome)
                .ifPresent(result -> {
                    tokens.addLook(token, checking.key(), kind, result, now);
                    note(checking.key(), kind, token, result);
                });
        return outcome;
    }

    private CheckOutcome decide(Checking checking, Look.Kind kind, IssuedToken token, Instant now) {
        var partner = checking.key().partner();
        var validation = tokens.validation(token.organisation(), token.office(), partner);
        return switch (token.at(now)) {
            case TokenState.Expired dead -> new Dead(dead, validation);
            case TokenState.Replaced dead -> new Dead(dead, validation);
            case TokenState.Revoked dead -> new Dead(dead, validation);
            case TokenState.Valid valid -> {
                var organisation = organisations.get(token.organisation());
                if (!(organisation.standing() instanceof Standing.Qualified qualified)
                        || !qualified.isQualified(now)) {
                    yield new OrganisationNotQualified(validation);
                }
                var answer =
                        new Answer(
                                card(organisation, qualified),
                                decisions(checking, token),
                                valid.until(),
                                matches(checking, token),
                                validation);
                yield kind == Look.Kind.VERIFY ? answer : redeemed(answer, token, partner, now);
            }
        };
    }

    private CheckOutcome redeemed(Answer answer, IssuedToken token, String partner, Instant now) {
        if (!answer.isEligible() && answer.validation().isEmpty()) {
            return new NotEligible(answer.organisation(), answer.programmes());
        }
        tokens.redeemed(token.id(), partner, now);
        var validation =
                answer.validation()
                        .orElseGet(() -> validated(first(answer, token, partner, now), token));
        return new Answer(
                answer.organisation(),
                answer.programmes(),
                answer.expiresAt(),
                answer.emailMatches(),
                Optional.of(validation));
    }

    /// Of two that are first at once, one stands, and one letter is written.
    private Validation validated(Validation first, IssuedToken token) {
        var stands = tokens.validate(first);
        letters.validated(token, stands);
        return stands;
    }

    private Validation first(Answer answer, IssuedToken token, String partner, Instant now) {
        var eligible =
                answer.programmes().stream()
                        .filter(EligibilityDecision.Eligible.class::isInstance)
                        .map(decision -> decision.basis().programme())
                        .toList();
        return new Validation(
                token.organisation(),
                token.office(),
                partner,
                token.id(),
                now,
                programmes.last(token.office(), eligible),
                eligible);
    }

    private List<EligibilityDecision> decisions(Checking checking, IssuedToken token) {
        return programmes.decisions(token.organisation(), checking.key().partner()).stream()
                .filter(decision -> isAsked(checking.programme(), decision))
                .toList();
    }

    private static boolean isAsked(Optional<ProgrammeId> asked, EligibilityDecision decision) {
        return asked.map(decision.basis().programme()::equals).orElse(true);
    }

    private static Optional<Boolean> matches(Checking checking, IssuedToken token) {
        return checking.email()
                .map(email -> email.strip().equalsIgnoreCase(token.person().email()));
    }

    private OrganisationCard card(Organisation organisation, Standing.Qualified qualified) {
        var profile = organisation.profile();
        // `until` is exclusive; a reader wants the last day.
        var last = qualified.until().minusNanos(1).atZone(zone(organisation.office()));
        return new OrganisationCard(
                profile.legalName(),
                profile.country(),
                profile.identifiers(),
                qualified.since(),
                last.toLocalDate());
    }

    private ZoneId zone(OfficeId office) {
        return packs.get(office).office().zone();
    }

    private static Optional<Look.Result> result(CheckOutcome outcome) {
        return switch (outcome) {
            case Answer answer when answer.isEligible() -> Optional.of(Look.Result.ELIGIBLE);
            case Answer answer -> Optional.of(unclear(answer.programmes()));
            case NotEligible refused -> Optional.of(unclear(refused.programmes()));
            case Dead(TokenState.Revoked _, _) -> Optional.of(Look.Result.REVOKED);
            case Dead(TokenState.Replaced _, _) -> Optional.of(Look.Result.REPLACED);
            case Dead(_, _) -> Optional.of(Look.Result.EXPIRED);
            case OrganisationNotQualified _ -> Optional.of(Look.Result.NOT_QUALIFIED);
            case Unknown _, ProgrammeUnknown _, TooManyTries _ -> Optional.empty();
        };
    }

    private static Look.Result unclear(List<EligibilityDecision> decisions) {
        return decisions.stream().anyMatch(EligibilityDecision.Undecided.class::isInstance)
                ? Look.Result.UNDECIDED
                : Look.Result.NOT_ELIGIBLE;
    }

    private void note(ApiKey key, Look.Kind kind, IssuedToken token, Look.Result result) {
        var action = kind == Look.Kind.VERIFY ? "token.verified" : "token.redeemed";
        audit.record(
                AuditEntry.of(
                                key.actor(),
                                action,
                                AuditSubject.of("token", token.id()),
                                result.name().toLowerCase(java.util.Locale.ROOT))
                        .about(token.organisation()));
    }
}
