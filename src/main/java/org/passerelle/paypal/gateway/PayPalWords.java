package org.passerelle.paypal.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.domain.PayPalApi.Message;
import org.passerelle.paypal.domain.PayPalApi.NewOrder;
import org.passerelle.paypal.domain.PayPalApi.Refund;
import org.passerelle.paypal.domain.PayPalOrder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PayPal's JSON and what it means. Fields that are missing or new do no harm.
final class PayPalWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REFERENCE_MAX = 127;

    private PayPalWords() {}

    static String newOrder(NewOrder order) {
        var attempt = order.attempt();
        var unit = new LinkedHashMap<String, Object>();
        unit.put("reference_id", "default");
        unit.put("custom_id", attempt.id().toString());
        // PayPal refuses a second order under one invoice id once the first was paid, which is
        // what we want; an attempt that was declined may be tried again under another.
        unit.put("invoice_id", cut(attempt.payable() + " " + attempt.id()));
        unit.put("description", cut(order.reference()));
        unit.put("amount", amount(attempt.amount()));
        var context = new LinkedHashMap<String, Object>();
        context.put("return_url", order.returnTo());
        context.put("cancel_url", order.cancelTo());
        context.put("user_action", "PAY_NOW");
        context.put("shipping_preference", "NO_SHIPPING");
        context.put("locale", order.language().code() + "-" + order.country());
        context.put(
                "landing_page",
                attempt.choice() == Attempt.Choice.CARD ? "GUEST_CHECKOUT" : "LOGIN");
        return JSON.writeValueAsString(
                Map.of(
                        "intent", "CAPTURE",
                        "purchase_units", List.of(unit),
                        "payment_source", Map.of("paypal", Map.of("experience_context", context))));
    }

    static String refund(Money money, String name, String note) {
        return JSON.writeValueAsString(
                Map.of("amount", amount(money), "custom_id", name, "note_to_payer", note));
    }

    /// The message goes in exactly as it came: its signature is over its bytes.
    static String verification(Map<String, String> transmission, String message) {
        var rest = JSON.writeValueAsString(transmission);
        return rest.substring(0, rest.length() - 1) + ",\"webhook_event\":" + message + "}";
    }

    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static PayPalOrder order(JsonNode node) {
        return new PayPalOrder(
                node.path("id").asString(""),
                word(PayPalOrder.Status.class, node, PayPalOrder.Status.UNKNOWN),
                link(node, "payer-action").or(() -> link(node, "approve")),
                captures(node).stream().reduce((_, later) -> later));
    }

    private static List<PayPalOrder.Capture> captures(JsonNode order) {
        var captures = new ArrayList<PayPalOrder.Capture>();
        for (var unit : order.path("purchase_units")) {
            for (var capture : unit.path("payments").path("captures")) {
                money(capture.path("amount"))
                        .ifPresent(amount -> captures.add(capture(capture, amount)));
            }
        }
        return captures;
    }

    private static PayPalOrder.Capture capture(JsonNode node, Money amount) {
        return new PayPalOrder.Capture(
                node.path("id").asString(""),
                word(PayPalOrder.Capture.Status.class, node, PayPalOrder.Capture.Status.UNKNOWN),
                amount,
                money(node.path("seller_receivable_breakdown").path("paypal_fee"))
                        .filter(fee -> fee.getCurrencyUnit().equals(amount.getCurrencyUnit())),
                node.path("status_details").path("reason").asString(""));
    }

    static Refund refund(JsonNode node) {
        return new Refund(
                node.path("id").asString(""),
                word(Refund.Status.class, node, Refund.Status.UNKNOWN),
                money(node.path("amount")),
                node.path("custom_id").asString(""));
    }

    /// PayPal's code of what is wrong: the issue of its first detail, else its name.
    static String issue(JsonNode node) {
        var issue = node.path("details").path(0).path("issue").asString("");
        return issue.isEmpty()
                ? node.path("name").asString(node.path("error").asString("UNKNOWN"))
                : issue;
    }

    static Optional<Message> message(String text) {
        return parse(text)
                .filter(node -> !node.path("id").asString("").isBlank())
                .filter(node -> !node.path("event_type").asString("").isBlank())
                .map(PayPalWords::message);
    }

    private static Message message(JsonNode node) {
        var resource = node.path("resource");
        var kind = node.path("event_type").asString("");
        var id = resource.path("id").asString("");
        var custom =
                text(resource, "custom_id")
                        .or(() -> text(resource.path("purchase_units").path(0), "custom_id"));
        var related = resource.path("supplementary_data").path("related_ids");
        return new Message(
                node.path("id").asString(""),
                kind,
                id,
                custom,
                kind.startsWith("CHECKOUT.ORDER.") ? Optional.of(id) : text(related, "order_id"),
                captureOf(node.path("resource_type").asString(""), resource, related));
    }

    /// A refund says by its link `up` which capture it takes from.
    private static Optional<String> captureOf(String type, JsonNode resource, JsonNode related) {
        if (type.equals("capture")) {
            return text(resource, "id");
        }
        return text(related, "capture_id")
                .or(() ->
                        link(resource, "up")
                                .filter(up -> up.contains("/captures/"))
                                .map(up -> up.substring(up.lastIndexOf('/') + 1)));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asString("")).filter(text -> !text.isBlank());
    }

    private static Optional<String> link(JsonNode node, String rel) {
        for (var link : node.path("links")) {
            if (link.path("rel").asString("").equals(rel)) {
                return text(link, "href");
            }
        }
        return Optional.empty();
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, E otherwise) {
        var word = node.path("status").asString("");
        for (var one : type.getEnumConstants()) {
            if (one.name().equals(word)) {
                return one;
            }
        }
        return otherwise;
    }

    private static Map<String, String> amount(Money money) {
        return Map.of(
                "currency_code",
                money.getCurrencyUnit().getCode(),
                "value",
                money.getAmount().toPlainString());
    }

    private static Optional<Money> money(JsonNode node) {
        try {
            return Optional.of(
                    Money.of(
                            CurrencyUnit.of(node.path("currency_code").asString("")),
                            new java.math.BigDecimal(node.path("value").asString(""))));
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() <= REFERENCE_MAX ? text : text.substring(0, REFERENCE_MAX);
    }
}
