package org.passerelle.paypal.gateway;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.paypal.Transmission;
import org.passerelle.paypal.domain.Answer;
import org.passerelle.paypal.domain.Answer.Declined;
import org.passerelle.paypal.domain.Answer.Silent;
import org.passerelle.paypal.domain.Answer.Told;
import org.passerelle.paypal.domain.PayPalApi;
import org.passerelle.paypal.domain.PayPalOrder;
import org.passerelle.paypal.gateway.PayPalSettings.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// PayPal over HTTP. Whatever goes wrong is an answer; secrets and tokens are never logged.
@Component
class RestPayPal implements PayPalApi {
    private static final Logger LOG = LoggerFactory.getLogger(RestPayPal.class);
    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Tokens tokens;
    private final RestClient http;

    RestPayPal(Accounts accounts, PayPalSettings settings, Clock clock) {
        this.accounts = accounts;
        this.tokens = new Tokens(clock);
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build());
        factory.setReadTimeout(Duration.ofSeconds(settings.answersWithin()));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    @Override
    public boolean knows(OfficeId office) {
        return accounts.of(office).isPresent();
    }

    @Override
    public Answer<PayPalOrder> create(OfficeId office, NewOrder order) {
        return call(
                office,
                Call.post("/v2/checkout/orders", PayPalWords.newOrder(order))
                        .under(order.attempt().id().toString()),
                PayPalWords::order);
    }

    @Override
    public Answer<PayPalOrder> order(OfficeId office, String order) {
        return call(office, Call.get("/v2/checkout/orders/" + order), PayPalWords::order);
    }

    @Override
    public Answer<PayPalOrder> capture(OfficeId office, String order, String requestId) {
        return call(
                office,
                Call.post("/v2/checkout/orders/" + order + "/capture", "{}").under(requestId),
                PayPalWords::order);
    }

    @Override
    public Answer<Refund> refund(
            OfficeId office,
            String capture,
            Money amount,
            String requestId,
            String name,
            String note) {
        return call(
                office,
                Call.post(
                                "/v2/payments/captures/" + capture + "/refund",
                                PayPalWords.refund(amount, name, note))
                        .under(requestId),
                PayPalWords::refund);
    }

    @Override
    public Answer<Refund> refund(OfficeId office, String refund) {
        return call(office, Call.get("/v2/payments/refunds/" + refund), PayPalWords::refund);
    }

    @Override
    public Answer<Boolean> isGenuine(OfficeId office, Transmission sent, String message) {
        if (!sent.isWhole() || PayPalWords.parse(message).isEmpty()) {
            return new Told<>(false);
        }
        var asked = new LinkedHashMap<String, String>();
        asked.put("auth_algo", sent.algorithm());
        asked.put("cert_url", sent.certificate());
        asked.put("transmission_id", sent.id());
        asked.put("transmission_sig", sent.signature());
        asked.put("transmission_time", sent.time());
        asked.put("webhook_id", accounts.of(office).map(Account::webhookId).orElse(""));
        return call(
                office,
                Call.post(
                        "/v1/notifications/verify-webhook-signature",
                        PayPalWords.verification(asked, message)),
                node -> node.path("verification_status").asString("").equals("SUCCESS"));
    }

    @Override
    public Optional<Message> read(String message) {
        return PayPalWords.message(message);
    }

    /// @param body JSON; absent for a GET
    private record Call(HttpMethod method, String path, @Nullable String body, String requestId) {
        static Call get(String path) {
            return new Call(HttpMethod.GET, path, null, "");
        }

        static Call post(String path, String body) {
            return new Call(HttpMethod.POST, path, body, "");
        }

        Call under(String requestId) {
            return new Call(method, path, body, requestId);
        }
    }

    private <T> Answer<T> call(OfficeId office, Call call, Function<JsonNode, T> read) {
        var account = accounts.of(office);
        if (account.isEmpty()) {
            return new Declined<>(UNAUTHORISED, "NO_ACCOUNT", "");
        }
        var answer = withToken(account.get(), call);
        if (answer instanceof Declined<JsonNode>(var status, _, _) && status == UNAUTHORISED) {
            tokens.forget(account.get());
            answer = withToken(account.get(), call);
        }
        if (!(answer instanceof Told<JsonNode>)) {
            LOG.warn("PayPal, {} {}: {}", call.method(), call.path(), answer);
        }
        return answer.map(read);
    }

    private Answer<JsonNode> withToken(Account account, Call call) {
        return switch (tokens.of(account, this::token)) {
            case Told<String>(var token) -> send(account, call, "Bearer " + token);
            case Declined<String>(var status, var issue, var debugId) ->
                    new Declined<>(status, issue, debugId);
            case Silent<String>(var why) -> new Silent<>(why);
        };
    }

    private Answer<JsonNode> token(Account account) {
        return answer(
                http.post()
                        .uri(account.address() + "/v1/oauth2/token")
                        .headers(headers ->
                                headers.setBasicAuth(
                                        account.clientId(),
                                        account.clientSecret(),
                                        StandardCharsets.UTF_8))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body("grant_type=client_credentials"));
    }

    private Answer<JsonNode> send(Account account, Call call, String authorization) {
        var request =
                http.method(call.method())
                        .uri(account.address() + call.path())
                        .header("Authorization", authorization)
                        .header("Prefer", "return=representation")
                        .accept(MediaType.APPLICATION_JSON);
        if (!call.requestId().isEmpty()) {
            request = request.header("PayPal-Request-Id", call.requestId());
        }
        var body = call.body();
        return answer(
                body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).body(body));
    }

    private static Answer<JsonNode> answer(RestClient.RequestHeadersSpec<?> request) {
        try {
            return request.exchange((_, response) -> {
                var status = response.getStatusCode().value();
                var body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
                var read = PayPalWords.parse(body);
                if (status >= SERVER_ERROR || status == TOO_MANY) {
                    return new Silent<>("answered " + status);
                }
                if (!response.getStatusCode().is2xxSuccessful()) {
                    return new Declined<>(
                            status,
                            read.map(PayPalWords::issue).orElse("UNKNOWN"),
                            read.map(node -> node.path("debug_id").asString("")).orElse(""));
                }
                return read.<Answer<JsonNode>>map(Told::new)
                        .orElseGet(() -> new Silent<>("an answer that is no JSON"));
            });
        } catch (ResourceAccessException e) {
            return new Silent<>("no answer: " + e.getMostSpecificCause().getMessage());
        } catch (RestClientException e) {
            return new Silent<>("cannot be read: " + e.getMostSpecificCause().getMessage());
        }
    }
}
