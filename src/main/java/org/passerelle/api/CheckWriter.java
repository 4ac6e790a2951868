package org.passerelle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.Finding;
import org.passerelle.programme.RuleWords;
import org.passerelle.token.CheckOutcome;
import org.passerelle.token.TokenState;
import org.passerelle.token.Validation;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Says in JSON what a token check came to.
@Component
class CheckWriter {
    private final Replies replies;
    private final Packs packs;

    CheckWriter(Replies replies, Packs packs) {
        this.replies = replies;
        this.packs = packs;
    }

    Reply reply(CheckOutcome outcome, OfficeId office, Words words) {
        var pack = packs.get(office);
        return switch (outcome) {
            case CheckOutcome.Answer answer -> replies.json(answer(answer, pack, words));
            case CheckOutcome.NotEligible(_, var decisions) ->
                    replies.problem(
                            Problem.NOT_ELIGIBLE,
                            words,
                            Map.of("programmes", programmes(decisions, pack, words)));
            case CheckOutcome.Unknown() -> replies.problem(Problem.TOKEN_UNKNOWN, words);
            case CheckOutcome.Dead(var state, var validation) -> dead(state, validation, words);
            case CheckOutcome.OrganisationNotQualified(var validation) ->
                    replies.problem(
                            Problem.ORGANISATION_NOT_QUALIFIED, words, standing(validation));
            case CheckOutcome.ProgrammeUnknown() ->
                    replies.problem(Problem.PROGRAMME_UNKNOWN, words);
            case CheckOutcome.TooManyTries(var wait) ->
                    replies.passing(Problem.TOO_MANY_REQUESTS, words, wait);
        };
    }

    private Reply dead(TokenState state, Optional<Validation> validation, Words words) {
        var more = new LinkedHashMap<String, Object>();
        var problem =
                switch (state) {
                    case TokenState.Expired(var since) -> {
                        more.put("since", since.toString());
                        yield Problem.TOKEN_EXPIRED;
                    }
                    case TokenState.Revoked(var since, _) -> {
                        more.put("since", since.toString());
                        yield Problem.TOKEN_REVOKED;
                    }
                    case TokenState.Replaced(var since) -> {
                        more.put("since", since.toString());
                        yield Problem.TOKEN_REPLACED;
                    }
                    case TokenState.Valid _ ->
                            throw new IllegalStateException("A valid token is not dead");
                };
        more.putAll(standing(validation));
        return replies.problem(problem, words, more);
    }

    /// What stands whatever became of the token.
    private static Map<String, Object> standing(Optional<Validation> validation) {
        return validation
                .<Map<String, Object>>map(known -> Map.of("validation", validated(known)))
                .orElse(Map.of());
    }

    private static CheckAnswer answer(CheckOutcome.Answer answer, Pack pack, Words words) {
        var card = answer.organisation();
        return new CheckAnswer(
                new CheckAnswer.Token("valid", answer.expiresAt().toString()),
                new CheckAnswer.Organisation(
                        card.legalName(),
                        card.country(),
                        card.identifiers().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(one ->
                                        new CheckAnswer.Identifier(one.getKey(), one.getValue()))
                                .toList(),
                        new CheckAnswer.Qualification(
                                "qualified",
                                card.qualifiedSince().toString(),
                                card.qualifiedUntil().toString())),
                answer.isEligible(),
                programmes(answer.programmes(), pack, words),
                answer.emailMatches().orElse(null),
                answer.validation().map(CheckWriter::validated).orElse(null));
    }

    private static List<CheckAnswer.Programme> programmes(
            List<EligibilityDecision> decisions, Pack pack, Words words) {
        var said = new ArrayList<CheckAnswer.Programme>();
        var rules = new RuleWords(words, pack);
        for (var decision : decisions) {
            said.add(
                    new CheckAnswer.Programme(
                            decision.basis().programme().value(),
                            rules.programme(decision.basis().programme()),
                            decision.outcome(),
                            decision.basis().version().map(Object::toString).orElse(null),
                            decision.findings().stream()
                                    .map(leaf -> finding(leaf, rules))
                                    .toList()));
        }
        return said;
    }

    private static CheckAnswer.Finding finding(Finding.Leaf leaf, RuleWords rules) {
        var explanation = rules.explain(leaf);
        return new CheckAnswer.Finding(
                leaf.criterion(),
                leaf.favourable().code(),
                explanation.demanded(),
                explanation.criterion());
    }

    private static CheckAnswer.Validated validated(Validation validation) {
        return new CheckAnswer.Validated(
                validation.since().toString(),
                validation.until().map(Object::toString).orElse(null),
                validation.programmes().stream().map(ProgrammeId::value).toList());
    }
}
