package org.passerelle.demo.paypal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.demo.paypal.SimulatedPayPal.Reply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calls of PayPal's REST API that are used, answered in its form (PAY-03).
@RestController
@RequestMapping(SimulatedJson.API)
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class SimulatorApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOKEN_SECONDS = 32_400;

    private final SimulatedPayPal paypal;
    private final SimulatedMessages messages;
    private final SimulatorDoor door;

    SimulatorApi(SimulatedPayPal paypal, SimulatedMessages messages, SimulatorDoor door) {
        this.paypal = paypal;
        this.messages = messages;
        this.door = door;
    }

    @PostMapping(SimulatorDoor.TOKEN)
    ResponseEntity<String> token(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        var given = basic(authorization);
        if (!given.startsWith(SimulatedPayPal.CLIENT) || !given.endsWith(":demo")) {
            return answer(HttpStatus.UNAUTHORIZED.value(), Map.of("error", "invalid_client"));
        }
        var token = door.open(given.substring(0, given.indexOf(':')));
        return answer(
                HttpStatus.OK.value(),
                Map.of(
                        "scope", "https://uri.paypal.com/services/payments/payment",
                        "access_token", token,
                        "token_type", "Bearer",
                        "app_id", "APP-DEMO",
                        "expires_in", TOKEN_SECONDS));
    }

    private static String basic(String authorization) {
        try {
            return authorization.startsWith("Basic ")
                    ? new String(
                            Base64.getDecoder().decode(authorization.substring(6)),
                            StandardCharsets.UTF_8)
                    : "";
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    @PostMapping("/v2/checkout/orders")
    ResponseEntity<String> create(
            @RequestAttribute(SimulatorDoor.CLIENT) String client,
            @RequestHeader(name = "PayPal-Request-Id", defaultValue = "") String requestId,
            @RequestBody String body) {
        return wanted(body)
                .map(wanted -> answer(paypal.create(client, wanted, requestId)))
                .orElseGet(() ->
                        answer(
                                HttpStatus.BAD_REQUEST.value(),
                                SimulatedJson.error(
                                        "INVALID_REQUEST",
                                        "MISSING_REQUIRED_PARAMETER",
                                        SimulatedMessages.code())));
    }

    private static Optional<SimulatedPayPal.Wanted> wanted(String body) {
        return parse(body)
                .flatMap(order -> {
                    var unit = order.path("purchase_units").path(0);
                    var context =
                            order.path("payment_source").path("paypal").path("experience_context");
                    return money(unit.path("amount"))
                            .map(amount ->
                                    new SimulatedPayPal.Wanted(
                                            unit.path("custom_id").asString(""),
                                            unit.path("invoice_id").asString(""),
                                            unit.path("description").asString(""),
                                            amount,
                                            context.path("return_url").asString(""),
                                            context.path("cancel_url").asString("")));
                });
    }

    @GetMapping("/v2/checkout/orders/{id}")
    ResponseEntity<String> order(@PathVariable String id) {
        return answer(paypal.show(id));
    }

    @PostMapping("/v2/checkout/orders/{id}/capture")
    ResponseEntity<String> capture(
            @RequestHeader(name = "PayPal-Request-Id", defaultValue = "") String requestId,
            @PathVariable String id) {
        return answer(paypal.capture(id, requestId));
    }

    @GetMapping("/v2/payments/captures/{id}")
    ResponseEntity<String> captured(@PathVariable String id) {
        return answer(paypal.showCapture(id));
    }

    @PostMapping("/v2/payments/captures/{id}/refund")
    ResponseEntity<String> refund(
            @RequestHeader(name = "PayPal-Request-Id", defaultValue = "") String requestId,
            @PathVariable String id,
            @RequestBody(required = false) Optional<String> body) {
        var asked = body.flatMap(SimulatorApi::parse);
        var amount = asked.flatMap(json -> money(json.path("amount")));
        var name = asked.map(json -> json.path("custom_id").asString("")).orElse("");
        return answer(paypal.refund(id, amount, requestId, name));
    }

    @GetMapping("/v2/payments/refunds/{id}")
    ResponseEntity<String> refunded(@PathVariable String id) {
        return answer(paypal.showRefund(id));
    }

    @PostMapping("/v1/notifications/verify-webhook-signature")
    ResponseEntity<String> verify(@RequestBody String body) {
        var json = parse(body);
        var genuine =
                json.isPresent()
                        && Signing.ALGORITHM.equals(json.get().path("auth_algo").asString(""))
                        && SimulatedMessages.CERTIFICATE.equals(
                                json.get().path("cert_url").asString(""))
                        && messages.isGenuine(
                                json.get().path("transmission_id").asString(""),
                                json.get().path("transmission_time").asString(""),
                                json.get().path("webhook_id").asString(""),
                                event(body),
                                json.get().path("transmission_sig").asString(""));
        return answer(
                HttpStatus.OK.value(),
                Map.of("verification_status", genuine ? "SUCCESS" : "FAILURE"));
    }

    /// The message as it stands in the call, to the byte: the signature is over that.
    private static String event(String body) {
        try (var parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && "webhook_event".equals(parser.currentName())) {
                    parser.nextToken();
                    var from = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    return body.substring(from, (int) parser.currentLocation().getCharOffset());
                }
            }
            return "";
        } catch (JacksonException _) {
            return "";
        }
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<Money> money(JsonNode node) {
        try {
            return Optional.of(
                    Money.of(
                            CurrencyUnit.of(node.path("currency_code").asString("")),
                            new BigDecimal(node.path("value").asString(""))));
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<String> answer(Reply reply) {
        return answer(reply.status(), reply.body());
    }

    private static ResponseEntity<String> answer(int status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body));
    }
}
