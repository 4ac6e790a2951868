package org.passerelle.demo.paypal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.passerelle.notification.WebAddress;

/// What the simulated PayPal writes, in the form of the real one.
record SimulatedJson(WebAddress web) {
    static final String API = "/demo/paypal/api";
    static final String CHECKOUT = "/demo/paypal/checkoutnow";

    /// What PayPal keeps: 2.9 % and 30 cents.
    private static final BigDecimal FEE_RATE = new BigDecimal("0.029");

    private static final long FEE_MINOR = 30;

    Map<String, Object> order(SimulatedOrder order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", order.id);
        json.put("intent", "CAPTURE");
        json.put("status", order.status);
        json.put("payment_source", Map.of("paypal", Map.of()));
        var unit = new LinkedHashMap<String, Object>();
        unit.put("reference_id", "default");
        unit.put("amount", amount(order.amount));
        unit.put("custom_id", order.customId);
        unit.put("invoice_id", order.invoiceId);
        unit.put("description", order.description);
        if (!order.captureId.isEmpty()) {
            unit.put("payments", Map.of("captures", List.of(capture(order))));
        }
        json.put("purchase_units", List.of(unit));
        json.put("create_time", time(order.createdAt));
        json.put("links", links(order));
        return json;
    }

    private List<Map<String, String>> links(SimulatedOrder order) {
        var links = new ArrayList<Map<String, String>>();
        var self = API + "/v2/checkout/orders/" + order.id;
        links.add(link(self, "self", "GET"));
        switch (order.status) {
            case "PAYER_ACTION_REQUIRED" ->
                    links.add(link(CHECKOUT + "?token=" + order.id, "payer-action", "GET"));
            case "APPROVED" -> links.add(link(self + "/capture", "capture", "POST"));
            default -> {}
        }
        return links;
    }

    Map<String, Object> capture(SimulatedOrder order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", order.captureId);
        json.put("status", order.captureStatus);
        json.put("amount", amount(order.amount));
        json.put("final_capture", true);
        json.put("custom_id", order.customId);
        json.put("invoice_id", order.invoiceId);
        if (order.captureStatus.equals("PENDING")) {
            json.put("status_details", Map.of("reason", "PENDING_REVIEW"));
        } else if (!order.captureStatus.equals("DECLINED")) {
            var fee = fee(order.amount);
            json.put(
                    "seller_receivable_breakdown",
                    Map.of(
                            "gross_amount", amount(order.amount),
                            "paypal_fee", amount(fee),
                            "net_amount", amount(order.amount.minus(fee))));
        }
        json.put("supplementary_data", Map.of("related_ids", Map.of("order_id", order.id)));
        var at = order.capturedAt;
        json.put("create_time", time(at == null ? order.createdAt : at));
        var self = API + "/v2/payments/captures/" + order.captureId;
        json.put(
                "links",
                List.of(
                        link(self, "self", "GET"),
                        link(self + "/refund", "refund", "POST"),
                        link(API + "/v2/checkout/orders/" + order.id, "up", "GET")));
        return json;
    }

    Map<String, Object> refund(SimulatedOrder order, SimulatedOrder.Refund refund) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", refund.id());
        json.put("status", order.holdsRefunds ? "PENDING" : "COMPLETED");
        json.put("amount", amount(refund.amount()));
        json.put("custom_id", refund.customId());
        json.put("create_time", time(refund.at()));
        json.put(
                "links",
                List.of(
                        link(API + "/v2/payments/refunds/" + refund.id(), "self", "GET"),
                        link(API + "/v2/payments/captures/" + order.captureId, "up", "GET")));
        return json;
    }

    /// @param issue what is wrong, as PayPal names it
    static Map<String, Object> error(String name, String issue, String debugId) {
        return Map.of(
                "name", name,
                "details", List.of(Map.of("issue", issue, "description", issue)),
                "message", name,
                "debug_id", debugId);
    }

    static Money fee(Money amount) {
        return amount.multipliedBy(FEE_RATE, RoundingMode.HALF_UP).plusMinor(FEE_MINOR);
    }

    private Map<String, String> link(String path, String rel, String method) {
        return Map.of("href", web.of(path), "rel", rel, "method", method);
    }

    private static Map<String, String> amount(Money money) {
        return Map.of(
                "currency_code",
                money.getCurrencyUnit().getCode(),
                "value",
                money.getAmount().toPlainString());
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
