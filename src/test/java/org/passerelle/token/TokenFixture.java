package org.passerelle.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.IssuedKey;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.boot.test.context.TestComponent;

/// Organisations with a holder, their tokens, and partners' keys.
@TestComponent
public class TokenFixture {
    public static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    public static final String BUDGET_SMALL = "90000";
    public static final String BUDGET_LARGE = "4000000";

    private static final Actor TEST = new Actor.Product("test");

    private final People people;
    private final Organisations organisations;
    private final Tokens tokens;
    private final ApiKeys keys;
    private final Packs packs;
    private final Clock clock;
    private final DSLContext db;

    TokenFixture(
            People people,
            Organisations organisations,
            Tokens tokens,
            ApiKeys keys,
            Packs packs,
            Clock clock,
            DSLContext db) {
        this.people = people;
        this.organisations = organisations;
        this.tokens = tokens;
        this.keys = keys;
        this.packs = packs;
        this.clock = clock;
        this.db = db;
    }

    public record Member(OrganisationId organisation, Person holder) {
        public SignedIn who() {
            return new SignedIn(holder);
        }
    }

    /// A qualified asbl of public utility.
    public Member qualified(String budget) {
        var member = registered(budget);
        submit(member);
        var now = clock.instant();
        organisations.recordStanding(
                member.organisation(),
                new Standing.Qualified(
                        now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(700))));
        return member;
    }

    public Member registered(String budget) {
        var holder = Accounts.member(people);
        var id = organisations.start(holder.actor(), holder.id(), OFFICE);
        var name = "Amis du Pont " + UUID.randomUUID().toString().substring(0, 8);
        var draft =
                VerificationFixtures.complete(name, VerificationFixtures.rcs())
                        .with("form", "asbl-public-utility")
                        .with("main-activity", "1100")
                        .with("budget-amount", budget);
        organisations.save(holder.actor(), id, draft);
        return new Member(id, holder);
    }

    private void submit(Member member) {
        var organisation = organisations.get(member.organisation());
        var evidence = Set.copyOf(EvidenceKinds.askedOf(organisation, packs.get(OFFICE).office()));
        var outcome =
                organisations.submit(member.holder().actor(), member.organisation(), evidence);
        if (!(outcome instanceof SubmitOutcome.Submitted)) {
            throw new IllegalStateException("Not submitted: " + outcome);
        }
    }

    public TokenView token(Member member) {
        var person = new Representative("Maëlle", "Thoma", "maelle@example.org");
        return done(tokens.create(member.who(), member.organisation(), person, true));
    }

    public static TokenView done(TokenOutcome outcome) {
        if (outcome instanceof TokenOutcome.Done(var token)) {
            return token;
        }
        throw new IllegalStateException("Not done: " + outcome);
    }

    public static String code(TokenView token) {
        return token.code().orElseThrow();
    }

    public IssuedKey key(String partner, String... scopes) {
        return keys.issue(TEST, OFFICE, partner, "test", Set.of(scopes));
    }

    public Checking checking(IssuedKey key, String code) {
        return new Checking(key.key(), code, Optional.empty(), Optional.empty(), "127.9.9.9");
    }

    public void lose(Member member) {
        organisations.recordStanding(member.organisation(), new Standing.Revoked(clock.instant()));
    }

    /// Lets a token's current code have been issued earlier.
    public void makeOlder(TokenView token, Duration by) {
        db.execute(
                "update token.code set issued_at = issued_at - cast(? as interval),"
                        + " expires_at = expires_at - cast(? as interval)"
                        + " where token = ? and replaced_at is null",
                by.toSeconds() + " seconds",
                by.toSeconds() + " seconds",
                token.id().value());
    }
}
