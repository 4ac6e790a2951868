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
import org.passerelle.token.TokenOutcome;
import org.passerelle.token.Tokens;
import org.springframework.stereotype.Component;

/// Tells for whom holders of the story make validation tokens, and gives a partner's machine a key
/// to verify them with.
@Component
class Validations {
    private static final LocalTime TIME = LocalTime.of(16, 45);
    private static final int DAYS_AFTER_REGISTRATION = 3;

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
            steps.add(
                    new Step(
                            timeline.at(member.registered() - DAYS_AFTER_REGISTRATION, TIME, zone),
                            member.name() + ", token for " + person.lastName(),
                            () -> create(who, person)));
        }
        return steps;
    }

    private void create(Registered who, Story.TokenFor person) {
        var outcome =
                tokens.create(
                        new SignedIn(who.person()),
                        who.organisation(),
                        new Representative(person.firstName(), person.lastName(), person.email()),
                        true);
        if (!(outcome instanceof TokenOutcome.Done)) {
            throw new IllegalStateException("No token: " + outcome);
        }
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
