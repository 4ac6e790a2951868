package org.passerelle.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.demo.Registrations.Registered;
import org.passerelle.demo.Story.Member;
import org.passerelle.demo.Timeline.Step;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.token.Representative;
import org.passerelle.token.TokenId;
import org.passerelle.token.TokenOutcome;
import org.passerelle.token.Tokens;
import org.springframework.stereotype.Component;

/// Tells for whom holders of the story make validation tokens, and gives a partner's machine a key
/// to verify them with.
@Component
class Validations {
    private static final LocalTime TIME = LocalTime.of(16, 45);
    private static final int DAYS_AFTER_REGISTRATION = 3;
    private static final int DAYS_TO_REVOKE = 5;
    private static final int DAYS_TO_RENEW = 64;

    private final Tokens tokens;
    private final ApiKeys keys;
    private final Packs packs;
    private final Timeline timeline;

    Validations(Tokens tokens, ApiKeys keys, Packs packs, Timeline timeline) {
        this.tokens = tokens;
        this.keys = keys;
        this.packs = packs;
        this.timeline = timeline;
    }

    List<Step> steps(OfficeId office, Member member, Registered who) {
        var zone = packs.get(office).office().zone();
        var steps = new ArrayList<Step>();
        for (var person : member.tokens()) {
            var made = new Known<TokenId>();
            var about = member.name() + ", token for " + person.lastName();
            var day = member.registered() - DAYS_AFTER_REGISTRATION;
            steps.add(
                    new Step(
                            timeline.at(day, TIME, zone),
                            about,
                            () -> made.is(create(who, person))));
            switch (person.goal()) {
                case LEFT -> {}
                case RENEWED ->
                        steps.add(
                                new Step(
                                        timeline.at(Math.max(0, day - DAYS_TO_RENEW), TIME, zone),
                                        about + ", renewed",
                                        () ->
                                                done(
                                                        tokens.renew(
                                                                new SignedIn(who.person()),
                                                                who.organisation(),
                                                                made.get()))));
                case REVOKED ->
                        steps.add(
                                new Step(
                                        timeline.at(Math.max(0, day - DAYS_TO_REVOKE), TIME, zone),
                                        about + ", revoked",
                                        () ->
                                                done(
                                                        tokens.revoke(
                                                                new SignedIn(who.person()),
                                                                who.organisation(),
                                                                made.get()))));
            }
        }
        return steps;
    }

    private TokenId create(Registered who, Story.TokenFor person) {
        return done(
                tokens.create(
                        new SignedIn(who.person()),
                        who.organisation(),
                        new Representative(person.firstName(), person.lastName(), person.email()),
                        true));
    }

    private static TokenId done(TokenOutcome outcome) {
        if (outcome instanceof TokenOutcome.Done(var token)) {
            return token.id();
        }
        throw new IllegalStateException("No token: " + outcome);
    }

    /// A partner that validates organisations, and the key of its machine; shown once.
    record PartnerKey(String partner, String text) {}

    Optional<PartnerKey> issueKey(OfficeId office) {
        return packs.get(office).offers().values().stream()
                .filter(offer -> offer.kind() == Offer.Kind.VALIDATION)
                .map(offer -> offer.partner().value())
                .sorted()
                .findFirst()
                .map(partner ->
                        new PartnerKey(
                                partner,
                                keys.issue(
                                                new Actor.Product("demo"),
                                                office,
                                                partner,
                                                "demo",
                                                Set.of("tokens:verify", "tokens:redeem"))
                                        .text()));
    }
}
