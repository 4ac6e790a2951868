package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.token.TokenFixture.BUDGET_LARGE;
import static org.passerelle.token.TokenFixture.BUDGET_SMALL;
import static org.passerelle.token.TokenFixture.code;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.IssuedKey;
import org.passerelle.identity.KeyOutcome;
import org.passerelle.kernel.Actor;
import org.passerelle.token.Look;
import org.passerelle.token.TokenFixture;
import org.passerelle.token.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ProductTest
@Requirement({"TOK-06", "OPS-03"})
class TokensApiTest {
    @LocalServerPort int port;
    @Autowired Tokens tokens;
    @Autowired ApiKeys keys;
    @Autowired ApplicationContext context;

    private TokenFixture fixture() {
        return context.getAutowireCapableBeanFactory().createBean(TokenFixture.class);
    }

    private IssuedKey key(String partner) {
        return fixture().key(partner, "tokens:verify", "tokens:redeem");
    }

    @Test
    void a_partner_verifies_a_token_and_gets_what_the_description_promises() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var reply = Machine.with(port, key("bitdefender")).verify(code(fixture.token(member)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.faults()).isEmpty();
        var json = reply.json();
        assertThat(json.at("/organisation/legalName").asString()).startsWith("Amis du Pont");
        assertThat(json.at("/organisation/country").asString()).isEqualTo("LU");
        assertThat(json.at("/organisation/identifiers/0/scheme").asString()).isEqualTo("LU-RCS");
        assertThat(json.at("/organisation/qualification/state").asString()).isEqualTo("qualified");
        assertThat(json.at("/eligible").asBoolean()).isTrue();
        assertThat(json.at("/programmes/0/programme").asString()).isEqualTo("bitdefender");
        assertThat(json.at("/programmes/0/findings").size()).isGreaterThan(3);
        assertThat(json.has("validation")).isFalse();
        assertThat(reply.text())
                .as("its own figures stay with the organisation")
                .doesNotContain(BUDGET_SMALL, "90,000", "90 000");
    }

    @Test
    void who_is_not_eligible_is_told_with_every_criterion() {
        var fixture = fixture();
        var code = code(fixture.token(fixture.qualified(BUDGET_LARGE)));
        var machine = Machine.with(port, key("bitdefender"));

        var looked = machine.verify(code);
        assertThat(looked.json().at("/eligible").asBoolean()).isFalse();
        assertThat(looked.text()).contains("\"criterion\":\"budget\",\"outcome\":\"unmet\"");

        var redeemed = machine.redeem(code);
        assertThat(redeemed.status()).isEqualTo(409);
        assertThat(redeemed.code()).isEqualTo("not-eligible");
        assertThat(redeemed.faults()).isEmpty();
        assertThat(redeemed.json().at("/programmes/0/outcome").asString()).isEqualTo("ineligible");
    }

    @Test
    void each_way_for_a_token_to_be_dead_has_its_own_problem() {
        var fixture = fixture();
        var machine = Machine.with(port, key("google"));
        var member = fixture.qualified(BUDGET_SMALL);
        var replaced = fixture.token(member);
        tokens.renew(member.who(), member.organisation(), replaced.id());
        var expired = fixture.token(member);
        machine.redeem(code(expired));
        fixture.makeOlder(expired, Duration.ofDays(60));
        var revoked = fixture.token(member);
        tokens.revoke(member.who(), member.organisation(), revoked.id());
        var lost = fixture.qualified(BUDGET_SMALL);
        var ofLost = fixture.token(lost);
        fixture.lose(lost);

        expect(machine.verify("0123456f@0123456789abcdef"), 404, "token-unknown");
        expect(machine.verify(code(replaced)), 410, "token-replaced");
        expect(machine.verify(code(revoked)), 410, "token-revoked");
        expect(machine.verify(code(ofLost)), 409, "organisation-not-qualified");
        var dead = machine.verify(code(expired));
        expect(dead, 410, "token-expired");
        assertThat(dead.json().at("/validation/programmes/0").asString())
                .as("what was validated stands")
                .isEqualTo("google-validation");
        assertThat(tokens.looksAt(member.organisation(), 1))
                .extracting(Look::result)
                .containsExactly(Look.Result.EXPIRED);
    }

    @Test
    void an_email_is_compared_and_a_programme_must_be_the_partners() {
        var fixture = fixture();
        var machine = Machine.with(port, key("google"));
        var token = code(fixture.token(fixture.qualified(BUDGET_SMALL)));
        var path = "/api/v1/tokens/verify";
        var same = "{\"token\":\"%s\",\"email\":\"Maelle@example.org\"}".formatted(token);
        var other = "{\"token\":\"%s\",\"email\":\"paul@example.org\"}".formatted(token);
        assertThat(machine.post(path, same).json().at("/emailMatches").asBoolean()).isTrue();
        assertThat(machine.post(path, other).json().at("/emailMatches").asBoolean(true)).isFalse();

        var foreign = "{\"token\":\"%s\",\"programme\":\"bitdefender\"}".formatted(token);
        expect(machine.post(path, foreign), 422, "programme-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                        | not-json",
                "not json                                  | not-json",
                "{\"token\":\"a\"} x                       | not-json",
                "{\"token\":\"a\",\"token\":\"b\"}         | not-json",
                "[]                                        | not-an-object",
                "{}                                        | missing",
                "{\"token\":null}                          | not-a-string",
                "{\"token\":7}                             | not-a-string",
                "{\"token\":\" \"}                         | empty",
                "{\"token\":\"a\",\"colour\":\"blue\"}     | unknown-member"
            })
    void a_body_that_is_not_as_described_is_refused_with_its_place(String body, String detail) {
        var reply = Machine.with(port, key("google")).post("/api/v1/tokens/verify", body);
        expect(reply, 400, "invalid-request");
        assertThat(reply.json().at("/errors/0/detail").asString()).isEqualTo(detail);
    }

    @Test
    void all_faults_of_a_body_are_told_at_once_and_the_description_refuses_it_too() {
        var body = "{\"token\": 7, \"programme\": \"\", \"a/b\": 1}";
        var reply = Machine.with(port, key("google")).post("/api/v1/tokens/verify", body);
        assertThat(reply.json().at("/errors").toString())
                .contains("\"/token\"", "\"/programme\"", "\"/a~1b\"");
        assertThat(Description.faultsOf("/api/v1/tokens/verify", Map.of(), body))
                .as("the description is seen to bite")
                .anyMatch(fault -> fault.contains("token"))
                .anyMatch(fault -> fault.contains("a/b"));
    }

    @Test
    void without_a_good_key_nothing_is_told() {
        expect(Machine.nobody(port).verify(Machine.GOOD), 401, "key-unknown");
        var bad = Machine.nobody(port).header("Authorization", "Bearer psk_" + "0".repeat(16));
        var reply = bad.verify(Machine.GOOD);
        expect(reply, 401, "key-unknown");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");

        var key = key("google");
        keys.revoke(new Actor.Product("test"), key.key().id());
        expect(Machine.with(port, key).verify(Machine.GOOD), 401, "key-unknown");
    }

    @Test
    void a_good_key_is_let_in_whatever_others_tried_from_its_address() {
        var address = "127.6.9.1";
        for (var i = 0; i < 64; i++) {
            keys.authenticate("psk_" + "0".repeat(16), address);
        }
        assertThat(keys.authenticate("psk_wrong", address))
                .isInstanceOf(KeyOutcome.TooManyTries.class);
        assertThat(keys.authenticate(key("google").text(), address))
                .isInstanceOf(KeyOutcome.Known.class);
    }

    @Test
    void a_key_does_only_what_its_scopes_say() {
        var lookOnly = Machine.with(port, fixture().key("google", "tokens:verify"));
        var reply = lookOnly.redeem(Machine.GOOD);
        expect(reply, 403, "scope-missing");
        assertThat(reply.json().at("/needed").asString()).isEqualTo("tokens:redeem");
    }

    @Test
    void other_methods_addresses_and_formats_are_problems_too() {
        var machine = Machine.with(port, key("google"));
        var wrongMethod = machine.get("/api/v1/tokens/verify");
        assertThat(wrongMethod.code()).isEqualTo("method-not-allowed");
        assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
        assertThat(machine.get("/api/v1/nothing").code()).isEqualTo("not-found");
        assertThat(machine.get("/api/v1/nothing").header("Content-Type"))
                .startsWith("application/problem+json");
        var text = Machine.with(port, key("google")).header("Content-Type", "text/plain");
        expect(text.verify(Machine.GOOD), 415, "unsupported-media-type");
        var xml = Machine.with(port, key("google")).header("Accept", "application/xml");
        expect(xml.verify(Machine.GOOD), 406, "not-acceptable");
        expect(machine.verify("a".repeat(20_000)), 413, "too-large");
    }

    @Test
    void problems_speak_the_language_that_is_asked_for() {
        var french = Machine.with(port, key("google")).header("Accept-Language", "es, fr;q=0.8");
        assertThat(french.verify(Machine.GOOD).json().at("/title").asString())
                .isEqualTo("Ce jeton n’existe pas");
        var none = Machine.with(port, key("google")).header("Accept-Language", "x y;;");
        assertThat(none.verify(Machine.GOOD).json().at("/title").asString())
                .isEqualTo("This token does not exist");
    }

    @Test
    void every_problem_type_leads_to_a_page_that_explains_it() {
        var site = Machine.nobody(port);
        for (var problem : Problem.values()) {
            var page = site.get("/problems/" + problem.code());
            assertThat(page.status()).as(problem.code()).isEqualTo(200);
            assertThat(page.text()).contains("<code>" + problem.code() + "</code>");
        }
        assertThat(Description.problemCodes())
                .containsExactlyElementsOf(
                        Arrays.stream(Problem.values()).map(Problem::code).toList());
        var type = Machine.nobody(port).verify(Machine.GOOD).json().at("/type").asString();
        assertThat(type).isEqualTo("http://localhost:8080/problems/key-unknown");
        assertThat(site.get("/problems/no-such-problem").status()).isEqualTo(404);
        assertThat(site.get("/api").text())
                .contains("/api/v1/tokens/verify", "/api/v1/tokens/redeem", "openapi.yaml")
                .contains("legalName", "emailMatches", "LU-RCS");
        assertThat(site.get("/api/openapi.yaml").text()).startsWith("openapi: 3.1.0");
    }

    @Test
    void redeeming_needs_an_idempotency_key() {
        var machine = Machine.with(port, key("google"));
        var reply = machine.post("/api/v1/tokens/redeem", Machine.body(Machine.GOOD));
        expect(reply, 400, "idempotency-key-missing");
        expect(machine.redeem(Machine.GOOD, "x".repeat(256)), 400, "invalid-request");
    }

    @Test
    void the_same_request_gets_the_same_bytes_and_another_one_is_refused() {
        var fixture = fixture();
        var machine = Machine.with(port, key("google"));
        var member = fixture.qualified(BUDGET_SMALL);
        var token = code(fixture.token(member));
        var name = UUID.randomUUID().toString();

        var first = machine.redeem(token, name);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.faults()).isEmpty();
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        fixture.lose(member);
        var again = machine.redeem(token, name);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        expect(machine.redeem(token), 409, "organisation-not-qualified");

        var other = fixture.token(fixture.qualified(BUDGET_SMALL));
        expect(machine.redeem(code(other), name), 422, "idempotency-key-reused");
        assertThat(Machine.with(port, key("google")).redeem(code(other), name).status())
                .as("names are each key's own")
                .isEqualTo(200);
    }

    @Test
    void of_many_equal_requests_at_once_one_is_done() throws Exception {
        var fixture = fixture();
        var key = key("google");
        var member = fixture.qualified(BUDGET_SMALL);
        var token = code(fixture.token(member));
        var name = UUID.randomUUID().toString();
        Callable<Machine.Reply> call = () -> Machine.with(port, key).redeem(token, name);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var replies =
                    threads.invokeAll(java.util.Collections.nCopies(16, call)).stream()
                            .map(TokensApiTest::get)
                            .toList();
            assertThat(replies)
                    .allSatisfy(reply -> {
                        assertThat(reply.status()).isIn(200, 409);
                        assertThat(reply.faults()).isEmpty();
                    });
            assertThat(replies).anySatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
            assertThat(replies.stream().filter(reply -> reply.status() == 200))
                    .extracting(Machine.Reply::text)
                    .containsOnly(call.call().text());
        }
        assertThat(tokens.looksAt(member.organisation(), 50)).hasSize(1);
    }

    @Test
    void guesses_are_answered_429_with_how_long_to_wait() {
        var machine = Machine.with(port, key("google"));
        for (var i = 0; i < 30; i++) {
            var guess = "0123456%x@0123456789abcdef".formatted(i % 16);
            expect(machine.verify(guess), 404, "token-unknown");
        }
        var reply = machine.verify("01234567@0123456789abcdef");
        expect(reply, 429, "too-many-requests");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 60);
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expect(Machine.Reply reply, int status, String code) {
        assertThat(reply.text()).contains("\"code\":\"" + code + "\"");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.faults()).isEqualTo(List.of());
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }
}
