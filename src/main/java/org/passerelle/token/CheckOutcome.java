package org.passerelle.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;

/// What a partner learns from a token (TOK-06).
public sealed interface CheckOutcome {

    /// @param emailMatches whether the token was made for the person with the address that was
    ///   sent; empty when none was sent
    /// @param validation with this partner, where there is one
    record Answer(
            OrganisationCard organisation,
            List<EligibilityDecision> programmes,
            Instant expiresAt,
            Optional<Boolean> emailMatches,
            Optional<Validation> validation)
            implements CheckOutcome {

        public Answer {
            programmes = List.copyOf(programmes);
        }

        public boolean isEligible() {
            return programmes.stream().anyMatch(EligibilityDecision.Eligible.class::isInstance);
        }
    }

    /// For a redemption only: the organisation may have none of the programmes, for these reasons.
    record NotEligible(OrganisationCard organisation, List<EligibilityDecision> programmes)
            implements CheckOutcome {
        public NotEligible {
            programmes = List.copyOf(programmes);
        }
    }

    /// Never issued by this office.
    record Unknown() implements CheckOutcome {}

    /// Expired, revoked or replaced. `validation` stands where the organisation was validated with
    /// this partner before (TOK-03).
    record Dead(TokenState state, Optional<Validation> validation) implements CheckOutcome {}

    /// The token is good; the organisation is not, or no longer, qualified by the office.
    record OrganisationNotQualified(Optional<Validation> validation) implements CheckOutcome {}

    /// The partner has no such programme with this office.
    record ProgrammeUnknown() implements CheckOutcome {}

    record TooManyTries(Duration retryAfter) implements CheckOutcome {}

    /// What a partner may know of an organisation.
    ///
    /// @param identifiers normalised legal numbers by scheme, such as `LU-RCS`
    /// @param qualifiedUntil the last day, inclusive, in the office's zone
    record OrganisationCard(
            String legalName,
            String country,
            Map<String, String> identifiers,
            Instant qualifiedSince,
            LocalDate qualifiedUntil) {
        public OrganisationCard {
            identifiers = Map.copyOf(identifiers);
        }
    }

    /// The programmes asked about, where the outcome has any.
    default List<ProgrammeId> asked() {
        return switch (this) {
            case Answer answer -> ids(answer.programmes());
            case NotEligible refused -> ids(refused.programmes());
            case Unknown _,
                    Dead _,
                    OrganisationNotQualified _,
                    ProgrammeUnknown _,
                    TooManyTries _ ->
                    List.of();
        };
    }

    private static List<ProgrammeId> ids(List<EligibilityDecision> decisions) {
        return decisions.stream().map(decision -> decision.basis().programme()).toList();
    }
}
