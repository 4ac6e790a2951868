package org.passerelle.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.token.TokenFixture.BUDGET_LARGE;
import static org.passerelle.token.TokenFixture.BUDGET_SMALL;
import static org.passerelle.token.TokenFixture.code;
import static org.passerelle.token.TokenFixture.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.notification.Notification;
import org.passerelle.pack.model.ProgrammeId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProductTest
class TokensTest {
    private static final Representative MAELLE =
            new Representative("Maëlle", "Thoma", "maelle@example.org");

    @Autowired Tokens tokens;
    @Autowired People people;
    @Autowired Audit audit;
    @Autowired Notification notification;
    @Autowired DSLContext db;
    @Autowired ApplicationContext context;

    private TokenFixture fixture() {
        return context.getAutowireCapableBeanFactory().createBean(TokenFixture.class);
    }

    @Test
    @Requirement({"TOK-01", "TOK-02"})
    void the_holder_makes_as_many_as_wanted_each_for_a_named_person() {
        var member = fixture().qualified(BUDGET_SMALL);
        for (var i = 0; i < 5; i++) {
            var token = done(tokens.create(member.who(), member.organisation(), MAELLE, true));
            assertThat(code(token)).matches("[0-9a-f]{8}@[0-9a-f]{16}");
            assertThat(Duration.between(token.createdAt(), token.expiresAt()))
                    .isEqualTo(Duration.ofDays(60));
        }
        assertThat(tokens.of(member.organisation()))
                .hasSize(5)
                .allSatisfy(token -> assertThat(token.person()).isEqualTo(MAELLE))
                .extracting(TokenFixture::code)
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("TOK-02")
    void only_the_holder_of_a_qualified_organisation_who_declares_the_person_entitled_does() {
        var fixture = fixture();
        var registered = fixture.registered(BUDGET_SMALL);
        var nobody = new Representative(" ", "", "maelle");
        assertThat(tokens.create(registered.who(), registered.organisation(), nobody, false))
                .isEqualTo(
                        new TokenOutcome.Refused(
                                List.of(
                                        TokenFault.NOT_QUALIFIED,
                                        TokenFault.FIRST_NAME_MISSING,
                                        TokenFault.LAST_NAME_MISSING,
                                        TokenFault.EMAIL_MALFORMED,
                                        TokenFault.NOT_DECLARED)));

        var qualified = fixture.qualified(BUDGET_SMALL);
        var stranger = new SignedIn(Accounts.member(people));
        assertThat(tokens.create(stranger, qualified.organisation(), MAELLE, true))
                .isEqualTo(new TokenOutcome.Refused(List.of(TokenFault.ONLY_THE_HOLDER)));
        var token = fixture.token(qualified);
        assertThat(tokens.revoke(stranger, qualified.organisation(), token.id()))
                .isEqualTo(new TokenOutcome.Refused(List.of(TokenFault.ONLY_THE_HOLDER)));
        var other = fixture.qualified(BUDGET_SMALL);
        assertThat(tokens.renew(other.who(), other.organisation(), token.id()))
                .as("another organisation's token is like none")
                .isEqualTo(new TokenOutcome.Unknown());
    }

    @Test
    @Requirement("TOK-06")
    void a_partner_learns_who_it_is_and_why_it_may_or_may_not_have_each_programme() {
        var fixture = fixture();
        var key = fixture.key("bitdefender", "tokens:verify");
        var small = fixture.qualified(BUDGET_SMALL);
        var large = fixture.qualified(BUDGET_LARGE);

        var yes = answer(tokens.verify(fixture.checking(key, code(fixture.token(small)))));
        assertThat(yes.isEligible()).isTrue();
        assertThat(yes.organisation().legalName()).startsWith("Amis du Pont");
        assertThat(yes.organisation().country()).isEqualTo("LU");
        assertThat(yes.organisation().identifiers()).containsKey("LU-RCS");
        assertThat(yes.programmes())
                .extracting(decision -> decision.basis().programme())
                .as("only this partner's")
                .containsExactly(ProgrammeId.of("bitdefender"));

        var no = answer(tokens.verify(fixture.checking(key, code(fixture.token(large)))));
        assertThat(no.isEligible()).isFalse();
        assertThat(no.programmes().getFirst().findings())
                .anySatisfy(leaf -> assertThat(leaf.criterion()).isEqualTo("budget"));
    }

    @Test
    @Requirement("TOK-06")
    void unknown_expired_revoked_replaced_and_not_qualified_are_told_apart() {
        var fixture = fixture();
        var key = fixture.key("google", "tokens:verify");
        var member = fixture.qualified(BUDGET_SMALL);

        var replaced = fixture.token(member);
        var fresh = done(tokens.renew(member.who(), member.organisation(), replaced.id()));
        var expired = fixture.token(member);
        fixture.makeOlder(expired, Duration.ofDays(60));
        var revoked = fixture.token(member);
        tokens.revoke(member.who(), member.organisation(), revoked.id());
        var lost = fixture.qualified(BUDGET_SMALL);
        var ofLost = fixture.token(lost);
        fixture.lose(lost);

        assertThat(verify(key, "00000000@0000000000000000"))
                .isInstanceOf(CheckOutcome.Unknown.class);
        assertThat(verify(key, "nonsense")).isInstanceOf(CheckOutcome.Unknown.class);
        assertThat(state(verify(key, code(replaced)))).isInstanceOf(TokenState.Replaced.class);
        assertThat(verify(key, code(fresh))).isInstanceOf(CheckOutcome.Answer.class);
        assertThat(state(verify(key, code(expired)))).isInstanceOf(TokenState.Expired.class);
        assertThat(state(verify(key, code(revoked)))).isInstanceOf(TokenState.Revoked.class);
        assertThat(verify(key, code(ofLost)))
                .isEqualTo(new CheckOutcome.OrganisationNotQualified(Optional.empty()));
        assertThat(tokens.looksAt(member.organisation(), 10))
                .extracting(Look::result)
                .containsExactly(
                        Look.Result.REVOKED,
                        Look.Result.EXPIRED,
                        Look.Result.ELIGIBLE,
                        Look.Result.REPLACED);
        assertThat(audit.of(member.organisation(), 50))
                .extracting(AuditLine::action)
                .contains("token.created", "token.renewed", "token.revoked", "token.verified");
    }

    @Test
    @Requirement({"TOK-03", "TOK-05"})
    void the_first_use_validates_for_the_programme_and_the_end_of_the_token_changes_nothing() {
        var fixture = fixture();
        var google = fixture.key("google", "tokens:redeem");
        var zoom = fixture.key("zoom", "tokens:redeem");
        var member = fixture.qualified(BUDGET_SMALL);
        var token = fixture.token(member);

        var first = validation(tokens.redeem(fixture.checking(google, code(token))));
        var again = validation(tokens.redeem(fixture.checking(google, code(token))));
        assertThat(again).isEqualTo(first);
        assertThat(first.programmes()).containsExactly(ProgrammeId.of("google-validation"));
        assertThat(first.until()).as("a programme without end").isEmpty();
        assertThat(validation(tokens.redeem(fixture.checking(zoom, code(token)))).partner())
                .as("one token, several partners")
                .isEqualTo("zoom");
        assertThat(tokens.of(member.organisation()).getFirst().uses())
                .extracting(TokenView.Use::partner)
                .containsExactly("google", "zoom");

        fixture.makeOlder(token, Duration.ofDays(61));
        var dead = tokens.redeem(fixture.checking(google, code(token)));
        assertThat(dead)
                .isInstanceOfSatisfying(
                        CheckOutcome.Dead.class,
                        outcome -> assertThat(outcome.validation()).contains(first));
    }

    @Test
    @Requirement("TOK-05")
    void looking_validates_nothing_and_who_is_not_eligible_is_not_validated() {
        var fixture = fixture();
        var key = fixture.key("bitdefender", "tokens:redeem");
        var large = fixture.qualified(BUDGET_LARGE);
        var code = code(fixture.token(large));
        tokens.verify(fixture.checking(key, code));
        assertThat(tokens.redeem(fixture.checking(key, code)))
                .isInstanceOf(CheckOutcome.NotEligible.class);
        assertThat(answer(tokens.verify(fixture.checking(key, code))).validation()).isEmpty();
        assertThat(tokens.of(large.organisation()).getFirst().uses()).isEmpty();
    }

    @Test
    @Requirement("TOK-04")
    void renewing_an_expired_token_replaces_its_code_and_the_old_one_stays_dead() {
        var fixture = fixture();
        var key = fixture.key("google", "tokens:verify");
        var member = fixture.qualified(BUDGET_SMALL);
        var token = fixture.token(member);
        fixture.makeOlder(token, Duration.ofDays(90));
        assertThat(tokens.of(member.organisation()).getFirst().state())
                .isInstanceOf(TokenState.Expired.class);

        var renewed = done(tokens.renew(member.who(), member.organisation(), token.id()));

        assertThat(code(renewed)).isNotEqualTo(code(token));
        assertThat(renewed.id()).isEqualTo(token.id());
        assertThat(renewed.expiresAt()).isAfter(token.expiresAt().minus(Duration.ofMinutes(1)));
        assertThat(state(verify(key, code(token)))).isInstanceOf(TokenState.Replaced.class);
        assertThat(tokens.of(member.organisation())).hasSize(1);
    }

    @Test
    @Requirement("TOK-04")
    void two_who_renew_at_once_leave_one_living_code() throws Exception {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var token = fixture.token(member);
        atOnce(8, () -> tokens.renew(member.who(), member.organisation(), token.id()));
        var living =
                db.fetchValue(
                        "select count(*) from token.code where token = ? and replaced_at is null",
                        token.id().value());
        assertThat(living).isEqualTo(1L);
    }

    @Test
    @Requirement("TOK-05")
    void partners_that_redeem_at_the_same_instant_get_one_validation() throws Exception {
        var fixture = fixture();
        var key = fixture.key("google", "tokens:redeem");
        var member = fixture.qualified(BUDGET_SMALL);
        var checking = fixture.checking(key, code(fixture.token(member)));
        var outcomes = atOnce(8, () -> validation(tokens.redeem(checking)));
        assertThat(outcomes).hasSize(8).containsOnly(outcomes.getFirst());
    }

    @Test
    @Requirement({"TOK-07", "NOT-01"})
    void staff_revokes_all_and_a_revoked_token_is_not_renewed() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var first = fixture.token(member);
        fixture.token(member);
        var staff = Accounts.staff(people, Role.SUPPORT);

        assertThat(tokens.revokeAllOf(staff.actor(), member.organisation(), "asked by phone"))
                .isEqualTo(2);
        assertThat(tokens.revokeAllOf(staff.actor(), member.organisation(), "again")).isZero();
        assertThat(tokens.of(member.organisation()))
                .allSatisfy(token -> {
                    assertThat(token.state()).isInstanceOf(TokenState.Revoked.class);
                    assertThat(token.code()).isEmpty();
                });
        assertThat(notification.ofOrganisation(member.organisation()))
                .filteredOn(letter -> letter.template().equals("token.all-revoked"))
                .as("to the official address and to the holder")
                .hasSize(2)
                .allSatisfy(letter ->
                        assertThat(letter.text()).contains("2 en tout").doesNotContain("phone"));
        assertThat(tokens.renew(member.who(), member.organisation(), first.id()))
                .isEqualTo(new TokenOutcome.IsRevoked());
        assertThat(audit.of(member.organisation(), 5).getLast().actorLabel()).isNotEmpty();
    }

    @Test
    @Requirement("TOK-01")
    void no_code_is_in_the_database_in_clear() {
        var fixture = fixture();
        var code = code(fixture.token(fixture.qualified(BUDGET_SMALL)));
        for (var table : List.of("token.issued", "token.code", "token.look", "audit.line")) {
            var found =
                    db.fetchValue(
                            "select count(*) from "
                                    + table
                                    + " t where t::text like ?"
                                    + " or t::text like ?",
                            "%" + code + "%",
                            "%" + java.util.HexFormat.of().formatHex(code.getBytes()) + "%");
            assertThat(found).as(table).isEqualTo(0L);
        }
    }

    private CheckOutcome verify(org.passerelle.identity.IssuedKey key, String code) {
        return tokens.verify(
                new Checking(key.key(), code, Optional.empty(), Optional.empty(), "127.6.1.1"));
    }

    private static TokenState state(CheckOutcome outcome) {
        return ((CheckOutcome.Dead) outcome).state();
    }

    private static CheckOutcome.Answer answer(CheckOutcome outcome) {
        assertThat(outcome).isInstanceOf(CheckOutcome.Answer.class);
        return (CheckOutcome.Answer) outcome;
    }

    private static Validation validation(CheckOutcome outcome) {
        return answer(outcome).validation().orElseThrow();
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var outcomes = new ArrayList<T>();
            for (var one : threads.invokeAll(java.util.Collections.nCopies(times, act))) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
