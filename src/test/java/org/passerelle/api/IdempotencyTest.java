package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.token.TokenFixture;
import org.passerelle.token.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A request sent again under its Idempotency-Key: after an error, after weeks, while it is being
/// answered, and after the node that answered died. `SeveralNodesTest` has 200 at once.
@ProductTest
@Requirement({"TOK-06", "OPS-03"})
class IdempotencyTest {
    @Autowired Tokens tokens;
    @Autowired KeptAnswers answers;
    @Autowired DSLContext db;
    @Autowired Clock clock;

    private final Machine machine;
    private final TokenFixture.Member member;
    private final String token;
    private final String name = UUID.randomUUID().toString();

    IdempotencyTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        var fixture = context.getAutowireCapableBeanFactory().createBean(TokenFixture.class);
        var key = fixture.key("google", "tokens:verify", "tokens:redeem");
        machine = Machine.with(port, key);
        member = fixture.qualified(TokenFixture.BUDGET_SMALL);
        token = TokenFixture.code(fixture.token(member));
    }

    @AfterEach
    void mend() {
        db.execute("drop function if exists token.broken() cascade");
    }

    @Test
    void an_error_of_ours_is_given_again_byte_by_byte_and_a_new_name_tries_anew() {
        db.execute(
                "create or replace function token.broken() returns trigger language plpgsql as"
                        + " 'begin raise exception ''broken''; end'");
        db.execute(
                "create trigger broken before insert on token.look for each row when"
                        + " (new.organisation = '"
                        + member.organisation().value()
                        + "') execute function token.broken()");
        var first = machine.redeem(token, name);
        assertThat(first.status()).isEqualTo(500);
        assertThat(first.code()).isEqualTo("internal-error");
        assertThat(first.text()).doesNotContain("broken", "token.look");
        mend();

        var again = machine.redeem(token, name);
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(machine.redeem(token).status()).isEqualTo(200);
        assertThat(tokens.looksAt(member.organisation(), 10)).hasSize(1);
    }

    @Test
    void an_answer_is_given_again_for_thirty_days_and_then_forgotten() {
        var first = machine.redeem(token, name);
        began(Duration.ofDays(29));
        answers.forget(clock.instant().minus(Duration.ofDays(30)));

        var again = machine.redeem(token, name);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");

        began(Duration.ofDays(31));
        answers.forget(clock.instant().minus(Duration.ofDays(30)));
        assertThat(machine.redeem(token, name).header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void who_asks_again_before_the_answer_waits_and_a_dead_nodes_claim_is_taken_over() {
        var first = machine.redeem(token, name);
        db.execute(
                "update api.answer set answered_at = null, status = null, content_type = null,"
                        + " body = null where idempotency_key = ?",
                name);
        began(Duration.ofSeconds(50));
        var running = machine.redeem(token, name);
        assertThat(running.status()).isEqualTo(409);
        assertThat(running.code()).isEqualTo("still-running");
        assertThat(running.header("Retry-After")).isEqualTo("1");

        began(Duration.ofSeconds(70));
        var taken = machine.redeem(token, name);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().path("validated")).isEqualTo(first.json().path("validated"));
    }

    private void began(Duration before) {
        db.execute(
                "update api.answer set started_at = cast(? as timestamptz)"
                        + " where idempotency_key = ?",
                clock.instant().minus(before).atOffset(java.time.ZoneOffset.UTC),
                name);
    }
}
